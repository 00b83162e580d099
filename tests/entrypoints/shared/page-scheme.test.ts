// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../data/settings.ts';
import { followTheme } from '../../../entrypoints/shared/page-scheme.ts';

test('a page of the extension is as light or dark as the reader has chosen, and as their system is when they have not', () => {
  const settings = signal<Settings>({ ...DEFAULT_SETTINGS, theme: 'dark' });
  const scheme = () => document.documentElement.style.getPropertyValue('--us-scheme');
  followTheme(settings);
  expect(scheme()).toBe('dark');
  settings.value = { ...settings.value, theme: 'light' };
  expect(scheme()).toBe('light');
  settings.value = { ...settings.value, theme: 'auto' };
  expect(scheme()).toBe('');
});
