/** The signs of the matrix: each is drawn in its cell, in the colour of its side, and no two look alike. */
import { expect, test } from 'vitest';
import { CELL, type Sign, signPaths } from '../../../components/explorer/matrix-signs.ts';

const SIGNS: readonly Sign[] = [
  { state: 'signed', stance: 'concern' },
  { state: 'joined later', stance: 'concern' },
  { state: 'withdrew', stance: 'concern' },
  { state: 'signed', stance: 'support' },
  { state: 'joined later', stance: 'support' },
  { state: 'withdrew', stance: 'support' },
  { state: 'named as taking part', stance: null },
  { state: 'not on the list', stance: 'concern' },
  { state: 'not known', stance: 'support' },
  { state: 'voted yes', stance: null },
  { state: 'voted no', stance: null },
  { state: 'abstained', stance: null },
];

test('no two signs have the same shape and colour', () => {
  const drawn = SIGNS.map((sign) => JSON.stringify([...signPaths([sign])]));
  expect(new Set(drawn).size).toBe(SIGNS.length);
});

test('what a country did has its side’s colour, and what it did not do or nobody knows has neither’s', () => {
  expect(SIGNS.map((sign) => [...signPaths([sign]).keys()].join())).toEqual([
    ...Array.from({ length: 3 }, () => 'concern'),
    ...Array.from({ length: 3 }, () => 'support'),
    'ink',
    'edge',
    'not-known',
    'ink',
    'ink',
    'ink',
  ]);
});

test('each is drawn within its own cell', () => {
  for (const sign of SIGNS) {
    const blank: Sign = { state: 'not on the list', stance: null };
    const [first] = [...signPaths([sign]).values()];
    const third = [...signPaths([blank, blank, sign]).values()].join('');
    const start = /M([\d.]+) /.exec(first ?? '')?.[1];
    expect(third).toContain(`M${Number(start) + 2 * CELL} `);
    expect(Number(start)).toBeLessThan(CELL);
  }
});

test('those of one colour are one path', () => {
  expect([...signPaths([...SIGNS, ...SIGNS]).keys()].toSorted()).toEqual(['concern', 'edge', 'ink', 'not-known', 'support']);
});
