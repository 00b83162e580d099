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

test('of what was done, nothing is without a source', () => {
  const done = rowsOf({ view: 'matrix' }).filter(
    ({ state }) => !['not known', 'not on the list', 'did not vote'].includes(String(state)),
  );
  expect(done.filter(({ source }) => source === '')).toEqual([]);
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

test('a span of days is written as ISO 8601 has it', () => {
  const ukraine = rowsOf({ view: 'changes' }).find(({ country, kind }) => country === 'UA' && kind === 'withdrew');
  expect(ukraine?.date).toBe('2021-06-24/2021-06-25');
});
