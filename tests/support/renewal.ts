/** What shows that a newer version of the extension, or the same one reloaded, has taken over. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { BrowserTest } from './browser.ts';
import { PATIENCE } from './page.ts';

/** As much of the extension interface as is used here. */
interface RenewedInterface {
  readonly runtime: { getManifest(): { readonly version: string } };
  readonly tabs: { query(filter: object): Promise<{ readonly url?: string }[]> };
}

/** Install what lies in the folder now, in place of what was installed from there, and wait until it is there. */
export async function installVersion({ extension }: BrowserTest, version: string): Promise<void> {
  // A version of before the welcome page notes nothing that could be waited for.
  await extension.install({ keepWelcome: true });
  const installed = () =>
    extension.evaluateInExtension(() => {
      const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', RenewedInterface>>;
      return (browser ?? chrome)?.runtime.getManifest().version;
    });
  await expect.poll(installed, PATIENCE).toBe(version);
}

/** Leave a sign with the content script of each frame, to tell it from the one that comes in its place. */
export async function markAsOld({ extension }: BrowserTest, page: Page): Promise<void> {
  await extension.evaluateInFrames(page, () => void Object.assign(globalThis.pageNotes ?? {}, { isOld: true }));
}

/** Wait until each frame has a content script without the sign. */
export async function untilRenewed({ extension }: BrowserTest, page: Page): Promise<void> {
  const isNew = () =>
    extension.evaluateInFrames(page, () => globalThis.pageNotes !== undefined && !('isOld' in globalThis.pageNotes));
  await expect.poll(async () => (await isNew()).every(({ result }) => result), PATIENCE).toBe(true);
}

/** Addresses of all tabs but the one that tests work from. Firefox's driver still knows some that have gone; the browser does not. */
export async function tabsIn({ extension }: BrowserTest): Promise<string[]> {
  const urls = await extension.evaluateInExtension(async () => {
    const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', RenewedInterface>>;
    return ((await (browser ?? chrome)?.tabs.query({})) ?? []).map(({ url }) => url ?? '');
  });
  return urls.filter((url) => url !== extension.extensionUrl('/icon/16.png'));
}

/** Those of them that show something of ours. */
export async function ownTabs(context: BrowserTest): Promise<string[]> {
  return (await tabsIn(context)).filter((url) => url.startsWith(context.extension.extensionUrl('/')));
}
