import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '../../../data/settings.ts';
import {
  changeSettings,
  readSettings,
  readSettingsSoon,
  type StorageApi,
  watchSettings,
} from '../../../entrypoints/shared/settings-source.ts';
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

  test('after two windows changing the same setting, both show the one that is stored', async () => {
    const api = fakeBrowser as unknown as StorageApi;
    const [one, other] = [await createSettingsStore(api), await createSettingsStore(api)];
    await Promise.all([one.set('pausedSites', ['example.org']), other.set('pausedSites', ['example.com'])]);
    const { pausedSites } = (await readSettings(api)).settings;
    expect(pausedSites).toEqual(['example.com']);
    await vi.waitFor(() =>
      expect([one, other].map((store) => store.settings.value.pausedSites)).toEqual([pausedSites, pausedSites]),
    );
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
    const imported = { ...DEFAULT_SETTINGS, country: 'QA', language: 'fr', look: 'tint' } as const;
    await store.setAll(imported, { futureHeight: 9 });
    expect(store.others.value).toEqual({ futureHeight: 9 });
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ ...imported, futureHeight: 9 });
  });

  test('an import that is cut short has stored all that the file names, and lost nothing', async () => {
    await fakeBrowser.storage.local.set({ futureWidth: 7, pausedSites: ['example.org'] });
    const store = await createSettingsStore(fakeBrowser);
    const remove = vi.spyOn(fakeBrowser.storage.local, 'remove').mockRejectedValue(new Error('gone'));
    await expect(store.setAll({ look: 'tint' }, { futureHeight: 8 })).rejects.toThrow('gone');
    expect(remove).toHaveBeenCalledWith(['futureWidth']);
    expect(await fakeBrowser.storage.local.get()).toEqual({
      futureWidth: 7,
      futureHeight: 8,
      look: 'tint',
      pausedSites: ['example.org'],
    });
    expect(store.others.value).toEqual({ futureWidth: 7, futureHeight: 8 });
    expect(store.trouble.value).toBe('notSaved');
  });

  test('puts a setting back when the browser refuses to store it', async () => {
    const store = await createSettingsStore(fakeBrowser as unknown as StorageApi);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    await expect(store.set('enabled', false)).rejects.toThrow('QUOTA_BYTES');
    expect(store.settings.value.enabled).toBe(true);
    expect(store.trouble.value).toBe('notSaved');
    await store.set('enabled', false);
    expect(store.trouble.value).toBeNull();
  });

  test('puts back no more than was refused: what another window stored meanwhile is shown', async () => {
    const api = fakeBrowser as unknown as StorageApi;
    const store = await createSettingsStore(api);
    const answer = Promise.withResolvers<void>();
    vi.spyOn(api.storage.local, 'set').mockReturnValueOnce(answer.promise);
    const saved = store.set('pausedSites', ['example.org']);
    await fakeBrowser.storage.local.set({ pausedSites: ['example.com'], look: 'wavy' });
    await vi.waitFor(() => expect(store.settings.value.look).toBe('wavy'));
    answer.reject(new Error('gone'));
    await expect(saved).rejects.toThrow('gone');
    expect(store.settings.value).toEqual({ ...DEFAULT_SETTINGS, pausedSites: ['example.com'], look: 'wavy' });
  });
});

test('of two changes that are both refused, neither is shown', async () => {
  const api = fakeBrowser as unknown as StorageApi;
  const store = await createSettingsStore(api);
  const answer = Promise.withResolvers<void>();
  vi.spyOn(api.storage.local, 'set').mockReturnValueOnce(answer.promise).mockReturnValueOnce(answer.promise);
  const saved = Promise.allSettled([store.set('look', 'tint'), store.set('look', 'wavy')]);
  answer.reject(new Error('gone'));
  await saved;
  expect(store.settings.value).toEqual(DEFAULT_SETTINGS);
});

test('a refused change is not put back over the same one that another window has stored meanwhile', async () => {
  const api = fakeBrowser as unknown as StorageApi;
  const store = await createSettingsStore(api);
  const answer = Promise.withResolvers<void>();
  vi.spyOn(api.storage.local, 'set').mockReturnValueOnce(answer.promise);
  const saved = store.set('look', 'tint');
  await fakeBrowser.storage.local.set({ look: 'tint', trigger: 'click' });
  await vi.waitFor(() => expect(store.settings.value.trigger).toBe('click'));
  answer.reject(new Error('gone'));
  await expect(saved).rejects.toThrow('gone');
  expect(store.settings.value.look).toBe('tint');
});

describe('where the storage does not do what it is asked', () => {
  const api = fakeBrowser as unknown as StorageApi;

  beforeEach(async () => {
    await fakeBrowser.storage.local.set({ pausedSites: ['example.org'], look: 'wavy' });
    vi.useFakeTimers();
  });

  afterEach(() => void vi.useRealTimers());

  test('one that refuses to be read is told, nothing is stored over it, and all comes right when it is read after all', async () => {
    const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('corrupted'));
    const store = await createSettingsStore(api);
    expect([store.isRead.value, store.trouble.value]).toEqual([false, 'unread']);
    await expect(store.set('pausedSites', ['example.com'])).rejects.toThrow('not been read');
    store.readAgain();
    await vi.advanceTimersByTimeAsync(0);
    expect([store.isRead.value, store.trouble.value]).toEqual([false, 'unread']);
    get.mockRestore();
    store.readAgain();
    await vi.advanceTimersByTimeAsync(0);
    expect([store.isRead.value, store.trouble.value]).toEqual([true, null]);
    expect(store.settings.value).toEqual({ ...DEFAULT_SETTINGS, pausedSites: ['example.org'], look: 'wavy' });
    expect(await fakeBrowser.storage.local.get()).toEqual({ pausedSites: ['example.org'], look: 'wavy' });
  });

  test('one that answers late keeps nobody waiting, and is heard when it answers', async () => {
    const answer = Promise.withResolvers<void>();
    const { get } = api.storage.local;
    vi.spyOn(api.storage.local, 'get').mockImplementation(async (names) => {
      await answer.promise;
      return get(names);
    });
    const created = createSettingsStore(api);
    await vi.runAllTimersAsync();
    const store = await created;
    expect([store.isRead.value, store.trouble.value]).toEqual([false, 'late']);
    await expect(store.setAll(DEFAULT_SETTINGS)).rejects.toThrow('not been read');
    answer.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect([store.isRead.value, store.trouble.value]).toEqual([true, null]);
    expect(store.settings.value.pausedSites).toEqual(['example.org']);
  });

  test('a change that is not stored for long is told until it is', async () => {
    const store = await createSettingsStore(api);
    const answer = Promise.withResolvers<void>();
    vi.spyOn(api.storage.local, 'set').mockReturnValueOnce(answer.promise);
    const saved = store.set('look', 'tint');
    expect(store.trouble.value).toBeNull();
    await vi.runAllTimersAsync();
    expect([store.settings.value.look, store.trouble.value]).toEqual(['tint', 'unsaved']);
    answer.resolve();
    await saved;
    expect(store.trouble.value).toBeNull();
  });

  test('what must not wait goes on without the settings', async () => {
    expect((await readSettingsSoon(api))?.settings.look).toBe('wavy');
    const get = vi.spyOn(api.storage.local, 'get').mockRejectedValueOnce(new Error('corrupted'));
    expect(await readSettingsSoon(api)).toBeUndefined();
    get.mockReturnValueOnce(new Promise(() => undefined));
    const soon = readSettingsSoon(api);
    await vi.runAllTimersAsync();
    expect(await soon).toBeUndefined();
  });
});

describe('what an administrator has set', () => {
  /** Storage as with a policy; Firefox rejects without one, and a browser may not have the area. */
  function storageWith(managed: unknown, own: Record<string, unknown> = {}): StorageApi {
    const { local, onChanged } = fakeBrowser.storage;
    const get: StorageApi['storage']['local']['get'] = local.get.bind(local);
    vi.spyOn(local as StorageApi['storage']['local'], 'get').mockImplementation(async (keys) => {
      // The fake browser names what is not there, too.
      const stored = Object.entries(await get(keys)).filter(([, value]) => (value ?? null) !== null);
      return { ...own, ...Object.fromEntries(stored) };
    });
    return { storage: { local, onChanged, managed } } as unknown as StorageApi;
  }
  const policy = (values: unknown) => ({ get: async () => values });

  test('wins over what is stored, and is told apart from it', async () => {
    const api = storageWith(policy({ look: 'tint', trigger: 'click' }), { look: 'wavy', openDelay: 100 });
    expect((await readSettings(api)).settings).toEqual({ ...DEFAULT_SETTINGS, look: 'tint', trigger: 'click', openDelay: 100 });
    const store = await createSettingsStore(api);
    expect(store.settings.value).toMatchObject({ look: 'tint', trigger: 'click', openDelay: 100 });
    expect(store.own.value).toEqual({ ...DEFAULT_SETTINGS, look: 'wavy', openDelay: 100 });
    expect(store.managed.value).toEqual(['look', 'trigger']);
  });

  test('stays when the reader’s own changes under it', async () => {
    const store = await createSettingsStore(storageWith(policy({ look: 'tint' })));
    const saved = store.setAll({ look: 'wavy', trigger: 'click' });
    expect(store.settings.value).toMatchObject({ look: 'tint', trigger: 'click' });
    await saved;
    expect(store.own.value.look).toBe('wavy');
  });

  test('keeps no refused change waiting, where it is not given a second time', async () => {
    const managed = { get: vi.fn(async () => ({ look: 'tint' })) };
    const api = storageWith(managed, { look: 'wavy' });
    const store = await createSettingsStore(api);
    managed.get.mockReturnValue(new Promise(() => undefined));
    vi.spyOn(api.storage.local, 'set').mockRejectedValueOnce(new Error('gone'));
    const refused = vi.fn();
    store.set('trigger', 'click').catch(refused);
    await vi.waitFor(() => expect(refused).toHaveBeenCalledWith(new Error('gone')));
    expect(store.own.value).toEqual({ ...DEFAULT_SETTINGS, look: 'wavy' });
    expect([store.settings.value.look, store.trouble.value]).toEqual(['tint', 'notSaved']);
  });

  test('is ignored where it makes no sense, and reported', async () => {
    const store = await createSettingsStore(storageWith(policy({ look: 'plaid', openDelay: 0 }), { look: 'wavy' }));
    expect(store.settings.value).toMatchObject({ look: 'wavy', openDelay: 0 });
    expect(store.managed.value).toEqual(['openDelay']);
    expect(store.managedProblems.value).toMatchObject([{ name: 'look', value: 'plaid' }]);
    expect(store.problems.value).toEqual([]);
  });

  test.each([
    ['rejects', { get: () => Promise.reject(new Error('Managed storage manifest not found')) }],
    [
      'throws',
      {
        get() {
          throw new Error('managed storage is not there');
        },
      },
    ],
    ['is missing', undefined],
    ['gives nothing', policy(undefined)],
  ])('is nothing where the browser’s storage of it %s', async (_, managed) => {
    const store = await createSettingsStore(storageWith(managed, { look: 'wavy' }));
    expect(store.settings.value).toEqual({ ...DEFAULT_SETTINGS, look: 'wavy' });
    expect(store.managed.value).toEqual([]);
  });

  test('cannot be changed from a card, while the rest can', async () => {
    const api = storageWith(policy({ pausedSites: ['example.org'] }));
    const set = vi.spyOn(api.storage.local, 'set');
    const pause = changeSettings(api, ({ pausedSites }) => ({ pausedSites: [...pausedSites, 'example.com'] }));
    await expect(pause).rejects.toThrow();
    expect(set).not.toHaveBeenCalled();
    await changeSettings(api, () => ({ enabled: false }));
    expect(set).toHaveBeenCalledExactlyOnceWith({ enabled: false });
  });

  test('holds in open windows as soon as it changes', async () => {
    const values: Record<string, unknown> = {};
    const store = await createSettingsStore(storageWith(policy(values)));
    values.look = 'tint';
    await fakeBrowser.storage.onChanged.trigger({ look: { newValue: 'tint' } }, 'managed');
    await vi.waitFor(() => expect(store.settings.value.look).toBe('tint'));
    expect(store.managed.value).toEqual(['look']);
  });
});

describe('watching the settings', () => {
  test('misses no change that is made while they are read for the first time', async () => {
    await fakeBrowser.storage.local.set({ lookUpOnly: true });
    const api = fakeBrowser as unknown as StorageApi;
    const { get } = api.storage.local;
    vi.spyOn(api.storage.local, 'get').mockImplementationOnce(async (names) => {
      const read = await get(names);
      await fakeBrowser.storage.local.set({ lookUpOnly: false });
      return read;
    });
    const told: boolean[] = [];
    await watchSettings(api, readSettings, ({ settings }) => void told.push(settings.lookUpOnly));
    await vi.waitFor(() => expect(told.at(-1)).toBe(false));
  });

  test('waits for no reading that never ends, and tells nothing older than what was told', async () => {
    const api = fakeBrowser as unknown as StorageApi;
    const { get } = api.storage.local;
    const slow = Promise.withResolvers<void>();
    const reading = vi.spyOn(api.storage.local, 'get').mockImplementationOnce(async (names) => {
      const read = await get(names);
      await slow.promise;
      return read;
    });
    const told: string[] = [];
    const first = watchSettings(api, readSettings, ({ settings }) => void told.push(settings.look));
    await vi.waitFor(() => expect(reading).toHaveBeenCalled());
    await fakeBrowser.storage.local.set({ look: 'wavy' });
    await vi.waitFor(() => expect(told).toEqual(['wavy']));
    slow.resolve();
    await first;
    expect(told).toEqual(['wavy']);
  });

  test('ends with the extension, which may have taken its interface away before', () => {
    const listeners = new Set();
    const onChanged = { addListener: listeners.add.bind(listeners), removeListener: listeners.delete.bind(listeners) };
    const api = { storage: { onChanged } };
    const stop = new AbortController();
    watchSettings(api as never, readSettings, vi.fn(), stop.signal).catch(() => undefined);
    expect(listeners.size).toBe(1);
    Object.assign(api, { storage: undefined });
    stop.abort();
    expect(listeners.size).toBe(0);
  });
});
