import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SEEN } from '../../../data/seen.ts';
import { createNews } from '../../../entrypoints/shared/news.ts';
import type { StorageApi } from '../../../entrypoints/shared/settings-source.ts';

vi.mock('../../../entrypoints/shared/project.ts', () => ({ project: { version: '0.2.0' } }));

const api = fakeBrowser as unknown as StorageApi;
const versions = (news: ReturnType<typeof createNews>) => news.releases.value.map(({ version }) => version);

beforeEach(() => {
  fakeBrowser.reset();
});

test('is of the versions after that which the reader has seen, until they have seen it', async () => {
  await fakeBrowser.storage.local.set({ [SEEN]: '0.1.0' });
  const news = createNews(api);
  await vi.waitFor(() => expect(versions(news)).toEqual(['0.2.0']));
  news.seen();
  expect(versions(news)).toEqual([]);
  await vi.waitFor(async () => expect(await fakeBrowser.storage.local.get()).toEqual({ [SEEN]: '0.2.0' }));
});

test('is told once more where the browser did not store that it was seen', async () => {
  await fakeBrowser.storage.local.set({ [SEEN]: '0.1.0' });
  const news = createNews(api);
  await vi.waitFor(() => expect(versions(news)).toEqual(['0.2.0']));
  vi.spyOn(api.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
  news.seen();
  expect(versions(news)).toEqual([]);
  const next = createNews(api);
  await vi.waitFor(() => expect(versions(next)).toEqual(['0.2.0']));
});

test('is none where the storage cannot be read, and keeps nothing waiting', async () => {
  const reading = vi.spyOn(api.storage.local, 'get').mockRejectedValueOnce(new Error('corrupted'));
  const news = createNews(api);
  await vi.waitFor(() => expect(reading.mock.settledResults[0]?.type).toBe('rejected'));
  expect(versions(news)).toEqual([]);
});
