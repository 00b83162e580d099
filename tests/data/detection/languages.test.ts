import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../data/detection/fold.ts';
import { createLanguageGuess } from '../../../data/detection/languages.ts';
import { languageOf, readLabelled } from '../../../scripts/read-labelled.ts';
import { readLexica } from '../../../scripts/read-lexica.ts';

const lexica = readLexica().flatMap(({ lang, statement }) => (statement ? [{ lang, statement }] : []));
const guess = createLanguageGuess(lexica);
const kept = (text: string, declared?: string, around?: string) => {
  const mayBeIn = guess(fold(text).text, around, declared);
  return lexica.map(({ lang }) => lang).filter(mayBeIn);
};

describe('a text is read', () => {
  test.each([
    ['en', 'The letter was signed by the ambassadors of 22 countries, and that is all it says.'],
    ['fr', 'La lettre a été signée par les ambassadeurs de 22 pays, et c’est tout ce qu’elle dit.'],
    ['de', 'Der Brief wurde von den Botschaftern aus 22 Ländern unterzeichnet, und das ist alles.'],
    ['zh', '22国大使联名致信人权理事会主席。'],
    ['ru', 'Письмо подписали послы 22 стран.'],
    ['ar', 'وقع سفراء 22 دولة على الرسالة.'],
  ])('in its own language alone: %s', (lang, text) => {
    expect(kept(text)).toEqual([lang]);
  });

  test('in Chinese as well where it is in Japanese, which shares its letters', () => {
    expect(kept('22カ国の大使が書簡に署名した。')).toEqual(['ja', 'zh']);
  });

  test('as the page declares where it is too short to tell, and in every language where the page tells nothing either', () => {
    expect(kept('22 countries', 'en-GB')).toEqual(['en']);
    expect(kept('22 countries')).toEqual(['de', 'en', 'es', 'fr', 'pt', 'tr']);
    expect(kept('22 pays', undefined, 'La lettre a été signée par les ambassadeurs, et c’est tout.')).toEqual(['fr']);
  });

  test('in its own language whatever the page declares', () => {
    expect(kept('La lettre a été signée par les ambassadeurs de 22 pays, et c’est tout.', 'en')).toEqual(['fr']);
  });
});

test('no labelled paragraph is kept from its own language', () => {
  const lost = readLabelled().filter((paragraph) => !kept(paragraph.text, paragraph.lang).includes(languageOf(paragraph)));
  expect(lost.map(({ id }) => id)).toEqual([]);
});

test('any text gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.option(fc.string(), { nil: undefined }), (text, declared) => {
      expect(Array.isArray(kept(text, declared))).toBe(true);
    }),
  );
});
