/**
 * What the card of a country says: where it stood on every statement, what changed, and what nobody can tell. Words for statements,
 * days and answers are popover-context.ts's, facts those of queries.ts and histories.ts. Nothing here looks at which side it is.
 */
import { earliest } from './event-date.ts';
import { type SideChange, type StoppedSigning, sideChanges, stoppedSigning } from './histories.ts';
import {
  capitalised,
  DID,
  dateInWords,
  lowerFirst,
  NBSP,
  nameOf,
  on,
  regionInWords,
  STANCES,
  SUBJECT,
  updatedLine,
  withArticle,
} from './in-words.ts';
import {
  type Article,
  answerFor,
  type CountryAnswer,
  contextFor,
  type PopoverContext,
  type PopoverTarget,
  type StatementLine,
  statementLine,
} from './popover-context.ts';
import { countryByCode, isInTally, type RecordEntry, recordOf, type Signature, voteCorrections } from './queries.ts';
import type { Country, CountryCode, Dataset, Stance, Statement } from './schema.ts';

/** Where the country stands on one statement, which the row leads to. */
export interface CountryRow extends StatementLine, Pick<CountryAnswer, 'note' | 'sources' | 'certainty'> {
  /** Of the statement: "8 July 2019". */
  readonly date: string;
  /** "Signed", "Joined later, 12 July 2019", "Not on the list". */
  readonly position: string;
}

/** Statements that belong together: those of a side, votes, those outside the counts. */
export interface CountryPart {
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
export function cardContext(dataset: Dataset, target: CardTarget, article: Article = {}): PopoverContext {
  if (target.kind !== 'country') return contextFor(dataset, target, article);
  const context = countryContext(dataset, target.code);
  return context ? { ...context, isNamed: true } : contextFor(dataset, { kind: 'related' }, article);
}

/** The record of a country; undefined where the dataset does not know it. */
export function countryContext(dataset: Dataset, code: CountryCode): CountryContext | undefined {
  const country = countryByCode(dataset, code);
  if (!country) return undefined;
  const entries = recordOf(dataset, code);
  const counted = entries.filter(({ statement }) => isInTally(statement));
  const sides = STANCES.map((stance) => sideOf(stance, counted));
  const votes = entries.filter(({ statement }) => statement.votes);
  const outside = entries.filter(({ statement }) => !isInTally(statement) && !statement.votes);
  const gap = gapOf(counted);
  const part = (stance: Stance | null, label: string, of: readonly RecordEntry[]): CountryPart => {
    const row = (entry: RecordEntry) => rowOf(dataset, country, entry);
    return { stance, label, rows: of.filter((entry) => !isNotKnown(entry)).map(row), notKnown: of.filter(isNotKnown).map(row) };
  };
  return {
    kind: 'country',
    code,
    name: nameOf(dataset, code),
    ...headOf(nameOf(dataset, code), country, answerOf(sides, code)),
    subhead: subheadOf(dataset, country, sides, votes),
    ...(gap && { gap }),
    changes: changesOf(dataset, code, entries),
    parts: [
      ...sides.map((side) => part(side.stance, labelOf(side), side.entries)),
      part(null, votes.length === 1 ? 'The vote' : 'Votes', votes),
      part(null, 'Outside the counts: on Hong Kong alone, or text not known', outside),
    ].filter(({ rows, notKnown }) => rows.length + notKnown.length > 0),
    reasons: [],
    updated: updatedLine(dataset),
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
function answerOf(sides: readonly Side[], code: CountryCode): string {
  const [first, second] = sides
    .filter(({ signed }) => signed.length > 0)
    .toSorted((a, b) => firstDay(a).localeCompare(firstDay(b)));
  if (!first) {
    return sides.every(({ isKnown }) => isKnown) ? 'is on no list of either side' : 'is on no known list of either side';
  }
  if (second) {
    const hasTurnedOnce = (first.signed.at(-1)?.statement.date ?? '') < firstDay(second);
    return hasTurnedOnce ? `signed on both sides: first ${first.stance}, then ${second.stance}` : 'signed on both sides in turn';
  }
  const { stance, signed, withdrawals, isKnown } = first;
  const often = `${isKnown ? '' : 'at least '}${times(signed.length)}`;
  // That China voiced support for China says nothing.
  const did = code === SUBJECT ? `joined in voicing ${stance}` : DID[stance];
  return `${did} ${often}${withdrawals > 0 ? `, withdrew ${times(withdrawals)}` : ''}`;
}

function labelOf({ stance, entries, signed, isKnown }: Side): string {
  return `${capitalised(stance)}: ${isKnown ? 'signed' : 'known to have signed'} ${signed.length} of ${entries.length}`;
}

function firstDay({ signed }: Side): string {
  return signed[0]?.statement.date ?? '';
}

/** "once", "twice", "3 times" */
function times(count: number): string {
  return ['never', 'once', 'twice'][count] ?? `${count}${NBSP}times`;
}

/** The name is in the headline where there is room for it, and above it otherwise. */
function headOf(name: string, country: Country, answer: string): Pick<CountryContext, 'headline' | 'fullHeadline' | 'meta'> {
  const place = [`UN ${country.membership}`, regionInWords(country.group)];
  const fullHeadline = capitalised(`${withArticle(name)} ${answer}`);
  return fullHeadline.split(/\s+/).length <= MOST_WORDS
    ? { headline: fullHeadline, fullHeadline, meta: place }
    : { headline: capitalised(answer), fullHeadline, meta: [name, ...place] };
}

/** What is counted; where the headline tells of one side, the other; how it voted. */
function subheadOf(dataset: Dataset, country: Country, sides: readonly Side[], votes: readonly RecordEntry[]): string {
  const other = sides.find(({ signed }) => signed.length === 0);
  const toldOf = other && sides.some(({ signed }) => signed.length > 0) ? other : undefined;
  return [
    'Joint letters and statements about Xinjiang at the UN',
    ...(toldOf ? [`on no ${toldOf.isKnown ? '' : 'known '}list of ${toldOf.stance}`] : []),
    ...votes
      .filter(({ position }) => position !== 'not-on-list')
      .map(({ statement }) => {
        const { answer } = answerFor(dataset, statement, country);
        return `on the draft decision of ${dateInWords(statement.date)} it ${lowerFirst(answer)}`;
      }),
  ].join('; ');
}

function gapOf(counted: readonly RecordEntry[]): string | undefined {
  const notKnown = counted.filter(isNotKnown).length;
  if (notKnown === 0) return undefined;
  const where = notKnown === counted.length ? `all ${counted.length}` : `${notKnown} of the ${counted.length}`;
  return `Where it stood on ${where} statements about Xinjiang is not known: their lists are incomplete.`;
}

function rowOf(dataset: Dataset, country: Country, { statement, position, signature }: RecordEntry): CountryRow {
  const { answer, note, sources, certainty } = answerFor(dataset, statement, country);
  // The row has the statement's day already.
  const isOfThatDay = position === 'signed' && signature?.signed.date === statement.date;
  const words = isOfThatDay && statement.topics.length > 0 ? 'Signed' : answer;
  const readOut = signature && statement.deliveredBy === country.code ? ', read it out' : '';
  return {
    ...statementLine(statement),
    date: dateInWords(statement.date),
    position: `${words}${readOut}`,
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

function changesOf(dataset: Dataset, code: CountryCode, entries: readonly RecordEntry[]): string[] {
  // Histories are told of everybody; of the others nothing is asked.
  const own = (statement: Statement) => ({ ...statement, events: statement.events.filter(({ country }) => country === code) });
  const alone = { ...dataset, statements: dataset.statements.map(own) };
  return [
    ...entries.flatMap(({ statement, signature }) => withdrawalOf(statement, signature)),
    ...entries.flatMap(({ statement }) => correctionsOf(statement, code)),
    ...sideChanges(alone).flatMap(changeOfSide),
    ...STANCES.flatMap((stance) => stoppedSigning(alone, stance)).map(lastKnown),
  ]
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ text }) => text);
}

function withdrawalOf(statement: Statement, signature: Signature | undefined): Change[] {
  const date = signature?.withdrew?.date;
  return date ? [{ day: earliest(date), text: `Withdrew from ${inWords(statement)} ${on(date)}.` }] : [];
}

function correctionsOf(statement: Statement, code: CountryCode): Change[] {
  return voteCorrections(statement)
    .filter(({ country }) => country === code)
    .map(({ date, requested }) => ({
      day: earliest(date),
      text: `Asked ${on(date)} for “${requested}” to be recorded in ${inWords(statement)}. The announced result stands.`,
    }));
}

function changeOfSide({ from, to }: SideChange): Change[] {
  if (!from.stance || !to.stance) return [];
  const did = (stance: Stance, date: string) => `${DID[stance]} on ${dateInWords(date)}`;
  return [{ day: to.date, text: `${capitalised(did(to.stance, to.date))}, having ${did(from.stance, from.date)}.` }];
}

/** Says nothing of why, and as much of what is not known as of what is. */
function lastKnown({ last, absent, unknown }: StoppedSigning): Change {
  const [first = last, ...more] = absent;
  const not = more.length === 0 ? `that of ${dateInWords(first.date)}` : `the ${absent.length} since that are known in full`;
  const rest = unknown.length > 0 ? `; of ${unknown.length} more it is not known` : '';
  return {
    day: first.date,
    text: `Last known on a list of ${last.stance} about Xinjiang on ${dateInWords(last.date)}; not on ${not}${rest}.`,
  };
}

/** "the letter of 12 July 2019" */
function inWords({ kind, date }: Statement): string {
  return `the ${kind === 'joint-statement' ? 'statement' : kind} of ${dateInWords(date)}`;
}
