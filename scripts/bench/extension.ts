/** What the parts that measure the built extension share: building it, and asking and telling it things from outside. */
import type { CDPSession, Page } from 'puppeteer-core';
import type { BrowserName } from '../browsers.ts';
import { build } from '../builds.ts';
import type { ExtensionBrowser } from '../launch.ts';

/** Build for a browser. Throws with what the build says where it fails. */
export async function buildExtension(say: (text: string) => void, name: BrowserName = 'chromium'): Promise<void> {
  say(`Building for ${name} …`);
  const { code, output } = await build(name, { stdio: 'pipe' });
  if (code !== 0) throw new Error(`${output.trim()}\nThe extension could not be built.`);
}

/** How many marks the extension lists on a page; undefined before its script has started there. */
export async function markCount(extension: ExtensionBrowser, page: Page): Promise<number | undefined> {
  const [top] = await extension.evaluateInFrames(page, () => globalThis.pageNotes?.list().length);
  return top?.result;
}

/** Wait until the number of marks has not changed for a while, and give it. */
export async function untilRead(extension: ExtensionBrowser, page: Page, quiet = 800): Promise<number> {
  let last: number | undefined;
  let since = Date.now();
  for (;;) {
    const count = await markCount(extension, page);
    if (count !== last) since = Date.now();
    last = count;
    if (count !== undefined && Date.now() - since >= quiet) return count;
    await pause(100);
  }
}

/** Change settings as any of the extension's own pages does. */
export async function storeSettings(extension: ExtensionBrowser, values: Readonly<Record<string, unknown>>): Promise<void> {
  await extension.evaluateInExtension(async (given) => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: { set(values: object): Promise<void> } } } };
    await chrome.storage.local.set(given);
  }, values);
}

/** Workers can be stopped from a page of the extension. */
export async function workerSession(extension: ExtensionBrowser): Promise<CDPSession> {
  const page = await extension.openExtensionPage('/icon/16.png');
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  return session;
}

/** Bytes of script memory in use in a page's process once all garbage is gone, every world's included. */
export async function usedHeap(session: CDPSession): Promise<number> {
  // Twice: what the first collection lets go of may hold on to more.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
