import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayName, englishNames } from '../../data/country-names.ts';
import { readDataset } from '../../scripts/read-dataset.ts';

const { countries } = readDataset(resolve(import.meta.dirname, '../../data'));

function named(code: string, locale: string): string {
  const country = countries.find((each) => each.code === code);
  if (!country) throw new Error(`no country ${code}`);
  return displayName(country, locale);
}

describe('a country is shown', () => {
  test.each([
    ['TR', 'Türkiye'],
    ['CZ', 'Czechia'],
    ['SZ', 'Eswatini'],
    ['PS', 'State of Palestine'],
    ['VA', 'Holy See'],
    ['CV', 'Cabo Verde'],
    ['MM', 'Myanmar'],
    ['KP', 'North Korea'],
    ['GB', 'United Kingdom'],
    ['LC', 'Saint Lucia'],
  ])('in English as the UN calls it, or shorter where that is long: %s', (code, name) => {
    expect(named(code, 'en')).toBe(name);
    expect(named(code, 'en-GB')).toBe(name);
  });

  test.each([
    ['DE', 'fr', 'Allemagne'],
    ['DE', 'es-MX', 'Alemania'],
    ['DE', 'ru', 'Германия'],
    ['DE', 'ar', 'ألمانيا'],
    ['DE', 'zh', '德国'],
    ['DE', 'zh-Hant', '德國'],
    ['DE', 'de', 'Deutschland'],
    ['DE', 'ja', 'ドイツ'],
    ['DE', 'tr', 'Almanya'],
    ['DE', 'pt', 'Alemanha'],
  ])('elsewhere as the language calls it: %s in %s', (code, locale, name) => {
    expect(named(code, locale)).toBe(name);
  });

  test.each([
    ['PS', 'fr', 'État de Palestine'],
    ['PS', 'zh-CN', '巴勒斯坦国'],
    ['PS', 'zh-TW', '巴勒斯坦國'],
    ['VA', 'es', 'Santa Sede'],
  ])('as the UN calls it where the language has another state in mind: %s in %s', (code, locale, name) => {
    expect(named(code, locale)).toBe(name);
  });

  test('by a name and never by a code, one for each, in the ten languages', () => {
    fc.assert(
      fc.property(fc.constantFrom('en', 'fr', 'es', 'ru', 'ar', 'zh', 'zh-Hant', 'de', 'ja', 'tr', 'pt'), (locale) => {
        const names = countries.map((country) => displayName(country, locale));
        expect(new Set(names).size).toBe(countries.length);
        for (const country of countries) expect(displayName(country, locale)).not.toBe(country.code);
      }),
    );
  });
});

test('goes by all its names in English, but for one that it shares with another country', () => {
  const of = (code: string) => englishNames(countries.find((each) => each.code === code) as (typeof countries)[number]);
  expect(of('TR')).toEqual(['Türkiye', 'Turkey']);
  expect(of('GB').slice(-2)).toEqual(['Britain', 'Great Britain']);
  expect(of('CG')).toEqual(['Republic of the Congo', 'Congo-Brazzaville']);
});
