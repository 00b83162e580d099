/** Where every country stands on one statement, for the maps of it. */
import { type State, stateOf } from '../position-table.ts';
import type { CountryCode, Dataset, Statement } from '../schema.ts';
import { positionsOn } from './positions.ts';

/** In the order in which they are counted. */
export const STATES_IN_ORDER = [
  'signed',
  'joined later',
  'named as taking part',
  'withdrew',
  'voted yes',
  'voted no',
  'abstained',
  'did not vote',
  'not on the list',
  'not known',
] as const satisfies readonly State[];

/** In the order in which a legend has them. */
export const COUNTED_STATES = [...STATES_IN_ORDER, 'not-yet'] as const;

/** By country, in the dataset's order; `not-yet` of all as of a day before the statement. null: the end of the record. */
export function answersOn(
  dataset: Dataset,
  statement: Statement,
  asOf: string | null,
): ReadonlyMap<CountryCode, State | 'not-yet'> {
  const positions = positionsOn(dataset, statement, asOf ?? undefined);
  return new Map(
    dataset.countries.map(({ code }) => {
      const position = positions.get(code);
      return [code, position === undefined ? 'not-yet' : stateOf(statement, position)];
    }),
  );
}
