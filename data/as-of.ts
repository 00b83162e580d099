/**
 * What a page could know: how a statement, or the whole record, stood on the page's own date, and what happened since.
 *
 * A page's date is a day, a month or a year (`2019-07-15`, `2019-07`, `2019`); of the latter two the end is meant, by which all in it
 * was known. What may have happened before or after is said to be unsure, never put on one side. Words for both sides are the same.
 */
import { END, earliest, knownWithin, lastDayOf, latest } from './event-date.ts';
import { capitalised, eventDate, eventDateInSentence, KINDS, nameOf, resultInWords, semicolons, sentences } from './in-words.ts';
import type { Words } from './messages.ts';
import { isCounted, isInTally } from './queries.ts';
import type { Dataset, EventDate, SignatureEvent, Stance, Statement } from './schema.ts';

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
export function statementAsOf(dataset: Dataset, statement: Statement, date: string, words: Words): AsOf | undefined {
  if (!isPageDate(date)) return undefined;
  const day = lastDayOf(date);
  if (day < statement.date) return before(statement, date, words);
  const changes = changesOf(dataset, statement, words);
  const of = (wanted: Standing) => changes.filter((change) => standingOf(change, day) === wanted);
  const [known, since, unsure] = [of('known'), of('since'), of('unsure')];
  if (changes.every(({ isLater }) => !isLater) && since.length === 0) return undefined;
  // A count of which no source gives the day is as unsure on every page, and no reason to speak of one.
  const isAsNow = since.length === 0 && unsure.every(({ to }) => to === END);
  return {
    title: titleOf(date, words),
    known: isAsNow
      ? words.say('card.asOf.asNow')
      : sentences([semicolons([announced(statement, day, words), ...told(known)], words)], words),
    since: isAsNow ? [] : byDay(since, words),
    unsure: isAsNow ? [] : byDay(unsure, words),
  };
}

/** How many statements there were by the page's date, and how many came since. Undefined where none came, or the date is none. */
export function recordAsOf(dataset: Dataset, date: string, words: Words): AsOf | undefined {
  if (!isPageDate(date)) return undefined;
  const day = lastDayOf(date);
  const counted = dataset.statements.filter(isCounted);
  const since = counted.filter((statement) => statement.date > day);
  if (since.length === 0) return undefined;
  return {
    title: titleOf(date, words),
    known: numbersOf(
      counted.filter((statement) => statement.date <= day),
      words,
    ),
    since: [numbersOf(since, words)],
    unsure: [],
  };
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
  /** The two in a sentence, "13 joined on 26 July 2019"; missing where who reads a later page need not know. */
  readonly told?: string;
  /** False of what only completes the announcement. */
  readonly isLater: boolean;
}

type ListEvent = Extract<SignatureEvent, { type: 'signed' | 'joined' | 'withdrew' }>;

/** By the first day they can have happened on. */
function changesOf(dataset: Dataset, statement: Statement, words: Words): Change[] {
  const { date, madePublic, events, laterCounts } = statement;
  const grouped = (type: ListEvent['type']) =>
    [
      ...Map.groupBy(events.filter(isOfType(type)), ({ date, madePublic }) => JSON.stringify([date, madePublic])).values(),
    ].flatMap(([first, ...others]) => (first ? [listChange(dataset, [first, ...others], words)] : []));
  return [
    ...(madePublic && madePublic !== date ? [{ ...dated(madePublic, words), what: words.say('card.asOf.madePublic') }] : []),
    // Of those first announced only the ones whose day is not sure; the rest are the announcement.
    ...grouped('signed').filter(({ from, to }) => from !== to),
    ...[...grouped('withdrew'), ...grouped('joined')].map((change) => ({ ...change, isLater: true })),
    ...laterCounts.map((later) => countChange(statement, later, words)),
    ...events.flatMap((event) => {
      if (event.type !== 'vote-corrected') return [];
      const values = { country: nameOf(dataset, event.country, words), requested: event.requested };
      const told = words.say('card.asOf.askedOtherwiseOn', { ...values, when: eventDateInSentence(event.date, words) });
      return [{ ...dated(event.date, words), what: words.say('card.asOf.askedOtherwise', values), told, isLater: true }];
    }),
  ].toSorted((a, b) => a.day.localeCompare(b.day));
}

function isOfType(type: ListEvent['type']): (event: SignatureEvent) => event is ListEvent {
  return (event): event is ListEvent => event.type === type;
}

/** Of events of one type, day and publication. Names where they are few; the card lists them all. */
function listChange(dataset: Dataset, events: readonly [ListEvent, ...ListEvent[]], words: Words): Change {
  const [first] = events;
  const { type, madePublic } = first;
  const count = events.length;
  const countries = words.list(events.map(({ country }) => nameOf(dataset, country, words)));
  const who = count <= FEW ? 'countries' : 'count';
  const when = eventDateInSentence(first.date, words);
  return {
    ...dated(first.date, words),
    ...knownWithin(first),
    what: withPublicity(words.say(`card.asOf.${type}.${who}`, { countries, count }), madePublic, words),
    told: withPublicity(words.say(`card.asOf.${type}.${who}.on`, { countries, count, when }), madePublic, words),
  };
}

/** "Qatar withdrew, made public in August 2019"; the change alone where it was public when it happened. */
function withPublicity(change: string, madePublic: string | undefined, words: Words): string {
  if (madePublic === undefined) return change;
  const date = words.date(madePublic);
  return madePublic.length === 'YYYY-MM-DD'.length
    ? words.say('card.asOf.madePublicOn', { change, date })
    : words.say('card.asOf.madePublicIn', { change, monthOrYear: date });
}

function countChange(statement: Statement, { count, date }: Statement['laterCounts'][number], words: Words): Change {
  const days = daysOfCount(statement, date);
  const when = date === null ? words.say('card.asOf.dayNotKnown') : words.date(date);
  const what = words.say('card.asOf.counted', { count });
  const told =
    date === null ? words.say('card.asOf.countedUndated', { count }) : words.say('card.asOf.countedBy', { count, date: when });
  return { ...days, day: days.from, when, what, told, isLater: true };
}

function dated(date: EventDate, words: Words): Omit<Change, 'what' | 'told'> {
  return { day: earliest(date), from: earliest(date), to: latest(date), when: eventDate(date, words), isLater: false };
}

function told(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => change.told ?? []);
}

/** "26 July 2019: 13 joined; 50 counted." */
function byDay(changes: readonly Change[], words: Words): string[] {
  return [...Map.groupBy(changes, ({ when }) => when)].map(([when, group]) => {
    const what = group.map((change) => change.what);
    return words.say('card.asOf.change', { date: capitalised(when, words), changes: semicolons(what, words) });
  });
}

/** Before it was made public nobody had announced anything. */
function announced(statement: Statement, day: string, words: Words): string {
  const count = resultInWords(statement, words);
  if (statement.votes) return count;
  if (statement.madePublic && statement.madePublic > day) return words.say('card.asOf.notPublicYet', { count });
  const isNumber = statement.announcedCount !== null || statement.approximateCount;
  return words.say(isNumber ? 'card.asOf.announced' : 'card.asOf.listed', { count });
}

function before({ kind, date }: Statement, pageDate: string, words: Words): AsOf {
  return {
    title: titleOf(pageDate, words),
    known: words.say(`card.asOf.before.${KINDS[kind]}`, { date: words.date(date) }),
    since: [],
    unsure: [],
  };
}

function numbersOf(statements: readonly Statement[], words: Words): string {
  if (statements.length === 0) return words.say('card.asOf.noStatement');
  const of = (stance: Stance) => statements.filter((statement) => isInTally(statement) && statement.stance === stance).length;
  const votes = statements.filter((statement) => statement.votes).length;
  return words.say('card.asOf.statements', { concern: of('concern'), support: of('support'), votes });
}

function titleOf(date: string, words: Words): string {
  const precision = (['year', 'month', 'day'] as const)[date.split('-').length - 1] ?? 'day';
  return words.say(`card.asOf.title.${precision}`, { date: words.date(date) });
}

function firstDayOf(partial: string): string {
  return `${partial}-01-01`.slice(0, 10);
}

const FEW = 3;
