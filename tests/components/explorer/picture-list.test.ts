/** Keys lead from anything in a picture to anything else. */
import { describe, expect, test } from 'vitest';
import { nextSpot, type Spot } from '../../../components/explorer/picture-list.ts';
import { TALL_TILES, WIDE_TILES } from '../../../data/explorer/tiles.ts';

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const PLANE = { shape: 'plane', rtl: false } as const;
const LINE: Spot[] = ['a', 'b', 'c'].map((id, x) => ({ id, name: id, x, y: 0 }));

describe('arrow keys', () => {
  test.each([
    ['wide', WIDE_TILES],
    ['tall', TALL_TILES],
  ])('reach every country on the %s map', (_, { tiles }) => {
    const spots = tiles.map(({ code, column, row }): Spot => ({ id: code, name: code, x: column, y: row }));
    const reached = new Set<string>([spots[0]?.id ?? '']);
    for (const id of reached)
      for (const key of ARROWS) {
        const next = nextSpot(spots, id, key, PLANE);
        if (next) reached.add(next);
      }
    expect(spots.filter(({ id }) => !reached.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('lead to the neighbour in their direction', () => {
    const spots = WIDE_TILES.tiles.map(({ code, column, row }): Spot => ({ id: code, name: code, x: column, y: row }));
    expect(ARROWS.map((key) => nextSpot(spots, 'DE', key, PLANE))).toEqual(['NL', 'PL', 'DK', 'LI']);
    expect(nextSpot(spots, 'IS', 'ArrowUp', PLANE)).toBeUndefined();
  });

  test('go through a line both ways, and end at its ends', () => {
    const along = { shape: 'line', rtl: false } as const;
    expect(nextSpot(LINE, 'a', 'ArrowRight', along)).toBe('b');
    expect(nextSpot(LINE, 'b', 'ArrowUp', along)).toBe('a');
    expect(nextSpot(LINE, 'c', 'ArrowDown', along)).toBeUndefined();
    expect(nextSpot(LINE, 'b', 'ArrowLeft', { ...along, rtl: true })).toBe('c');
  });

  test('begin with the first', () => {
    expect(nextSpot(LINE, null, 'ArrowDown', { shape: 'line', rtl: false })).toBe('a');
    expect(nextSpot([], null, 'ArrowDown', PLANE)).toBeUndefined();
  });
});

describe('letters', () => {
  const spots = ['Chad', 'Côte d’Ivoire', 'Cuba', 'Éire'].map((name, x): Spot => ({ id: name, name, x, y: 0 }));

  test('lead to the next name that begins with them, and round again', () => {
    expect(nextSpot(spots, 'Chad', 'c', PLANE)).toBe('Côte d’Ivoire');
    expect(nextSpot(spots, 'Cuba', 'C', PLANE)).toBe('Chad');
    expect(nextSpot(spots, null, 'e', PLANE)).toBe('Éire');
    expect(nextSpot(spots, 'Chad', 'x', PLANE)).toBeUndefined();
  });
});
