// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../data/settings.ts';
import { followLook } from '../../../entrypoints/shared/page-look.ts';

const variable = (name: string) => document.documentElement.style.getPropertyValue(name);

test('a page of the extension is as light or dark as the reader has chosen, and as their system is when they have not', () => {
  const settings = signal<Settings>({ ...DEFAULT_SETTINGS, theme: 'dark' });
  followLook(settings);
  expect(variable('--us-scheme')).toBe('dark');
  settings.value = { ...settings.value, theme: 'light' };
  expect(variable('--us-scheme')).toBe('light');
  settings.value = { ...settings.value, theme: 'auto' };
  expect(variable('--us-scheme')).toBe('light dark');
});

test('the text of cards in it is as large as in cards on a page', () => {
  const settings = signal<Settings>(DEFAULT_SETTINGS);
  followLook(settings);
  expect(variable('--us-zoom')).toBe('1');
  settings.value = { ...DEFAULT_SETTINGS, textSize: 20 };
  expect(Number(variable('--us-zoom'))).toBeCloseTo(20 / 14);
});
