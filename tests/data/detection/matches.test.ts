import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesOf, warmedUp } from '../../../data/detection/matches.ts';

describe('matchesOf', () => {
  test('finds what matchAll finds, run after run', () => {
    const patterns = [/a+b/g, /(?<n>\d{1,2})/g, /b|/g, /\p{L}?/gu, /(?:)/gu, /(?<=a)./g];
    fc.assert(
      fc.property(fc.constantFrom(...patterns), fc.array(fc.constantFrom('a', 'b', '1', '😀', 'é', ' ')), (pattern, pieces) => {
        const text = pieces.join('');
        const expected = [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, found]);
        for (const _ of ['once', 'again']) {
          expect(matchesOf(pattern, text).map(({ index, 0: found }) => [index, found])).toEqual(expected);
        }
      }),
    );
  });
});

describe('warming up', () => {
  test('takes one step a pattern and leaves each as it was', () => {
    const patterns = [/-/g, /\u2019/g, /x/];
    expect([...warmedUp(patterns)]).toHaveLength(patterns.length);
    expect(patterns.map(({ lastIndex }) => lastIndex)).toEqual([0, 0, 0]);
  });
});
