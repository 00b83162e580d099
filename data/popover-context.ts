/**
 * What a card says: turns a statement, a choice between statements, or the whole record into words and numbers
 * ready to render. Both sides are worded here, by the same functions. Knows nothing of Preact or of the page;
 * facts come from queries.ts, looks from components/. The card of a country is country-context.ts's.
 */
import { articleCheck } from './article-check.ts';
import { type AsOf, recordAsOf, statementAsOf } from './as-of.ts';
import type { CountryContext } from './country-context.ts';
import type { Reason } from './detection/mention.ts';
import type { ReadNumber } from './detection/numbers.ts';
import { latest } from './event-date.ts';
import {
  capitalised,
  countInWords,
  DAY,
  DID,
  dateInWords,
  eventDateInWords,
  listInWords,
  lowerFirst,
  NBSP,
  nameOf,
  on,
  RECORDED,
  regionInWords,
  STANCES,
  updatedLine,
  voteCounts,
  withArticle,
} from './in-words.ts';
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
  isInTally,
  joinedLater,
  latestPair,
  positionOf,
  type Signature,
  signatureOf,
  signaturesAsOf,
  statementById,
  voteCorrections,
  withdrawn,
} from './queries.ts';
import type { Country, CountryCode, Dataset, EventDate, Source, Stance, Statement, StatementId } from './schema.ts';
import { bestSources } from './source-tiers.ts';

/** What a mention refers to. */
export type PopoverTarget =
  | { readonly kind: 'xinjiang' }
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
  readonly text: string;
  readonly attribution: string;
}

export interface SourceLine {
  readonly publisher: string;
  readonly title: string | null;
  /** null: seen only in a copy that readers are not sent to; named, not linked. */
  readonly url: string | null;
  readonly date: string | null;
  /** Names of the languages, only where English is not among them: "German". */
  readonly language: string | null;
  /** "press", "state media". */
  readonly kind: string;
}

export interface FactLine {
  readonly claim: string;
  readonly attribution: string;
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

export interface VoteColumn {
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
  readonly notice?: string;
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
  readonly group?: { readonly name: string; readonly members: readonly ListedCountry[]; readonly note: string };
  /** What changed after it was announced, in sentences. */
  readonly events: readonly string[];
  readonly summary: string;
  /** Forum in full, when it became public, how sure the record is. */
  readonly record: string;
  /** Of this statement first, of the other side's second. */
  readonly quotes: readonly QuoteLine[];
  readonly other?: StatementLine & { readonly relation: string };
  readonly facts: readonly FactLine[];
  readonly caveats: readonly string[];
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

export interface RecordRow {
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
  readonly note?: string;
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
export function contextFor(dataset: Dataset, target: PopoverTarget, article: Article = {}): PopoverContext {
  if (target.kind === 'xinjiang') return regionContext(dataset, article);
  const linked = target.link.flatMap((id) => statementById(dataset, id) ?? []);
  const [only, ...others] = linked;
  if (!only) return regionContext(dataset, article);
  return others.length === 0 ? statementContext(dataset, only, target, article) : choiceContext(dataset, linked, target.reasons);
}

/** How a search over a statement's list is answered: one answer per matching country of the world, best match first. */
export function answersFor(dataset: Dataset, id: StatementId, query: string): CountryAnswer[] {
  const statement = statementById(dataset, id);
  if (!statement) return [];
  return findCountries(dataset, query).map((country) => answerFor(dataset, statement, country));
}

/** What is known of one country and one statement; undefined where the dataset lacks either. */
export function answerOf(dataset: Dataset, id: StatementId, code: CountryCode): CountryAnswer | undefined {
  const [statement, country] = [statementById(dataset, id), countryByCode(dataset, code)];
  return statement && country && answerFor(dataset, statement, country);
}

/** The card as plain text to paste: headline, where and when, the names known, and where to check them. */
export function plainText(context: PopoverContext): string {
  switch (context.kind) {
    case 'statement':
      return statementText(context);
    case 'choice':
      return [
        context.headline,
        ...context.candidates.map((line) => `- ${line.headline} (${line.meta.join(', ')})`),
        context.updated,
      ].join('\n');
    case 'region':
      return [
        `${context.headline}. ${context.subhead}.`,
        ...asOfText(context.asOf),
        ...context.table.map((row) => `${row.date}: ${row.what}, ${row.count}`),
        context.note,
        context.updated,
      ].join('\n');
    case 'country':
      return countryText(context);
    default:
      return context satisfies never;
  }
}

/** The short form of a statement: "22 countries voiced concern", and where and when. */
export function statementLine(statement: Statement): StatementLine {
  return { id: statement.id, stance: statement.stance, headline: headlineOf(statement), meta: metaOf(statement) };
}

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const KINDS = { letter: 'Letter', 'joint-statement': 'Statement', vote: 'Vote' } as const;
const BODIES = { HRC: 'UN Human Rights Council', 'UNGA-3C': 'UN Third Committee' } as const;
const TOPICS = { xinjiang: 'Xinjiang', 'hong-kong': 'Hong Kong', tibet: 'Tibet' } as const;
const TIERS: Record<Source['tier'], string> = {
  primary: 'primary source',
  press: 'press',
  research: 'research',
  'state-media': 'state media',
  advocacy: 'advocacy',
  evidence: 'copy',
};
const CHOICES = { yes: 'In favour', no: 'Against', abstain: 'Abstained' } as const;
const SOURCES_OF_AN_ANSWER = 2;

function statementContext(
  dataset: Dataset,
  statement: Statement,
  { link, reasons, counts }: Extract<PopoverTarget, { kind: 'statement' }>,
  { date, passage }: Article,
): StatementContext {
  const asOf = date === undefined ? undefined : statementAsOf(dataset, statement, date);
  // Of several statements only one may be known here; then the text meant another.
  const mention = passage && link.length === 1 ? { ...passage, reasons, ...(counts && { counts }) } : undefined;
  const counterpart = counterpartOf(dataset, statement);
  const group = statement.group;
  const document = documentLink(statement);
  const notice = noticeOf(statement);
  return {
    kind: 'statement',
    id: statement.id,
    stance: statement.stance,
    headline: headlineOf(statement),
    subhead: subheadOf(dataset, statement),
    meta: metaOf(statement),
    ...(notice && { notice }),
    ...(asOf && { asOf }),
    articleCheck: mention ? articleCheck(dataset, statement, mention, date) : [],
    sides: sidesOf([statement, ...(counterpart ? [counterpart] : [])]),
    list: listOf(dataset, statement),
    votes: votesOf(dataset, statement),
    ...(group && {
      group: {
        name: group.name,
        members: group.members.map((code) => ({ code, name: nameOf(dataset, code) })),
        note: group.note,
      },
    }),
    events: eventsOf(dataset, statement),
    summary: statement.summary,
    record: recordOfMaking(statement),
    quotes: [statement, ...(counterpart ? [counterpart] : [])].flatMap((each) => quotesOf(each, each === statement)),
    ...(counterpart && { other: { ...statementLine(counterpart), relation: relationOf(statement, counterpart) } }),
    facts: factsFor(dataset, statement).map((fact) => ({
      claim: fact.claim,
      attribution: fact.attributedTo,
      source: fact.sources[0] ? sourceLine(fact.sources[0]) : null,
    })),
    caveats: statement.caveats,
    sources: statement.readerSources.flatMap((index) => statement.sources[index] ?? []).map(sourceLine),
    ...(document && { document }),
    reasons,
    updated: updatedLine(dataset),
  };
}

function choiceContext(dataset: Dataset, statements: readonly Statement[], reasons: readonly Reason[]): ChoiceContext {
  return {
    kind: 'choice',
    headline: `This could be one of ${NUMBERS[statements.length] ?? statements.length}`,
    subhead: 'The text does not settle which. Best match first.',
    meta: ['More than one match'],
    candidates: statements.map(statementLine),
    reasons,
    updated: updatedLine(dataset),
  };
}

function regionContext(dataset: Dataset, { date }: Article): RegionContext {
  const asOf = date === undefined ? undefined : recordAsOf(dataset, date);
  const sides = STANCES.map((stance) => ({
    stance,
    statements: dataset.statements.filter((statement) => isInTally(statement) && statement.stance === stance),
  }));
  const votes = dataset.statements.filter((statement) => statement.votes);
  const shown = dataset.statements.filter((statement) => isInTally(statement) || statement.votes);
  const years = shown.map((statement) => statement.date.slice(0, 4));
  const textUnknown = dataset.statements.filter((statement) => statement.topics.length === 0).length;
  const elsewhere = dataset.statements.length - shown.length - textUnknown;
  const [concern, support] = sides.map((side) => side.statements.length);
  const latest = latestPair(dataset);
  return {
    kind: 'region',
    headline: `Since ${years[0]} states voiced concern ${concern}${NBSP}times, support ${support}${NBSP}times`,
    subhead: `Joint letters and statements about Xinjiang at the UN, and ${votes.length === 1 ? 'one vote' : `${votes.length} votes`}`,
    meta: ['Xinjiang at the UN', `${years[0]}–${years.at(-1)}`],
    ...(asOf && { asOf }),
    sides: sides.map(({ stance, statements }) => ({
      stance,
      label: capitalised(DID[stance]),
      bars: statements.map((statement) => ({
        ...statementLine(statement),
        ...sizeOf(statement),
        year: Number(statement.date.slice(0, 4)),
        count: countInWords(statement),
      })),
    })),
    latest: latest ? STANCES.map((stance) => statementLine(latest[stance])) : [],
    votes: votes.map(statementLine),
    table: shown.map((statement) => {
      const { named, unnamed } = sizeOf(statement);
      return {
        id: statement.id,
        date: dateInWords(statement.date),
        what: capitalised(statement.stance ?? KINDS[statement.kind]),
        count: voteCounts(statement)?.join('–') ?? countInWords(statement),
        named: statement.votes ? 'all' : String(named),
        ...(unnamed > 0 && !statement.votes && { unnamed: `${statement.approximateCount ? 'rest' : unnamed} not known` }),
      };
    }),
    note:
      'One bar a statement, as high as the number of countries announced; hatched where they are not known by name. ' +
      `Left out: ${textUnknown} statements whose text is not known and ${elsewhere} on Hong Kong alone.`,
    updated: updatedLine(dataset),
  };
}

/** How many countries announced the statement, and how many of them are known by name. */
function sizeOf(statement: Statement): { named: number; unnamed: number } {
  const named = announcedSignatures(statement).length;
  const announced = statement.announcedCount ?? statement.approximateCount?.near ?? named;
  return { named, unnamed: Math.max(0, announced - named) };
}

function headlineOf(statement: Statement): string {
  const { votes, group, topics, stance } = statement;
  if (votes) {
    const [yes, no, abstained] = voteCounts(statement) ?? [];
    return `The draft was ${votes.outcome}: ${yes}${NBSP}yes, ${no}${NBSP}no, ${abstained}${NBSP}abstained`;
  }
  if (topics.length === 0 || stance === null) {
    const who =
      group && group.members.length === statement.announcedCount
        ? group.name
        : `${capitalised(countInWords(statement))} countries`;
    return `${capitalised(who)}: ${KINDS[statement.kind].toLowerCase()}, text not known`;
  }
  const where = topics.includes('xinjiang') ? '' : ` on ${topicsOf(statement)}`;
  return `${capitalised(countInWords(statement))} countries ${DID[stance]}${where}`;
}

/** What follows the headline: "in a joint letter about Xinjiang, read out by Cuba". */
export function subheadOf(dataset: Dataset, statement: Statement): string {
  const by = statement.deliveredBy && withArticle(nameOf(dataset, statement.deliveredBy));
  if (statement.votes) return `on a draft decision about ${topicsOf(statement)}${by ? `, introduced by ${by}` : ''}`;
  const what = `in a joint ${statement.kind === 'letter' ? 'letter' : 'statement'}`;
  const about = statement.topics.length > 0 ? ` about ${topicsOf(statement)}` : '';
  return `${what}${about}${by ? `, read out by ${by}` : ''}`;
}

function metaOf(statement: Statement): string[] {
  const where = statement.body ? [KINDS[statement.kind], BODIES[statement.body]] : [statement.forum];
  return [...where, dateInWords(statement.date)];
}

function topicsOf(statement: Statement): string {
  return listInWords(statement.topics.map((topic) => TOPICS[topic]));
}

function noticeOf(statement: Statement): string | undefined {
  if (statement.votes) return undefined;
  if (statement.topics.length === 0) {
    return [
      'Its text is not known, and it is outside the counts.',
      statement.stance && statement.stanceBasis && `It ${DID[statement.stance]}, ${lowerFirst(statement.stanceBasis)}`,
      statement.group && 'It was made in the name of a group; members of the group are not counted as signatories.',
    ]
      .filter(Boolean)
      .join(' ');
  }
  if (statement.topics.includes('xinjiang')) return undefined;
  return `About ${topicsOf(statement)}, not Xinjiang. It is recorded because the two are easily confused, and is outside the counts.`;
}

function sidesOf(statements: readonly Statement[]): SideBar[] {
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
          count: countInWords(statement),
          label: `${stance}, ${dateInWords(statement.date)}`,
          ...(last && { laterLabel: laterInWords(statement, last) }),
        };
      }),
  );
}

function laterInWords(statement: Statement, later: Statement['laterCounts'][number]): string {
  if (!later.date) return `${later.count} later`;
  return `${later.count} by ${dateInWords(later.date, { year: later.date.slice(0, 4) !== statement.date.slice(0, 4) })}`;
}

function listOf(dataset: Dataset, statement: Statement): StatementContext['list'] {
  const voters = voteCounts(statement)?.reduce((sum, count) => sum + count);
  const gap = gapOf(statement);
  return {
    completeness: statement.list,
    title: voters === undefined ? listTitle(statement) : `How the ${voters} members voted`,
    ...(gap && { gap }),
    groups: groupsOf(dataset, statement),
    joinedLater: byDay(dataset, joinedLater(statement), ({ signed }) => signed.date),
    withdrew: byDay(dataset, withdrawn(statement), ({ withdrew }) => withdrew.date),
    searchLabel: `Find a country among ${voters ?? countInWords(statement)}`,
  };
}

function listTitle(statement: Statement): string {
  const { named, unnamed } = sizeOf(statement);
  const total = countInWords(statement);
  if (statement.list === 'full')
    return statement.announcedCount === null ? `The ${named} on the list` : `The ${total} signatories`;
  if (named === 0) return `None of ${statement.approximateCount ? '' : 'the '}${total} known by name`;
  return unnamed > 0 ? `${named} of ${total} known by name` : `${named} known by name, the list is not certain`;
}

function gapOf(statement: Statement): string | undefined {
  if (statement.votes || statement.list === 'full') return undefined;
  const { named, unnamed } = sizeOf(statement);
  if (named === 0) return 'Which countries took part is not known.';
  const missing =
    unnamed > 0 && !statement.approximateCount
      ? `${capitalised(countOf(unnamed))} not known by name.`
      : 'The list may be incomplete.';
  return `${missing} A country that is not listed here may have taken part.`;
}

function countOf(count: number): string {
  return count === 1 ? 'one is' : `${count} are`;
}

function groupsOf(dataset: Dataset, statement: Statement): CountryGroup[] {
  const signatures = announcedSignatures(statement);
  const codes = signatures.map((signature) => signature.country);
  return groupByRegion(dataset, codes).map(({ group, countries }) => ({
    label: regionInWords(group),
    countries: signatures
      .filter((signature) => countries.some((country) => country.code === signature.country))
      .map((signature) => listed(dataset, signature, statement))
      .toSorted(byName),
  }));
}

function listed(dataset: Dataset, signature: Signature, statement: Statement): ListedCountry {
  const remarks = [
    signature.country === statement.deliveredBy && 'read it out',
    signature.withdrew && `withdrew ${eventDateInWords(signature.withdrew.date)}`,
  ].filter(Boolean);
  return {
    code: signature.country,
    name: nameOf(dataset, signature.country),
    ...(remarks.length > 0 && { remark: remarks.join(', ') }),
  };
}

function byDay<S extends Signature>(
  dataset: Dataset,
  signatures: readonly S[],
  dayOf: (signature: S) => EventDate,
): CountryGroup[] {
  const byLatest = signatures.toSorted((a, b) => latest(dayOf(a)).localeCompare(latest(dayOf(b))));
  return [...Map.groupBy(byLatest, (signature) => eventDateInWords(dayOf(signature)))].map(([label, group]) => ({
    label: capitalised(label),
    countries: group.map(({ country }) => ({ code: country, name: nameOf(dataset, country) })).toSorted(byName),
  }));
}

function votesOf(dataset: Dataset, statement: Statement): VoteColumn[] {
  const { votes } = statement;
  if (!votes) return [];
  return (['yes', 'no', 'abstain'] as const).map((choice) => ({
    choice,
    label: CHOICES[choice],
    countries: votes[choice]
      .map((code) => {
        const remark = askedOtherwise(statement, code);
        return { code, name: nameOf(dataset, code), ...(remark && { remark }) };
      })
      .toSorted(byName),
  }));
}

/** "asked on 7 October 2022 to be recorded in favour"; undefined where the country let its vote stand. */
function askedOtherwise(statement: Statement, code: CountryCode): string | undefined {
  const correction = voteCorrections(statement).find((each) => each.country === code);
  return correction && `asked ${on(correction.date)} to be ${RECORDED[correction.requested]}`;
}

function eventsOf(dataset: Dataset, statement: Statement): string[] {
  const standing = signaturesAsOf(statement).length;
  const last = statement.laterCounts.at(-1);
  return [
    ...statement.laterCounts.map((later) => {
      const counted = `${later.count} ${later.date ? `were counted by ${dateInWords(later.date)}` : 'were counted later'}`;
      return later === last && later.count > standing
        ? `${counted}; ${standing} ${standing === 1 ? 'is' : 'are'} known by name.`
        : `${counted}.`;
    }),
    ...withdrawn(statement).flatMap(({ country, withdrew }) =>
      withdrew.note ? [`${nameOf(dataset, country)}: ${withdrew.note}`] : [],
    ),
    ...voteCorrections(statement).map(
      ({ country, recorded, requested, date }) =>
        `${nameOf(dataset, country)}, ${RECORDED[recorded]}, asked ${on(date)} to be ${RECORDED[requested]}. ` +
        'The announced result stands.',
    ),
  ];
}

function recordOfMaking(statement: Statement): string {
  const { forum, date, madePublic, confidence } = statement;
  return [
    `${forum}.`,
    madePublic && madePublic !== date && `Made public on ${dateInWords(madePublic)}.`,
    statement.announcedCount === null && !statement.votes && 'No exact number was announced.',
    originsInWords(statement),
    `Confidence in this record: ${confidence}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** How many origins the names go back to; nothing where no list is known. Of several, none is shown to copy another. */
function originsInWords({ listOrigins }: Statement): string | undefined {
  const count = listOrigins.length;
  if (count === 0) return undefined;
  return count === 1
    ? 'The names come from one source.'
    : `The names come from up to ${NUMBERS[count] ?? count} separate sources.`;
}

function quotesOf(statement: Statement, own: boolean): QuoteLine[] {
  return statement.quotes.map((quote) => {
    const publisher = statement.sources[quote.source]?.publisher;
    const what = statement.votes ? 'the record of the vote' : `the ${KINDS[statement.kind].toLowerCase()}`;
    const whose = quote.by ?? (own ? what : `${what} of ${dateInWords(statement.date)}`);
    return {
      stance: statement.stance,
      text: quote.text,
      attribution: publisher && !whose.includes(publisher) ? `${whose}, as printed by ${publisher}` : whose,
    };
  });
}

function relationOf(statement: Statement, counterpart: Statement): string {
  const days = Math.round((Date.parse(counterpart.date) - Date.parse(statement.date)) / DAY);
  if (days === 0) return 'The other side, the same day';
  const apart = Math.abs(days) === 1 ? 'one day' : `${NUMBERS[Math.abs(days)] ?? Math.abs(days)} days`;
  return `The other side, ${apart} ${days > 0 ? 'later' : 'earlier'}`;
}

/** A source as readers are told of it. */
export function sourceLine(source: Source): SourceLine {
  const foreign = source.languages.includes('en') ? [] : source.languages;
  return {
    publisher: source.publisher,
    title: source.title,
    url: source.url,
    date: source.date && dateInWords(source.date),
    language: foreign.length > 0 ? languagesInWords(foreign) : null,
    kind: TIERS[source.tier],
  };
}

function languagesInWords(tags: readonly string[]): string {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  return listInWords(tags.map((tag) => names.of(tag) ?? tag));
}

function byName(a: ListedCountry, b: ListedCountry): number {
  return a.name.localeCompare(b.name, 'en');
}

/** As answerOf, of a statement and a country at hand. */
export function answerFor(dataset: Dataset, statement: Statement, country: Country): CountryAnswer {
  const signature = signatureOf(statement, country.code);
  const note = [signature?.signed.note, signature?.withdrew?.note].filter(Boolean).join(' ');
  const position = positionOf(dataset, statement, country.code);
  const { sources } = basisOf(dataset, statement, country.code, position);
  const answer = (text: string, certainty: CountryAnswer['certainty']): CountryAnswer => ({
    code: country.code,
    name: country.name,
    answer: text,
    sources: bestSources(sources, SOURCES_OF_AN_ANSWER).map(sourceLine),
    certainty,
    ...(note && { note }),
  });
  const vote = (text: string) => answer([text, askedOtherwise(statement, country.code)].filter(Boolean).join(', '), 'on-list');
  switch (position) {
    case 'signed':
      // Of a text that nobody has seen, only who is named with it is known.
      if (statement.topics.length === 0) return answer('Named as taking part', 'on-list');
      return answer(`Signed${signature ? ` ${on(signature.signed.date)}` : ''}`, 'on-list');
    case 'joined-later':
      return answer(`Joined later${signature ? `, ${eventDateInWords(signature.signed.date)}` : ''}`, 'on-list');
    case 'withdrew':
      return answer(`Signed, withdrew${signature?.withdrew ? ` ${on(signature.withdrew.date)}` : ''}`, 'on-list');
    case 'voted-yes':
      return vote('Voted in favour');
    case 'voted-no':
      return vote('Voted against');
    case 'abstained':
      return vote('Abstained');
    case 'group-member':
      return answer('Not a signatory, but a member of the group in whose name it was made', 'not-known');
    case 'not-on-list':
      return answer(statement.votes ? whyNoVote(dataset, statement, country) : 'Not on the list', 'not-on-list');
    case 'not-announced':
      return answer('Not among those announced; not all who joined later are known', 'not-known');
    case 'not-known':
      return answer('Not known: the list is incomplete', 'not-known');
    default:
      return position satisfies never;
  }
}

function whyNoVote(dataset: Dataset, { body, date }: Statement, country: Country): string {
  const wasMember = body === 'HRC' ? isCouncilMember(dataset, country.code, date) : undefined;
  return wasMember === false ? `Not a member of the Council in ${date.slice(0, 4)}` : 'Did not vote';
}

function statementText(context: StatementContext): string {
  const named = (groups: readonly CountryGroup[]) =>
    groups.map(({ label, countries }) => `${label} (${countries.length}): ${countries.map(nameAndRemark).join(', ')}`);
  const { list } = context;
  return [
    `${context.headline}, ${context.subhead}.`,
    `${context.meta.join(', ')}.`,
    context.notice,
    ...context.articleCheck,
    ...asOfText(context.asOf),
    list.title + (list.gap ? `. ${list.gap}` : ''),
    ...named(context.votes.length > 0 ? context.votes : list.groups),
    ...named(list.joinedLater).map((line) => `Joined later, ${lowerFirst(line)}`),
    ...named(list.withdrew).map((line) => `Withdrew, ${lowerFirst(line)}`),
    ...context.events,
    ...context.caveats,
    'Sources:',
    context.document &&
      `${context.document.symbol}${context.document.verified ? '' : ' (symbol not verified)'}: ${context.document.url}`,
    ...context.sources.map(
      (source) =>
        `${[source.publisher, source.kind, source.date].filter(Boolean).join(', ')}${source.url ? `: ${source.url}` : ''}`,
    ),
    context.updated,
  ]
    .filter((line) => typeof line === 'string')
    .join('\n');
}

function asOfText(asOf: AsOf | undefined): string[] {
  if (!asOf) return [];
  const { title, known, since, unsure } = asOf;
  return [
    `${title}: ${known}`,
    ...since.map((line) => `Since, ${lowerFirst(line)}`),
    ...unsure.map((line) => `Then or since, ${lowerFirst(line)}`),
  ];
}

function countryText(context: CountryContext): string {
  const line = (row: CountryContext['parts'][number]['rows'][number]) => `${row.date}: ${row.position} (${row.headline})`;
  return [
    `${context.fullHeadline}. ${context.subhead}.`,
    context.gap,
    ...context.changes,
    ...context.parts.flatMap(({ label, rows, notKnown }) => [`${label}:`, ...[...rows, ...notKnown].map(line)]),
    context.updated,
  ]
    .filter((text) => text !== undefined)
    .join('\n');
}

function nameAndRemark({ name, remark }: ListedCountry): string {
  return remark ? `${name} (${remark})` : name;
}
