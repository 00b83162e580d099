import { expect, test } from 'vitest';
import { dataset } from '../../../data/dataset.ts';
import { DEFAULT_STATE, type ExplorerState, VIEWS } from '../../../data/explorer/state.ts';
import { tableOf } from '../../../data/explorer/table.ts';
import { english } from '../../support/words.ts';

const rowsOf = (changes: Partial<ExplorerState>) => tableOf(dataset, { ...DEFAULT_STATE, ...changes }, english).rows;

test.each(VIEWS)('every row of the %s has the columns it says', (view) => {
  const state = { ...DEFAULT_STATE, view, compared: ['QA'], q: 'qatar' };
  const { columns, rows } = tableOf(dataset, state, english);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(Object.keys(row).toSorted()).toEqual([...columns].toSorted());
});

test('the matrix is every country and statement, as of its day', () => {
  expect(rowsOf({ view: 'matrix' })).toHaveLength(dataset.countries.length * dataset.statements.length);
  const qatar = rowsOf({ view: 'matrix', asOf: '2019-07-20' }).find(
    ({ country, statement }) => country === 'QA' && statement === '2019-07-12-support',
  );
  expect(qatar).toMatchObject({ state: 'withdrew', date: '2019-07-18', source: 'Yahoo News (Bloomberg)' });
});

test('nothing is without a source but what is not known', () => {
  const known = rowsOf({ view: 'matrix' }).filter(({ state }) => state !== 'not known');
  expect(new Set(known.map(({ state }) => state))).toContain('not on the list');
  expect(known.filter(({ source }) => source === '')).toEqual([]);
  const changes = rowsOf({ view: 'changes' });
  expect(changes.filter(({ source }) => source === '')).toEqual([]);
});

test('a comparison and a map have the rows of those shown', () => {
  const compared = rowsOf({ view: 'compare', compared: ['QA', 'CU_RU'] });
  expect(new Set(compared.map(({ country }) => country))).toEqual(new Set(['QA', 'CU', 'RU']));
  const mapped = rowsOf({ view: 'map', asOf: '2019-07-12' });
  expect(new Set(mapped.map(({ statement }) => statement))).toEqual(new Set(['2019-07-08-concern', '2019-07-12-support']));
});

test('a search has what was said word for word, with its source', () => {
  const quoted = rowsOf({ view: 'search', q: 'largest mass' }).concat(rowsOf({ view: 'search', q: 'human rights' }));
  const quotations = quoted.filter(({ kind }) => kind === 'quotation');
  expect(quotations.length).toBeGreaterThan(0);
  for (const { text, source } of quotations) expect([text, source]).not.toContain('');
});

test('a search has no claim and no words of others without who said it, and when', () => {
  const rows = rowsOf({ view: 'search', q: 'xinjiang' });
  const claims = rows.filter(({ kind }) => kind === 'fact');
  expect(claims.length).toBeGreaterThan(0);
  for (const { text } of claims) {
    const { attributedTo, date } = dataset.facts.find(({ claim }) => claim === text) ?? {};
    expect(rows).toContainEqual(expect.objectContaining({ kind: 'fact', text, by: attributedTo, date }));
  }
  const quoted = dataset.statements.flatMap(({ quotes }) => quotes).find(({ by }) => by !== undefined);
  expect(rowsOf({ view: 'search', q: quoted?.text ?? '' })).toContainEqual(
    expect.objectContaining({ kind: 'quotation', text: quoted?.text, by: quoted?.by }),
  );
});

test('a map of one statement has its rows, whether or not it is counted', () => {
  const voted = rowsOf({ view: 'map', statement: '2022-10-06-vote' });
  expect(voted).toHaveLength(dataset.countries.length);
  expect(voted.filter(({ state }) => state === 'voted yes')).toHaveLength(17);
  expect(new Set(rowsOf({ view: 'map', statement: '2020-06-30-support-hong-kong' }).map(({ statement }) => statement))).toEqual(
    new Set(['2020-06-30-support-hong-kong']),
  );
});

test('the timeline says of each statement what it is on, and whether it is counted', () => {
  const row = (id: string) => rowsOf({ view: 'timeline' }).find(({ statement }) => statement === id);
  expect(row('2020-10-06-concern')).toMatchObject({ topics: 'xinjiang hong-kong tibet', counted: 'yes' });
  expect(row('2020-06-30-support-hong-kong')).toMatchObject({ topics: 'hong-kong', counted: 'no' });
  expect(row('2024-10-22-support-gcc')).toMatchObject({ topics: '', counted: 'no' });
  expect(row('2022-10-06-vote')).toMatchObject({ counted: 'yes' });
});

test('a span of days is written as ISO 8601 has it', () => {
  const ukraine = rowsOf({ view: 'changes' }).find(({ country, kind }) => country === 'UA' && kind === 'withdrew');
  expect(ukraine?.date).toBe('2021-06-24/2021-06-25');
});
