/** The time, as far as a pause makes it matter, for the extension's own pages. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { LONGEST_WAIT } from '../../data/hiding.ts';
import type { Settings } from '../../data/settings.ts';

/** Milliseconds since 1970; changes when a pause begins or is over. */
export function createPauseClock(settings: ReadonlySignal<Settings>): ReadonlySignal<number> {
  const time = signal(Date.now());
  effect(() => {
    const left = settings.value.pausedUntil - time.value;
    if (left <= 0) return undefined;
    const timer = setTimeout(
      () => {
        time.value = Date.now();
      },
      Math.min(left, LONGEST_WAIT),
    );
    return () => clearTimeout(timer);
  });
  return time;
}
