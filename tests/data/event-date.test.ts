import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earliest, happenedBy, lastDayOf, latest, mayHaveHappenedBy } from '../../data/event-date.ts';
import { anyDay, anyEventDate } from '../support/dataset-arbitraries.ts';

describe('the day of an event', () => {
  test('is one day, or one between two', () => {
    expect([earliest('2021-06-22'), latest('2021-06-22')]).toEqual(['2021-06-22', '2021-06-22']);
    const range = { from: '2021-06-24', to: '2021-06-25' };
    expect([earliest(range), latest(range)]).toEqual(['2021-06-24', '2021-06-25']);
    expect([happenedBy(range, '2021-06-24'), mayHaveHappenedBy(range, '2021-06-24')]).toEqual([false, true]);
    expect([happenedBy(range, '2021-06-25'), mayHaveHappenedBy(range, '2021-06-23')]).toEqual([true, false]);
  });

  test('may have come whenever it is sure to have come', () => {
    fc.assert(fc.property(anyEventDate, anyDay, (date, day) => !happenedBy(date, day) || mayHaveHappenedBy(date, day)));
  });
});

describe('the last day', () => {
  test.each([
    ['2021-06-28', '2021-06-28'],
    ['2021-06', '2021-06-30'],
    ['2024-02', '2024-02-29'],
    ['2021-12', '2021-12-31'],
    ['2021', '2021-12-31'],
  ])('of %s is %s', (partial, last) => {
    expect(lastDayOf(partial)).toBe(last);
  });
});
