import { expect, test, vi } from 'vitest';
import { handOver, type SessionApi, takeOver } from '../../../entrypoints/shared/looked-up.ts';

function memory() {
  const kept = new Map<string, unknown>();
  const api: SessionApi = {
    storage: {
      session: {
        get: async (keys) => Object.fromEntries(keys.filter((key) => kept.has(key)).map((key) => [key, kept.get(key)])),
        set: async (items) => {
          for (const [key, value] of Object.entries(items)) kept.set(key, value);
        },
        remove: async (keys) => {
          for (const key of keys) kept.delete(key);
        },
      },
    },
  };
  return { api, kept };
}

/** The address of the window that words are handed over to. */
async function addressOf(api: SessionApi, text: string): Promise<string> {
  const open = vi.fn(async (_address: string) => undefined);
  await handOver(api, text, open);
  expect(open).toHaveBeenCalledOnce();
  return open.mock.calls[0]?.[0] ?? '';
}

/** What the window at an address takes. */
const takenAt = (api: SessionApi, address: string) => takeOver(api, new URL(address, 'https://example.org').hash.slice(1));

test('words are handed over once, and nothing of them is left', async () => {
  const { api, kept } = memory();
  const address = await addressOf(api, 'A/HRC/41/G/11');
  expect(await takenAt(api, address)).toBe('A/HRC/41/G/11');
  expect([...kept]).toEqual([]);
  expect(await takenAt(api, address)).toBe('');
});

test('each of two windows is given its own words, whichever asks first', async () => {
  const { api, kept } = memory();
  const [first, second] = await Promise.all([addressOf(api, 'Qatar'), addressOf(api, '22 countries')]);
  expect([await takenAt(api, second), await takenAt(api, first)]).toEqual(['22 countries', 'Qatar']);
  expect([...kept]).toEqual([]);
});

test('the address of a window says nothing of its words', async () => {
  const { api } = memory();
  const addresses = [await addressOf(api, 'Qatar'), await addressOf(api, 'Qatar')];
  for (const address of addresses) expect(address).toMatch(/^\/popup\.html\?find#[0-9a-f-]{36}$/);
  expect(new Set(addresses).size).toBe(2);
});

test('nothing is left of words whose window the browser does not open', async () => {
  const { api, kept } = memory();
  const handed = handOver(api, 'Qatar', async () => {
    expect([...kept.values()]).toEqual(['Qatar']);
    throw new Error('no window');
  });
  await expect(handed).rejects.toThrow('no window');
  expect([...kept]).toEqual([]);
});

test('words that the browser gives but does not take away are shown all the same', async () => {
  const { api } = memory();
  const address = await addressOf(api, 'Qatar');
  api.storage.session.remove = async () => {
    throw new Error('An unexpected error occurred');
  };
  expect(await takenAt(api, address)).toBe('Qatar');
});

test('where the browser refuses to keep or to give words, there is a window all the same, without any', async () => {
  const refused = async () => {
    throw new Error('An unexpected error occurred');
  };
  const api: SessionApi = { storage: { session: { get: refused, set: refused, remove: refused } } };
  const address = await addressOf(api, 'Qatar');
  expect(address).toBe('/popup.html?find');
  expect(await takenAt(api, address)).toBe('');
});
