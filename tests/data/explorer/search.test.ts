import { expect, test } from 'vitest';
import { dataset } from '../../../data/dataset.ts';
import { searchRecord } from '../../../data/explorer/search.ts';
import { english, wordsIn } from '../../support/words.ts';

const find = (query: string) => searchRecord(dataset, query, english);

test.each([
  ['Qatar', 'English'],
  ['Catar', 'Spanish and Portuguese'],
  ['Katar', 'German and Turkish'],
  ['Катар', 'Russian'],
  ['قطر', 'Arabic'],
  ['卡塔尔', 'simplified Chinese'],
  ['卡達', 'traditional Chinese'],
  ['カタール', 'Japanese'],
])('%s is a country in %s, and what the record says of it is found', (name) => {
  const { countries, sources } = find(name);
  expect(countries.map(({ code }) => code)).toContain('QA');
  expect(sources.map(({ source }) => source.title)).toContain('Qatar Withdraws Support for China Over Its Treatment of Muslims');
});

test('statements and countries are found by what stands within a run of Chinese', () => {
  const { statements, countries } = searchRecord(dataset, '人权理事会', wordsIn('zh-Hans'));
  expect(statements.map(({ id }) => id)).toContain('2019-07-08-concern');
  expect(countries).toEqual([]);
  expect(searchRecord(dataset, '联合酋长国', wordsIn('zh-Hans')).countries.map(({ code }) => code)).toEqual(['AE']);
});

test('a statement is found by its day, its number and its symbol', () => {
  for (const query of ['8 July 2019', '22 countries', 'A/HRC/41/G/11'])
    expect(find(query).statements.map(({ id }) => id)).toContain('2019-07-08-concern');
});

test('numbers are found in whatever digits they are typed', () => {
  expect(find('2019').facts.length).toBeGreaterThan(0);
  expect(find('٢٠١٩')).toEqual(find('2019'));
});

test('facts, quotations and sources are found by words cut short, whatever the accents', () => {
  const { facts, sources } = find('uygh');
  expect(facts.length + sources.length).toBeGreaterThan(0);
  for (const { claim, attributedTo } of facts) expect(`${claim} ${attributedTo}`.toLowerCase()).toContain('uygh');
  expect(find('cote divoire').countries.map(({ code }) => code)).toEqual(['CI']);
});

test('quotations are found by their words', () => {
  const [statement] = dataset.statements.filter(({ quotes }) => quotes.length > 0);
  const [quote] = statement?.quotes ?? [];
  if (!statement || !quote) throw new Error('nobody is quoted');
  expect(find(quote.text).quotations).toContainEqual({ statement, quote });
});

test('each source is found once', () => {
  const addresses = find('qatar').sources.map(({ source }) => source.url);
  expect(new Set(addresses).size).toBe(addresses.length);
});

test.each(['', '  ', '…', 'xyzzy'])('“%s” finds nothing', (query) => {
  expect(Object.values(find(query)).flat()).toEqual([]);
});
