// @vitest-environment happy-dom
/** Words of a page of ours: read out of the package once, anew after a failure, and in the language that was chosen last. */
import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Language } from '../../../data/languages.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../data/settings.ts';
import { loadCatalogue, type PackageApi } from '../../../entrypoints/shared/catalogues.ts';
import { createPageWords } from '../../../entrypoints/shared/page-words.ts';
import { catalogueOf } from '../../../scripts/read-messages.ts';

const api: PackageApi = { runtime: { getURL: (file) => `extension:${file}` } };
const read = vi.fn((language: Language): Promise<unknown> => Promise.resolve(catalogueOf('panel', language)));

beforeEach(() => {
  vi.stubGlobal('fetch', async (address: string) => ({
    json: () => read(address.match(/([^/]+)\.json$/)?.[1] as Language),
  }));
});

afterEach(() => {
  vi.unstubAllGlobals();
  read.mockClear();
});

test('a file is read once, and once more where that has failed', async () => {
  read.mockRejectedValueOnce(new Error('gone'));
  await expect(loadCatalogue(api, 'panel', 'de')).rejects.toThrow('gone');
  const [one, other] = await Promise.all([loadCatalogue(api, 'panel', 'de'), loadCatalogue(api, 'panel', 'de')]);
  expect([one.language, other]).toEqual(['de', one]);
  expect(read).toHaveBeenCalledTimes(2);
});

test('the page speaks the language that was chosen last, whichever comes first', async () => {
  const settings = signal<Settings>({ ...DEFAULT_SETTINGS, language: 'fr' });
  const words = await createPageWords(api, settings, ['panel']);
  expect([words.value.language, document.documentElement.lang, document.documentElement.dir]).toEqual(['fr', 'fr', 'ltr']);
  const slow = Promise.withResolvers<unknown>();
  read.mockReturnValueOnce(slow.promise);
  settings.value = { ...settings.value, language: 'ru' };
  settings.value = { ...settings.value, language: 'ar' };
  await vi.waitFor(() => expect(words.value.language).toBe('ar'));
  const told = vi.fn();
  words.subscribe(told);
  slow.resolve(catalogueOf('panel', 'ru'));
  await loadCatalogue(api, 'panel', 'ru');
  expect(told.mock.calls.map(([{ language }]) => language)).toEqual(['ar']);
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl']);
});
