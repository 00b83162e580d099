import { expect, test } from 'vitest';
import { dataset } from '../../../data/dataset.ts';
import { comparisonOf } from '../../../data/explorer/comparison.ts';
import { isCounted } from '../../../data/queries.ts';

test('Qatar and Somalia differed on all three statements that can be compared', () => {
  const { rows, pairs } = comparisonOf(dataset, ['QA', 'SO']);
  const differed = rows.filter(({ verdict }) => verdict === 'differed').map(({ statement }) => statement.id);
  expect(differed).toEqual(['2019-07-12-support', '2022-10-06-vote', '2022-10-31-concern']);
  expect(pairs).toHaveLength(1);
  expect(pairs[0]?.agreement).toMatchObject({ agreed: 0, differed: 3 });
});

test('every statement that is counted is compared, or told not to be', () => {
  const { pairs, rows } = comparisonOf(dataset, ['QA', 'SO', 'FR']);
  for (const { agreement } of pairs) {
    expect(Object.values(agreement).reduce((sum, count) => sum + count)).toBe(dataset.statements.filter(isCounted).length);
  }
  // Those on Hong Kong alone and those of unknown text are there, and outside.
  const outside = rows.filter(({ verdict }) => verdict === 'outside').map(({ statement }) => statement);
  expect(outside).toEqual(dataset.statements.filter((statement) => !isCounted(statement)));
  expect(outside.map(({ id }) => id)).toContain('2020-06-30-support-hong-kong');
});

test('Australia and the United Kingdom, which signed every letter and statement of concern known in full but one, agree', () => {
  const { rows, pairs } = comparisonOf(dataset, ['AU', 'GB']);
  // Neither is on a list of support; Australia had no vote in 2022.
  expect(rows.filter(({ verdict }) => verdict === 'differed')).toEqual([]);
  expect(pairs[0]?.agreement.agreed).toBe(rows.filter(({ verdict }) => verdict === 'agreed').length);
  expect(rows.find(({ statement }) => statement.id === '2022-10-06-vote')?.verdict).toBe('unknown');
});

test('of a group it is told how many stand where', () => {
  const { members, rows } = comparisonOf(dataset, ['africa', 'CU_RU']);
  expect(members.map(({ countries }) => countries.length)).toEqual([54, 2]);
  const letter = rows.find(({ statement }) => statement.id === '2019-07-12-support');
  expect(Object.fromEntries(letter?.positions[0] ?? [])).toEqual({ signed: 17, 'joined-later': 5, 'not-on-list': 32 });
  expect(Object.fromEntries(letter?.positions[1] ?? [])).toEqual({ signed: 2 });
});

test('what changed is told of those compared alone', () => {
  const { changes } = comparisonOf(dataset, ['QA', 'FJ']);
  expect(changes.filter(({ kind }) => kind === 'withdrew').map(({ country, date }) => [country, date])).toEqual([
    ['QA', '2019-07-18'],
    ['FJ', '2023-10-30'],
  ]);
  expect(new Set(changes.map(({ country }) => country))).toEqual(new Set(['QA', 'FJ']));
});

test('with nobody there is nothing to compare', () => {
  const { pairs, changes, rows } = comparisonOf(dataset, []);
  expect([pairs, changes, rows.length]).toEqual([[], [], dataset.statements.length]);
});
