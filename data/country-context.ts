/**
 * What the card of a country says: where it stood on every statement, what changed, and what nobody can tell. Words for statements,
 * days and answers are popover-context.ts's, facts those of queries.ts and histories.ts. Nothing here looks at which side it is.
 */
import { earliest } from './event-date.ts';
import { type SideChange, type StoppedSigning, sideChanges, stoppedSigning } from './histories.ts';
import {
  capitalised,
  clauses,
  eventDateInSentence,
  kindOfText,
  nameInSentence,
  nameOf,
  regionInWords,
  STANCES,
  SUBJECT,
  semicolons,
  updatedLine,
} from './in-words.ts';
import type { Words } from './messages.ts';
import {
  type Article,
  answerFor,
  askedOtherwise,
  type CountryAnswer,
  contextFor,
  type PopoverContext,
  type PopoverTarget,
  type StatementLine,
  statementLine,
} from './popover-context.ts';
import {
  countryByCode,
  isInTally,
  type Position,
  type RecordEntry,
  recordOf,
  type Signature,
  voteCorrections,
} from './queries.ts';
import type { Country, CountryCode, Dataset, Stance, Statement } from './schema.ts';

/** Where the country stands on one statement, which the row leads to. */
export interface CountryRow extends StatementLine, Pick<CountryAnswer, 'note' | 'sources' | 'certainty'> {
  /** Of the statement: "8 July 2019". */
  readonly date: string;
  /** "Signed", "Joined later, 12 July 2019", "Not on the list". */
  readonly position: string;
}

/** Statements that belong together: those of a side, votes, those outside the counts. */
interface CountryPart {
  readonly stance: Stance | null;
  /** "Concern: signed 11 of 13", "Support: known to have signed 0 of 16". */
  readonly label: string;
  /** Oldest first. */
  readonly rows: readonly CountryRow[];
  /** Those of which nobody can tell where the country stands, oldest first. */
  readonly notKnown: readonly CountryRow[];
}

export interface CountryContext {
  readonly kind: 'country';
  readonly code: CountryCode;
  readonly name: string;
  /** Where it stood and whether that changed, in twelve words or fewer. */
  readonly headline: string;
  /** The headline with the name in it, to be read away from the card. */
  readonly fullHeadline: string;
  readonly subhead: string;
  /** "UN member", "Asia-Pacific". */
  readonly meta: readonly string[];
  /** On how much of the record nobody can tell; missing where everything is known. */
  readonly gap?: string;
  /** Withdrawals, changes of side and the like, each with its day, oldest first. */
  readonly changes: readonly string[];
  /** Concern first, support second, then votes and what is outside the counts, as far as there are any. */
  readonly parts: readonly CountryPart[];
  /** Whether the text has its name, rather than another card. */
  readonly isNamed?: boolean;
  /** Empty: a name is all there is. */
  readonly reasons: readonly never[];
  readonly updated: string;
}

/** What a card opened from a text is about. */
export type CardTarget = PopoverTarget | { readonly kind: 'country'; readonly code: CountryCode };

/** Everything the card shows for a target, see contextFor; for a country that the dataset does not know, the record in brief. */
export function cardContext(dataset: Dataset, target: CardTarget, article: Article, words: Words): PopoverContext {
  if (target.kind !== 'country') return contextFor(dataset, target, article, words);
  const context = countryContext(dataset, target.code, words);
  return context ? { ...context, isNamed: true } : contextFor(dataset, { kind: 'related' }, article, words);
}

/** The record of a country; undefined where the dataset does not know it. */
export function countryContext(dataset: Dataset, code: CountryCode, words: Words): CountryContext | undefined {
  const country = countryByCode(dataset, code);
  if (!country) return undefined;
  const entries = recordOf(dataset, code);
  const counted = entries.filter(({ statement }) => isInTally(statement));
  const sides = STANCES.map((stance) => sideOf(stance, counted));
  const votes = entries.filter(({ statement }) => statement.votes);
  const outside = entries.filter(({ statement }) => !isInTally(statement) && !statement.votes);
  const gap = gapOf(counted, words);
  const part = (stance: Stance | null, label: string, of: readonly RecordEntry[]): CountryPart => {
    const row = (entry: RecordEntry) => rowOf(dataset, country, entry, words);
    return { stance, label, rows: of.filter((entry) => !isNotKnown(entry)).map(row), notKnown: of.filter(isNotKnown).map(row) };
  };
  return {
    kind: 'country',
    code,
    name: nameOf(dataset, code, words),
    ...headOf(dataset, country, answerOf(sides, code, words), words),
    subhead: subheadOf(code, sides, votes, words),
    ...(gap && { gap }),
    changes: changesOf(dataset, code, entries, words),
    parts: [
      ...sides.map((side) => part(side.stance, labelOf(side, words), side.entries)),
      part(null, words.say('card.country.part.votes', { count: votes.length }), votes),
      part(null, words.say('card.country.part.outside'), outside),
    ].filter(({ rows, notKnown }) => rows.length + notKnown.length > 0),
    reasons: [],
    updated: updatedLine(dataset, words),
  };
}

/** Headlines are answers, and an answer is short. */
const MOST_WORDS = 12;

interface Side {
  readonly stance: Stance;
  /** Oldest first. */
  readonly entries: readonly RecordEntry[];
  /** Those signed, withdrawn since or not. */
  readonly signed: readonly RecordEntry[];
  readonly withdrawals: number;
  /** Whether all its lists are known as far as this country goes. */
  readonly isKnown: boolean;
}

function sideOf(stance: Stance, counted: readonly RecordEntry[]): Side {
  const entries = counted.filter(({ statement }) => statement.stance === stance);
  return {
    stance,
    entries,
    signed: entries.filter(({ signature }) => signature),
    withdrawals: entries.filter(({ position }) => position === 'withdrew').length,
    isKnown: !entries.some(isNotKnown),
  };
}

/** Whether nobody can tell. A member of a group is no signatory, but known to be a member. */
function isNotKnown({ position }: RecordEntry): boolean {
  return position === 'not-known' || position === 'not-announced';
}

/** What comes after the country's name. What is known in part is never told as if it were all: "at least", "no known list". */
function answerOf(sides: readonly Side[], code: CountryCode, words: Words): string {
  const [first, second] = sides
    .filter(({ signed }) => signed.length > 0)
    .toSorted((a, b) => firstDay(a).localeCompare(firstDay(b)));
  if (!first) {
    const isKnown = sides.every((side) => side.isKnown);
    return words.say(isKnown ? 'card.country.answer.noList' : 'card.country.answer.noKnownList');
  }
  if (second) {
    const hasTurnedOnce = (first.signed.at(-1)?.statement.date ?? '') < firstDay(second);
    if (!hasTurnedOnce) return words.say('card.country.answer.inTurn');
    return words.say(
      first.stance === 'concern' ? 'card.country.answer.concernThenSupport' : 'card.country.answer.supportThenConcern',
    );
  }
  const { stance, signed, withdrawals, isKnown } = first;
  // That China voiced support for China says nothing.
  const did = code === SUBJECT ? (`ofChina.${stance}` as const) : stance;
  const answer = words.say(`card.country.answer.${did}${isKnown ? '' : '.atLeast'}`, { count: signed.length });
  return withdrawals > 0 ? words.say('card.country.answer.withdrew', { answer, count: withdrawals }) : answer;
}

function labelOf({ stance, entries, signed, isKnown }: Side, words: Words): string {
  const values = { signed: signed.length, count: entries.length };
  return words.say(`card.country.part.${stance}${isKnown ? '' : '.known'}`, values);
}

function firstDay({ signed }: Side): string {
  return signed[0]?.statement.date ?? '';
}

/** The name is in the headline where there is room for it, and above it otherwise. */
function headOf(
  dataset: Dataset,
  country: Country,
  answer: string,
  words: Words,
): Pick<CountryContext, 'headline' | 'fullHeadline' | 'meta'> {
  const place = [words.say(`card.country.membership.${country.membership}`), regionInWords(country.group, words)];
  const subject = nameInSentence(dataset, country.code, words);
  const fullHeadline = capitalised(words.say('card.country.headline', { country: subject, answer }), words);
  return fullHeadline.split(/\s+/).length <= MOST_WORDS
    ? { headline: fullHeadline, fullHeadline, meta: place }
    : { headline: capitalised(answer, words), fullHeadline, meta: [nameOf(dataset, country.code, words), ...place] };
}

/** What is counted; where the headline tells of one side, the other; how it voted. */
function subheadOf(code: CountryCode, sides: readonly Side[], votes: readonly RecordEntry[], words: Words): string {
  const other = sides.find(({ signed }) => signed.length === 0);
  const toldOf = other && sides.some(({ signed }) => signed.length > 0) ? other : undefined;
  const voted = votes.flatMap(({ statement, position }) => {
    const choice = CHOICES[position];
    if (!choice) return [];
    const vote = words.say(`card.country.subhead.voted.${choice}`, { date: words.date(statement.date) });
    const asked = askedOtherwise(statement, code, words);
    return [asked ? clauses([vote, asked], words) : vote];
  });
  return semicolons(
    [
      words.say('card.country.subhead'),
      ...(toldOf ? [words.say(`card.country.subhead.no${toldOf.isKnown ? '' : 'Known'}List.${toldOf.stance}`)] : []),
      ...voted,
    ],
    words,
  );
}

const CHOICES: Partial<Record<Position, 'yes' | 'no' | 'abstain'>> = {
  'voted-yes': 'yes',
  'voted-no': 'no',
  abstained: 'abstain',
};

function gapOf(counted: readonly RecordEntry[], words: Words): string | undefined {
  const unknown = counted.filter(isNotKnown).length;
  const count = counted.length;
  if (unknown === 0) return undefined;
  return unknown === count
    ? words.say('card.country.gap.all', { count })
    : words.say('card.country.gap.some', { unknown, count });
}

function rowOf(dataset: Dataset, country: Country, { statement, position, signature }: RecordEntry, words: Words): CountryRow {
  const { answer, note, sources, certainty } = answerFor(dataset, statement, country, words);
  // The row has the statement's day already.
  const isOfThatDay = position === 'signed' && signature?.signed.date === statement.date;
  const told = isOfThatDay && statement.topics.length > 0 ? words.say('card.answer.signed') : answer;
  const isSpeaker = signature && statement.deliveredBy === country.code;
  return {
    ...statementLine(statement, words),
    date: words.date(statement.date),
    position: isSpeaker ? clauses([told, words.say('card.remark.readOut')], words) : told,
    certainty,
    sources,
    ...(note && { note }),
  };
}

/** What happened, and the day it is to be told at. */
interface Change {
  readonly day: string;
  readonly text: string;
}

function changesOf(dataset: Dataset, code: CountryCode, entries: readonly RecordEntry[], words: Words): string[] {
  // Histories are told of everybody; of the others nothing is asked.
  const own = (statement: Statement) => ({ ...statement, events: statement.events.filter(({ country }) => country === code) });
  const alone = { ...dataset, statements: dataset.statements.map(own) };
  return [
    ...entries.flatMap(({ statement, signature }) => withdrawalOf(statement, signature, words)),
    ...entries.flatMap(({ statement }) => correctionsOf(statement, code, words)),
    ...sideChanges(alone).map((change) => changeOfSide(change, words)),
    ...STANCES.flatMap((stance) => stoppedSigning(alone, stance).map((stopped) => lastKnown(stance, stopped, words))),
  ]
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ text }) => text);
}

function withdrawalOf(statement: Statement, signature: Signature | undefined, words: Words): Change[] {
  const date = signature?.withdrew?.date;
  if (!date) return [];
  const values = { made: words.date(statement.date), when: eventDateInSentence(date, words) };
  const text = words.say(`card.country.change.withdrew.${kindOfText(statement)}`, values);
  return [{ day: earliest(date), text }];
}

function correctionsOf(statement: Statement, code: CountryCode, words: Words): Change[] {
  const made = words.date(statement.date);
  return voteCorrections(statement)
    .filter(({ country }) => country === code)
    .map(({ date, requested }) => ({
      day: earliest(date),
      text: words.say('card.country.change.askedOtherwise', { when: eventDateInSentence(date, words), requested, made }),
    }));
}

function changeOfSide({ from, to }: SideChange, words: Words): Change {
  const text = words.say(to.stance === 'concern' ? 'card.country.change.toConcern' : 'card.country.change.toSupport', {
    from: words.date(from.date),
    to: words.date(to.date),
  });
  return { day: to.date, text };
}

/** Says nothing of why, and as much of what is not known as of what is. */
function lastKnown(stance: Stance, { last, absent, unknown }: StoppedSigning, words: Words): Change {
  const [first = last] = absent;
  const values = {
    last: words.date(last.date),
    first: words.date(first.date),
    absent: absent.length,
    unknown: unknown.length,
  };
  return { day: first.date, text: words.say(`card.country.change.lastKnown.${stance}`, values) };
}
