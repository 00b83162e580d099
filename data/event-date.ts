/**
 * Reading the days of events: a day (`YYYY-MM-DD`), or the first and last it can have been. Of a day between the two
 * nobody can say whether the event had happened, so each function says which way it errs.
 */
import type { EventDate } from './schema.ts';

/** After every day of the record. */
export const END = '9999-12-31';

/** The day after. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);
}

/** The day before. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
}

/** In milliseconds. */
const DAY = 86_400_000;

/** The first day on which it can have happened. */
export function earliest(date: EventDate): string {
  return typeof date === 'string' ? date : date.from;
}

/** The day by which it is sure to have happened. */
export function latest(date: EventDate): string {
  return typeof date === 'string' ? date : date.to;
}

/** Whether it is sure to have happened by the end of the day. */
export function happenedBy(date: EventDate, day: string): boolean {
  return latest(date) <= day;
}

/** Whether it can have happened by the end of the day, or is sure to have. */
export function mayHaveHappenedBy(date: EventDate, day: string): boolean {
  return earliest(date) <= day;
}

/** The days within which an event became known: its own, unless it was made public later. */
export function knownWithin({ date, madePublic }: { readonly date: EventDate; readonly madePublic?: string | undefined }): {
  readonly from: string;
  readonly to: string;
} {
  const [from, to] = [earliest(date), latest(date)];
  if (madePublic === undefined) return { from, to };
  const last = lastDayOf(madePublic);
  const first = `${madePublic}-01-01`.slice(0, 10);
  return { from: first > from ? first : from, to: last > to ? last : to };
}

/** The last day of a day, month or year: "2021-06" is sure to be over on 2021-06-30. */
export function lastDayOf(partial: string): string {
  const [year = '', month, day] = partial.split('-');
  if (day) return partial;
  if (!month) return `${year}-12-31`;
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

/** The order of events in a list: by the first day they can have happened on, then by country. Negative where `a` comes first. */
export function compareEvents(a: DatedEvent, b: DatedEvent): number {
  const [x, y] = [a, b].map(({ date, country }) => `${earliest(date)} ${country}`) as [string, string];
  return x < y ? -1 : Number(x > y);
}

interface DatedEvent {
  readonly date: EventDate;
  readonly country: string;
}
