/**
 * Starts a browser with the built extension in it, and reaches into the extension from outside: its pages, and the world
 * its content scripts live in. Serves `npm start` and the end-to-end tests.
 */
import type { Browser, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import type { BrowserName } from './browsers.ts';
import { BUILDS } from './builds.ts';

/** The add-on's id and the address its pages get: Firefox draws the latter by lot unless told. */
const GECKO_ID = 'undersigned@example.org';
const GECKO_UUID = '5d1c2f0e-7a4b-4c55-9d3e-0b6f1a2c3d4e';

export interface LaunchOptions {
  readonly headless: boolean;
  readonly executablePath: string;
  /** A directory to load instead of the build for this browser. */
  readonly extension?: string;
  /** Whether the extension is there from the start (the default); otherwise `install` brings it. */
  readonly installed?: boolean;
  readonly windowSize?: readonly [width: number, height: number];
  /** More switches for the browser's command line. */
  readonly switches?: readonly string[];
  /** More variables of its environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** More preferences for Firefox. */
  readonly preferences?: Readonly<Record<string, unknown>>;
}

export interface ExtensionBrowser {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** What the browser calls the extension. */
  readonly id: string;
  /** Load the extension, where it was not from the start. The page that greets a new reader is closed again, unless it is kept. */
  install(options?: { readonly keepWelcome?: boolean }): Promise<void>;
  /** Take the extension away, as a reader does who removes it. */
  uninstall(): Promise<void>;
  /** The address of one of the extension's pages: `extensionUrl('/popup.html')`. */
  extensionUrl(path: string): string;
  /** Open one of the extension's pages in a tab. The page is there, its own work may still go on. */
  openExtensionPage(path: string): Promise<Page>;
  /**
   * Run a function where the whole extension interface is at hand, in a tab of its own in the background.
   * The function is sent as text: it sees its arguments and nothing else, and finds the interface in `browser` or `chrome`.
   */
  evaluateInExtension<Args extends unknown[], Result>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** The number the browser gives the tab that shows exactly this address, for `?tab=` and `tabs.sendMessage`. */
  tabIdOf(page: Page): Promise<number>;
  /**
   * Run a function in the content scripts' world of every frame of a page, in the order top frame first. Frames that hold
   * no content script give what the function gives there.
   */
  evaluateInFrames<Args extends unknown[], Result>(
    page: Page,
    work: (...args: Args) => Result,
    ...args: Args
  ): Promise<{ readonly frameId: number; readonly result: Awaited<Result> | undefined }[]>;
  close(): Promise<void>;
}

/** Launch the browser with the extension. The build has to be there: see builds.ts. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<ExtensionBrowser> {
  const [width, height] = options.windowSize ?? [1280, 900];
  const common = {
    executablePath: options.executablePath,
    headless: options.headless,
    env: { ...process.env, ...options.environment },
    // In a window the page follows the window; headless the view has the size that was asked for.
    defaultViewport: options.headless ? { width, height } : null,
    // Whoever starts a browser decides what a Ctrl+C means.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  const browser =
    name === 'chromium'
      ? await puppeteer.launch({
          ...common,
          browser: 'chrome',
          pipe: true,
          enableExtensions: true,
          args: [
            // The sandbox refuses to run as root, which is what containers are.
            ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
            ...(options.headless ? ['--hide-scrollbars'] : [`--window-size=${width},${height}`]),
            '--no-first-run',
            '--disable-search-engine-choice-screen',
            ...(options.switches ?? []),
          ],
        })
      : await puppeteer.launch({
          ...common,
          browser: 'firefox',
          // Needed to open the extension's own pages.
          args: ['--remote-allow-system-access', ...(options.switches ?? [])],
          extraPrefsFirefox: {
            'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
            ...options.preferences,
          },
        });

  let id: string | undefined;
  let backstage: Page | undefined;
  const directory = options.extension ?? BUILDS[name].directory;

  const self: ExtensionBrowser = {
    name,
    browser,
    get id() {
      if (!id) throw new Error('The extension is not installed.');
      return id;
    },
    install: async ({ keepWelcome = false } = {}) => {
      id = await browser.installExtension(directory);
      if (!keepWelcome) await closeWelcome(self);
    },
    uninstall: async () => {
      await browser.uninstallExtension(self.id);
      id = undefined;
      backstage = undefined;
    },
    extensionUrl: (path) => {
      const origin = name === 'firefox' ? `moz-extension://${GECKO_UUID}` : `chrome-extension://${self.id}`;
      return new URL(path, `${origin}/`).href;
    },
    openExtensionPage: (path) => openInnerPage(browser, self.extensionUrl(path)),
    evaluateInExtension: async (work, ...args) =>
      (await openBackstage()).evaluate(work as never, ...(args as unknown as never[])) as never,
    tabIdOf: async (page) => {
      // The page itself knows best: Firefox's driver does not hear of pages that come back from the cache.
      const address = await page.evaluate(() => location.href).catch(() => page.url());
      const ids = await self.evaluateInExtension(async (url) => {
        const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', ExtensionInterface>>;
        const { tabs } = (browser ?? chrome) as ExtensionInterface;
        return (await tabs.query({})).filter((tab) => tab.url === url).map((tab) => tab.id);
      }, address);
      const [tabId] = ids;
      if (ids.length !== 1 || tabId === undefined) throw new Error(`${ids.length} tabs show ${address}`);
      return tabId;
    },
    evaluateInFrames: async (page, work, ...args) => {
      const tabId = await self.tabIdOf(page);
      const backstagePage = await openBackstage();
      // As one text: a function is no value that could be handed over, and the extension's policy forbids making one there.
      const results = (await backstagePage.evaluate(`(async () => {
        const results = await (globalThis.browser ?? chrome).scripting.executeScript({
          target: { tabId: ${tabId}, allFrames: true },
          func: ${work.toString()},
          args: ${JSON.stringify(args)},
        });
        // A frame that goes meanwhile may leave a gap.
        return results.filter(Boolean).map(({ frameId, result }) => ({ frameId, result: result ?? undefined }));
      })()`)) as { frameId: number; result: unknown }[];
      return results.sort((a, b) => a.frameId - b.frameId) as never;
    },
    close: () => browser.close(),
  };
  if (options.installed !== false) {
    await self.install().catch(async (error: unknown) => {
      await browser.close();
      throw error;
    });
  }
  return self;

  async function openBackstage(): Promise<Page> {
    // Firefox's driver does not hear of pages that go with a reload of the extension; what can be done is to ask them.
    const isThere = backstage && !backstage.isClosed() && (await backstage.evaluate(() => true).catch(() => false));
    // The icon is a page without a script of its own: nothing but what is asked for runs in it.
    if (!backstage || !isThere) {
      backstage = await openInnerPage(browser, self.extensionUrl('/icon/16.png'), true);
    }
    return backstage;
  }
}

/** It is there, or on its way, once the extension has noted which version the reader came with; administrators may keep it away. */
async function closeWelcome(extension: ExtensionBrowser): Promise<void> {
  await extension.evaluateInExtension(
    async (url, { timeout, interval }) => {
      const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', ExtensionInterface>>;
      const { tabs, storage } = (browser ?? chrome) as ExtensionInterface;
      const deadline = Date.now() + timeout;
      while (Date.now() < deadline) {
        const isNoted = Object.keys(await storage.local.get('seenVersion')).length > 0;
        const all = await tabs.query({});
        const welcome = all.flatMap((tab) => (tab.url === url && tab.id !== undefined ? [tab.id] : []));
        if (welcome.length > 0) return tabs.remove(welcome);
        if (isNoted && all.every(({ status }) => status !== 'loading')) return undefined;
        await new Promise((resolve) => setTimeout(resolve, interval));
      }
      throw new Error('The extension did not start.');
    },
    extension.extensionUrl('/welcome.html'),
    ARRIVAL,
  );
}

/** As much of the extension interface as is used here. */
interface ExtensionInterface {
  readonly tabs: {
    query(filter: object): Promise<{ id?: number; url?: string; status?: string }[]>;
    remove(ids: number[]): Promise<void>;
  };
  readonly storage: { readonly local: { get(name: string): Promise<Record<string, unknown>> } };
}

/** How long an inner page may take to be there, and how often it is asked whether it is. */
const ARRIVAL = { timeout: 15_000, interval: 50 };

/** Open a page that does not come from the web: the extension's, or the browser's own. */
export async function openInnerPage(browser: Browser, url: string, background = false): Promise<Page> {
  const page = await browser.newPage({ background });
  let arrived = false;
  const arrival = page.goto(url, { waitUntil: 'domcontentloaded' }).then(() => {
    arrived = true;
  });
  // In Firefox the move to another process swallows the answer; what can be asked is whether the page is there, and a
  // question that meets the move itself fails.
  arrival.catch(() => {});
  const deadline = Date.now() + ARRIVAL.timeout;
  const isThere = () => page.evaluate((target) => location.href === target && document.readyState !== 'loading', url);
  while (!arrived && !(await isThere().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`${url} did not open within ${ARRIVAL.timeout / 1000} seconds.`);
    await new Promise((resolve) => setTimeout(resolve, ARRIVAL.interval));
  }
  return page;
}
