import { afterEach, describe, expect, test, vi } from 'vitest';
import { millisecondsSpent, workInSlices } from '../../../entrypoints/content/slices.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Steps of three milliseconds each. */
function* steps(count: number): Generator<void, string> {
  for (let step = 0; step < count; step++) {
    vi.advanceTimersByTime(3);
    yield;
  }
  return 'done';
}

describe('work in slices', () => {
  test('gives the page a turn after every few milliseconds, and says what it came to', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
    const turn = vi.fn(async () => undefined);
    vi.stubGlobal('scheduler', { yield: turn });
    const hold = vi.fn();
    const before = millisecondsSpent();
    expect(await workInSlices(steps(6), hold)).toBe('done');
    expect(turn).toHaveBeenCalledTimes(3);
    expect(hold).toHaveBeenCalledTimes(3);
    expect(millisecondsSpent() - before).toBe(18);
  });

  test('goes on where the browser has no scheduler', async () => {
    vi.stubGlobal('scheduler', undefined);
    const slow = (function* (): Generator<void, number> {
      const started = performance.now();
      while (performance.now() - started < 12) yield;
      return 7;
    })();
    expect(await workInSlices(slow)).toBe(7);
  });
});
