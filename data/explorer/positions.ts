/** Where everybody stands on a statement, at once: for pictures and tables of all countries, which ask for thousands of positions. */
import { eventsApart, type Position, positionOf } from '../queries.ts';
import type { CountryCode, Dataset, Statement } from '../schema.ts';

/** What positionOf() says of each country of the dataset; empty as of a day before the statement. */
export function positionsOn(dataset: Dataset, statement: Statement, asOf?: string): ReadonlyMap<CountryCode, Position> {
  const apart = eventsApart(statement);
  return new Map(
    dataset.countries.flatMap(({ code }): [CountryCode, Position][] => {
      const position = positionOf(dataset, apart(code), code, asOf);
      return position === 'not-yet' ? [] : [[code, position]];
    }),
  );
}
