/** What was asked ahead answers once, and only while it still holds. */
import { expect, test, vi } from 'vitest';
import { type Ahead, storageAhead } from '../../../entrypoints/shared/ahead.ts';
import type { StorageApi } from '../../../entrypoints/shared/settings-source.ts';

function setUp(isOutdated = false) {
  const api: StorageApi = {
    storage: {
      local: {
        get: vi.fn(async () => ({ from: 'storage' })),
        set: vi.fn(async () => undefined),
        remove: vi.fn(async () => undefined),
      },
      managed: { get: vi.fn(async () => ({ from: 'policy' })) },
      onChanged: { addListener: vi.fn(), removeListener: vi.fn() },
    },
  };
  const ahead: Ahead = {
    record: Promise.resolve({ from: 'storage, ahead' }),
    managed: Promise.resolve({ from: 'policy, ahead' }),
    isOutdated: () => isOutdated,
    tab: null,
    catalogues: new Map(),
  };
  return { api, storage: storageAhead(api, ahead).storage };
}

test('the first question for all is answered ahead, the next one by the browser', async () => {
  const { api, storage } = setUp();
  expect(await storage.local.get(null)).toEqual({ from: 'storage, ahead' });
  expect(await storage.managed.get(['theme'])).toEqual({ from: 'policy, ahead' });
  expect(api.storage.local.get).not.toHaveBeenCalled();
  expect(await storage.local.get(null)).toEqual({ from: 'storage' });
  expect(await storage.managed.get(['theme'])).toEqual({ from: 'policy' });
});

test('a question for some keys is the browser’s', async () => {
  const { storage } = setUp();
  expect(await storage.local.get(['theme'])).toEqual({ from: 'storage' });
});

test('what was stored since is read, and not what was there before', async () => {
  const { storage } = setUp(true);
  expect(await storage.local.get(null)).toEqual({ from: 'storage' });
  expect(await storage.managed.get(['theme'])).toEqual({ from: 'policy' });
});

test('writing goes to the browser', async () => {
  const { api, storage } = setUp();
  await storage.local.set({ theme: 'dark' });
  await storage.local.remove(['theme']);
  expect(api.storage.local.set).toHaveBeenCalledWith({ theme: 'dark' });
  expect(api.storage.local.remove).toHaveBeenCalledWith(['theme']);
});
