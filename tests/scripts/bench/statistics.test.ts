import { expect, test } from 'vitest';
import { blockingTime, median, quantile, slopeOf } from '../../../scripts/bench/statistics.ts';

test('the median is the middle value, or the mean of the two in the middle, in whatever order they come', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 9, 1, 5])).toBe(7);
  expect(median([])).toBeNaN();
});

test('a quantile lies between its neighbours', () => {
  expect(quantile([0, 10, 20, 30, 40], 0.95)).toBeCloseTo(38);
  expect(quantile([7], 0.95)).toBe(7);
});

test('the slope is that of the line with the least squares', () => {
  expect(
    slopeOf([
      [0, 1],
      [1, 3],
      [2, 5],
    ]),
  ).toBe(2);
  expect(
    slopeOf([
      [0, 0],
      [1, 2],
      [2, 0],
      [3, 2],
    ]),
  ).toBeCloseTo(0.4);
  expect(slopeOf([[1, 1]])).toBeNaN();
});

test('only what tasks take beyond 50 milliseconds counts as blocking', () => {
  expect(blockingTime([10, 50, 51, 80])).toBe(31);
});
