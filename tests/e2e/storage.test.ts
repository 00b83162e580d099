/** Where the browser's storage takes long, never answers or refuses: what pages of ours and the background do then. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Settings } from '../../data/settings.ts';
import { forEachBrowser } from '../support/browser.ts';
import { faultsIn } from '../support/faults.ts';
import { badgeOf, giveCommand } from '../support/management.ts';
import { errorsOf, PATIENCE, paintedIn, untilMarked } from '../support/page.ts';
import { resetSettings, setSettings, storedSettings } from '../support/settings.ts';

const PAGES = ['popup', 'sidepanel', 'options', 'welcome', 'explorer'] as const;

/**
 * Runs before a page's own script. As the address says, what it reads or writes is refused, or answered late, until the page hears of
 * `storage-mends`.
 */
const FAULTY_STORAGE = `{
  const fault = new URLSearchParams(location.search).get('storage') ?? '';
  const { local } = (globalThis.browser ?? chrome).storage;
  const mended = new Promise((resolve) => addEventListener('storage-mends', resolve, { once: true }));
  let isMended = false;
  mended.then(() => { isMended = true; });
  for (const [method, kind] of [['get', 'reading'], ['set', 'writing']]) {
    const work = local[method].bind(local);
    if (fault === kind + '-late') local[method] = async (...given) => { await mended; return work(...given); };
    if (fault === kind + '-refused') local[method] = async (...given) => {
      if (!isMended) throw new Error('An unexpected error occurred');
      return work(...given);
    };
  }
}
`;

/** What a reader has set before, and would miss most. */
const OWN: Partial<Settings> = {
  pausedSites: ['example.org'],
  hiddenTerms: ['22 countries'],
  theme: 'dark',
  language: 'fr',
  country: 'QA',
} as const;

forEachBrowser(
  (context) => {
    const opened: Page[] = [];

    beforeAll(async () => {
      await writeFile(path.join(context.directory, 'faulty-storage.js'), FAULTY_STORAGE);
      for (const page of PAGES) {
        const file = path.join(context.directory, `${page}.html`);
        const html = await readFile(file, 'utf8');
        await writeFile(file, html.replace('<head>', '<head><script src="/faulty-storage.js"></script>'));
      }
      await context.extension.install();
    });

    afterEach(async () => {
      for (const page of opened.splice(0)) await page.close();
      await resetSettings(context);
    });

    async function open(page: (typeof PAGES)[number], fault: string): Promise<Page> {
      const asked = new URLSearchParams({ storage: fault });
      if (page === 'popup') {
        const inTab = await context.openPage('dark.html');
        asked.set('tab', String(await context.extension.tabIdOf(inTab)));
      }
      const shown = await context.extension.openExtensionPage(`/${page}.html?${asked}`);
      opened.push(shown);
      return shown;
    }

    const mend = (page: Page) => page.evaluate(() => void dispatchEvent(new Event('storage-mends')));
    const noticeIn = (page: Page) => page.$eval('.us-storage-notice p', (notice) => notice.textContent).catch(() => '');
    /** All that a reader could change a setting with. */
    const controlsIn = (page: Page) => page.$$eval('input:not([type=search]), select, .us-switch', (controls) => controls.length);

    describe.each(['popup', 'sidepanel', 'options', 'welcome'] as const)('%s', (name) => {
      test.each([
        ['reading-refused', 'The browser could not read your settings.'],
        ['reading-late', 'The browser has not given your settings yet.'],
      ])(
        'where its settings are not there (%s), it says so, has nothing to change them with, and has them once they are',
        async (fault, said) => {
          await setSettings(context, { ...OWN, language: 'en' });
          const page = await open(name, fault);
          const errors = errorsOf(page);
          await expect.poll(() => noticeIn(page), PATIENCE).toContain(said);
          expect(await page.$eval('h1', (heading) => heading.textContent)).not.toBe('');
          expect(await controlsIn(page)).toBe(0);
          expect(await faultsIn(page)).toEqual([]);
          // Nothing has come of it yet.
          await page.click('.us-storage-notice button');
          await mend(page);
          // Late, it comes by itself; refused, it is asked for again.
          if (fault === 'reading-refused') await page.click('.us-storage-notice button');
          await page.waitForFunction(() => !document.querySelector('.us-storage-notice'));
          await expect.poll(() => controlsIn(page), PATIENCE).toBeGreaterThan(0);
          expect(await page.evaluate(() => document.documentElement.style.getPropertyValue('--us-scheme'))).toBe('dark');
          expect(await storedSettings(context)).toEqual({ ...OWN, language: 'en' });
          expect(errors).toEqual([]);
        },
      );
    });

    test('the popup still looks things up, and offers nothing that it could not keep', async () => {
      const page = await open('popup', 'reading-refused');
      await page.waitForSelector('.us-storage-notice');
      await page.type('input[type=search]', 'Qatar');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.$eval('.us-card', (card) => card.textContent), PATIENCE).toContain('Qatar');
      const buttons = await page.$$eval('.us-card button', (all) => all.map((button) => button.textContent ?? ''));
      expect(buttons.filter((button) => /your country/i.test(button))).toEqual([]);
    });

    test.each(['reading-refused', 'reading-late'])(
      'the explorer shows the record in the browser’s language: %s',
      async (fault) => {
        await setSettings(context, OWN);
        const page = await open('explorer', fault);
        const errors = errorsOf(page);
        await page.waitForSelector('main h2');
        expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
        await mend(page);
        if (fault === 'reading-late') await page.waitForSelector('html[lang=fr]');
        expect(errors).toEqual([]);
      },
    );

    test.each(['popup', 'options', 'welcome'] as const)(
      '%s says that a change was refused, and shows what is stored',
      async (name) => {
        await setSettings(context, { pausedSites: ['example.org'] });
        const page = await open(name, 'writing-refused');
        const control = await page.waitForSelector('input:is([type=checkbox], [type=radio]):not(:checked), .us-switch input');
        const before = await control?.evaluate((input) => (input as HTMLInputElement).checked);
        await control?.evaluate((input) => (input as HTMLInputElement).click());
        await expect.poll(() => noticeIn(page), PATIENCE).toContain('The browser did not save the change.');
        expect(await control?.evaluate((input) => (input as HTMLInputElement).checked)).toBe(before);
        expect(await storedSettings(context)).toEqual({ pausedSites: ['example.org'] });
        await mend(page);
        await control?.evaluate((input) => (input as HTMLInputElement).click());
        await page.waitForFunction(() => !document.querySelector('.us-storage-notice'));
        expect(Object.keys(await storedSettings(context)).length).toBeGreaterThan(0);
      },
    );

    test('a change that takes long to be saved is told until it is', async () => {
      const page = await open('options', 'writing-late');
      const control = await page.waitForSelector('input[name][value=wavy], input[type=radio]:not(:checked)');
      await control?.evaluate((input) => (input as HTMLInputElement).click());
      await expect.poll(() => noticeIn(page), PATIENCE).toBe('The browser has not saved your last change yet.');
      expect(await storedSettings(context)).toEqual({});
      await mend(page);
      await page.waitForFunction(() => !document.querySelector('.us-storage-notice'));
      expect(Object.keys(await storedSettings(context))).toHaveLength(1);
    });
  },
  { ownBuild: true, launch: { installed: false } },
);

/** The background, from its first start on, can read nothing that is stored. */
const UNREADABLE_STORAGE = `(globalThis.browser ?? chrome).storage.local.get = async () => {
  throw new Error('An unexpected error occurred');
};
`;

/** As much of the extension interface as is used here. */
interface MenusInterface {
  readonly contextMenus: { update(id: string, change: object): Promise<void> };
}

forEachBrowser(
  (context) => {
    beforeAll(async () => {
      const file = path.join(context.directory, 'background.js');
      await writeFile(file, UNREADABLE_STORAGE + (await readFile(file, 'utf8')));
      // Done once the welcome page has come.
      await context.extension.install();
    });

    test('where the background can read no settings, a new reader is greeted, menus are there, and pages are marked with cards', async () => {
      const page = await context.openPage('dark.html');
      await page.bringToFront();
      await untilMarked(page);
      const there = await context.extension.evaluateInExtension(async () => {
        const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', MenusInterface>>;
        const { contextMenus } = browser ?? (chrome as MenusInterface);
        // Rejects where there is no such entry.
        const isThere = (id: string) =>
          contextMenus.update(id, {}).then(
            () => true,
            () => false,
          );
        return Promise.all(['look-up', 'mark-site', 'open-explorer', 'none-such'].map(isThere));
      });
      expect(there).toEqual([true, true, true, false]);
    });

    test('where the background can read no settings, the command for a site changes nothing and says that it does not know', async () => {
      await setSettings(context, { pausedSites: ['example.org'] });
      const page = await context.openPage('dark.html');
      await page.bringToFront();
      await untilMarked(page);
      await giveCommand(context, 'toggle-site');
      await expect.poll(() => badgeOf(context, page), PATIENCE).toBe('?');
      expect(await storedSettings(context)).toEqual({ pausedSites: ['example.org'] });
      expect(await paintedIn(page)).not.toEqual([]);
      await resetSettings(context);
    });
  },
  { ownBuild: true, launch: { installed: false } },
);
