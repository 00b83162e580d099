/**
 * The extension in the browser's hands: reloaded, switched off and on, and asked after its listeners, where the browser itself does and
 * knows all that.
 */
import type { Page } from 'puppeteer-core';
import { openInnerPage } from '../../scripts/launch.ts';
import type { BrowserTest } from './browser.ts';

/** Where each browser's interface to its extensions is at hand. */
const MANAGER = { chromium: 'chrome://extensions/', firefox: 'about:addons' } as const;

/** Reload the extension, as its developer does. The call ends before it is back. */
export async function reload(context: BrowserTest): Promise<void> {
  await allowUnpacked(context);
  await context.extension.evaluateInExtension(() => {
    const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', RuntimeInterface>>;
    // The page this runs in goes with the extension.
    setTimeout(() => (browser ?? chrome)?.runtime.reload());
  });
}

/** Switch the extension off or on, as a reader does among their extensions. */
export async function setEnabled(context: BrowserTest, on: boolean): Promise<void> {
  const { id, name } = context.extension;
  if (name === 'chromium') {
    await allowUnpacked(context);
    await evaluateInManager(context, (id, on) => (globalThis as unknown as Chrome).chrome.management.setEnabled(id, on), id, on);
  } else {
    await evaluateInManager(
      context,
      async (id, on) => {
        const { ChromeUtils } = globalThis as unknown as Firefox;
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const addon = await AddonManager.getAddonByID(id);
        await (on ? addon.enable() : addon.disable());
      },
      id,
      on,
    );
  }
}

/** Keep the extension out of all sites until it is let in, or let it in, as a reader does who manages it. */
export async function setAccess(context: BrowserTest, allowed: boolean): Promise<void> {
  if (context.extension.name === 'chromium') {
    await evaluateInManager(
      context,
      (extensionId, hostAccess) =>
        (globalThis as unknown as Chrome).chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }),
      context.extension.id,
      allowed ? ('ON_ALL_SITES' as const) : ('ON_CLICK' as const),
    );
  } else {
    await evaluateInManager(
      context,
      async (id, allowed) => {
        const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as Firefox;
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(id);
        const all = { permissions: [], origins: ['<all_urls>'] };
        await (allowed ? ExtensionPermissions.add(id, all, extension) : ExtensionPermissions.remove(id, all, extension));
      },
      context.extension.id,
      allowed,
    );
  }
}

/** Give one of the extension's commands, as a reader does by its key. */
export async function giveCommand(context: BrowserTest, command: string): Promise<void> {
  const { extension } = context;
  if (extension.name === 'chromium') {
    const target = await extension.browser.waitForTarget((target) => target.type() === 'service_worker');
    const worker = await target.worker();
    await worker?.evaluate(`chrome.commands.onCommand.dispatch(${JSON.stringify(command)})`);
    return;
  }
  await evaluateInManager(
    context,
    (id, command) => (globalThis as unknown as Firefox).WebExtensionPolicy.getByID(id).extension.shortcuts.onCommand(command),
    extension.id,
    command,
  );
}

/** Hand words to a window that looks them up, as the menu of selected words does: the address of the window. */
export async function handOverIn({ extension }: BrowserTest, text: string): Promise<string> {
  return extension.evaluateInExtension(async (text) => {
    const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', SessionInterface>>;
    const id = crypto.randomUUID();
    await (browser ?? (chrome as SessionInterface)).storage.session.set({ [`lookedUp-${id}`]: text });
    return `/popup.html?find#${id}`;
  }, text);
}

/** What stands on the toolbar button of a page's tab. */
export async function badgeOf({ extension }: BrowserTest, page: Page): Promise<string> {
  const tabId = await extension.tabIdOf(page);
  return extension.evaluateInExtension((tabId) => {
    const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', ActionInterface>>;
    return (browser ?? (chrome as ActionInterface)).action.getBadgeText({ tabId });
  }, tabId);
}

/** What the extension's sidebar says in Firefox; empty where none is shown. */
export async function textInSidebar(context: BrowserTest): Promise<string> {
  return evaluateInManager(context, async () => {
    const { Services } = globalThis as unknown as Firefox;
    const [window] = [...Services.wm.getEnumerator('navigator:browser')];
    const panel = window?.SidebarController.browser.contentDocument.getElementById('webext-panels-browser');
    if (!panel) return '';
    return new Promise<string>((resolve) => {
      panel.messageManager.addMessageListener('panel-text', function onAnswer({ data }) {
        panel.messageManager.removeMessageListener('panel-text', onAnswer);
        resolve(data as string);
      });
      panel.messageManager.loadFrameScript('data:,sendAsyncMessage("panel-text", content.document.body?.innerText ?? "")', false);
    });
  });
}

/**
 * What our scripts listen to in a page without frames, on the window, the document and its root and body: `pointermove` and the like,
 * once for each listener. Those of an extension that has gone count where they would still be called.
 */
export async function listenersOf(context: BrowserTest, page: Page): Promise<string[]> {
  const types = await (context.extension.name === 'chromium' ? listenersInChromium : listenersInFirefox)(context, page);
  // Events that scripts make themselves to speak to each other have colons in their names.
  return types.filter((type) => !type.includes(':')).toSorted();
}

/** Chromium keeps extensions that come from a folder only in developer mode, once they have been reloaded or switched off. */
async function allowUnpacked(context: BrowserTest): Promise<void> {
  if (context.extension.name !== 'chromium') return;
  await evaluateInManager(context, () =>
    (globalThis as unknown as Chrome).chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
  );
}

async function evaluateInManager<Args extends unknown[], Result>(
  { extension }: BrowserTest,
  work: (...args: Args) => Result | Promise<Result>,
  ...args: Args
): Promise<Result> {
  const page = await openInnerPage(extension.browser, MANAGER[extension.name], true);
  const result = await page.evaluate(work as never, ...(args as unknown as never[]));
  await page.close();
  return result as Result;
}

/** As developer tools list them; worlds of an extension that was reloaded stay beside those of the new one. */
async function listenersInChromium({ extension }: BrowserTest, page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin === `chrome-extension://${extension.id}`) worlds.push(id);
  });
  await session.send('Runtime.enable');
  const types: string[] = [];
  for (const contextId of worlds) {
    for (const expression of ['window', 'document', 'document.documentElement', 'document.body']) {
      const { objectId } = (await session.send('Runtime.evaluate', { contextId, expression })).result;
      if (!objectId) continue;
      const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId });
      types.push(...listeners.map(({ type }) => type));
    }
  }
  await session.detach();
  return types;
}

/** As the inspector lists them, asked in the page's process. The world of an extension that has gone is dead, and nothing in it is called. */
async function listenersInFirefox(context: BrowserTest, page: Page): Promise<string[]> {
  return evaluateInManager(
    context,
    (address, script) => {
      const { Services } = globalThis as unknown as Firefox;
      const tabs = [...Services.wm.getEnumerator('navigator:browser')].flatMap(({ gBrowser }) => [...gBrowser.browsers]);
      const tab = tabs.find(({ currentURI }) => currentURI.spec === address);
      if (!tab) throw new Error(`No tab shows ${address}`);
      return new Promise<string[]>((resolve) => {
        const { messageManager } = tab;
        messageManager.addMessageListener('listeners', function onAnswer({ data }) {
          messageManager.removeMessageListener('listeners', onAnswer);
          resolve(data as string[]);
        });
        messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
      });
    },
    await page.evaluate(() => location.href),
    `{
      const isOurs = ({ listenerObject }) =>
        !Cu.isDeadWrapper(listenerObject) && Cu.getGlobalForObject(listenerObject) !== content;
      const { document } = content;
      const all = [content, document, document.documentElement, document.body].filter(Boolean)
        .flatMap((target) => Services.els.getListenerInfoFor(target));
      sendAsyncMessage('listeners', all.filter(isOurs).map(({ type }) => type));
    }`,
  );
}

/** As much of the browsers' own interfaces as is used here. */
interface RuntimeInterface {
  readonly runtime: { reload(): void };
}

interface ActionInterface {
  readonly action: { getBadgeText(of: { tabId: number }): Promise<string> };
}

interface SessionInterface {
  readonly storage: { readonly session: { set(items: Record<string, string>): Promise<void> } };
}

interface Chrome {
  readonly chrome: {
    readonly management: { setEnabled(id: string, on: boolean): Promise<void> };
    readonly developerPrivate: {
      updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
      updateExtensionConfiguration(update: { extensionId: string; hostAccess: 'ON_CLICK' | 'ON_ALL_SITES' }): Promise<void>;
    };
  };
}

interface Firefox {
  readonly ChromeUtils: {
    importESModule(address: string): {
      readonly AddonManager: { getAddonByID(id: string): Promise<{ enable(): Promise<void>; disable(): Promise<void> }> };
      readonly ExtensionPermissions: Record<
        'add' | 'remove',
        (id: string, permissions: { permissions: string[]; origins: string[] }, extension: unknown) => Promise<void>
      >;
    };
  };
  readonly WebExtensionPolicy: {
    getByID(id: string): { readonly extension: { readonly shortcuts: { onCommand(name: string): void } } };
  };
  readonly Services: {
    readonly wm: { getEnumerator(type: string): Iterable<FirefoxWindow> };
  };
}

interface FirefoxWindow {
  readonly gBrowser: { readonly browsers: Iterable<FirefoxTab> };
  readonly SidebarController: {
    readonly browser: { readonly contentDocument: { getElementById(id: string): FirefoxContent | null } };
  };
}

interface FirefoxContent {
  readonly messageManager: {
    addMessageListener(name: string, listener: (message: { readonly data: unknown }) => void): void;
    removeMessageListener(name: string, listener: (message: { readonly data: unknown }) => void): void;
    loadFrameScript(address: string, allowDelayed: boolean): void;
  };
}

interface FirefoxTab extends FirefoxContent {
  readonly currentURI: { readonly spec: string };
}
