import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCountryRecognizer, namedCountry } from '../../../data/detection/countries.ts';
import { fold } from '../../../data/detection/fold.ts';
import { readDataset } from '../../../scripts/read-dataset.ts';
import { readLexica } from '../../../scripts/read-lexica.ts';

const { countries } = readDataset(resolve(import.meta.dirname, '../../../data'));
const recognizers = new Map(
  readLexica().flatMap((lexicon) => {
    if (!lexicon.countries) return [];
    const language = { lang: lexicon.lang, countries: lexicon.countries };
    return [[lexicon.lang, createCountryRecognizer(countries.map(namedCountry), language)] as const];
  }),
);

function found(lang: string, text: string): string {
  const folded = fold(text);
  const given = (start: number, end: number) => text.slice(folded.sourceStart(start), folded.sourceEnd(end));
  const all = recognizers.get(lang)?.(folded.text, given) ?? [];
  return all.map(({ code, start, end }) => `${code} ${given(start, end)}`).join(', ');
}

test('every language that detection knows has words for countries', () => {
  expect([...recognizers.keys()]).toEqual(readLexica().flatMap(({ lang, statement }) => (statement ? [lang] : [])));
});

describe('names', () => {
  test.each([
    ['en', 'Türkiye, Turkey and the UK', 'TR Türkiye, TR Turkey, GB UK'],
    ['en', 'South Korea, North Korea and South Sudan', 'KR South Korea, KP North Korea, SS South Sudan'],
    ['en', 'Papua New Guinea and Guinea-Bissau', 'PG Papua New Guinea, GW Guinea-Bissau'],
    ['en', 'CUBA’S ENVOY', 'CU CUBA'],
    ['en', 'the U.S. and the US-led group', 'US U.S., US US'],
    ['de', 'der Türkei, den Niederlanden, Deutschlands', 'TR Türkei, NL Niederlanden, DE Deutschlands'],
    ['de', 'den Vereinigten Staaten, das Vereinigte Königreich', 'US Vereinigten Staaten, GB Vereinigte Königreich'],
    ['fr', 'aux États-Unis et en Corée du Sud', 'US États-Unis, KR Corée du Sud'],
    ['es', 'EE. UU. y Arabia Saudita', 'US EE. UU., SA Arabia Saudita'],
    ['pt', 'Vietnã, Vietname e Polónia', 'VN Vietnã, VN Vietname, PL Polónia'],
    ['ru', 'в Саудовской Аравии, из Египта и Филиппин', 'SA Саудовской Аравии, EG Египта, PH Филиппин'],
    ['ru', 'с Израилем, КНДР, Новой Зеландией', 'IL Израилем, KP КНДР, NZ Новой Зеландией'],
    ['tr', 'Küba’nın, ABD’nin, İRAN', 'CU Küba, US ABD, IR İRAN'],
    ['ar', 'وباكستان وللسعودية', 'PK باكستان, SA للسعودية'],
    ['ja', '米国とアメリカ合衆国、タイ', 'US 米国, US アメリカ合衆国, TH タイ'],
    ['zh', '美国、俄羅斯、沙烏地阿拉伯、沙特阿拉伯', 'US 美国, RU 俄羅斯, SA 沙烏地阿拉伯, SA 沙特阿拉伯'],
    ['zh', '刚果（布）', 'CG 刚果（布）'],
  ])('%s: %s', (lang, text, expected) => {
    expect(found(lang, text)).toBe(expected);
  });
});

describe('what is no name of a country, or may be none', () => {
  test.each([
    ['en', 'Georgia, Michael Jordan, Chad said'],
    ['en', 'turkey, chad, china'],
    ['en', 'Turkey sandwiches'],
    ['en', 'New Mexico, Mexico City, the Gulf of Mexico, Northern Ireland'],
    ['en', 'Congo, Korea'],
    ['en', 'CONTACT US NOW'],
    ['en', 'Chinas Cubans Cubana'],
    ['en', 'China, PRC and the People’s Republic of China'],
    ['fr', 'Dominique et Maurice, Nouvelle-Guinée, Irlande du Nord'],
    ['es', 'Nuevo México, Granada, Irlanda del Norte'],
    ['pt', 'a Ira, o IRA, Franca'],
    ['de', 'Nordirland, Georgia'],
    ['ru', 'в Северной Ирландии, Новой Гвинее'],
    ['tr', 'Mali kriz, Kuzey İrlanda'],
    ['ar', 'كوبا من الشاي، مالي، البنين'],
    ['ja', 'インド洋、北アイルランド、ダイ、メキシカン'],
    ['zh', '印度洋、马里兰州、朝鲜族、新几内亚'],
  ])('%s: %s', (lang, text) => {
    expect(found(lang, text)).toBe('');
  });
});

describe('a name that is also something else', () => {
  test.each([
    ['en', 'Cameroon, Chad, Comoros, Jordan and Georgia', 'CM Cameroon, TD Chad, KM Comoros, JO Jordan, GE Georgia'],
    ['en', 'Chad, Jordan and Kuwait', 'TD Chad, JO Jordan, KW Kuwait'],
    ['es', 'Cuba y Chad', 'CU Cuba, TD Chad'],
    ['ar', 'باكستان، كوبا', 'PK باكستان, CU كوبا'],
    ['zh', '古巴、马里和巴林', 'CU 古巴, ML 马里, BH 巴林'],
  ])('is one in a list of countries: %s: %s', (lang, text, expected) => {
    expect(found(lang, text)).toBe(expected);
  });
});

test('the subject of all statements is never one, and every other country is found by its name in English', () => {
  const missed = countries.map(namedCountry).filter(({ code, names }) => {
    const list = `Cuba, ${names[0]}, Qatar`;
    return code !== 'CN' && !found('en', list).includes(`${code} `);
  });
  expect(missed.map(({ code }) => code)).toEqual([]);
  expect(found('en', 'Cuba, China, Qatar')).toBe('CU Cuba, QA Qatar');
});
