/** The world as tiles has every country once, and nobody on anybody else's place. */
import { describe, expect, test } from 'vitest';
import { dataset } from '../../../data/dataset.ts';
import { TALL_TILES, WIDE_TILES } from '../../../data/explorer/tiles.ts';

describe.each([
  ['wide', WIDE_TILES],
  ['tall', TALL_TILES],
] as const)('the %s map', (_, { tiles, columns, rows }) => {
  test('has each country exactly once', () => {
    expect(tiles.map(({ code }) => code).toSorted()).toEqual(dataset.countries.map(({ code }) => code).toSorted());
  });

  test('has a place of its own for each, inside the map', () => {
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(tiles.length);
    for (const { column, row } of tiles) {
      expect(column).toBeLessThan(columns);
      expect(row).toBeLessThan(rows);
    }
  });

  test.each([
    ['PT', 'ES'],
    ['US', 'MX'],
    ['NO', 'SE'],
    ['EG', 'LY'],
    ['QA', 'AE'],
    ['IN', 'NP'],
    ['KH', 'TH'],
  ])('has %s beside %s', (a, b) => {
    const [first, second] = [a, b].map((code) => tiles.find((tile) => tile.code === code));
    if (!first || !second) throw new Error(`${a}, ${b}`);
    expect(Math.abs(first.column - second.column) + Math.abs(first.row - second.row)).toBe(1);
  });
});

test('east is where east is on the wide map, and north is above south', () => {
  const at = (code: string) => WIDE_TILES.tiles.find((tile) => tile.code === code) ?? { column: Number.NaN, row: Number.NaN };
  for (const [west, east] of [
    ['US', 'PT'],
    ['IE', 'RU'],
    ['SN', 'SO'],
    ['IR', 'IN'],
    ['CN', 'JP'],
    ['AU', 'FJ'],
  ] as const)
    expect(at(west).column, `${west} ${east}`).toBeLessThan(at(east).column);
  for (const [north, south] of [
    ['CA', 'CL'],
    ['IS', 'MA'],
    ['EG', 'ZA'],
    ['KZ', 'LK'],
    ['MN', 'AU'],
    ['GB', 'FR'],
  ] as const)
    expect(at(north).row, `${north} ${south}`).toBeLessThan(at(south).row);
});
