/** The keyboard commands and the menu of the toolbar button, as the browser passes them on. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type BrowserTest, forEachBrowser } from '../support/browser.ts';
import { cardOf } from '../support/card.ts';
import { badgeOf, giveCommand } from '../support/management.ts';
import { framesOf, PATIENCE, paintedIn, pointOf, untilPainted } from '../support/page.ts';
import { resetSettings, setSettings, storedSettings } from '../support/settings.ts';

const LETTER = 'letter signed by 22 countries';

forEachBrowser((context) => {
  const { openPage } = context;

  afterEach(() => resetSettings(context));

  describe('a command', () => {
    test('opens the card of the mention that stands in the window, with the focus inside', async () => {
      const page = await openPage('long.html');
      await untilPainted(page, LETTER);
      await page.bringToFront();
      const count = (await paintedIn(page)).length;
      // On its line the region stands before it, and all others are out of the window.
      const { y } = await pointOf(page, LETTER);
      await page.evaluate((down) => scrollBy({ top: down, behavior: 'instant' }), y - 20);
      await giveCommand(context, 'open-card');
      await expect.poll(async () => (await cardOf(context, page)).description, PATIENCE).toContain(`${count - 1} of ${count}`);
      expect((await cardOf(context, page)).focused).toBe(true);
    });

    test('turns marking off and on for the site in front, in all its frames, and says so on the button', async () => {
      const page = await openPage('frames.html');
      await untilPainted(page, 'Xinjiang');
      const isAllMarked = async () =>
        (await framesOf(context, page)).every(({ stated, listed }) => listed?.length === stated.length);
      await expect.poll(isAllMarked, PATIENCE).toBe(true);
      const before = (await framesOf(context, page)).map(({ listed }) => listed?.length);
      await page.bringToFront();
      await giveCommand(context, 'toggle-site');
      await expect.poll(() => badgeOf(context, page), PATIENCE).toBe('off');
      expect(await storedSettings(context)).toEqual({ pausedSites: ['localhost'] });
      await expect.poll(() => paintedIn(page), PATIENCE).toEqual([]);
      await expect.poll(async () => (await framesOf(context, page)).every(({ listed }) => !listed?.length), PATIENCE).toBe(true);
      // The answer makes way for the number, and there is none.
      await expect.poll(() => badgeOf(context, page), PATIENCE).toBe('');

      await page.bringToFront();
      await giveCommand(context, 'toggle-site');
      await expect.poll(() => badgeOf(context, page), PATIENCE).toBe('on');
      await expect
        .poll(async () => (await framesOf(context, page)).map(({ listed }) => listed?.length), PATIENCE)
        .toEqual(before);
      await expect.poll(async () => Number(await badgeOf(context, page)), PATIENCE).toBeGreaterThan(0);
    });

    test('for the site changes nothing where marking is off everywhere, and says that it is', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      await setSettings(context, { enabled: false });
      await page.bringToFront();
      await giveCommand(context, 'toggle-site');
      await expect.poll(() => badgeOf(context, page), PATIENCE).toBe('off');
      expect(await storedSettings(context)).toEqual({ enabled: false });
    });

    test('opens the explorer in a tab, and goes to that tab from then on', async () => {
      const page = await openPage('dark.html');
      await page.bringToFront();
      await giveCommand(context, 'open-explorer');
      await expect.poll(() => explorerTabs(context), PATIENCE).toEqual([{ active: true }]);
      await page.bringToFront();
      await expect.poll(() => explorerTabs(context), PATIENCE).toEqual([{ active: false }]);
      await giveCommand(context, 'open-explorer');
      await expect.poll(() => explorerTabs(context), PATIENCE).toEqual([{ active: true }]);
      await closeExplorer(context);
    });

    test('is told in the settings with its key, or that it has none', async () => {
      const page = await context.extension.openExtensionPage('/options.html');
      try {
        await page.waitForSelector('.us-shortcuts');
        const rows = await shortcutsIn(page);
        expect(rows).toHaveLength(6);
        expect(rows).toContainEqual(['Turn marking on this site off or on', 'No key']);
        expect(rows.filter(([, key]) => key !== 'No key')).toHaveLength(4);
      } finally {
        await page.close();
      }
    });
  });
});

// Firefox hands on no clicks in menus from outside.
forEachBrowser(
  (context) => {
    afterEach(() => resetSettings(context));

    test('the menu of the toolbar button turns marking on a site off and on', async () => {
      const page = await context.openPage('dark.html');
      await untilPainted(page, LETTER);
      const { browser } = context.extension;
      const target = await browser.waitForTarget((target) => target.type() === 'service_worker');
      const worker = await target.worker();
      const click = (checked: boolean) =>
        worker?.evaluate(
          `chrome.contextMenus.onClicked.dispatch({ menuItemId: 'mark-site', checked: ${checked} }, { url: '${page.url()}' })`,
        );
      await click(false);
      await expect.poll(() => paintedIn(page), PATIENCE).toEqual([]);
      expect(await storedSettings(context)).toEqual({ pausedSites: ['localhost'] });
      await click(true);
      await untilPainted(page, LETTER);
    });
  },
  { only: ['chromium'] },
);

/** Each tab that shows the explorer. */
async function explorerTabs({ extension }: BrowserTest): Promise<{ active: boolean }[]> {
  return extension.evaluateInExtension(async (address) => {
    const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', TabsInterface>>;
    const all = await (browser ?? (chrome as TabsInterface)).tabs.query({});
    return all.filter(({ url }) => url?.startsWith(address)).map(({ active }) => ({ active }));
  }, extension.extensionUrl('/explorer.html'));
}

async function closeExplorer({ extension }: BrowserTest): Promise<void> {
  await extension.evaluateInExtension(async (address) => {
    const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', TabsInterface>>;
    const { tabs } = browser ?? (chrome as TabsInterface);
    await tabs.remove((await tabs.query({})).filter(({ url }) => url?.startsWith(address)).map(({ id }) => id));
  }, extension.extensionUrl('/explorer.html'));
}

/** As much of the extension interface as is used here. */
interface TabsInterface {
  readonly tabs: {
    query(filter: object): Promise<{ id: number; url?: string; active: boolean }[]>;
    remove(ids: number[]): Promise<void>;
  };
}

function shortcutsIn(page: Page): Promise<(string | null)[][]> {
  return page.$$eval('.us-shortcuts dl > div', (rows) =>
    rows.map((row) => [...row.children].map(({ textContent }) => textContent)),
  );
}
