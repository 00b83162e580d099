/**
 * What a card says: turns a statement, a choice between statements, or the whole record into words and numbers
 * ready to render, in the reader's language. Both sides are worded here, by the same functions. Knows nothing of Preact or of the page;
 * facts come from queries.ts, looks from components/. The card of a country is country-context.ts's.
 *
 * What is text of the record itself, and so may be in another language, is a `TextRun`, which says in which.
 */
import { articleCheck } from './article-check.ts';
import { type AsOf, recordAsOf, statementAsOf } from './as-of.ts';
import type { CountryContext } from './country-context.ts';
import type { Reason } from './detection/mention.ts';
import type { ReadNumber } from './detection/numbers.ts';
import { latest } from './event-date.ts';
import {
  clauses,
  commas,
  countInWords,
  eventDate,
  eventDateInSentence,
  KINDS,
  kindOfText,
  labelled,
  nameInSentence,
  nameOf,
  ours,
  plainRuns,
  regionInWords,
  remarked,
  STANCES,
  sentences,
  type TextRun,
  updatedLine,
  voteCounts,
} from './in-words.ts';
import type { Words } from './messages.ts';
import {
  announcedSignatures,
  basisOf,
  counterpartOf,
  countryByCode,
  documentLink,
  factsFor,
  findCountries,
  groupByRegion,
  isCouncilMember,
  isCounted,
  isInTally,
  joinedLater,
  latestPair,
  positionOf,
  type Signature,
  signatureOf,
  signaturesOf,
  statementById,
  voteCorrections,
  withdrawn,
} from './queries.ts';
import type { Country, CountryCode, Dataset, EventDate, Source, Stance, Statement, StatementId } from './schema.ts';
import { bestSources } from './source-tiers.ts';

/** What a mention refers to. */
export type PopoverTarget =
  | { readonly kind: 'xinjiang' | 'related' }
  | {
      readonly kind: 'statement';
      readonly link: readonly StatementId[];
      readonly reasons: readonly Reason[];
      /** The readings of its number, see StatementMention. */
      readonly counts?: readonly ReadNumber[];
    };

/** Where a mention stands, as far as it bears on what is said of it. */
export interface Article {
  /** The day, month or year that the page is dated: `2019-07-15`, `2019-07`, `2019`. */
  readonly date?: string;
  /** The text around the mention, and where in it that is; absent for what is reached from within a card. */
  readonly passage?: { readonly text: string; readonly start: number; readonly end: number };
}

export type PopoverContext = StatementContext | ChoiceContext | RegionContext | CountryContext;

/** A country as a list shows it. */
export interface ListedCountry {
  readonly code: CountryCode;
  readonly name: string;
  /** What sets it apart from the rest of its list: "withdrew 18 July 2019". */
  readonly remark?: string;
}

export interface CountryGroup {
  readonly label: string;
  readonly countries: readonly ListedCountry[];
}

/** One side's share of the bar, in countries. `named` + `unnamed` is the number announced. */
export interface SideBar {
  readonly stance: Stance;
  readonly id: StatementId;
  readonly named: number;
  readonly unnamed: number;
  /** How many more were counted later. */
  readonly later: number;
  /** "22", "nearly 80". */
  readonly count: string;
  /** "concern, 8 July 2019" */
  readonly label: string;
  /** "23 counted by 29 July 2019"; missing where the count did not change. */
  readonly laterLabel?: string;
}

export interface QuoteLine {
  readonly stance: Stance | null;
  /** As printed by its source, and in what language. */
  readonly text: { readonly text: string; readonly language: string };
  readonly attribution: TextRun;
}

export interface SourceLine {
  readonly publisher: string;
  readonly title: string | null;
  /** null: seen only in a copy that readers are not sent to; named, not linked. */
  readonly url: string | null;
  readonly date: string | null;
  /** Names of the languages, only where the reader's is not among them: "German". */
  readonly language: string | null;
  /** "press", "state media". */
  readonly kind: string;
}

export interface FactLine {
  readonly claim: TextRun;
  readonly attribution: TextRun;
  readonly source: SourceLine | null;
}

/** A statement as a line that leads to its card. */
export interface StatementLine {
  readonly id: StatementId;
  readonly stance: Stance | null;
  readonly headline: string;
  /** "Letter", "UN Human Rights Council", "8 July 2019". */
  readonly meta: readonly string[];
}

interface VoteColumn {
  readonly choice: 'yes' | 'no' | 'abstain';
  /** "In favour", "Against", "Abstained". */
  readonly label: string;
  readonly countries: readonly ListedCountry[];
}

export interface StatementContext {
  readonly kind: 'statement';
  readonly id: StatementId;
  readonly stance: Stance | null;
  /** The answer, in twelve words or fewer. */
  readonly headline: string;
  readonly subhead: string;
  /** "Letter", "UN Human Rights Council", "8 July 2019". */
  readonly meta: readonly string[];
  /** Said before anything else where the statement is not one by states on Xinjiang. */
  readonly notice?: readonly TextRun[];
  /** How it stood on the page's date, and what happened since; absent where that says nothing. */
  readonly asOf?: AsOf;
  /** Where the article's number or names and the record differ. */
  readonly articleCheck: readonly string[];
  /** Concern first, support second, as far as there are any. Empty for a vote and a group's statement. */
  readonly sides: readonly SideBar[];
  readonly list: {
    readonly completeness: Statement['list'];
    /** "22 signatories", "19 of 46 known by name". */
    readonly title: string;
    /** What is missing, in a sentence; missing itself where nothing is. */
    readonly gap?: string;
    readonly groups: readonly CountryGroup[];
    /** By day, earliest first. */
    readonly joinedLater: readonly CountryGroup[];
    readonly withdrew: readonly CountryGroup[];
    /** "Find a country among 22…" */
    readonly searchLabel: string;
  };
  /** Yes, no, abstain; empty when it was no vote. */
  readonly votes: readonly VoteColumn[];
  /** Its members without those that are in the list by name. */
  readonly group?: { readonly name: string; readonly members: readonly ListedCountry[]; readonly note: TextRun };
  /** What changed after it was announced, in sentences. */
  readonly events: readonly (readonly TextRun[])[];
  readonly summary: TextRun;
  /** Forum in full, when it became public, how sure the record is. */
  readonly record: readonly TextRun[];
  /** Of this statement first, of the other side's second. */
  readonly quotes: readonly QuoteLine[];
  readonly other?: StatementLine & { readonly relation: string };
  readonly facts: readonly FactLine[];
  readonly caveats: readonly TextRun[];
  readonly sources: readonly SourceLine[];
  readonly document?: { readonly symbol: string; readonly url: string; readonly verified: boolean };
  readonly reasons: readonly Reason[];
  /** "Record of 24 November 2026." */
  readonly updated: string;
}

export interface ChoiceContext {
  readonly kind: 'choice';
  /** "This could be one of three" */
  readonly headline: string;
  readonly subhead: string;
  readonly meta: readonly string[];
  /** Best first. */
  readonly candidates: readonly StatementLine[];
  readonly reasons: readonly Reason[];
  readonly updated: string;
}

/** One statement in the chart of a side. */
export interface ChartBar extends StatementLine {
  readonly year: number;
  readonly named: number;
  readonly unnamed: number;
  readonly count: string;
}

interface RecordRow {
  readonly id: StatementId;
  readonly date: string;
  readonly what: string;
  readonly count: string;
  /** How many are known by name. */
  readonly named: string;
  /** "27 not known"; missing where all are. */
  readonly unnamed?: string;
}

export interface RegionContext {
  readonly kind: 'region';
  /** Whether the text has a term related to the region, and none of its names. */
  readonly isRelated?: boolean;
  readonly headline: string;
  readonly subhead: string;
  readonly meta: readonly string[];
  /** How many there were on the page's date, and since; absent where none came since. */
  readonly asOf?: AsOf;
  /** Concern first, support second; each oldest first. */
  readonly sides: readonly { readonly stance: Stance; readonly label: string; readonly bars: readonly ChartBar[] }[];
  readonly latest: readonly StatementLine[];
  readonly votes: readonly StatementLine[];
  /** Everything in the chart, and the votes, oldest first. */
  readonly table: readonly RecordRow[];
  /** What the chart leaves out, in a sentence. */
  readonly note: string;
  readonly updated: string;
}

/** What is known of one country and one statement, as the search answers it. */
export interface CountryAnswer {
  readonly code: CountryCode;
  readonly name: string;
  readonly answer: string;
  /** A remark of the record on this signature. */
  readonly note?: readonly TextRun[];
  /** What bears that out: the best two, as far as readers can be sent there. */
  readonly sources: readonly SourceLine[];
  /** Whether the answer is that it took part, that it did not, or that nobody can tell. */
  readonly certainty: 'on-list' | 'not-on-list' | 'not-known';
}

/**
 * Everything the card shows for a target. Several linked statements give a choice; statements the dataset does not
 * know are dropped, and where none is left the record in brief is shown rather than nothing. With the article it is told, too, how
 * things stood on its date, and where its words differ from the record.
 */
export function contextFor(dataset: Dataset, target: PopoverTarget, article: Article, words: Words): PopoverContext {
  if (target.kind !== 'statement')
    return { ...regionContext(dataset, article, words), ...(target.kind === 'related' && { isRelated: true }) };
  const linked = target.link.flatMap((id) => statementById(dataset, id) ?? []);
  const [only, ...others] = linked;
  if (!only) return regionContext(dataset, article, words);
  if (others.length > 0) return choiceContext(dataset, linked, target.reasons, words);
  return statementContext(dataset, only, target, article, words);
}

/** How a search over a statement's list is answered: one answer per matching country of the world, best match first. */
export function answersFor(dataset: Dataset, id: StatementId, query: string, words: Words): CountryAnswer[] {
  const statement = statementById(dataset, id);
  if (!statement) return [];
  return findCountries(dataset, query, words).map((country) => answerFor(dataset, statement, country, words));
}

/** What is known of one country and one statement; undefined where the dataset lacks either. */
export function answerOf(dataset: Dataset, id: StatementId, code: CountryCode, words: Words): CountryAnswer | undefined {
  const [statement, country] = [statementById(dataset, id), countryByCode(dataset, code)];
  return statement && country && answerFor(dataset, statement, country, words);
}

/** The card as plain text to paste: headline, where and when, the names known, and where to check them. */
export function plainText(context: PopoverContext, words: Words): string {
  switch (context.kind) {
    case 'statement':
      return statementText(context, words);
    case 'choice':
      return [
        context.headline,
        ...context.candidates.map((line) => `- ${remarked(line.headline, clauses(line.meta, words), words)}`),
        context.updated,
      ].join('\n');
    case 'region':
      return [
        sentences([context.headline, context.subhead], words),
        ...asOfText(context.asOf, words),
        ...context.table.map((row) => labelled(row.date, clauses([row.what, row.count], words), words)),
        context.note,
        context.updated,
      ].join('\n');
    case 'country':
      return countryText(context, words);
    default:
      return context satisfies never;
  }
}

/** The short form of a statement: "22 countries voiced concern", and where and when. */
export function statementLine(statement: Statement, words: Words): StatementLine {
  return { id: statement.id, stance: statement.stance, headline: headlineOf(statement, words), meta: metaOf(statement, words) };
}

const SOURCES_OF_AN_ANSWER = 2;
/** In milliseconds. */
const DAY = 86_400_000;

function statementContext(
  dataset: Dataset,
  statement: Statement,
  { link, reasons, counts }: Extract<PopoverTarget, { kind: 'statement' }>,
  { date, passage }: Article,
  words: Words,
): StatementContext {
  const asOf = date === undefined ? undefined : statementAsOf(dataset, statement, date, words);
  // Of several statements only one may be known here; then the text meant another.
  const mention = passage && link.length === 1 ? { ...passage, reasons, ...(counts && { counts }) } : undefined;
  const counterpart = counterpartOf(dataset, statement);
  const group = statement.group;
  const document = documentLink(statement);
  const notice = noticeOf(statement, words);
  return {
    kind: 'statement',
    id: statement.id,
    stance: statement.stance,
    headline: headlineOf(statement, words),
    subhead: subheadOf(dataset, statement, words),
    meta: metaOf(statement, words),
    ...(notice.length > 0 && { notice }),
    ...(asOf && { asOf }),
    articleCheck: mention ? articleCheck(dataset, statement, mention, date, words) : [],
    sides: sidesOf([statement, ...(counterpart ? [counterpart] : [])], words),
    list: listOf(dataset, statement, words),
    votes: votesOf(dataset, statement, words),
    ...(group && {
      group: {
        name: words.recordText(group.name).text,
        members: unnamedMembers(statement)
          .map((code) => ({ code, name: nameOf(dataset, code, words) }))
          .toSorted(byName(words)),
        note: words.recordText(group.note),
      },
    }),
    events: eventsOf(dataset, statement, words),
    summary: words.recordText(statement.summary),
    record: recordOfMaking(statement, words),
    quotes: [statement, ...(counterpart ? [counterpart] : [])].flatMap((each) => quotesOf(each, each === statement, words)),
    ...(counterpart && { other: { ...statementLine(counterpart, words), relation: relationOf(statement, counterpart, words) } }),
    facts: factsFor(dataset, statement).map((fact) => ({
      claim: words.recordText(fact.claim),
      attribution: words.recordText(fact.attributedTo),
      source: fact.sources[0] ? sourceLine(fact.sources[0], words) : null,
    })),
    caveats: statement.caveats.map(words.recordText),
    sources: statement.readerSources
      .flatMap((index) => statement.sources[index] ?? [])
      .map((source) => sourceLine(source, words)),
    ...(document && { document }),
    reasons,
    updated: updatedLine(dataset, words),
  };
}

function choiceContext(
  dataset: Dataset,
  statements: readonly Statement[],
  reasons: readonly Reason[],
  words: Words,
): ChoiceContext {
  return {
    kind: 'choice',
    headline: words.say('card.choice.headline', { count: statements.length }),
    subhead: words.say('card.choice.subhead'),
    meta: [words.say('card.choice.meta')],
    candidates: statements.map((statement) => statementLine(statement, words)),
    reasons,
    updated: updatedLine(dataset, words),
  };
}

function regionContext(dataset: Dataset, { date }: Article, words: Words): RegionContext {
  const asOf = date === undefined ? undefined : recordAsOf(dataset, date, words);
  const sides = STANCES.map((stance) => ({
    stance,
    statements: dataset.statements.filter((statement) => isInTally(statement) && statement.stance === stance),
  }));
  const votes = dataset.statements.filter((statement) => statement.votes);
  const shown = dataset.statements.filter(isCounted);
  const years = shown.map((statement) => statement.date.slice(0, 4));
  const textNotKnown = dataset.statements.filter((statement) => statement.topics.length === 0).length;
  const elsewhere = dataset.statements.length - shown.length - textNotKnown;
  const [concern = 0, support = 0] = sides.map((side) => side.statements.length);
  const latest = latestPair(dataset);
  return {
    kind: 'region',
    headline: words.say('card.region.headline', { year: years[0] ?? '', concern, support }),
    subhead: words.say('card.region.subhead', { votes: votes.length }),
    meta: [words.say('card.region.meta'), `${years[0]}–${years.at(-1)}`],
    ...(asOf && { asOf }),
    sides: sides.map(({ stance, statements }) => ({
      stance,
      label: words.say(`card.region.side.${stance}`),
      bars: statements.map((statement) => ({
        ...statementLine(statement, words),
        ...sizeOf(statement),
        year: Number(statement.date.slice(0, 4)),
        count: countInWords(statement, words),
      })),
    })),
    latest: latest ? STANCES.map((stance) => statementLine(latest[stance], words)) : [],
    votes: votes.map((statement) => statementLine(statement, words)),
    table: shown.map((statement) => rowOf(statement, words)),
    note: words.say('card.region.note', { textNotKnown, elsewhere }),
    updated: updatedLine(dataset, words),
  };
}

function rowOf(statement: Statement, words: Words): RecordRow {
  const { id, date, stance, kind, approximateCount } = statement;
  const { named, unnamed } = sizeOf(statement);
  const votes = voteCounts(statement);
  const missing = approximateCount ? words.say('card.region.restUnnamed') : words.say('card.region.unnamed', { count: unnamed });
  return {
    id,
    date: words.date(date),
    what: words.say(stance ? `card.region.what.${stance}` : `card.kind.${KINDS[kind]}`),
    count: votes ? Object.values(votes).map(words.number).join('–') : countInWords(statement, words),
    named: votes ? words.say('card.region.allNamed') : words.number(named),
    ...(unnamed > 0 && !votes && { unnamed: missing }),
  };
}

/** How many countries announced the statement, and how many of them are known by name. */
function sizeOf(statement: Statement): { named: number; unnamed: number } {
  const named = announcedSignatures(statement).length;
  const announced = statement.announcedCount ?? statement.approximateCount?.near ?? named;
  return { named, unnamed: Math.max(0, announced - named) };
}

function headlineOf(statement: Statement, words: Words): string {
  const { votes, group, topics, stance, announcedCount, approximateCount } = statement;
  const counts = voteCounts(statement);
  if (votes && counts) return words.say(`card.headline.${votes.outcome}`, { ...counts });
  const precision = approximateCount?.precision ?? 'exact';
  const count = approximateCount?.near ?? announcedCount ?? announcedSignatures(statement).length;
  if (topics.length === 0 || stance === null) {
    const kind = kindOfText(statement);
    return group && group.members.length === announcedCount
      ? words.say(`card.headline.group.textNotKnown.${kind}`, { group: words.recordText(group.name).text })
      : words.say(`card.headline.${precision}.textNotKnown.${kind}`, { count });
  }
  return topics.includes('xinjiang')
    ? words.say(`card.headline.${precision}.${stance}`, { count })
    : words.say(`card.headline.${precision}.${stance}.elsewhere`, { count, topicsAfterAbout: topicsOf(statement, words) });
}

/** What follows the headline: "in a joint letter about Xinjiang, read out by Cuba". */
export function subheadOf(dataset: Dataset, statement: Statement, words: Words): string {
  const { votes, topics, deliveredBy } = statement;
  const about = topics.length > 0 || votes ? { topicsAfterAbout: topicsOf(statement, words) } : undefined;
  const by = deliveredBy === null ? undefined : { country: nameInSentence(dataset, deliveredBy, words) };
  if (votes) return words.say(by ? 'card.subhead.vote.about.by' : 'card.subhead.vote.about', { ...about, ...by });
  const text = `card.subhead.${kindOfText(statement)}` as const;
  const withTopics = about ? (`${text}.about` as const) : text;
  return words.say(by ? `${withTopics}.by` : withTopics, { ...about, ...by });
}

function metaOf({ kind, body, forum, date }: Statement, words: Words): string[] {
  const where = body ? [words.say(`card.kind.${KINDS[kind]}`), words.say(`card.body.${body}`)] : [words.recordText(forum).text];
  return [...where, words.date(date)];
}

/** To be put behind "about", and in the form that takes. */
function topicsOf(statement: Statement, words: Words): string {
  return words.list(statement.topics.map((topic) => words.say(`card.topicAfterAbout.${topic}`)));
}

function noticeOf(statement: Statement, words: Words): TextRun[] {
  const { votes, topics, stance, stanceBasis, group } = statement;
  if (votes) return [];
  if (topics.length === 0) {
    return [
      ours(words.say('card.notice.textNotKnown'), words),
      ...(stance && stanceBasis
        ? [ours(words.say(`card.notice.stanceBehindWhichItsSourceFollows.${stance}`), words), words.recordText(stanceBasis)]
        : []),
      ...(group ? [ours(words.say('card.notice.group'), words)] : []),
    ];
  }
  if (topics.includes('xinjiang')) return [];
  return [ours(words.say('card.notice.elsewhere', { topicsAfterAbout: topicsOf(statement, words) }), words)];
}

function sidesOf(statements: readonly Statement[], words: Words): SideBar[] {
  return STANCES.flatMap((stance) =>
    statements
      .filter((statement) => statement.stance === stance && statement.topics.length > 0)
      .map((statement) => {
        const size = sizeOf(statement);
        const last = statement.laterCounts.at(-1);
        return {
          stance,
          id: statement.id,
          ...size,
          later: Math.max(0, ...statement.laterCounts.map(({ count }) => count - size.named - size.unnamed)),
          count: countInWords(statement, words),
          label: words.say(`card.sides.${stance}`, { date: words.date(statement.date) }),
          ...(last && { laterLabel: laterInWords(statement, last, words) }),
        };
      }),
  );
}

function laterInWords(statement: Statement, { count, date }: Statement['laterCounts'][number], words: Words): string {
  if (!date) return words.say('card.sides.countedLater', { count });
  const year = date.slice(0, 4) !== statement.date.slice(0, 4);
  return words.say('card.sides.countedBy', { count, date: words.date(date, { year }) });
}

function listOf(dataset: Dataset, statement: Statement, words: Words): StatementContext['list'] {
  const votes = voteCounts(statement);
  const voters = votes && votes.yes + votes.no + votes.abstained;
  const gap = gapOf(statement, words);
  const total = voters === undefined ? countInWords(statement, words) : words.number(voters);
  return {
    completeness: statement.list,
    title: voters === undefined ? listTitle(statement, words) : words.say('card.list.voters', { count: voters }),
    ...(gap && { gap }),
    groups: groupsOf(dataset, statement, words),
    joinedLater: byDay(dataset, joinedLater(statement), ({ signed }) => signed.date, words),
    withdrew: byDay(dataset, withdrawn(statement), ({ withdrew }) => withdrew.date, words),
    searchLabel: words.say('card.list.search', { count: total }),
  };
}

function listTitle(statement: Statement, words: Words): string {
  const { named, unnamed } = sizeOf(statement);
  const { list, announcedCount, approximateCount } = statement;
  const count = countInWords(statement, words);
  if (list === 'full') {
    return announcedCount === null
      ? words.say('card.list.listed', { count: named })
      : words.say('card.list.signatories', { count });
  }
  if (named === 0) {
    return approximateCount
      ? words.say('card.list.noneNamed.approximate', { count })
      : words.say('card.list.noneNamed', { count: unnamed });
  }
  return unnamed > 0 ? words.say('card.list.partlyNamed', { named, count }) : words.say('card.list.uncertain', { named });
}

function gapOf(statement: Statement, words: Words): string | undefined {
  if (statement.votes || statement.list === 'full') return undefined;
  if (statement.group) return words.say('card.gap.group');
  const { named, unnamed } = sizeOf(statement);
  if (named === 0) return words.say('card.gap.nobodyKnown');
  return unnamed > 0 && !statement.approximateCount
    ? words.say('card.gap.someUnknown', { count: unnamed })
    : words.say('card.gap.uncertain');
}

/** The members of the group in whose name it was made, without those that are named and so in the list itself. */
function unnamedMembers(statement: Statement): CountryCode[] {
  const named = new Set(signaturesOf(statement).map(({ country }) => country));
  return (statement.group?.members ?? []).filter((code) => !named.has(code));
}

function groupsOf(dataset: Dataset, statement: Statement, words: Words): CountryGroup[] {
  const signatures = announcedSignatures(statement);
  const codes = signatures.map((signature) => signature.country);
  return groupByRegion(dataset, codes).map(({ group, countries }) => ({
    label: regionInWords(group, words),
    countries: signatures
      .filter((signature) => countries.some((country) => country.code === signature.country))
      .map((signature) => listed(dataset, signature, statement, words))
      .toSorted(byName(words)),
  }));
}

function listed(dataset: Dataset, { country, withdrew }: Signature, statement: Statement, words: Words): ListedCountry {
  const remarks = [
    ...(country === statement.deliveredBy ? [words.say('card.remark.readOut')] : []),
    ...(withdrew ? [words.say('card.remark.withdrew', { when: eventDateInSentence(withdrew.date, words) })] : []),
  ];
  return {
    code: country,
    name: nameOf(dataset, country, words),
    ...(remarks.length > 0 && { remark: clauses(remarks, words) }),
  };
}

function byDay<S extends Signature>(
  dataset: Dataset,
  signatures: readonly S[],
  dayOf: (signature: S) => EventDate,
  words: Words,
): CountryGroup[] {
  const byLatest = signatures.toSorted((a, b) => latest(dayOf(a)).localeCompare(latest(dayOf(b))));
  return [...Map.groupBy(byLatest, (signature) => eventDate(dayOf(signature), words))].map(([label, group]) => ({
    label,
    countries: group.map(({ country }) => ({ code: country, name: nameOf(dataset, country, words) })).toSorted(byName(words)),
  }));
}

function votesOf(dataset: Dataset, statement: Statement, words: Words): VoteColumn[] {
  const { votes } = statement;
  if (!votes) return [];
  return (['yes', 'no', 'abstain'] as const).map((choice) => ({
    choice,
    label: words.say(`card.vote.${choice}`),
    countries: votes[choice]
      .map((code) => {
        const remark = askedOtherwise(statement, code, words);
        return { code, name: nameOf(dataset, code, words), ...(remark && { remark }) };
      })
      .toSorted(byName(words)),
  }));
}

/** "asked on 7 October 2022 to be recorded in favour"; undefined where the country let its vote stand. */
export function askedOtherwise(statement: Statement, code: CountryCode, words: Words): string | undefined {
  const correction = voteCorrections(statement).find((each) => each.country === code);
  if (!correction) return undefined;
  const { date, requested } = correction;
  return words.say('card.remark.askedOtherwise', { when: eventDateInSentence(date, words), requested });
}

function eventsOf(dataset: Dataset, statement: Statement, words: Words): TextRun[][] {
  // Whoever withdrew is known by name, too, and may be among those counted.
  const named = signaturesOf(statement).length;
  const last = statement.laterCounts.at(-1);
  const counted = (later: Statement['laterCounts'][number]) => {
    const isTold = later === last && later.count > named;
    const values = { count: later.count, named, ...(later.date && { date: words.date(later.date) }) };
    if (later.date) return words.say(isTold ? 'card.events.countedBy.named' : 'card.events.countedBy', values);
    return words.say(isTold ? 'card.events.countedLater.named' : 'card.events.countedLater', values);
  };
  return [
    ...statement.laterCounts.map((later) => [ours(counted(later), words)]),
    ...withdrawn(statement).flatMap(({ country, withdrew: { note } }) => {
      const who = words.say('card.events.countryBehindWhichItsNoteFollows', { country: nameOf(dataset, country, words) });
      return note ? [[ours(who, words), words.recordText(note)]] : [];
    }),
    ...voteCorrections(statement).map(({ country, recorded: was, requested, date }) => {
      const values = {
        country: nameOf(dataset, country, words),
        recorded: was,
        requested,
        when: eventDateInSentence(date, words),
      };
      return [ours(words.say('card.events.askedOtherwise', values), words)];
    }),
  ];
}

function recordOfMaking(statement: Statement, words: Words): TextRun[] {
  const { forum, date, madePublic, confidence, announcedCount, votes, listOrigins } = statement;
  const told = [
    ...(madePublic && madePublic !== date ? [words.say('card.record.madePublic', { date: words.date(madePublic) })] : []),
    ...(announcedCount === null && !votes ? [words.say('card.record.noNumber')] : []),
    // Of several origins, none is shown to copy another. Where no list is known, there is none.
    ...(listOrigins.length > 0 ? [words.say('card.record.origins', { count: listOrigins.length })] : []),
    words.say(`card.record.confidence.${confidence}`),
  ];
  const where = words.recordText(forum);
  return [{ ...where, text: `${where.text}${words.say('card.fullStop')}` }, ours(sentences(told, words), words)];
}

function quotesOf(statement: Statement, own: boolean, words: Words): QuoteLine[] {
  const what = `card.quote.${KINDS[statement.kind]}` as const;
  return statement.quotes.map(({ text, by, source }) => {
    const { publisher } = statement.sources[source] ?? {};
    const dated = { date: words.date(statement.date) };
    const whose = by ? words.recordText(by) : ours(own ? words.say(what) : words.say(`${what}.dated`, dated), words);
    const isPrinter = publisher === undefined || (by ?? '').includes(publisher);
    return {
      stance: statement.stance,
      text: { text, language: languageOf(statement.sources[source]) },
      attribution: isPrinter ? whose : { ...whose, text: words.say('card.quote.printed', { whose: whose.text, publisher }) },
    };
  });
}

/** The language of what is quoted from a source, and of its title. */
export function languageOf(source: Source | undefined): string {
  const { languages = [] } = source ?? {};
  return languages.includes('en') ? 'en' : (languages[0] ?? 'en');
}

function relationOf(statement: Statement, counterpart: Statement, words: Words): string {
  const days = Math.round((Date.parse(counterpart.date) - Date.parse(statement.date)) / DAY);
  if (days === 0) return words.say('card.other.sameDay');
  return words.say(days > 0 ? 'card.other.later' : 'card.other.earlier', { days: Math.abs(days) });
}

/** A source as readers are told of it. */
export function sourceLine(source: Source, words: Words): SourceLine {
  const [readers] = words.language.split('-');
  const isReaders = source.languages.some((tag) => tag === readers);
  return {
    publisher: source.publisher,
    title: source.title,
    url: source.url,
    date: source.date && words.date(source.date),
    language: isReaders ? null : words.list(source.languages.map(words.languageName)),
    kind: words.say(`card.source.${source.tier}`),
  };
}

function byName({ compare }: Words): (a: ListedCountry, b: ListedCountry) => number {
  return (a, b) => compare(a.name, b.name);
}

/** As answerOf, of a statement and a country at hand. */
export function answerFor(dataset: Dataset, statement: Statement, country: Country, words: Words): CountryAnswer {
  const signature = signatureOf(statement, country.code);
  const note = [signature?.signed.note, signature?.withdrew?.note].filter((each) => each !== undefined).map(words.recordText);
  const position = positionOf(dataset, statement, country.code);
  const { date, sources } = basisOf(dataset, statement, country.code, position);
  const answer = (text: string, certainty: CountryAnswer['certainty']): CountryAnswer => ({
    code: country.code,
    name: words.country(country),
    answer: text,
    sources: bestSources(sources, SOURCES_OF_AN_ANSWER).map((source) => sourceLine(source, words)),
    certainty,
    ...(note.length > 0 && { note }),
  });
  const vote = (choice: VoteColumn['choice']) => {
    const asked = askedOtherwise(statement, country.code, words);
    return answer(clauses([words.say(`card.answer.voted.${choice}`), ...(asked ? [asked] : [])], words), 'on-list');
  };
  const day = date === undefined ? '' : eventDate(date, words);
  const when = date === undefined ? '' : eventDateInSentence(date, words);
  switch (position) {
    case 'signed':
      // Of a text that nobody has seen, only who is named with it is known.
      if (statement.topics.length === 0) return answer(words.say('card.answer.takingPart'), 'on-list');
      return answer(words.say('card.answer.signedOn', { when }), 'on-list');
    case 'joined-later':
      return answer(words.say('card.answer.joined', { date: day }), 'on-list');
    case 'withdrew':
      return answer(words.say('card.answer.withdrew', { when }), 'on-list');
    case 'voted-yes':
      return vote('yes');
    case 'voted-no':
      return vote('no');
    case 'abstained':
      return vote('abstain');
    case 'group-member':
      return answer(words.say('card.answer.groupMember'), 'not-known');
    case 'not-on-list':
      return answer(
        statement.votes ? whyNoVote(dataset, statement, country, words) : words.say('card.answer.notOnList'),
        'not-on-list',
      );
    case 'not-announced':
      return answer(words.say('card.answer.notAnnounced'), 'not-known');
    case 'not-known':
      return answer(words.say('card.answer.notKnown'), 'not-known');
    default:
      return position satisfies never;
  }
}

function whyNoVote(dataset: Dataset, { body, date }: Statement, country: Country, words: Words): string {
  const wasMember = body === 'HRC' ? isCouncilMember(dataset, country.code, date) : undefined;
  return wasMember === false
    ? words.say('card.answer.notMember', { date: words.date(date) })
    : words.say('card.answer.didNotVote');
}

function statementText(context: StatementContext, words: Words): string {
  const named = (groups: readonly CountryGroup[]) =>
    groups.map(({ label, countries }) =>
      labelled(
        remarked(label, words.number(countries.length), words),
        commas(
          countries.map(({ name, remark }) => remarked(name, remark, words)),
          words,
        ),
        words,
      ),
    );
  const { list, document } = context;
  return [
    sentences([clauses([context.headline, context.subhead], words)], words),
    sentences([clauses(context.meta, words)], words),
    ...(context.notice ? [plainRuns(context.notice, words)] : []),
    ...context.articleCheck,
    ...asOfText(context.asOf, words),
    list.gap ? sentences([list.title, list.gap], words) : list.title,
    ...named(context.votes.length > 0 ? context.votes : list.groups),
    ...named(list.joinedLater).map((line) => words.say('card.text.joinedLater', { groupWithItsCountries: line })),
    ...named(list.withdrew).map((line) => words.say('card.text.withdrew', { groupWithItsCountries: line })),
    ...context.events.map((event) => plainRuns(event, words)),
    ...context.caveats.map(({ text }) => text),
    words.say('card.text.sources'),
    ...(document
      ? [
          labelled(
            document.verified ? document.symbol : words.say('card.text.symbolNotVerified', { symbol: document.symbol }),
            document.url,
            words,
          ),
        ]
      : []),
    ...context.sources.map(({ publisher, kind, date, url }) => {
      const source = clauses([publisher, kind, ...(date ? [date] : [])], words);
      return url ? labelled(source, url, words) : source;
    }),
    context.updated,
  ].join('\n');
}

function asOfText(asOf: AsOf | undefined, words: Words): string[] {
  if (!asOf) return [];
  const { title, known, since, unsure } = asOf;
  return [
    labelled(title, known, words),
    ...since.map((change) => words.say('card.text.since', { change })),
    ...unsure.map((change) => words.say('card.text.thenOrSince', { change })),
  ];
}

function countryText(context: CountryContext, words: Words): string {
  const line = ({ date, position, headline }: CountryContext['parts'][number]['rows'][number]) =>
    labelled(date, remarked(position, headline, words), words);
  return [
    sentences([context.fullHeadline, context.subhead], words),
    ...(context.gap ? [context.gap] : []),
    ...context.changes,
    ...context.parts.flatMap(({ label, rows, notKnown }) => [
      labelled(label, '', words).trimEnd(),
      ...[...rows, ...notKnown].map(line),
    ]),
    context.updated,
  ].join('\n');
}
