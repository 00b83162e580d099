import { expect, test } from 'vitest';
import { handOver, type SessionApi, takeOver } from '../../../entrypoints/shared/looked-up.ts';

test('words are handed over once, and nothing of them is left', async () => {
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
  await handOver(api, 'A/HRC/41/G/11');
  expect(await takeOver(api)).toBe('A/HRC/41/G/11');
  expect([...kept]).toEqual([]);
  expect(await takeOver(api)).toBe('');
});
