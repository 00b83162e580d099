/** What steps cost the main thread, read from a trace. */
import { expect, test } from 'vitest';
import { costsIn } from '../../../scripts/bench/frames.ts';

const PAGE = { pid: 7, tid: 1 };
const step = (ts: number) => ({ ...PAGE, name: 'bench-step', ph: 'I', ts });
const frame = (ts: number) => ({ ...PAGE, name: 'BeginMainThreadFrame', ph: 'I', ts });
/** Took as many milliseconds of the processor, and twice as long on the clock. */
const task = (ts: number, cost: number) => ({
  ...PAGE,
  name: 'ThreadControllerImpl::RunTask',
  ph: 'X',
  ts,
  dur: cost * 2000,
  tdur: cost * 1000,
});

test('a frame costs what its own task and those since the last frame took', () => {
  const trace = [
    step(0),
    task(1_000, 2),
    task(6_000, 3),
    frame(6_500),
    // No frame came after it.
    task(20_000, 4),
    step(100_000),
    task(101_000, 1),
    frame(101_500),
    task(110_000, 7),
    frame(123_000),
  ];
  expect(costsIn(trace)).toEqual([
    { all: 9, longestFrame: 5 },
    { all: 8, longestFrame: 7 },
  ]);
});

test('other threads and what was before the first step do not count', () => {
  const trace = [task(0, 50), step(500_000), task(501_000, 1), { ...task(502_000, 9), tid: 2 }, { ...task(502_000, 9), pid: 8 }];
  expect(costsIn(trace.toReversed())).toEqual([{ all: 1, longestFrame: 1 }]);
});

test('a task whose cost the browser did not tell counts as long as it lasted', () => {
  const { tdur: _, ...untold } = task(1_000, 1);
  expect(costsIn([step(0), untold])).toEqual([{ all: 2, longestFrame: 2 }]);
});

test('a trace without a step is an error', () => {
  expect(() => costsIn([task(0, 1)])).toThrow('The trace holds no step.');
});
