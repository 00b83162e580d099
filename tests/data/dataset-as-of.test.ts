import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datasetAsOf } from '../../data/dataset-as-of.ts';
import { earliest, lastDayOf } from '../../data/event-date.ts';
import { signaturesAsOf, tallyAsOf } from '../../data/queries.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { anyDataset, anyDay } from '../support/dataset-arbitraries.ts';

const record = readDataset(resolve(import.meta.dirname, '../../data'));

test('the dataset as of a day holds nothing that is sure to be later', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const { statements, facts } = datasetAsOf(record, day);
      for (const { date, events, laterCounts } of statements) {
        expect(date <= day).toBe(true);
        expect(events.filter((event) => earliest(event.date) > day)).toEqual([]);
        expect(laterCounts.filter((later) => later.date === null || lastDayOf(later.date) > day)).toEqual([]);
      }
      expect(facts.filter(({ date }) => lastDayOf(date) > day)).toEqual([]);
    }),
  );
});

test('the dataset as of a day answers of that day as the whole does', () => {
  fc.assert(
    fc.property(anyDataset, anyDay, (any, day) => {
      const then = datasetAsOf(any, day);
      for (const each of then.statements) {
        const whole = any.statements.find(({ id }) => id === each.id);
        expect(signaturesAsOf(each, day).map(({ country }) => country)).toEqual(
          whole && signaturesAsOf(whole, day).map(({ country }) => country),
        );
      }
      const numbers = (from: typeof any) =>
        tallyAsOf(from, day).map(({ joins, withdrawals, uncertain, unknown }) => [joins, withdrawals, uncertain, unknown]);
      expect(numbers(then)).toEqual(numbers(any));
    }),
  );
});
