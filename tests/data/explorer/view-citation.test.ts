import { expect, test } from 'vitest';
import { dataset } from '../../../data/dataset.ts';
import { DEFAULT_STATE, type ExplorerState } from '../../../data/explorer/state.ts';
import { bibtex, citationText, citedItems, cslJson } from '../../../data/explorer/view-citation.ts';
import { english, wordsIn } from '../../support/words.ts';

const qatar = { ...DEFAULT_STATE, view: 'matrix', country: 'QA', statement: '2019-07-12-support' } as const;
const address = 'https://example.org/record/';

test('a view is cited with its state, its day and the state of the record', () => {
  const state = { ...DEFAULT_STATE, view: 'matrix', asOf: '2019-07-20' } as const;
  const items = citedItems(dataset, { state, position: false, address }, english);
  expect(items).toMatchObject([{ id: 'undersigned-matrix-as-of-2019-07-20', type: 'dataset', version: dataset.updated }]);
  expect(citationText(items, english)).toBe(
    `Countries and statements over Xinjiang at the United Nations: where each stands, as of 20 July 2019. Undersigned dataset of ${english.date(dataset.updated)}. https://example.org/record/#view=matrix&asOf=2019-07-20`,
  );
});

test('a map of one statement is cited as that, apart from the map of the whole record', () => {
  const map = { ...DEFAULT_STATE, view: 'map', statement: '2019-07-12-support', asOf: '2019-07-20' } as const;
  const [item] = citedItems(dataset, { state: map, position: false, address }, english);
  expect(item).toMatchObject({
    id: 'undersigned-map-2019-07-12-support-as-of-2019-07-20',
    title: 'Where countries stand: 37 countries voiced support for China, 12 July 2019, as of 20 July 2019',
    URL: 'https://example.org/record/#view=map&statement=2019-07-12-support&asOf=2019-07-20',
  });
  const [whole] = citedItems(dataset, { state: { ...map, statement: null }, position: false, address }, english);
  expect(whole?.id).toBe('undersigned-map-as-of-2019-07-20');
});

test.each([
  ['2021-12-31', '2022-12-31', ', 1 January – 31 December 2022 (both days included)'],
  ['2019-07-17', '2019-07-18', ', 18 July 2019'],
  [null, '2019-07-12', ', 8 – 12 July 2019 (both days included)'],
  ['2022-01-01', '2021-01-01', ''],
  [null, null, ''],
])('changes after %s until %s are cited by the first and the last day on which one is among them', (from, to, dates) => {
  const [item] = citedItems(
    dataset,
    { state: { ...DEFAULT_STATE, view: 'changes', from, to }, position: false, address },
    english,
  );
  expect(item?.title.replace(/[\u2009\u202f]/g, ' ')).toBe(`Changes of sides over Xinjiang at the United Nations${dates}`);
});

test('inside an extension there is no address that others could open', () => {
  const items = citedItems(dataset, { state: qatar, position: false, address: null }, english);
  expect(JSON.stringify(items)).not.toContain('URL');
});

test('a position is cited with its sources', () => {
  const items = citedItems(dataset, { state: qatar, position: true, address }, english);
  expect(items[0]?.title).toBe('Qatar: withdrew, 18 July 2019. 37 countries voiced support for China, 12 July 2019');
  expect(items.slice(1).map(({ title }) => title)).toContain('Qatar Withdraws Support for China Over Its Treatment of Muslims');
  expect(citationText(items, english).split('\n')).toHaveLength(items.length);
  expect(JSON.parse(cslJson(items))).toEqual(items);
});

test('a position as of a past day is cited with that day, where it is another than today’s', () => {
  const titleOf = (changes: Partial<ExplorerState>) =>
    citedItems(dataset, { state: { ...qatar, asOf: '2019-07-15', ...changes }, position: true, address }, english)[0]?.title;
  expect(titleOf({})).toBe(
    'Qatar: signed, 12 July 2019. 37 countries voiced support for China, 12 July 2019, as of 15 July 2019',
  );
  expect(titleOf({ view: 'timeline' })).not.toContain('as of');
});

test('what shows something else has another key, in letters that BibTeX knows', () => {
  const keys = [
    ...[null, '2019-07-15', '2019-07-20'].flatMap((asOf) => [
      { position: false, state: { ...qatar, asOf } },
      { position: true, state: { ...qatar, asOf } },
    ]),
    ...[['QA', 'SO'], ['QA', 'CU_RU'], ['africa']].map((compared) => ({
      position: false,
      state: { ...DEFAULT_STATE, view: 'compare', compared } as const,
    })),
    ...['قطر', 'عمان', 'qatar'].map((q) => ({ position: false, state: { ...DEFAULT_STATE, view: 'search', q } as const })),
  ].map((cited) => citedItems(dataset, { ...cited, address }, english)[0]?.id ?? '');
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[\w-]+$/);
});

test.each([
  ['QA', '2024-10-22-support-gcc', 'Qatar: named as taking part, 22 October 2024.'],
  ['KW', '2021-10-21-support-gulf', 'Kuwait: named as taking part, 21 October 2021.'],
])('%s, on %s, is not told to have signed a text that nobody has seen', (country, statement, expected) => {
  const state = { ...DEFAULT_STATE, view: 'matrix', country, statement } as const;
  expect(citedItems(dataset, { state, position: true, address }, english)[0]?.title).toContain(expected);
});

test('Ukraine’s vote is cited with what it asked for the day after, though not as of a day before', () => {
  const state = { ...DEFAULT_STATE, view: 'matrix', country: 'UA', statement: '2022-10-06-vote' } as const;
  const titleOf = (asOf: string | null) =>
    citedItems(dataset, { state: { ...state, asOf }, position: true, address }, english)[0]?.title;
  const asked = 'Ukraine: abstained, 6 October 2022; asked on 7 October 2022 to be recorded in favour.';
  expect(titleOf(null)).toContain(asked);
  expect(titleOf('2022-10-07')).toContain(asked);
  expect(titleOf('2022-10-06')).toContain('Ukraine: abstained, 6 October 2022.');
});

test('a citation has the stops of its language, and none behind an address', () => {
  const items = [{ id: 'a', type: 'webpage', title: '甲', publisher: '乙', URL: 'https://example.org/' }] as const;
  expect(citationText(items, wordsIn('zh-Hans'))).toBe('乙。甲。https://example.org/');
  expect(citationText(items, english)).toBe('乙. 甲. https://example.org/');
});

test('what reference managers take has no marks of direction in it', () => {
  const items = citedItems(dataset, { state: qatar, position: true, address }, wordsIn('ar'));
  const isolates = /[\u2066-\u2069]/;
  expect(citationText(items, wordsIn('ar'))).toMatch(isolates);
  for (const text of [bibtex(items), cslJson(items)]) expect(text).not.toMatch(isolates);
});

test('BibTeX has an entry an item, with every special character escaped', () => {
  const items = citedItems(dataset, { state: qatar, position: true, address }, english);
  const text = bibtex(items);
  expect(text.match(/^@(?:misc|article|techreport)\{[\w-]+,$/gm)).toHaveLength(items.length);
  expect(text).toContain('  url = {https://example.org/record/#view=matrix&statement=2019-07-12-support&country=QA}');
  const odd = bibtex([{ id: 'a', type: 'webpage', title: '100 % {of} A&B_C #1 $ ~ ^ \\ end' }]);
  expect(odd).toContain(
    'title = {{100 \\% \\{of\\} A\\&B\\_C \\#1 \\$ \\textasciitilde{} \\textasciicircum{} \\textbackslash{} end}}',
  );
});
