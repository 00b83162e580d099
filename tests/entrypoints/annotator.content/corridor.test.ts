import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, BREADTH, distanceTo, type Point, toGo } from '../../../entrypoints/annotator.content/corridor.ts';

const coordinate = fc.integer({ min: -500, max: 2000 });
const points: fc.Arbitrary<Point> = fc.record({ x: coordinate, y: coordinate });
const boxes: fc.Arbitrary<Box> = fc
  .tuple(coordinate, coordinate, fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 600 }))
  .map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }));
/** From 0 to 1. */
const shares = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

const inside = (box: Box, x: number, y: number): Point => ({
  x: box.left + (box.right - box.left) * x,
  y: box.top + (box.bottom - box.top) * y,
});
const between = (a: Point, b: Point, share: number): Point => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });

test('a straight way to any place of the box is safe, however far it has got', () => {
  fc.assert(
    fc.property(points, boxes, shares, shares, shares, (from, box, x, y, share) => {
      const at = between(from, inside(box, x, y), share);
      // A hair nearer, for the last digit of a division.
      const safe = toGo(from, box, between(at, from, 1e-9));
      expect(safe).not.toBeNull();
    }),
  );
});

test('going straight, there is less and less to go, and nothing in the end', () => {
  fc.assert(
    fc.property(points, boxes, shares, shares, shares, (from, box, x, y, share) => {
      const [near, far] = [between(from, inside(box, x, y), share), between(from, inside(box, x, y), share / 2)];
      expect(distanceTo(box, near)).toBeLessThanOrEqual(distanceTo(box, far) + 1e-6);
      expect(distanceTo(box, inside(box, x, y))).toBeCloseTo(0);
    }),
  );
});

test('what lies outside the frame around both ends has strayed', () => {
  fc.assert(
    fc.property(points, boxes, points, (from, box, at) => {
      const outside =
        at.x < Math.min(from.x - BREADTH, box.left) ||
        at.x > Math.max(from.x + BREADTH, box.right) ||
        at.y < Math.min(from.y - BREADTH, box.top) ||
        at.y > Math.max(from.y + BREADTH, box.bottom);
      if (outside) expect(toGo(from, box, at)).toBeNull();
    }),
  );
});

test('turned or mirrored it is the same way', () => {
  const turnedPoint = ({ x, y }: Point): Point => ({ x: y, y: -x });
  const turnedBox = ({ left, top, right, bottom }: Box): Box => ({ left: top, top: -right, right: bottom, bottom: -left });
  fc.assert(
    fc.property(points, boxes, points, (from, box, at) => {
      expect(toGo(turnedPoint(from), turnedBox(box), turnedPoint(at))).toEqual(toGo(from, box, at));
    }),
  );
});

test('a card below the line a pointer leaves', () => {
  const card = { left: 100, top: 128, right: 460, bottom: 500 };
  const from = { x: 200, y: 110 };
  expect(toGo(from, card, { x: 203, y: 122 })).toBe(6);
  expect(toGo(from, card, { x: 330, y: 126 })).toBe(2);
  // Along the line, away from the card, and beside it.
  expect(toGo(from, card, { x: 240, y: 110 })).toBeNull();
  expect(toGo(from, card, { x: 200, y: 90 })).toBeNull();
  expect(toGo(from, card, { x: 480, y: 300 })).toBeNull();
});
