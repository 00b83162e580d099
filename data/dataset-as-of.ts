/** The dataset as it could have been on a day: what was made, done, counted and said by then. Its texts are those of today. */
import { lastDayOf, mayHaveHappenedBy } from './event-date.ts';
import type { Dataset } from './schema.ts';

/** Without anything that is sure to be later than the day. A count without a date is left out, since nobody knows. */
export function datasetAsOf<AnyDataset extends Dataset>(dataset: AnyDataset, asOf: string): AnyDataset {
  return {
    ...dataset,
    statements: dataset.statements
      .filter(({ date }) => date <= asOf)
      .map((statement) => ({
        ...statement,
        events: statement.events.filter(({ date }) => mayHaveHappenedBy(date, asOf)),
        laterCounts: statement.laterCounts.filter(({ date }) => date !== null && lastDayOf(date) <= asOf),
      })),
    facts: dataset.facts.filter(({ date }) => lastDayOf(date) <= asOf),
  };
}
