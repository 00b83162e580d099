import { describe, expect, test } from 'vitest';
import { dataset } from '../../data/dataset.ts';
import { LANGUAGES } from '../../data/languages.ts';
import { type Catalogue, type MessageId, wordsFrom } from '../../data/messages.ts';
import { countryByCode } from '../../data/queries.ts';
import { compiled } from '../../scripts/read-messages.ts';
import { english, wordsIn } from '../support/words.ts';

/** Words that know one made-up message. */
function saying(message: string, language: Catalogue['language'] = 'en') {
  const words = wordsFrom({ language, messages: { test: compiled(message, language) } });
  return (values?: Record<string, string | number>) => words.say('test' as MessageId, values);
}

describe('messages', () => {
  test('have their plurals as the language does', () => {
    const say = saying('{count, plural, one {# страна} few {# страны} many {# стран} other {# страны}}', 'ru');
    expect([1, 3, 22].map((count) => say({ count }))).toEqual(['1 страна', '3 страны', '22 страны']);
    expect(say({ count: 37 })).toBe('37 стран');
  });

  test('keep names of another script apart in a text that runs from the right', () => {
    expect(saying('{name} في', 'ar')({ name: 'A/HRC/41/G/11' })).toBe('\u2068A/HRC/41/G/11\u2069 في');
    expect(saying('{name}: signed')({ name: 'Cuba' })).toBe('Cuba: signed');
    const choice = saying('{side, select, concern {{name} أ} other {ب}}', 'ar');
    expect(choice({ side: 'concern', name: 'Cuba' })).toBe('\u2068Cuba\u2069 أ');
  });

  test('that are missing, or lack an argument, are mistakes', () => {
    expect(() => english.say('card.nowhere' as MessageId)).toThrow('card.nowhere');
    expect(() => saying('{name}')()).toThrow('name');
  });

  test('without arguments are their text, apostrophes and all', () => {
    expect(saying("The page''s date")()).toBe("The page's date");
    expect(saying('')()).toBe('');
  });
});

describe('dates, numbers, lists and names', () => {
  test('are those of the language', () => {
    expect(english.date('2019-07-08')).toBe('8 July 2019');
    expect(english.date('2019-07')).toBe('July 2019');
    expect(english.date('2019')).toBe('2019');
    expect(english.date('2019-07-08', { year: false })).toBe('8 July');
    expect(english.dateRange('2021-06-24', '2021-06-25')).toMatch(/^24\s?–\s?25 June 2021$/);
    expect(english.list(['Cuba', 'Fiji', 'Qatar'])).toBe('Cuba, Fiji and Qatar');
    expect(wordsIn('ja').date('2019-07-08')).toBe('2019年7月8日');
    expect(wordsIn('ar').number(1234)).toMatch(/^[\d,٬.]+$/);
    expect(wordsIn('fr').languageName('de')).toBe('allemand');
  });

  test('have the first of a month as an ordinal in French', () => {
    const french = wordsIn('fr');
    expect(french.date('2020-07-01')).toBe('1er juillet 2020');
    expect(french.date('2020-07-01', { year: false })).toBe('1er juillet');
    expect(french.date('2020-07-11')).toBe('11 juillet 2020');
    expect(french.date('2020-07')).toBe('juillet 2020');
    expect(french.dateRange('2021-06-30', '2021-07-01')).toMatch(/^30 juin\s?–\s?1er juillet 2021$/);
    expect(wordsIn('es').date('2020-07-01')).toBe('1 de julio de 2020');
  });

  test.each(LANGUAGES)('ranges of days are written out in %s, as single days are', (language) => {
    const words = wordsIn(language);
    for (const [from, to] of [
      ['2021-06-24', '2021-06-25'],
      ['2019-07-12', '2019-08-31'],
      ['2019-12-30', '2020-01-02'],
    ] as const) {
      const range = words.dateRange(from, to);
      expect(range.endsWith(words.date(to)), range).toBe(true);
      expect(range).not.toMatch(/\d\/\d/);
      expect(range.length).toBeGreaterThan(words.date(to).length);
    }
    expect(words.dateRange('2021-06-24', '2021-06-24')).toBe(words.date('2021-06-24'));
  });

  test('a range has two ends, which tell what both share once', () => {
    expect(english.endsOfRange('2021-06-24', '2021-06-25')).toEqual({ from: '24', to: '25 June 2021' });
    expect(english.endsOfRange('2019-12-30', '2020-01-02')).toEqual({ from: '30 December 2019', to: '2 January 2020' });
    expect(wordsIn('fr').endsOfRange('2021-06-30', '2021-07-01')).toEqual({ from: '30 juin', to: '1er juillet 2021' });
    expect(wordsIn('ja').endsOfRange('2021-06-24', '2021-06-25')).toEqual({ from: '2021年6月24日', to: '6月25日' });
    expect(wordsIn('ja').endsOfRange('2019-12-30', '2020-01-02')).toEqual({ from: '2019年12月30日', to: '2020年1月2日' });
  });

  test('a range that the browser has in figures only is of two whole days', () => {
    expect(wordsIn('zh-Hans').dateRange('2019-07-12', '2019-08-31')).toBe('2019年7月12日至2019年8月31日');
    expect(wordsIn('ja').dateRange('2021-06-24', '2021-06-25')).toBe('2021年6月24日～2021年6月25日');
  });

  test('of countries are those of the UN in English, and the browser’s elsewhere', () => {
    const country = countryByCode(dataset, 'DE');
    if (!country) throw new Error('no Germany');
    expect(english.country(country)).toBe('Germany');
    expect(wordsIn('zh-Hant').country(country)).toBe('德國');
  });
});
