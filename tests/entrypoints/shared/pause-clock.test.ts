import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOUR } from '../../../data/hiding.ts';
import { DEFAULT_SETTINGS } from '../../../data/settings.ts';
import { createPauseClock } from '../../../entrypoints/shared/pause-clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

// A timer of a month would call back at once.
test.each([HOUR, 30 * 24 * HOUR])(
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

test('a pause is over soon after the computer has slept through its end, though its timers stood still meanwhile', () => {
  const pausedUntil = Date.now() + HOUR;
  const time = createPauseClock(signal({ ...DEFAULT_SETTINGS, pausedUntil }));
  vi.advanceTimersByTime(1000);
  vi.setSystemTime(pausedUntil + HOUR);
  vi.advanceTimersByTime(60_000);
  expect(time.value).toBeGreaterThan(pausedUntil);
});
