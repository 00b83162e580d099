import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followPage } from '../../../entrypoints/shared/followed-page.ts';

type Tab = NonNullable<Awaited<ReturnType<Parameters<typeof followPage>[0]>>>;

const tab = (url: string) => ({ id: 7, url }) as Tab;

beforeEach(() => {
  fakeBrowser.reset();
  // Nobody answers, as where no content script is.
  vi.spyOn(fakeBrowser.tabs, 'connect').mockImplementation(
    () =>
      ({
        onMessage: { addListener: () => undefined },
        onDisconnect: { addListener: () => undefined },
        disconnect: () => undefined,
      }) as unknown as ReturnType<typeof fakeBrowser.tabs.connect>,
  );
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => true);
  vi.spyOn(fakeBrowser.permissions.onAdded, 'addListener').mockImplementation(() => undefined);
  vi.spyOn(fakeBrowser.permissions.onAdded, 'removeListener').mockImplementation(() => undefined);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(async () => []);
});

test('a tab that is led elsewhere while it is looked for, or its page is, is followed there', async () => {
  let url = 'https://one.example/';
  const lead = async (to: string) => {
    url = to;
    await fakeBrowser.tabs.onUpdated.trigger(7, { url }, tab(url));
  };
  const { page } = followPage(async () => tab(url));
  await expect.poll(() => page.value.host.value).toBe('one.example');
  vi.mocked(fakeBrowser.permissions.contains).mockImplementationOnce(async () => {
    await lead('https://three.example/');
    return true;
  });
  await lead('https://two.example/');
  await expect.poll(() => page.value.host.value).toBe('three.example');
});

test('another tab in its place is turned to, and one that has gone is told as no page', async () => {
  let found: Promise<Tab> = Promise.resolve(tab('https://one.example/'));
  const { page, turn } = followPage(() => found);
  await expect.poll(() => page.value.host.value).toBe('one.example');
  found = Promise.resolve({ ...tab('https://other.example/'), id: 8 });
  turn();
  await expect.poll(() => page.value.host.value).toBe('other.example');
  found = Promise.reject(new Error('No tab with id: 8'));
  turn();
  await expect.poll(() => page.value.reach.value).toBe('unavailable');
});
