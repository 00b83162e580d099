/** Light or dark, for the extension's own pages: as the reader has chosen, or as their system is. */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { Settings } from '../../data/settings.ts';

/** Keeps the document as the setting says; theme.css reads the variable. */
export function followTheme(settings: ReadonlySignal<Settings>): void {
  effect(() => {
    const { theme } = settings.value;
    const { style } = document.documentElement;
    if (theme === 'auto') style.removeProperty('--us-scheme');
    else style.setProperty('--us-scheme', theme);
  });
}
