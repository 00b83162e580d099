import { expect, test } from 'vitest';
import { dateInWords, eventDateInWords, listInWords } from '../../data/in-words.ts';

test('dates are as precise as they are known', () => {
  expect(dateInWords('2019-07-08')).toBe('8 July 2019');
  expect(dateInWords('2019-07')).toBe('July 2019');
  expect(dateInWords('2019')).toBe('2019');
  expect(dateInWords('2019-07-08', { year: false })).toBe('8 July');
});

test('a day that is one of several is told as such, without month and year twice', () => {
  expect(eventDateInWords({ from: '2021-06-24', to: '2021-06-25' })).toBe('24 or 25 June 2021');
  expect(eventDateInWords({ from: '2021-06-22', to: '2021-06-24' })).toBe('between 22 and 24 June 2021');
  expect(eventDateInWords({ from: '2019-07-12', to: '2019-08-31' })).toBe('between 12 July and 31 August 2019');
});

test('a list ends in "and"', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(listInWords)).toEqual(['', 'A', 'A and B', 'A, B and C']);
});
