/** The page that greets a new reader: that it comes once, shows the extension at work, and asks for nothing. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { type BrowserTest, forEachBrowser } from '../support/browser.ts';
import { faultsIn } from '../support/faults.ts';
import { reload, setAccess } from '../support/management.ts';
import { hover, PATIENCE, paintedIn, untilPainted } from '../support/page.ts';
import { forgetVersion, noteVersion, resetSettings, storedSettings, storedVersion } from '../support/settings.ts';

const LETTER = 'letter signed by 22 countries';

// Firefox would have another address for our pages after each installation, by which tests find them.
forEachBrowser(
  (context) => {
    test('a new reader is greeted once, with the first installation, and never after an update', async () => {
      await context.extension.install({ keepWelcome: true });
      await expect.poll(() => welcomeTabs(context), PATIENCE).toBe(1);
      await expect.poll(() => storedVersion(context), PATIENCE).toBe(packageJson.version);
      await closeWelcome(context);

      // An earlier version has left no word of what was seen: that it is there again tells that the update has been dealt with.
      await forgetVersion(context);
      await reload(context);
      await expect.poll(() => storedVersion(context).catch(() => undefined), PATIENCE).toBe(packageJson.version);
      expect(await welcomeTabs(context)).toBe(0);
    });
  },
  { launch: { installed: false } },
);

forEachBrowser((context) => {
  const opened: Page[] = [];

  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
    await resetSettings(context);
  });

  async function openWelcome(): Promise<Page> {
    const page = await context.extension.openExtensionPage('/welcome.html');
    opened.push(page);
    await page.waitForSelector('main');
    await page.bringToFront();
    return page;
  }

  describe('the welcome page', () => {
    test('marks its sample as any page, with a card over each mark', async () => {
      const page = await openWelcome();
      await untilPainted(page, LETTER);
      expect((await paintedIn(page)).map(({ text }) => text)).toContain('37 countries answered with a joint letter');
      await hover(page, LETTER);
      await expect.poll(() => headlineOfCard(page), PATIENCE).toBe('22 countries voiced concern');
      expect(await faultsIn(page)).toEqual([]);
    });

    test('keeps what is chosen, speaks the language at once, and stores nothing unasked', async () => {
      const page = await openWelcome();
      await untilPainted(page, LETTER);
      expect(await storedSettings(context)).toEqual({});
      await page.select('select', 'fr');
      await expect.poll(() => page.evaluate(() => document.documentElement.lang), PATIENCE).toBe('fr');
      const [, country] = await page.$$('select');
      await country?.select('QA');
      await expect.poll(() => storedSettings(context), PATIENCE).toEqual({ language: 'fr', country: 'QA' });
    });

    test('asks to be let in only where the browser keeps the extension out', async () => {
      const page = await openWelcome();
      await untilPainted(page, LETTER);
      expect(await page.$('.us-notice')).toBeNull();
      await setAccess(context, false);
      try {
        const keptOut = await openWelcome();
        await keptOut.waitForSelector('.us-notice button');
        await setAccess(context, true);
        await expect.poll(async () => keptOut.$('.us-notice'), PATIENCE).toBeNull();
      } finally {
        await setAccess(context, true);
      }
    });
  });
});

forEachBrowser((context) => {
  test('what is new waits in the popup after an update, until it has been seen', async () => {
    const page = await context.openPage('no-mention.html');
    const address = `/popup.html?tab=${await context.extension.tabIdOf(page)}`;
    await noteVersion(context, '0.1.0');
    const popup = await context.extension.openExtensionPage(address);
    await popup.waitForSelector('.us-news summary');
    expect(await storedVersion(context)).toBe('0.1.0');
    await popup.bringToFront();
    await popup.click('.us-news summary');
    await expect.poll(() => storedVersion(context), PATIENCE).toBe(packageJson.version);
    expect(await popup.$$eval('.us-news li', (lines) => lines.length)).toBeGreaterThan(0);
    expect(await faultsIn(popup)).toEqual([]);
    await popup.close();
    const later = await context.extension.openExtensionPage(address);
    await later.waitForSelector('.us-state');
    expect(await later.$('.us-news')).toBeNull();
    await later.close();
  });
});

/** How many tabs show it. */
async function welcomeTabs(context: BrowserTest): Promise<number> {
  return (await tabsWith(context, 'count')).length;
}

async function closeWelcome(context: BrowserTest): Promise<void> {
  await tabsWith(context, 'close');
}

async function tabsWith({ extension }: BrowserTest, then: 'count' | 'close'): Promise<number[]> {
  return extension.evaluateInExtension(
    async (address, then) => {
      const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', TabsInterface>>;
      const { tabs } = browser ?? (chrome as TabsInterface);
      const found = (await tabs.query({})).filter(({ url }) => url === address).map(({ id }) => id);
      if (then === 'close') await tabs.remove(found);
      return found;
    },
    extension.extensionUrl('/welcome.html'),
    then,
  );
}

/** As much of the extension interface as is used here. */
interface TabsInterface {
  readonly tabs: { query(filter: object): Promise<{ id: number; url: string }[]>; remove(ids: number[]): Promise<void> };
}

/** Of the card that is shown; the extension's own pages may look into closed shadow trees. */
function headlineOfCard(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const host = document.querySelector('[data-undersigned]') as (HTMLElement & { openOrClosedShadowRoot?: ShadowRoot }) | null;
    if (!host) return undefined;
    const { chrome } = globalThis as unknown as {
      chrome?: { dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot } };
    };
    const root = chrome?.dom ? chrome.dom.openOrClosedShadowRoot(host) : host.openOrClosedShadowRoot;
    return root?.querySelector(':popover-open h2')?.textContent ?? undefined;
  });
}
