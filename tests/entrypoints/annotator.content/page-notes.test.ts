import { describe, expect, test } from 'vitest';
import { badgeText, nearestIn, stepTo } from '../../../entrypoints/annotator.content/page-notes.ts';

/** Each with the mention the reader was at last, and the first in the window. */
const frames = (...positions: [frameId: number, count: number, current: number | null, inView?: number][]) =>
  positions.map(([frameId, count, current, inView = null]) => ({ frameId, count, current, inView }));

describe('stepTo', () => {
  test.each([
    [
      'the first step goes to the first mention',
      frames([0, 2, null]),
      1,
      { frameId: 0, index: 0, leaves: undefined, position: { number: 1, count: 2 } },
    ],
    [
      'the first step back goes to the last',
      frames([0, 2, null], [7, 3, null]),
      -1,
      { frameId: 7, index: 2, leaves: undefined, position: { number: 5, count: 5 } },
    ],
    ['a step goes on in the frame', frames([0, 3, 1]), 1, { frameId: 0, index: 2, leaves: 0, position: { number: 3, count: 3 } }],
    [
      'a step leads over to the next frame with a mention',
      frames([0, 2, 1], [4, 0, null], [7, 1, null]),
      1,
      { frameId: 7, index: 0, leaves: 0, position: { number: 3, count: 3 } },
    ],
    [
      'a step back leads to the end of the frame before',
      frames([0, 2, null], [7, 1, 0]),
      -1,
      { frameId: 0, index: 1, leaves: 7, position: { number: 2, count: 3 } },
    ],
    [
      'the last is followed by the first',
      frames([0, 2, 1]),
      1,
      { frameId: 0, index: 0, leaves: 0, position: { number: 1, count: 2 } },
    ],
    [
      'the first is preceded by the last',
      frames([0, 2, 0]),
      -1,
      { frameId: 0, index: 1, leaves: 0, position: { number: 2, count: 2 } },
    ],
    [
      'a single mention is its own next',
      frames([0, 1, 0]),
      1,
      { frameId: 0, index: 0, leaves: 0, position: { number: 1, count: 1 } },
    ],
  ] as const)('%s', (_name, positions, direction, expected) => {
    expect(stepTo(positions, direction)).toEqual(expected);
  });

  test('there is nowhere to go without a mention', () => {
    expect(stepTo(frames([0, 0, null]), 1)).toBeUndefined();
    expect(stepTo([], -1)).toBeUndefined();
  });
});

test.each([
  [
    'the one whose card was opened last, wherever the window is',
    frames([0, 3, null, 1], [7, 2, 1]),
    { frameId: 7, index: 1, number: 5 },
  ],
  ['else the first in the window', frames([0, 3, null], [4, 2, null, 1], [7, 2, null, 0]), { frameId: 4, index: 1, number: 5 }],
  ['else the first of all', frames([0, 0, null], [7, 2, null]), { frameId: 7, index: 0, number: 1 }],
] as const)('the mention a reader is at: %s', (_name, positions, { frameId, index, number }) => {
  expect(nearestIn(positions)).toMatchObject({ frameId, index, position: { number } });
});

test('a reader is at no mention where there is none', () => {
  expect(nearestIn(frames([0, 0, null]))).toBeUndefined();
});

test('the toolbar button has the sum of all frames, in four characters at most, and nothing for none', () => {
  expect(badgeText([])).toBe('');
  expect(badgeText(frames([0, 0, null], [3, 0, null]))).toBe('');
  expect(badgeText(frames([0, 2, 1], [3, 10, null]))).toBe('12');
  expect(badgeText(frames([0, 999, null]))).toBe('999');
  expect(badgeText(frames([0, 999, null], [3, 1, null]))).toBe('999+');
});
