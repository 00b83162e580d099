import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, type Settings } from '../../../data/settings.ts';
import { readSyncState, SYNC_STATE } from '../../../data/settings-sync.ts';
import { createSettingsStore } from '../../../entrypoints/shared/settings-store.ts';
import { createSettingsSync, type SyncApi } from '../../../entrypoints/shared/settings-sync.ts';

/** Storage of one browser, beside a synced one that it may share with others. */
function storage(
  own: Record<string, unknown> = {},
  sync: FakeArea | undefined = fakeArea(),
  managed: Record<string, unknown> = {},
) {
  const local = fakeArea(own);
  const onChanged = { addListener: () => undefined, removeListener: () => undefined };
  const api = { storage: { local, sync, managed: { get: async () => managed }, onChanged } } as SyncApi;
  const state = () => readSyncState(local.items[SYNC_STATE]);
  return { api, local, sync, state, run: createSettingsSync(api) };
}

type FakeArea = ReturnType<typeof fakeArea>;

/** As browsers keep them, with their limit on a single item if asked to. */
function fakeArea(items: Record<string, unknown> = {}, mostBytes = Number.POSITIVE_INFINITY) {
  const area = {
    items,
    get: async (keys: string[] | null) =>
      structuredClone(Object.fromEntries(Object.entries(area.items).filter(([key]) => !keys || keys.includes(key)))),
    set: async (values: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(values)) {
        if (key.length + JSON.stringify(value).length > mostBytes) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      }
      area.items = { ...area.items, ...structuredClone(values) };
    },
    remove: async (keys: string[]) => {
      area.items = Object.fromEntries(Object.entries(area.items).filter(([key]) => !keys.includes(key)));
    },
  };
  return area;
}

const value = (area: FakeArea | undefined, name: keyof Settings) =>
  (area?.items[`setting:${name}`] as { value: unknown } | undefined)?.value;

beforeEach(() => {
  fakeBrowser.reset();
});

describe('syncing settings', () => {
  test('does nothing, and leaves nothing anywhere, where the reader has not asked for it', async () => {
    const { local, sync, run } = storage({ look: 'wavy' });
    await run();
    expect(sync.items).toEqual({});
    expect(local.items).toEqual({ look: 'wavy' });
  });

  test('carries settings from one browser to another, both ways', async () => {
    const shared = fakeArea();
    const one = storage({ sync: true, look: 'wavy' }, shared);
    const other = storage({ sync: true, textSize: 18, hiddenTerms: ['a letter'] }, shared);
    for (const { run } of [one, other, one]) await run();
    for (const { local } of [one, other]) expect(local.items).toMatchObject({ look: 'wavy', textSize: 18 });
    expect(JSON.stringify(shared.items)).not.toContain('a letter');
    expect(one.local.items).not.toHaveProperty('hiddenTerms');
  });

  test('carries lists where the reader wants that too, and takes them away again', async () => {
    const { local, sync, run } = storage({ sync: true, syncLists: true, look: 'wavy', pausedSites: ['example.org'] });
    await run();
    expect(value(sync, 'pausedSites')).toEqual(['example.org']);
    await local.set({ syncLists: false });
    await run();
    expect(Object.keys(sync.items)).toEqual(['setting:look']);
    await local.set({ sync: false });
    await run();
    expect(sync.items).toEqual({});
    expect(local.items).toMatchObject({ look: 'wavy', pausedSites: ['example.org'] });
  });

  test('never carries what an administrator has set, and leaves the reader’s own beneath it', async () => {
    const { sync, run } = storage({ sync: true, look: 'wavy' }, fakeArea(), { look: 'tint', country: 'QA' });
    await run();
    expect(value(sync, 'look')).toBe('wavy');
    expect(sync.items).not.toHaveProperty('setting:country');
  });

  test('never carries a setting that is stored broken', async () => {
    const { sync, run } = storage({ sync: true, look: 'plaid', textSize: 18 });
    await run();
    expect(Object.keys(sync.items)).toEqual(['setting:textSize']);
  });

  test('keeps no setting back for one that is too long, names that one, and tries again', async () => {
    const shared = fakeArea({}, 8192);
    const { local, run, state } = storage({ sync: true, syncLists: true, look: 'wavy', hiddenTerms: many(400) }, shared);
    await run();
    expect(value(shared, 'look')).toBe('wavy');
    expect(state()).toMatchObject({ problem: 'quota', unsynced: ['hiddenTerms'] });
    expect(local.items.hiddenTerms).toHaveLength(400);
    await run();
    expect(state()).toMatchObject({ problem: 'quota', unsynced: ['hiddenTerms'] });
    await local.set({ hiddenTerms: many(3) });
    await run();
    expect(value(shared, 'hiddenTerms')).toEqual(many(3));
    expect(state()).toMatchObject({ problem: null, unsynced: [] });
  });

  test.each([
    ['is missing', undefined],
    ['rejects', { ...fakeArea(), get: () => Promise.reject(new Error('storage.sync is disabled')) }],
  ])('keeps everything in the browser, and says so, where the browser’s own storage for it %s', async (_, area) => {
    const { api, local, run, state } = storage({ sync: true, look: 'wavy' });
    Object.assign(api.storage, { sync: area });
    await run();
    expect(state().problem).toBe('unavailable');
    expect(local.items.look).toBe('wavy');
  });

  test('does not write over what the reader changed meanwhile', async () => {
    const shared = fakeArea({ 'setting:look': { value: 'tint', at: 5 } });
    const { api, local, run } = storage({ sync: true, look: 'wavy' }, shared);
    const read = shared.get;
    vi.spyOn(api.storage.sync as FakeArea, 'get').mockImplementationOnce(async (keys) => {
      await local.set({ look: 'solid' });
      return read(keys);
    });
    await run();
    expect(local.items.look).toBe('solid');
    await run();
    expect(value(shared, 'look')).toBe('solid');
  });

  test('is done once at a time, and once more for what was changed meanwhile', async () => {
    const { local, sync, run } = storage({ sync: true, look: 'wavy' });
    const first = run();
    await local.set({ look: 'tint' });
    await Promise.all([first, run(), run()]);
    expect(value(sync, 'look')).toBe('tint');
  });

  test('tells the options page what came of it', async () => {
    const store = await createSettingsStore(fakeBrowser as unknown as SyncApi);
    const run = createSettingsSync(fakeBrowser as unknown as SyncApi);
    vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValue(new Error('MAX_ITEMS quota exceeded'));
    await store.setAll({ sync: true, look: 'wavy' });
    await run();
    await vi.waitFor(() => expect(store.sync.value).toMatchObject({ problem: 'quota', unsynced: ['look'] }));
    expect(store.settings.value).toEqual({ ...DEFAULT_SETTINGS, sync: true, look: 'wavy' });
    // It is no setting that a file could carry.
    expect(store.others.value).toEqual({});
  });
});

function many(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `words that are hidden, number ${index}`);
}
