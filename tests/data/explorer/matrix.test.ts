import { describe, expect, test } from 'vitest';
import { dataset } from '../../../data/dataset.ts';
import { share } from '../../../data/explorer/agreement.ts';
import { inOrder, matrixOf, similarities } from '../../../data/explorer/matrix.ts';
import { positionsOn } from '../../../data/explorer/positions.ts';
import { isCounted, positionOf } from '../../../data/queries.ts';
import { english, wordsIn } from '../../support/words.ts';

const whole = matrixOf(dataset, { asOf: null, group: null }, english);
const rowOf = (code: string, matrix = whole) => matrix.rows.find(({ country }) => country.code === code);
const at = (code: string, id: string, matrix = whole) =>
  rowOf(code, matrix)?.positions[matrix.statements.findIndex((statement) => statement.id === id)];

test('all positions at once are what each is by itself, on any day', () => {
  for (const asOf of [undefined, '2019-07-17', '2019-07-20', '2021-06-24'])
    for (const statement of dataset.statements) {
      const positions = positionsOn(dataset, statement, asOf);
      for (const { code } of dataset.countries)
        expect(positions.get(code) ?? 'not-yet').toBe(positionOf(dataset, statement, code, asOf));
    }
});

test('has a row a country and a column a statement', () => {
  expect([whole.rows.length, whole.statements.length]).toEqual([dataset.countries.length, dataset.statements.length]);
  expect(at('QA', '2019-07-12-support')).toBe('withdrew');
  expect(at('IT', '2019-07-08-concern')).toBe('joined-later');
  expect(at('SO', '2022-10-06-vote')).toBe('voted-yes');
  expect(at('FR', '2021-03-12-support')).toBe('not-known');
});

test('as of a day shows what stood then, and nothing made after it', () => {
  const then = matrixOf(dataset, { asOf: '2019-07-17', group: null }, english);
  expect(then.statements.map(({ id }) => id)).toEqual(['2019-07-08-concern', '2019-07-12-support']);
  expect(at('QA', '2019-07-12-support', then)).toBe('signed');
  expect(rowOf('SO', then)).toMatchObject({ number: 1, first: '2019-07-12' });
});

test('numbers, first days and likeness are of what is counted: not of Hong Kong alone, nor of unknown texts', () => {
  // Qatar withdrew from the one list about Xinjiang that it was on; of a text that nobody has seen it is named.
  expect(at('QA', '2024-10-22-support-gcc')).toBe('signed');
  expect(rowOf('QA')).toMatchObject({ number: 0, first: '2019-07-12' });
  expect(at('GM', '2020-06-30-support-hong-kong')).toBe('signed');
  expect(rowOf('GM')).toMatchObject({ number: 0, first: null });
  for (const like of whole.rows.slice(0, 3))
    for (const agreement of similarities(whole, like).values())
      expect(Object.values(agreement).reduce((sum, count) => sum + count)).toBe(dataset.statements.filter(isCounted).length);
});

test('can be of one regional group', () => {
  const africa = matrixOf(dataset, { asOf: null, group: 'africa' }, english);
  expect(africa.rows).toHaveLength(54);
});

describe('rows come in order', () => {
  const codes = (...of: Parameters<typeof inOrder>) => inOrder(...of).map(({ country }) => country.code);
  const likeAustralia = (matrix: typeof whole) => {
    const like = rowOf('AU');
    if (!like) throw new Error('no Australia');
    return similarities(matrix, like);
  };

  test('of names, as the reader’s language has it', () => {
    expect(codes(whole, 'name', undefined).slice(0, 3)).toEqual(['AF', 'AL', 'DZ']);
    const german = wordsIn('de');
    const names = inOrder(matrixOf(dataset, { asOf: null, group: null }, german), 'name', undefined).map(({ name }) => name);
    expect(names.indexOf('Österreich')).toBeLessThan(names.indexOf('Pakistan'));
  });

  test('of groups, those in none last', () => {
    const groups = inOrder(whole, 'group', undefined).map(({ country }) => country.group);
    expect([groups[0], groups.at(-1)]).toEqual(['africa', null]);
  });

  test('of first signatures, those without any last', () => {
    const days = inOrder(whole, 'first', undefined).map(({ first }) => first);
    expect([days[0], days.at(-1)]).toEqual(['2019-07-08', null]);
    expect(days.filter((day) => day !== null)).toEqual(days.filter((day) => day !== null).toSorted());
  });

  test('of numbers of signatures; who withdrew stands on no list', () => {
    const numbers = inOrder(whole, 'number', undefined).map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    const then = matrixOf(dataset, { asOf: '2019-07-20', group: null }, english);
    expect(rowOf('QA', then)).toMatchObject({ number: 0, first: '2019-07-12' });
  });

  test('of similarity: the country itself, then the likest, and last those that nothing tells of', () => {
    const agreements = likeAustralia(whole);
    const order = codes(whole, 'similarity', agreements);
    expect(order[0]).toBe('AU');
    const shares = order.slice(1).map((code) => {
      const agreement = agreements.get(code);
      return (agreement && share(agreement)) ?? -1;
    });
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(shares[0]).toBe(1);
  });

  test('of similarity to a country of another group: as in the whole, without the others', () => {
    const africa = matrixOf(dataset, { asOf: null, group: 'africa' }, english);
    const ofAfrica = new Set(africa.rows.map(({ country }) => country.code));
    const order = codes(africa, 'similarity', likeAustralia(africa));
    expect(order).toEqual(codes(whole, 'similarity', likeAustralia(whole)).filter((code) => ofAfrica.has(code)));
    expect(order).not.toEqual(codes(africa, 'name', undefined));
  });

  test('of names, where nobody is chosen to be like', () => {
    expect(codes(whole, 'similarity', undefined)).toEqual(codes(whole, 'name', undefined));
  });
});
