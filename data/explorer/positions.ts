/** Where everybody stands on a statement, at once: for pictures and tables of all countries, which ask for thousands of positions. */
import { basisOf, eventsApart, type Position, positionOf } from '../queries.ts';
import type { CountryCode, Dataset, Source, Statement } from '../schema.ts';

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

/**
 * What bears out where a country stands, in the order of the record; empty where nothing is known. Whose name is not on a
 * list that is known in full, of that the statement's own sources tell, which have the list.
 */
export function sourcesFor(dataset: Dataset, statement: Statement, country: CountryCode, asOf?: string): readonly Source[] {
  const position = positionOf(dataset, statement, country, asOf);
  if (position === 'not-yet') return [];
  const { sources } = basisOf(dataset, statement, country, position, asOf);
  if (sources.length > 0 || position !== 'not-on-list') return sources;
  return statement.readerSources.flatMap((index) => statement.sources[index] ?? []);
}
