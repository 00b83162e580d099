import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOADED_WORDS, loadedWordIn } from '../../data/loaded-words.ts';

describe('a word that takes a side', () => {
  test.each([
    ['an anti-China letter', 'anti-China'],
    ['A pro-Beijing statement', 'pro-Beijing'],
    ['The states spoke against human rights.', 'against human rights'],
    ['the official list', 'official'],
    ['Western states slammed China', 'slammed'],
    ['They praised China.', 'praised'],
    ['Three refused to sign.', 'refused to sign'],
    ['the regime said', 'regime'],
    ['China claimed that', 'claimed'],
    ['Only the West signed.', 'the West'],
    ['the so-called training centres', 'so-called'],
    ['It was clearly a lie.', 'lie'],
  ])('is found in "%s"', (text, word) => {
    expect(loadedWordIn(text)?.word).toBe(word);
  });

  test.each([
    '22 countries voiced concern',
    '37 countries voiced support for China',
    'The High Commissioner for Human Rights',
    'Western Europe & others',
    'A spokesman called it "slander".',
    'He spoke of “anti-China forces”.',
    'It relied on what it called false information, and said so.',
    'Officials of both sides signed.',
    'Not on the list',
  ])('is not found in "%s"', (text) => {
    expect(loadedWordIn(text)).toBeUndefined();
  });

  test('behind others’ words is found all the same', () => {
    expect(loadedWordIn('It opposed what it called politicisation, and slammed others.')?.word).toBe('slammed');
    expect(loadedWordIn('"Quite so", said the regime.')?.word).toBe('regime');
  });

  test('comes with a reason, and with what to say instead', () => {
    for (const { pattern, reason, instead } of LOADED_WORDS) {
      expect(reason, String(pattern)).toMatch(/^\p{Ll}.{8,}[^.]$/u);
      expect(instead, String(pattern)).not.toBe('');
    }
  });

  test('can be looked for in any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => loadedWordIn(text) === undefined || text.length > 0));
  });
});
