/** The time, as far as a pause makes it matter, for the extension's own pages. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Settings } from '../../data/settings.ts';
import { atEndOfPause } from './pause-end.ts';

/** Milliseconds since 1970; changes with the settings, and when a pause is over. */
export function createPauseClock(settings: ReadonlySignal<Settings>): ReadonlySignal<number> {
  const time = signal(Date.now());
  effect(() => {
    const { pausedUntil } = settings.value;
    const tick = () => {
      time.value = Date.now();
    };
    tick();
    return atEndOfPause(pausedUntil, tick);
  });
  return time;
}
