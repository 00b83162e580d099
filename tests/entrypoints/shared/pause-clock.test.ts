import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOUR, LONGEST_WAIT } from '../../../data/hiding.ts';
import { DEFAULT_SETTINGS } from '../../../data/settings.ts';
import { createPauseClock } from '../../../entrypoints/shared/pause-clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test.each([HOUR, 3 * LONGEST_WAIT])(
  'a pause of %i ms that begins long after the clock is over when it is over, and not before',
  (length) => {
    const settings = signal(DEFAULT_SETTINGS);
    const time = createPauseClock(settings);
    vi.advanceTimersByTime(HOUR / 2);
    const pausedUntil = Date.now() + length;
    settings.value = { ...DEFAULT_SETTINGS, pausedUntil };
    vi.advanceTimersByTime(length - 1);
    expect(time.value).toBeLessThan(pausedUntil);
    vi.advanceTimersByTime(1);
    expect(time.value).toBe(pausedUntil);
  },
);
