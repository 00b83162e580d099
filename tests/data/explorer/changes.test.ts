import { expect, test } from 'vitest';
import { dataset } from '../../../data/dataset.ts';
import { type Change, changesBetween } from '../../../data/explorer/changes.ts';
import { mirrorDataset } from '../../support/mirror.ts';

const between = (from: string | null, to: string | null) => changesBetween(dataset, { from, to });
const certain = (from: string, to: string) => between(from, to).filter((change) => change.certain);
const brief = ({ kind, country, statement }: Change) => `${kind} ${country} ${statement.id}`;

test('Qatar withdrew from the letter of 12 July 2019 on 18 July, with two sources', () => {
  const changes = certain('2019-07-17', '2019-07-18');
  expect(changes.map(brief)).toEqual(['withdrew QA 2019-07-12-support']);
  expect(changes[0]).toMatchObject({ date: '2019-07-18', stance: 'support' });
  expect(changes[0]?.sources.map(({ publisher }) => publisher)).toEqual(['Yahoo News (Bloomberg)', 'Middle East Eye']);
});

test('the first day is not among them, the last is', () => {
  expect(certain('2019-07-18', '2019-07-19')).toEqual([]);
  expect(certain('2019-07-16', '2019-07-17')).toEqual([]);
});

test('Somalia, on the letter of 12 July 2019, joined the other side on 31 October 2022', () => {
  const moved = between('2022-10-30', '2022-10-31').filter(({ kind }) => kind === 'changed-side');
  expect(moved.map(brief)).toEqual(['changed-side SO 2022-10-31-concern']);
  expect(moved[0]?.before?.id).toBe('2019-07-12-support');
  // It is one change, not two.
  expect(between('2022-10-30', '2022-10-31').filter(({ country }) => country === 'SO')).toHaveLength(1);
});

test('Italy was added to a letter made before', () => {
  const italy = between('2019-07-11', '2019-07-12').filter(({ country }) => country === 'IT');
  expect(italy.map(brief).toSorted()).toEqual(['joined-later IT 2019-07-08-concern', 'joined-side IT 2019-07-08-concern']);
});

test('Yemen, of which no source tells the day, may have joined within any days of that summer, and surely by September', () => {
  const yemen = (from: string | null, to: string) =>
    between(from, to).flatMap(({ kind, country, certain }) => (country === 'YE' && kind === 'joined-later' ? certain : []));
  expect(yemen('2019-07-17', '2019-07-18')).toEqual([false]);
  expect(yemen(null, '2019-09-01')).toEqual([true]);
  expect(yemen('2019-09-01', '2019-12-31')).toEqual([]);
  const first = between(null, '2019-07-20').filter(({ kind, country }) => kind === 'joined-side' && country === 'YE');
  expect(first).toMatchObject([{ certain: false, statement: { id: '2019-07-12-support' } }]);
});

test('where sources tell two days, the change is uncertain between them and certain after', () => {
  const ukraine = (to: string) =>
    between('2021-06-23', to).filter(({ kind, country }) => kind === 'withdrew' && country === 'UA');
  expect(ukraine('2021-06-24')).toMatchObject([{ certain: false, statement: { id: '2021-06-22-concern' } }]);
  expect(ukraine('2021-06-25')).toMatchObject([{ certain: true }]);
});

test('Haiti signed twice and is on no later full list; a list known in part tells nothing of it', () => {
  const haiti = changesBetween(dataset, { from: null, to: null, countries: new Set(['HT']) });
  expect(haiti.map(brief)).toEqual(['joined-side HT 2020-10-06-concern', 'not-on-later-list HT 2021-10-21-concern']);
  expect(haiti[1]?.before?.id).toBe('2021-06-22-concern');
});

test('nobody is no longer on a list that nobody has', () => {
  const left = between(null, null).filter(({ kind }) => kind === 'not-on-later-list');
  expect(left.length).toBeGreaterThan(0);
  expect(left.filter(({ statement }) => statement.list !== 'full')).toEqual([]);
});

test('who signed again after the days asked for is not told of as no longer listed: the years add up to the whole', () => {
  const left = (from: string | null, to: string | null) =>
    between(from, to)
      .filter(({ kind }) => kind === 'not-on-later-list')
      .map(brief);
  const years = [...new Set(dataset.statements.map(({ date }) => Number(date.slice(0, 4))))];
  expect(years.flatMap((year) => left(`${year - 1}-12-31`, `${year}-12-31`)).toSorted()).toEqual(left(null, null).toSorted());
});

test('nothing changes between a day and one before it', () => {
  expect(between('2022-01-01', '2021-01-01')).toEqual([]);
  // Yemen's signature is of a span that has both days.
  expect(between('2019-07-20', '2019-07-18')).toEqual([]);
  expect(between('2019-07-18', '2019-07-18')).toEqual([]);
});

test('both sides change alike', () => {
  const mirrored = changesBetween(mirrorDataset(dataset), { from: null, to: null });
  const kinds = (changes: readonly Change[], stance: string) =>
    changes
      .filter((change) => change.stance === stance)
      .map(({ kind, country, date }) => JSON.stringify([kind, country, date]))
      .toSorted();
  const changes = between(null, null);
  expect(kinds(mirrored, 'support')).toEqual(kinds(changes, 'concern'));
  expect(kinds(mirrored, 'concern')).toEqual(kinds(changes, 'support'));
});
