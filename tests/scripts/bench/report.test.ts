import { expect, test } from 'vitest';
import { isMet, printed, shown, type Target } from '../../../scripts/bench/report.ts';

function aTarget(given: Partial<Target>): Target {
  return { figure: 'first scan', value: 1, unit: '×', is: 'at most', bound: 2, ...given };
}

test('a target is met on its own side of the bound, and never by what could not be measured', () => {
  expect(isMet(aTarget({ value: 2 }))).toBe(true);
  expect(isMet(aTarget({ value: 2.1 }))).toBe(false);
  expect(isMet(aTarget({ is: 'at least', value: 2.1 }))).toBe(true);
  expect(isMet(aTarget({ value: Number.NaN }))).toBe(false);
});

test('tables and targets are printed as Markdown', () => {
  const text = printed({
    tables: [{ title: 'Scan', columns: ['page', 'ratio'], rows: [['news', '1.5']] }],
    targets: [aTarget({ value: 3 })],
    figures: null,
  });
  expect(text).toContain('## Scan\n\n| page | ratio |\n| --- | --: |\n| news | 1.5 |');
  expect(text).toContain('| first scan | 3.00× | ≤ 2× | ✗ |');
});

test.each([
  [0, '0'],
  [0.126, '0.13'],
  [12.34, '12.3'],
  [1234.5, '1,235'],
  [Number.NaN, '–'],
])('%d is shown as %s', (value, text) => {
  expect(shown(value)).toBe(text);
});
