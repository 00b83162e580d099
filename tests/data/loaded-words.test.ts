import { describe, expect, test } from 'vitest';
import { LOADED_WORDS, loadedWordIn } from '../../data/loaded-words.ts';

const EXAMPLES = [
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
  ['A criticized text', 'criticized'],
  ['an authoritarian state', 'authoritarian'],
  ['its allies', 'allies'],
  ['three terrorists', 'terrorists'],
  ['reported atrocities', 'atrocities'],
  ['Unfortunately, none was found.', 'Unfortunately'],
  ['It opposed politicisation.', 'politicisation'],
  ['East Turkestan', 'East Turkestan'],
] as const;

describe('a word that takes a side', () => {
  test.each(EXAMPLES)('is found in "%s"', (text, word) => {
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
    expect(loadedWordIn('what it called politicisation and the regime said')?.word).toBe('regime');
  });

  test('comes with a reason, and with what to say instead', () => {
    for (const { pattern, reason, instead } of LOADED_WORDS) {
      expect(reason, String(pattern)).toMatch(/^\p{Ll}.{8,}[^.]$/u);
      expect(instead, String(pattern)).not.toBe('');
    }
  });

  test('is looked for by every entry: each finds one of the examples above', () => {
    const idle = LOADED_WORDS.filter(({ pattern }) => !EXAMPLES.some(([text]) => pattern.test(text)));
    expect(idle.map(({ pattern }) => String(pattern))).toEqual([]);
  });
});
