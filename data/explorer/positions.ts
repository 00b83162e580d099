/** Where everybody stands on a statement, at once: for pictures and tables of all countries, which ask for thousands of positions. */
import { type Position, positionOf } from '../queries.ts';
import type { CountryCode, Dataset, Statement } from '../schema.ts';

/**
 * What positionOf() says of each country of the dataset; empty as of a day before the statement. Each is asked of the statement with
 * that country's events alone, which the answer rests on and which are few.
 */
export function positionsOn(dataset: Dataset, statement: Statement, asOf?: string): ReadonlyMap<CountryCode, Position> {
  const eventsOf = Map.groupBy(statement.events, ({ country }) => country);
  const without = { ...statement, events: [] };
  return new Map(
    dataset.countries.flatMap(({ code }): [CountryCode, Position][] => {
      const events = eventsOf.get(code);
      const position = positionOf(dataset, events ? { ...statement, events } : without, code, asOf);
      return position === 'not-yet' ? [] : [[code, position]];
    }),
  );
}
