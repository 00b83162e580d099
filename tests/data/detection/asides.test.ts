import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AsideWishes, createAsideFinder } from '../../../data/detection/asides.ts';
import { namedCountry } from '../../../data/detection/countries.ts';
import { createFinder } from '../../../data/detection/find-mentions.ts';
import { createGate } from '../../../data/detection/gate.ts';
import type { PageContext } from '../../../data/detection/mention.ts';
import { statementCuesOf } from '../../../data/detection/statement-cues.ts';
import { readDataset } from '../../../scripts/read-dataset.ts';
import { readLabelled } from '../../../scripts/read-labelled.ts';
import { readLexica } from '../../../scripts/read-lexica.ts';

const { statements, countries } = readDataset(resolve(import.meta.dirname, '../../../data'));
const lexica = readLexica();
const finder = createFinder(lexica, statementCuesOf(statements, countries));

function asideFinder(wishes: AsideWishes) {
  const made = createAsideFinder(lexica, countries.map(namedCountry), wishes);
  if (!made) throw new Error('Nothing was wished for.');
  return made;
}

const both = asideFinder({ related: true, countries: true });
const related = asideFinder({ related: true, countries: false });

/** The related terms on a page about the matter, with what the finder finds in the text taken. */
const terms = (text: string, isOnMatter = true) =>
  related.find(text, finder.findMentions(text), {}, isOnMatter).map(({ start, end }) => text.slice(start, end));

test('nothing is looked for where nothing is wanted', () => {
  expect(createAsideFinder(lexica, countries.map(namedCountry), { related: false, countries: false })).toBeUndefined();
});

describe('a related term', () => {
  test.each([
    ['the people', 'Uyghurs, Uighurs and Uygurs', ['Uyghurs', 'Uighurs', 'Uygurs']],
    ['their language', 'She writes in Uyghur.', ['Uyghur']],
    ['with an apostrophe', 'the Uyghurs’ mosques', ['Uyghurs']],
    ['in a compound', 'a Uyghur-language poet', ['Uyghur']],
    ['broken by a soft hyphen', 'of Uy\u00ADghurs', ['Uy\u00ADghurs']],
    ['in capitals', 'UYGHURS ABROAD', ['UYGHURS']],
    ['in German', 'die Uiguren, eine Uigurin, uigurische Lieder', ['Uiguren', 'Uigurin', 'uigurische']],
    ['in French', 'les Ouïghours et une Ouïghoure', ['Ouïghours', 'Ouïghoure']],
    ['in Spanish', 'los uigures', ['uigures']],
    ['in Portuguese', 'os uigures', ['uigures']],
    ['in Russian, in any case', 'уйгуры, уйгурам, уйгурского', ['уйгуры', 'уйгурам', 'уйгурского']],
    ['in Turkish, with its endings', 'Uygurların ve Uygur’un', ['Uygurların', 'Uygur']],
    ['in Arabic, without what is written together with it', 'الأويغور وللإيغور واليغور', ['أويغور', 'إيغور', 'يغور']],
    ['in Uyghur', 'ئۇيغۇرلار', ['ئۇيغۇرلار']],
    ['in Chinese, both scripts', '维吾尔族和維吾爾人、维族', ['维吾尔族', '維吾爾人', '维族']],
    ['in Japanese', 'ウイグル族とウイグル人', ['ウイグル族', 'ウイグル人']],
  ])('is %s', (_, text, expected) => {
    expect(terms(text, false)).toEqual(expected);
  });

  test.each([
    ['of the capital', 'Ürümqi, Urumqi’s, Urumchi', ['Ürümqi', 'Urumqi', 'Urumchi']],
    ['of Kashgar and Hotan', 'KASHGAR, Hotan, Khotan', ['KASHGAR', 'Hotan', 'Khotan']],
    ['in German', 'Kaschgars Altstadt', ['Kaschgars']],
    ['in French', 'à Kachgar et Ouroumtsi', ['Kachgar', 'Ouroumtsi']],
    ['in Russian', 'в Кашгаре и Урумчи', ['Кашгаре', 'Урумчи']],
    ['in Turkish', 'Kaşgar’da, Urumçi’de', ['Kaşgar', 'Urumçi']],
    ['in Arabic', 'في أورومتشي وكاشغر', ['أورومتشي', 'كاشغر']],
    ['in Chinese', '乌鲁木齐、烏魯木齊、喀什', ['乌鲁木齐', '烏魯木齊', '喀什']],
    ['in Japanese', 'ウルムチとカシュガル', ['ウルムチ', 'カシュガル']],
  ])('is a name %s on a page about the matter, and on no other', (_, text, expected) => {
    expect(terms(text)).toEqual(expected);
    expect(terms(text, false)).toEqual([]);
  });

  test.each([
    ['part of a name of the region', 'the Xinjiang Uyghur Autonomous Region'],
    ['part of an address', 'see uyghur-notes.org/uyghurs and mail@uyghur.org'],
    ['a person of the name', 'Cenk Uygur said'],
    ['a scholar named after a city', 'Mahmud al-Kashgari, Kaşgarlı Mahmud'],
    ['a bird', 'утка турпан'],
    ['an Arabic verb', 'ماء يغور في الأرض ويغور'],
    ['characters that only meet', '思维族群'],
    ['a Japanese city', '岸和田地区'],
    ['Kashmir', '喀什米爾'],
    ['another people', 'Kazakhs and Hui'],
    ['what the sides call by different names', 're-education camps, vocational training centres'],
  ])('is not %s', (_, text) => {
    expect(terms(text)).toEqual([]);
  });

  test('that names the people is one that the first look knows', () => {
    const mayConcern = createGate(lexica);
    for (const { text } of readLabelled()) {
      for (const { start, end } of related.find(text, [], {}, false)) {
        expect(mayConcern(text.slice(start, end)), text.slice(start, end)).toBe(true);
      }
    }
  });
});

describe('a name of a country', () => {
  const named = (text: string, page: PageContext = { lang: 'en' }, isOnMatter = true) =>
    both.find(text, finder.findMentions(text, page), page, isOnMatter).flatMap((aside) => ('code' in aside ? [aside.code] : []));

  test('is none where the page is about something else', () => {
    expect(named('Cuba and Qatar', { lang: 'en' }, false)).toEqual([]);
  });

  test('is none within a mention', () => {
    const text = 'On Xinjiang, Cuba, on behalf of 45 states, spoke in New York; Qatar did not.';
    expect(named(text)).toEqual(['QA']);
  });

  test('is read in the language that the page says it is in, as far as the text may be', () => {
    expect(named('Long Island', { lang: 'en' })).toEqual([]);
    expect(named('Island', { lang: 'de' })).toEqual([]);
    expect(named('Island und Irland', { lang: 'de' })).toEqual(['IS', 'IE']);
  });

  test('is none in a text too short to tell its language, on a page that does not', () => {
    expect(named('Island, Malta', {})).toEqual([]);
  });

  test('is the same in languages that share it, once', () => {
    expect(named('Cuba é uma ilha; Cuba es una isla.', {})).toEqual(['CU', 'CU']);
  });
});

describe('for any text', () => {
  const pieces = [
    ...[
      'Xinjiang',
      'Uyghurs',
      'Ürümqi',
      'Cuba',
      'Guinea',
      'Chad',
      ', ',
      ' and ',
      '. ',
      '\n',
      ' 22 countries signed a letter to the UN ',
    ],
    ...[
      '新疆',
      '维吾尔',
      '古巴',
      'уйгуры',
      'Куба',
      'ウイグル',
      'الأويغور',
      'Xin\u00ADjiang',
      'Cu\u00ADba',
      ' on behalf of 45 countries',
      ' ',
    ],
  ];
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join('')),
    fc.constantFrom(...readLabelled().map(({ text }) => text)),
    fc.string({ unit: 'grapheme' }),
  );
  const pages = fc.record({ lang: fc.constantFrom('en', 'es', 'ru', 'zh', 'ar', 'xx') });

  test('asides overlap no mention and no other aside, in order, within the text', () => {
    fc.assert(
      fc.property(texts, pages, fc.boolean(), (text, page, isOnMatter) => {
        const mentions = finder.findMentions(text, page);
        const asides = both.find(text, mentions, page, isOnMatter);
        const all = [...mentions, ...asides].sort((a, b) => a.start - b.start);
        for (const [index, { start, end }] of all.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(all[index - 1]?.end ?? 0);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(asides).toEqual(asides.toSorted((a, b) => a.start - b.start));
      }),
    );
  });

  test('what may hold no aside holds none', () => {
    fc.assert(
      fc.property(texts, pages, (text, page) => {
        if (!both.mayHold(text)) expect(both.find(text, [], page, true)).toEqual([]);
      }),
    );
  });

  test('countries and related terms are found alike, whether the others are wanted or not', () => {
    fc.assert(
      fc.property(texts, pages, fc.boolean(), (text, page, isOnMatter) => {
        const terms = both.find(text, [], page, isOnMatter).filter(({ kind }) => kind === 'related');
        expect(related.find(text, [], page, isOnMatter)).toEqual(terms);
      }),
    );
  });
});
