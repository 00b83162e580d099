import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '../../../data/settings.ts';
import { type StorageApi, watchSettings } from '../../../entrypoints/shared/settings-source.ts';
import { createSettingsStore } from '../../../entrypoints/shared/settings-store.ts';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('the settings store', () => {
  test('starts with the defaults', async () => {
    const store = await createSettingsStore(fakeBrowser as unknown as StorageApi);
    expect(store.settings.value).toEqual(DEFAULT_SETTINGS);
  });

  test('is shared by every window at once, and two windows changing two settings lose nothing', async () => {
    const [one, other] = [
      await createSettingsStore(fakeBrowser as unknown as StorageApi),
      await createSettingsStore(fakeBrowser as unknown as StorageApi),
    ];
    await Promise.all([one.set('look', 'wavy'), other.set('trigger', 'click')]);
    const expected = { ...DEFAULT_SETTINGS, look: 'wavy', trigger: 'click' };
    await vi.waitFor(() => {
      expect(one.settings.value).toEqual(expected);
      expect(other.settings.value).toEqual(expected);
    });
    expect((await createSettingsStore(fakeBrowser as unknown as StorageApi)).settings.value).toEqual(expected);
  });

  test('reports a corrupt stored value and goes on with its default', async () => {
    await fakeBrowser.storage.local.set({ openDelay: 'soon', look: 'solid' });
    const store = await createSettingsStore(fakeBrowser as unknown as StorageApi);
    expect(store.settings.value).toEqual({ ...DEFAULT_SETTINGS, look: 'solid' });
    expect(store.problems.value).toMatchObject([{ name: 'openDelay', value: 'soon' }]);
  });

  test('keeps what it does not know, adds to it and takes away from it as it is told', async () => {
    await fakeBrowser.storage.local.set({ look: 'solid', futureWidth: 7 });
    const store = await createSettingsStore(fakeBrowser as unknown as StorageApi);
    expect(store.others.value).toEqual({ futureWidth: 7 });
    await store.setAll(DEFAULT_SETTINGS);
    expect(await fakeBrowser.storage.local.get('futureWidth')).toEqual({ futureWidth: 7 });
    // The fake browser stores no null, which real ones do.
    const imported = { ...DEFAULT_SETTINGS, country: 'QA', look: 'tint' } as const;
    await store.setAll(imported, { futureHeight: 9 });
    expect(store.others.value).toEqual({ futureHeight: 9 });
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ ...imported, futureHeight: 9 });
  });

  test('puts a setting back when the browser refuses to store it', async () => {
    const store = await createSettingsStore(fakeBrowser as unknown as StorageApi);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    await expect(store.set('enabled', false)).rejects.toThrow('QUOTA_BYTES');
    expect(store.settings.value.enabled).toBe(true);
  });
});

test('watching ends with the extension, which may have taken its interface away before', () => {
  const listeners = new Set();
  const onChanged = { addListener: listeners.add.bind(listeners), removeListener: listeners.delete.bind(listeners) };
  const api = { storage: { onChanged } };
  const stop = new AbortController();
  watchSettings(api as never, vi.fn(), stop.signal);
  expect(listeners.size).toBe(1);
  Object.assign(api, { storage: undefined });
  stop.abort();
  expect(listeners.size).toBe(0);
});
