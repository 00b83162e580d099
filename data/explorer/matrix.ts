/** Every country on every statement, and the orders in which rows make sense. What a position means is queries.ts's. */
import { earliest } from '../event-date.ts';
import type { Words } from '../messages.ts';
import { isCounted, type Position } from '../queries.ts';
import type { Country, CountryCode, Dataset, RegionalGroup, Statement } from '../schema.ts';
import { type Act, type Agreement, actOf, agreementOf, share } from './agreement.ts';
import { positionsOn } from './positions.ts';
import type { Order } from './state.ts';

export interface Matrix {
  /** Its columns, oldest first. */
  readonly statements: readonly Statement[];
  readonly rows: readonly MatrixRow[];
  /** Those of all countries, for the one that others are like: it may be of another group. */
  readonly everybody: readonly MatrixRow[];
}

export interface MatrixRow {
  readonly country: Country;
  /** In the reader's language. */
  readonly name: string;
  /** Its place among all countries by name, from 0: to order by names themselves takes the good part of a frame. */
  readonly place: number;
  /** One a statement, in their order. */
  readonly positions: readonly Position[];
  /** What it did about each statement that is counted (see isCounted), in their order. */
  readonly acts: readonly Act[];
  /** On how many of their lists it stands. */
  readonly number: number;
  /** The day of its first signature on one of these, withdrawn since or not; null where none is known. */
  readonly first: string | null;
}

interface MatrixOptions {
  /** A day; without statements made after it. The end of the record if null. */
  readonly asOf: string | null;
  /** Only countries of this group; all if null. */
  readonly group: RegionalGroup | null;
}

/** Rows are in the dataset's order. */
export function matrixOf(dataset: Dataset, { asOf, group }: MatrixOptions, words: Words): Matrix {
  const day = asOf ?? undefined;
  const statements = dataset.statements.filter(({ date }) => day === undefined || date <= day);
  const columns = statements.map((statement) => positionsOn(dataset, statement, day));
  const counted = statements.map(isCounted);
  const firstDays = firstSignatures(statements.filter(isCounted), day);
  const names = dataset.countries.map((country) => ({ country, name: words.country(country) }));
  const byName = names.toSorted((a, b) => words.compare(a.name, b.name)).map((named, place) => ({ ...named, place }));
  const placed = new Map(byName.map((named) => [named.country, named]));
  const everybody = dataset.countries.map((country) => {
    const positions = columns.map((column): Position => column.get(country.code) ?? 'not-known');
    const acts = statements.flatMap((statement, index) => (counted[index] ? [actOf(statement, positions[index])] : []));
    return {
      ...(placed.get(country) as (typeof byName)[number]),
      positions,
      acts,
      number: acts.filter((act) => act === 'stands').length,
      first: firstDays.get(country.code) ?? null,
    };
  });
  return { statements, rows: everybody.filter(({ country }) => group === null || country.group === group), everybody };
}

/** How far the rows of a matrix agree with that of one country on what is counted, row by row; its own row is not among them. */
export function similarities({ rows }: Matrix, like: MatrixRow): ReadonlyMap<CountryCode, Agreement> {
  const others = rows.filter((row) => row !== like);
  return new Map(others.map(({ country, acts }) => [country.code, agreementOf(like.acts, acts)]));
}

/**
 * The rows in an order; those that are alike in it by name. By group: the groups by name, none last. By first signature: earliest
 * first, none last. By number and similarity: most first; the country that others are like (see similarities) comes first, those with
 * which nothing can be compared last. Without anybody to be like, by name.
 */
export function inOrder(matrix: Matrix, order: Order, agreements: ReadonlyMap<CountryCode, Agreement> | undefined): MatrixRow[] {
  const closeness = (row: MatrixRow) => {
    const agreement = agreements?.get(row.country.code);
    return agreement ? (share(agreement) ?? -1) : OWN;
  };
  const keys: Record<Order, (a: MatrixRow, b: MatrixRow) => number> = {
    name: () => 0,
    group: (a, b) => nullLast(a.country.group, b.country.group),
    first: (a, b) => nullLast(a.first, b.first),
    number: (a, b) => b.number - a.number,
    similarity: (a, b) => closeness(b) - closeness(a) || sizeOf(b) - sizeOf(a),
  };
  const sizeOf = (row: MatrixRow) => agreements?.get(row.country.code)?.agreed ?? 0;
  return matrix.rows.toSorted((a, b) => keys[order](a, b) || a.place - b.place);
}

/** Closer than any other. */
const OWN = 2;

function firstSignatures(statements: readonly Statement[], asOf: string | undefined): Map<CountryCode, string> {
  const days = new Map<CountryCode, string>();
  for (const { type, country, date } of statements.flatMap(({ events }) => events)) {
    if (type !== 'signed' && type !== 'joined') continue;
    const day = earliest(date);
    const known = days.get(country);
    if ((asOf === undefined || day <= asOf) && (known === undefined || day < known)) days.set(country, day);
  }
  return days;
}

/** By the alphabet, null last. */
function nullLast(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
