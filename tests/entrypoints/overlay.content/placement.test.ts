import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formIn, sheetPlace, type View } from '../../../entrypoints/overlay.content/placement.ts';

const view = (width: number, height: number): View => ({ left: 0, top: 0, width, height });

const line = (left: number, top: number) => ({ left, top, bottom: top + 20 });

describe('a card or a sheet', () => {
  test('a card where there is room beside a mark', () => {
    expect(formIn(view(1280, 720), false)).toBe('card');
  });

  test.each([
    ['a narrow window', 360, 740, false],
    ['a window of 1280 × 720 at 400 %', 320, 180, false],
    ['a window of 1280 × 720 at 200 %', 640, 360, false],
    ['a large window by touch', 1280, 720, true],
  ] as const)('a sheet in %s', (_, width, height, touch) => {
    expect(formIn(view(width, height), touch)).toBe('sheet');
  });
});

describe('a sheet’s place', () => {
  const views = fc.record({
    left: fc.integer({ min: 0, max: 500 }),
    top: fc.integer({ min: 0, max: 500 }),
    width: fc.integer({ min: 120, max: 3000 }),
    height: fc.integer({ min: 100, max: 2000 }),
  });
  /** A line of text within the view. */
  const lines = (seen: View) =>
    fc
      .record({ across: fc.double({ min: 0, max: 1, noNaN: true }), down: fc.double({ min: 0, max: 1, noNaN: true }) })
      .map(({ across, down }) => line(seen.left + across * seen.width, seen.top + down * (seen.height - 20)));

  test('lies within what is seen, whatever is seen and wherever the mark is', () => {
    fc.assert(
      fc.property(
        views.chain((seen) => fc.tuple(fc.constant(seen), lines(seen))),
        fc.boolean(),
        fc.integer({ min: 0, max: 4000 }),
        ([seen, mark], touch, height) => {
          const place = sheetPlace(seen, mark, height, touch);
          expect(place.left).toBeGreaterThanOrEqual(seen.left);
          expect(place.left + place.width).toBeLessThanOrEqual(seen.left + seen.width);
          expect(place.top).toBeGreaterThanOrEqual(seen.top);
          expect(place.top + Math.min(height, place.height)).toBeLessThanOrEqual(seen.top + seen.height + 0.001);
        },
      ),
    );
  });

  test('is the edge farther from the mark, which stays in sight where there is room for both', () => {
    const low = line(20, 600);
    const high = line(20, 100);
    const below = sheetPlace(view(360, 740), high, 900, false);
    const above = sheetPlace(view(360, 740), low, 900, false);
    expect(below.top).toBeGreaterThan(high.bottom);
    expect(above.top).toBe(0);
    expect(above.top + above.height).toBeLessThan(low.top);
  });

  test('is the bottom by touch, and most of the page stays in sight', () => {
    const place = sheetPlace(view(360, 740), line(20, 700), 900, true);
    expect(place.top).toBeGreaterThanOrEqual(740 * 0.4 - 1);
    expect(place.top + place.height).toBe(740);
  });
});
