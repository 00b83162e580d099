/** The pace of drawing: it comes to what a frame has time for on any computer, and stays within its bounds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPace } from '../../../components/explorer/pace.ts';

const BOUNDS = { first: 250, least: 60, most: 5000 };

/** The room after some frames on a computer that draws so much in a millisecond, and takes so long for a frame in any case. */
function roomAfter(frames: number, perMillisecond: number, inAnyCase: number): number {
  const pace = createPace(BOUNDS);
  for (let frame = 0; frame < frames; frame++) pace.note(pace.room, inAnyCase + pace.room / perMillisecond);
  return pace.room;
}

test('on any computer, frames soon take about as long as they should', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 500 }), fc.integer({ min: 0, max: 4 }), (perMillisecond, inAnyCase) => {
      const room = roomAfter(30, perMillisecond, inAnyCase);
      const milliseconds = inAnyCase + room / perMillisecond;
      expect(milliseconds).toBeLessThan(10);
      if (room < BOUNDS.most) expect(milliseconds).toBeGreaterThan(6);
    }),
  );
});

test('on a computer too slow for anything there is room for a little, and for no end of it on none', () => {
  expect(roomAfter(30, 1, 20)).toBe(BOUNDS.least);
  expect(roomAfter(30, 1e6, 0)).toBe(BOUNDS.most);
});

test('a frame that was late makes the next one shorter at once, by half at most', () => {
  const pace = createPace(BOUNDS);
  pace.note(250, 10);
  expect(pace.room).toBe(200);
  pace.note(200, 500);
  expect(pace.room).toBe(100);
});

test('a small piece that was done early says nothing of a larger one', () => {
  const pace = createPace(BOUNDS);
  pace.note(249, 1);
  expect(pace.room).toBe(250);
  pace.note(250, 1);
  expect(pace.room).toBe(375);
});
