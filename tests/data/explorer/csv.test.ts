import { csvFormat, csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '../../../data/explorer/csv.ts';

const columns = ['country', 'note'];
const text = fc.oneof(fc.string(), fc.stringMatching(/^[a",\n\r ]{0,8}$/));

test('what is written is read back by another program, whatever the texts are', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ country: text, note: text }), { minLength: 1 }), (rows) => {
      const [head, ...lines] = csvParseRows(csvOf(columns, rows));
      expect(head).toEqual(columns);
      expect(lines).toEqual(rows.map(({ country, note }) => [country, note]));
    }),
  );
});

test('is what the command line writes', () => {
  const rows = [
    { country: 'Côte d’Ivoire', note: 'said “no”, then "yes"' },
    { country: 'Chad' },
    { note: 'two\nlines', country: null },
  ];
  expect(csvOf(columns, rows)).toBe(csvFormat(rows as Record<string, string>[], columns));
});
