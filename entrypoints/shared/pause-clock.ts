/** The time, as far as a pause makes it matter, for the extension's own pages. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { LONGEST_WAIT } from '../../data/hiding.ts';
import type { Settings } from '../../data/settings.ts';

/** Milliseconds since 1970; changes with the settings, and when a pause is over. */
export function createPauseClock(settings: ReadonlySignal<Settings>): ReadonlySignal<number> {
  const time = signal(Date.now());
  effect(() => {
    const { pausedUntil } = settings.value;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const now = Date.now();
      time.value = now;
      if (now < pausedUntil) timer = setTimeout(tick, Math.min(pausedUntil - now, LONGEST_WAIT));
    };
    tick();
    return () => clearTimeout(timer);
  });
  return time;
}
