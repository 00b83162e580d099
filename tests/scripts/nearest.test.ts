import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../scripts/nearest.ts';

const WORDS = ['Germany', 'Armenia', 'Benin', '2019-07-08-concern', '2019-07-12-support', '2022-10-06-vote'];

test.each([
  ['Germny', 'Germany'],
  ['germany', 'Germany'],
  ['2019-07-08', '2019-07-08-concern'],
  ['2019-07-12-suport', '2019-07-12-support'],
  ['Bennin', 'Benin'],
])('what is nearest to %s is %s', (word, expected) => {
  expect(nearest(word, WORDS)[0]).toBe(expected);
});

test('a word that is there is its own nearest', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), (words) => {
      for (const word of words) expect(nearest(word, words, 1)[0]?.toLowerCase()).toBe(word.toLowerCase());
    }),
  );
});

test('there are never more than asked for, nor any that are not candidates', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), fc.nat(5), (word, words, most) => {
      const found = nearest(word, words, most);
      expect(found.length).toBe(Math.min(most, words.length));
      for (const each of found) expect(words).toContain(each);
    }),
  );
});
