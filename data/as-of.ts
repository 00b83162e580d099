/**
 * What a page could know: how a statement, or the whole record, stood on the page's own date, and what happened since.
 *
 * A page's date is a day, a month or a year (`2019-07-15`, `2019-07`, `2019`); of the latter two the end is meant, by which all in it
 * was known. What may have happened before or after is said to be unsure, never put on one side. Words for both sides are the same.
 */
import { END, earliest, knownWithin, lastDayOf, latest } from './event-date.ts';
import { dateInWords, eventDateInWords, listInWords, nameOf, on, RECORDED, resultInWords } from './in-words.ts';
import { isInTally } from './queries.ts';
import type { CountryCode, Dataset, EventDate, Stance, Statement } from './schema.ts';

/** The record on the page's date and since, in words. */
export interface AsOf {
  /** "On the page’s date, 15 July 2019" */
  readonly title: string;
  /** What was known then, to be read behind the title. */
  readonly known: string;
  /** What happened after it, by day, oldest first. */
  readonly since: readonly string[];
  /** What happened before or after it, nobody can say which. */
  readonly unsure: readonly string[];
}

/** Whether a text is a date as precise as a day, a month or a year. */
export function isPageDate(text: string): boolean {
  return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text);
}

/**
 * How a statement stood on the page's date. Undefined where that tells a reader nothing: the date is none, or the statement never
 * changed.
 */
export function statementAsOf(dataset: Dataset, statement: Statement, date: string): AsOf | undefined {
  if (!isPageDate(date)) return undefined;
  const day = lastDayOf(date);
  if (day < statement.date) return before(statement, date);
  const changes = changesOf(dataset, statement);
  const of = (wanted: Standing) => changes.filter((change) => standingOf(change, day) === wanted);
  const [known, since, unsure] = [of('known'), of('since'), of('unsure')];
  if (changes.every(({ isLater }) => !isLater) && since.length === 0) return undefined;
  // A count of which no source gives the day is as unsure on every page, and no reason to speak of one.
  const isAsNow = since.length === 0 && unsure.every(({ to }) => to === END);
  return {
    title: titleOf(date),
    known: isAsNow ? 'as on this card; no change since is known.' : `${[announced(statement, day), ...told(known)].join('; ')}.`,
    since: isAsNow ? [] : byDay(since),
    unsure: isAsNow ? [] : byDay(unsure),
  };
}

/** How many statements there were by the page's date, and how many came since. Undefined where none came, or the date is none. */
export function recordAsOf(dataset: Dataset, date: string): AsOf | undefined {
  if (!isPageDate(date)) return undefined;
  const day = lastDayOf(date);
  const counted = dataset.statements.filter((statement) => isInTally(statement) || statement.votes);
  const since = counted.filter((statement) => statement.date > day);
  if (since.length === 0) return undefined;
  return {
    title: titleOf(date),
    known: numbersOf(counted.filter((statement) => statement.date <= day)),
    since: [numbersOf(since)],
    unsure: [],
  };
}

/** "on 15 July 2019"; of a month or year, "at the end of July 2019". */
export function onDate(date: string): string {
  return `${date.length === 10 ? 'on' : 'at the end of'} ${dateInWords(date)}`;
}

/** The first and last day that a count can have become known on. */
export function daysOfCount(statement: Statement, date: string | null): Days {
  return date === null ? { from: statement.date, to: END } : { from: firstDayOf(date), to: lastDayOf(date) };
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

export type Standing = 'known' | 'since' | 'unsure';

/** Whether what happened within some days is sure to have happened by the end of one, or sure not to have. */
export function standingOf({ from, to }: Days, day: string): Standing {
  if (to <= day) return 'known';
  return from > day ? 'since' : 'unsure';
}

/** Something that changed with a statement, or became known of it: within the days given, which may be later than it happened. */
interface Change extends Days {
  /** The first on which it can have happened. */
  readonly day: string;
  /** "26 July 2019", "between 12 July and 31 August 2019" */
  readonly when: string;
  /** "13 joined" */
  readonly what: string;
  /** The two in a sentence: "13 joined on 26 July 2019". */
  readonly told: string;
  /** False of what only completes the announcement. */
  readonly isLater: boolean;
}

/** By the first day they can have happened on. */
function changesOf(dataset: Dataset, statement: Statement): Change[] {
  const { date, madePublic, events, laterCounts } = statement;
  const of = (type: 'signed' | 'joined' | 'withdrew') => events.filter((event) => event.type === type);
  const grouped = (type: 'signed' | 'joined' | 'withdrew') =>
    [...Map.groupBy(of(type), ({ date, madePublic }) => `${eventDateInWords(date)} ${madePublic}`).values()].flatMap(
      ([first, ...others]) => {
        if (!first) return [];
        const what = `${who(dataset, [first, ...others])} ${type}${publicity(first.madePublic)}`;
        return [{ ...changed(first.date, what, type !== 'signed'), ...knownWithin(first) }];
      },
    );
  return [
    ...(madePublic && madePublic !== date ? [changed(madePublic, 'made public', false)] : []),
    // Of those first announced only the ones whose day is not sure; the rest are the announcement.
    ...grouped('signed').filter(({ from, to }) => from !== to),
    ...grouped('withdrew'),
    ...grouped('joined'),
    ...laterCounts.map(({ count, date }): Change => {
      const what = `${count} counted`;
      const when = date === null ? 'day not known' : dateInWords(date);
      const told = date === null ? `${what} later, ${when}` : `${what} by ${when}`;
      const days = daysOfCount(statement, date);
      return { ...days, day: days.from, when, what, told, isLater: true };
    }),
    ...events.flatMap((event) =>
      event.type === 'vote-corrected'
        ? [changed(event.date, `${nameOf(dataset, event.country)} asked to be ${RECORDED[event.requested]}`, true)]
        : [],
    ),
  ].toSorted((a, b) => a.day.localeCompare(b.day));
}

/** ", made public in August 2019"; nothing where it was when it happened. */
function publicity(madePublic: string | undefined): string {
  if (madePublic === undefined) return '';
  return `, made public ${madePublic.length === 'YYYY-MM-DD'.length ? 'on' : 'in'} ${dateInWords(madePublic)}`;
}

function changed(date: EventDate, what: string, isLater: boolean): Change {
  return {
    day: earliest(date),
    from: earliest(date),
    to: latest(date),
    when: eventDateInWords(date),
    what,
    told: `${what} ${on(date)}`,
    isLater,
  };
}

/** Names where they are few; the card lists them all. */
function who(dataset: Dataset, events: readonly { readonly country: CountryCode }[]): string {
  return events.length <= FEW ? listInWords(events.map(({ country }) => nameOf(dataset, country))) : String(events.length);
}

/** In sentences, without when it became public, which who reads a later page need not know. */
function told(changes: readonly Change[]): string[] {
  return changes.filter(({ what }) => what !== 'made public').map((change) => change.told);
}

/** "26 July 2019: 13 joined; 50 counted." */
function byDay(changes: readonly Change[]): string[] {
  return [...Map.groupBy(changes, ({ when }) => when)].map(
    ([when, group]) => `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${group.map(({ what }) => what).join('; ')}.`,
  );
}

/** Before it was made public nobody had announced anything. */
function announced(statement: Statement, day: string): string {
  if (statement.votes) return resultInWords(statement);
  if (statement.madePublic && statement.madePublic > day) return `${resultInWords(statement)} had signed; not public yet`;
  const isNumber = statement.announcedCount !== null || statement.approximateCount;
  return `${resultInWords(statement)} ${isNumber ? 'announced' : 'on the list'}`;
}

function before({ kind, date }: Statement, pageDate: string): AsOf {
  return {
    title: titleOf(pageDate),
    known: `before this ${KINDS[kind]}, which is of ${dateInWords(date)}.`,
    since: [],
    unsure: [],
  };
}

function numbersOf(statements: readonly Statement[]): string {
  if (statements.length === 0) return 'No statement in the record yet.';
  const of = (stance: Stance) => statements.filter((statement) => isInTally(statement) && statement.stance === stance).length;
  const votes = statements.filter((statement) => statement.votes).length;
  const voted = votes === 0 ? '' : `, and ${votes === 1 ? 'a vote' : `${votes} votes`}`;
  return `Statements of concern ${of('concern')}, of support ${of('support')}${voted}.`;
}

function titleOf(date: string): string {
  if (date.length === 10) return `On the page’s date, ${dateInWords(date)}`;
  return `At the end of the page’s ${date.length === 7 ? 'month' : 'year'}, ${dateInWords(date)}`;
}

function firstDayOf(partial: string): string {
  return `${partial}-01-01`.slice(0, 10);
}

const FEW = 3;
const KINDS = { letter: 'letter', 'joint-statement': 'statement', vote: 'vote' } as const;
