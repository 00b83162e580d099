/** What the timeline draws: sizes and marks as the statements' files have them, and places for bars. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataset } from '../../../data/dataset.ts';
import { spread, timelineOf } from '../../../data/explorer/timeline.ts';
import { mirrorDataset } from '../../support/mirror.ts';

const timeline = timelineOf(dataset);
const of = (id: string) => timeline.entries.find((entry) => entry.id === id);

describe('the timeline', () => {
  test('has every statement of the record, oldest first', () => {
    expect(timeline.entries.map(({ id }) => id)).toEqual(dataset.statements.map(({ id }) => id));
  });

  test.each([
    ['2019-07-08-concern', { named: 22, unnamed: 0, remainder: 0, later: 2, precision: 'exact', joined: ['IT'], withdrew: [] }],
    ['2019-07-12-support', { named: 37, unnamed: 0, later: 13, withdrew: ['QA'] }],
    ['2020-07-01-support', { named: 19, unnamed: 27, remainder: 27, later: 0 }],
    // As many are known as were announced, but the list may be longer.
    ['2021-06-22-concern', { unnamed: 0, remainder: null, precision: 'exact' }],
    ['2021-10-21-support', { named: 1, unnamed: 61 }],
    ['2022-08-25-support', { named: 0, unnamed: 40, remainder: null, precision: 'about' }],
    ['2022-09-13-support', { named: 28, unnamed: 0, remainder: null, precision: 'exact' }],
    ['2019-10-29-support', { named: 54, unnamed: 0, remainder: 0, precision: 'exact' }],
    ['2024-09-24-support', { named: 1, unnamed: 79, remainder: null, precision: 'nearly' }],
    ['2023-10-18-concern', { named: 51, later: 0, withdrew: ['FJ'] }],
    ['2020-06-30-support-hong-kong', { kind: 'elsewhere', named: 53 }],
    ['2021-06-22-support-gcc', { kind: 'group', named: 0, unnamed: 0 }],
    ['2022-10-06-vote', { kind: 'vote', stance: null, votes: { yes: 17, no: 19, abstained: 11 }, corrected: ['UA'] }],
  ])('has %s as its file has it', (id, expected) => {
    expect(of(id)).toMatchObject(expected);
  });

  test('has room for the largest, and goes from the first statement to the day of the record', () => {
    expect(timeline.most).toBe(80);
    expect(timeline.from).toBe('2019-07-01');
    expect(timeline.to).toBe(dataset.updated);
  });

  test('measures both sides alike', () => {
    const sizes = (from: typeof dataset) =>
      timelineOf(from).entries.map(({ date, named, unnamed, later, joined, withdrew }) => [
        date,
        named,
        unnamed,
        later,
        joined,
        withdrew,
      ]);
    expect(sizes(mirrorDataset(dataset))).toEqual(sizes(dataset));
  });
});

describe('places for bars', () => {
  test('are where bars belong, where there is room', () => {
    expect(spread([10, 50, 90], 20, 100)).toEqual([10, 50, 90]);
  });

  test('part bars that belong on one place, to both sides of it', () => {
    expect(spread([50, 50, 50], 10, 100)).toEqual([40, 50, 60]);
  });

  test('are inside the picture', () => {
    expect(spread([0, 0, 100, 100], 10, 100)).toEqual([0, 10, 90, 100]);
  });

  test('are in order, apart and inside, whatever is wanted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 60 }), (numbers) => {
        const wanted = numbers.toSorted((a, b) => a - b);
        const places = spread(wanted, 10, 1000);
        expect(places).toHaveLength(wanted.length);
        places.forEach((place, index) => {
          expect(place - (places[index - 1] ?? -10)).toBeGreaterThan(10 - 1e-6);
          expect(place).toBeLessThan(1000 + 1e-6);
        });
      }),
    );
  });
});
