/**
 * How the extension's own pages look: light or dark as the reader has chosen, or as their system is; cards in them with text as large as
 * on a page.
 */
import { effect, type ReadonlySignal } from '@preact/signals';
import { cardLook } from '../../components/card-look.ts';
import type { Settings } from '../../data/settings.ts';

/** Keeps the document as the settings say; the style sheets read the variables. How wide a card is, its column says here. */
export function followLook(settings: ReadonlySignal<Settings>): void {
  effect(() => {
    const { theme } = settings.value;
    const look = cardLook(settings.value, theme === 'auto' ? 'light dark' : theme);
    for (const name of ['--us-scheme', '--us-zoom'] as const) document.documentElement.style.setProperty(name, look[name]);
  });
}
