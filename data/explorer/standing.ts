/**
 * Where every country stands by a day, over all joint letters and statements about Xinjiang made until then (see isInTally), and the
 * days on which that changed. Pure and total like queries.ts, on which it builds; both sides go through the same code. A name that is
 * missing from a list which is not full never counts as an absence.
 */
import { dayAfter, END, earliest, latest } from '../event-date.ts';
import { isCounted, type Position } from '../queries.ts';
import type { CountryCode, Dataset, SignatureEvent, Stance, Statement } from '../schema.ts';
import { positionsOn } from './positions.ts';

/**
 * A country over the record by a day. `concern`, `support`: its name stands under statements of that side alone, as far as they are
 * known. `both`: under statements of each. `not-known`: its name is known to stand nowhere, and not all lists are known.
 * `neither`: it is known to be on none.
 */
export type Standing = (typeof STANDINGS)[number];
/** In the order in which a legend has them. */
export const STANDINGS = ['concern', 'support', 'both', 'neither', 'not-known'] as const;

/** How often a country's name stood under the statements of one side by a day. */
interface SideStanding {
  /** Statements made by then. */
  readonly made: number;
  /** Those its name stood under that day. */
  readonly signed: number;
  /** Those it had withdrawn its name from. */
  readonly withdrew: number;
  /** Those of which nobody can tell. */
  readonly notKnown: number;
}

export interface CountryStanding {
  readonly code: CountryCode;
  readonly standing: Standing;
  readonly sides: Readonly<Record<Stance, SideStanding>>;
  /** How it voted on what was voted on by then, oldest first; those in which it had no vote are left out. */
  readonly votes: readonly Vote[];
}

interface Vote {
  readonly statement: Statement;
  readonly choice: 'yes' | 'no' | 'abstained';
}

/**
 * Where each country stands at the end of a day, in the dataset's order, for any number of days, as a slider asks: what is known of a
 * statement changes on few days of its own, so its positions are looked up once for each of those and kept.
 */
export function standingsOver(dataset: Dataset): (asOf?: string) => CountryStanding[] {
  const records = counted(dataset).map((statement) => ({ statement, positionsBy: positionsOver(dataset, statement) }));
  return (asOf = END) => {
    const tallies = dataset.countries.map(() => ({ concern: emptySide(), support: emptySide(), votes: [] as Vote[] }));
    for (const { statement, positionsBy } of records) {
      positionsBy(asOf).forEach((position, index) => {
        const tally = tallies[index];
        const choice = CHOICES[position];
        if (!tally) return;
        if (statement.stance) add(tally[statement.stance], position);
        else if (choice) tally.votes.push({ statement, choice });
      });
    }
    return dataset.countries.map(({ code }, index) => {
      const { concern, support, votes } = tallies[index] ?? { concern: emptySide(), support: emptySide(), votes: [] };
      return { code, standing: standingOf({ concern, support }), sides: { concern, support }, votes };
    });
  };
}

/** How many countries stand where. */
export function standingCounts(standings: readonly CountryStanding[]): Record<Standing, number> {
  const counts = { concern: 0, support: 0, both: 0, neither: 0, 'not-known': 0 };
  for (const { standing } of standings) counts[standing]++;
  return counts;
}

/**
 * The days after which some country may stand elsewhere than the day before: a statement or vote was made, a name came or went. Of
 * an event whose day is not certain, the first and the last day it can have been. Oldest first, each once. Of these statements; of all
 * that the pictures of countries are made of if left out.
 */
export function changeDays(dataset: Dataset, statements: readonly Statement[] = counted(dataset)): string[] {
  const days = statements.flatMap((statement) => [statement.date, ...eventDays(statement)]);
  return [...new Set(days)].toSorted();
}

/** What happened on a day, or had on an uncertain day before and is certain from this one on: the date of that is a range. */
export interface DayChanges {
  /** The statements and votes made. */
  readonly made: readonly Statement[];
  /** Who put its name to a statement made before, or took it away, or asked for its vote to be recorded otherwise. */
  readonly events: readonly { readonly statement: Statement; readonly event: SignatureEvent }[];
}

/** What happened on the day, oldest statement first, with these statements or all, as in changeDays(). */
export function changesOn(dataset: Dataset, day: string, statements: readonly Statement[] = counted(dataset)): DayChanges {
  return {
    made: statements.filter(({ date }) => date === day),
    events: statements.flatMap((statement) =>
      statement.events
        .filter(({ date, type }) => latest(date) === day && type !== 'signed')
        .map((event) => ({ statement, event })),
    ),
  };
}

/** What the pictures of countries are made of: the statements of both sides about Xinjiang, and the votes. */
function counted(dataset: Dataset): Statement[] {
  return dataset.statements.filter(isCounted);
}

const CHOICES: Partial<Record<Position, Vote['choice']>> = { 'voted-yes': 'yes', 'voted-no': 'no', abstained: 'abstained' };

/** The positions on a statement by any day, in the order of the dataset's countries; empty before it was made. */
function positionsOver(dataset: Dataset, statement: Statement): (asOf: string) => readonly Position[] {
  // Who might have joined is open from the day after: see positionOf().
  const turns = [statement.date, dayAfter(statement.date), ...eventDays(statement)].toSorted();
  const known = new Map<string, readonly Position[]>();
  return (asOf) => {
    const turn = turns.findLast((day) => day <= asOf);
    if (turn === undefined || asOf < statement.date) return [];
    const before = known.get(turn);
    if (before) return before;
    const positions = positionsOn(dataset, statement, turn);
    const ordered = dataset.countries.flatMap(({ code }) => positions.get(code) ?? []);
    known.set(turn, ordered);
    return ordered;
  };
}

/** The first and the last day of each event. */
function eventDays({ events }: Statement): string[] {
  return events.flatMap(({ date }) => [earliest(date), latest(date)]);
}

type Counting = { -readonly [Field in keyof SideStanding]: number };

function emptySide(): Counting {
  return { made: 0, signed: 0, withdrew: 0, notKnown: 0 };
}

function add(side: Counting, position: Position): void {
  side.made++;
  if (position === 'signed' || position === 'joined-later') side.signed++;
  else if (position === 'withdrew') side.withdrew++;
  else if (position === 'not-known' || position === 'not-announced') side.notKnown++;
}

function standingOf({ concern, support }: Record<Stance, SideStanding>): Standing {
  if (concern.signed > 0 && support.signed > 0) return 'both';
  if (concern.signed > 0) return 'concern';
  if (support.signed > 0) return 'support';
  return concern.notKnown + support.notKnown > 0 ? 'not-known' : 'neither';
}
