/** What happens to open pages when the extension comes, goes and comes back, and to settings when the browser does. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browsers.ts';
import { launch } from '../../scripts/launch.ts';
import { type BrowserTest, forEachBrowser } from '../support/browser.ts';
import { cardOf, untilCard, untilNoCard, untilStill } from '../support/card.ts';
import { listenersOf, reload, setEnabled } from '../support/management.ts';
import { addUnendedFrame, errorsOf, framesOf, hover, PATIENCE, paintedIn, untilMarked, untilPainted } from '../support/page.ts';
import { installVersion, markAsOld, ownTabs, untilRenewed } from '../support/renewal.ts';
import { corruptSettings, resetSettings, storedSettings } from '../support/settings.ts';

const LETTER = 'letter signed by 22 countries';
const CONCERN = '22 countries voiced concern';
/** An article, frames of every kind, and a page without a mention, all open at once. */
const TABS = ['demo.html', 'frames.html', 'dark.html', 'news-2019.html', 'no-mention.html'];
/** Milliseconds: Firefox has taken half a minute on a computer with other work. */
const FOR_ALL_TABS = 120_000;

// In Firefox the add-on's pages keep their address, by which tests find them; it changes nothing for open pages.
forEachBrowser(
  (context) => {
    const { openPage } = context;

    describe('when the extension is removed', () => {
      test('open pages lose marks and card without an error, and have both again when it comes back', async () => {
        const page = await openPage('demo.html');
        const other = await openPage('frames.html');
        const errors = [...(await Promise.all([page, other].map(errorsOf)))];
        await untilPainted(page, LETTER);
        await untilPainted(other, 'Xinjiang');
        await hover(page, LETTER);
        await untilCard(context, page, CONCERN);

        await context.extension.uninstall();
        await page.mouse.move(300, 300);
        await page.mouse.move(320, 310);
        await expect.poll(() => seenIn(page), PATIENCE).toEqual({ marks: false, card: false });
        await page.evaluate(() => document.body.append(document.createElement('hr')));
        await page.mouse.click(320, 310);
        expect(await seenIn(page)).toEqual({ marks: false, card: false });

        await context.extension.install();
        // Firefox shows the marks of before until they are made anew, so what counts is that the extension lists them.
        for (const each of [page, other]) {
          await expect
            .poll(async () => (await framesOf(context, each)).every(({ listed }) => listed?.length), PATIENCE)
            .toBe(true);
        }
        await untilPainted(page, LETTER);
        await untilPainted(other, 'Xinjiang');
        await expect.poll(() => seenIn(page), PATIENCE).toEqual({ marks: true, card: false });
        await hover(page, LETTER);
        await untilCard(context, page, CONCERN);
        expect(await page.evaluate(() => document.querySelectorAll('[data-undersigned]').length)).toBe(1);
        await page.mouse.move(4, 4);
        await untilNoCard(context, page);
        expect(errors.flat()).toEqual([]);
      });
    });

    test('when it comes, open pages are marked, one with a frame that never has loaded and those behind it', async () => {
      await context.extension.uninstall();
      const first = await openPage('dark.html');
      await addUnendedFrame(first);
      const second = await openPage('dark.html');
      await context.extension.install();
      await untilPainted(first, LETTER);
      await untilPainted(second, LETTER);
    });

    /** All tabs marked, the first with a card and a popup open, and the errors they meet from now on. */
    async function openTabs(): Promise<{ article: Page; tabs: Page[]; errors: string[][] }> {
      const tabs: Page[] = [];
      for (const file of TABS) tabs.push(await openPage(file));
      const errors = tabs.map(errorsOf);
      for (const page of tabs) await untilMarked(page);
      const [article] = tabs as [Page];
      // It goes with the extension.
      await context.extension.openExtensionPage(`/popup.html?tab=${await context.extension.tabIdOf(article)}`);
      await hover(article, LETTER);
      await untilCard(context, article, CONCERN);
      return { article, tabs, errors };
    }

    describe.each([
      ['reloaded', reload],
      ['updated', update],
    ])('when the extension is %s', (_, renew) => {
      test(
        'open pages have its marks and cards in place of those of before, without an error, and no tab is opened',
        async () => {
          const { article, tabs, errors } = await openTabs();
          const listeners = await listenersOf(context, article);
          for (const page of tabs) await markAsOld(context, page);

          await renew(context);
          for (const page of tabs) await untilRenewed(context, page);
          for (const page of tabs) {
            await untilMarked(page);
            await expect.poll(() => seenIn(page), PATIENCE).toMatchObject({ card: false });
            for (const { stated, listed } of await framesOf(context, page)) expect(listed).toEqual(stated);
            await stir(page);
          }
          await hover(article, LETTER);
          await untilCard(context, article, CONCERN);
          expect((await cardOf(context, article)).hosts).toBe(1);
          expect(await listenersOf(context, article)).toEqual(listeners);
          expect(await ownTabs(context)).toEqual([]);
          await article.mouse.move(4, 4);
          await untilNoCard(context, article);
          expect(errors.flat()).toEqual([]);
        },
        FOR_ALL_TABS,
      );
    });

    test('a card that the reader left open is not shown any more once another version is there, though nothing moves', async () => {
      const article = await openPage('demo.html');
      await untilMarked(article);
      await context.extension.evaluateInFrames(article, () => globalThis.pageNotes?.open(0));
      await expect.poll(() => seenIn(article), PATIENCE).toEqual({ marks: true, card: true });
      // Long after, with nothing due from which the script of before would hear that its extension has gone.
      await untilStill(article);
      await article.evaluate(() => {
        for (let timer = window.setTimeout(() => undefined); timer > 0; timer--) clearTimeout(timer);
      });
      await markAsOld(context, article);
      await update(context);
      await untilRenewed(context, article);
      await expect.poll(() => seenIn(article), PATIENCE).toEqual({ marks: true, card: false });
    });

    describe('when the extension is switched off', () => {
      test(
        'open pages lose marks, card and listeners without an error, and have them again with it when loaded anew',
        async () => {
          const { article, tabs, errors } = await openTabs();
          const listeners = await listenersOf(context, article);

          await setEnabled(context, false);
          for (const page of tabs) {
            await stir(page);
            await expect.poll(() => seenIn(page), PATIENCE).toEqual({ marks: false, card: false });
          }
          expect(await listenersOf(context, article)).toEqual([]);

          await setEnabled(context, true);
          for (const page of tabs) {
            await page.reload();
            await untilMarked(page);
          }
          await hover(article, LETTER);
          await untilCard(context, article, CONCERN);
          expect(await listenersOf(context, article)).toEqual(listeners);
          expect(errors.flat()).toEqual([]);
        },
        FOR_ALL_TABS,
      );
    });

    describe('settings that an earlier version stored', () => {
      afterEach(() => resetSettings(context));

      test('hold after an update, and of what cannot be read the default holds and the reader is told', async () => {
        // All that the first version knew, one of them spoilt, and one that is not known any more.
        const stored = {
          enabled: true,
          pausedSites: ['example.org'],
          markRegion: false,
          markStatements: true,
          look: 'wavy',
          trigger: 'hover',
          openDelay: 'soon',
          accent: 'amber',
        };
        await corruptSettings(context, stored);
        const before = await openPage('dark.html');
        await untilPainted(before, LETTER);
        await markAsOld(context, before);
        await update(context);
        await untilRenewed(context, before);
        for (const page of [before, await openPage('dark.html?again')]) {
          await expect.poll(() => paintedIn(page), PATIENCE).toEqual([{ look: 'wavy', text: LETTER }]);
          await hover(page, LETTER);
          await untilCard(context, page, CONCERN);
        }
        const options = await context.extension.openExtensionPage('/options.html');
        await options.waitForSelector('[role="alert"]');
        const told = await options.$$eval('[role="alert"] li', (items) => items.map((item) => item.textContent?.split(':')[0]));
        expect(told).toEqual(['How long the pointer rests before the card opens']);
        await options.close();
        expect(await storedSettings(context)).toEqual(stored);
      });
    });
  },
  { ownBuild: true, launch: { preferences: { 'extensions.webextensions.keepUuidOnUninstall': true } } },
);

// Firefox throws away what a temporary add-on has stored when the browser ends, so only Chromium can show this.
forEachBrowser(
  (context) => {
    test('settings are the same after the browser was closed and opened again', async () => {
      const profile = await mkdtemp(path.join(tmpdir(), 'profile-'));
      const found = await findBrowser(context.name);
      if (!found) throw new Error(`There is no ${context.name}`);
      const start = () =>
        launch(context.name, { headless: true, executablePath: found.path, switches: [`--user-data-dir=${profile}`] });
      try {
        const first = await start();
        const options = await first.openExtensionPage('/options.html');
        await options.waitForSelector('main');
        await options.evaluate(() => {
          const label = [...document.querySelectorAll('label')].find((each) => each.textContent?.trim() === 'Wavy line');
          label?.querySelector('input')?.click();
        });
        await expect.poll(() => storedSettings({ extension: first }), PATIENCE).toEqual({ look: 'wavy' });
        await first.close();

        const second = await start();
        const page = await second.browser.newPage();
        await page.goto(`${context.server.origin}/dark.html`);
        await expect
          .poll(async () => (await paintedIn(page)).map(({ look }) => look), PATIENCE)
          .toEqual(['wavy', 'wavy', 'wavy']);
        await second.close();
      } finally {
        await rm(profile, { recursive: true, force: true });
      }
    });
  },
  { only: ['chromium'] },
);

/** Install a version of the extension that is higher than the one before, and the same but for that. */
async function update(context: BrowserTest): Promise<void> {
  const file = path.join(context.directory, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  const version = `${Number.parseInt(manifest.version, 10) + 1}.0`;
  await writeFile(file, JSON.stringify({ ...manifest, version }));
  await installVersion(context, version);
}

/** Do what an orphan of a content script could hear of: change the page, move the pointer, press and scroll. */
async function stir(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => document.body.append(document.createElement('hr')));
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 310);
  await page.mouse.click(320, 310);
  await page.keyboard.press('Escape');
  await page.mouse.wheel({ deltaY: 10 });
}

/** What a reader would see of us: whether marks are painted and a card is shown. */
function seenIn(page: Page): Promise<{ marks: boolean; card: boolean }> {
  return page.evaluate(() => {
    const names = [...CSS.highlights.keys()].filter((name) => name.startsWith('note-'));
    // Where the browser has taken the style sheet away, a registered highlight paints nothing.
    const marks = names.some(
      (name) => getComputedStyle(document.body, `::highlight(${name})`).textDecorationLine === 'underline',
    );
    const card = [...document.querySelectorAll('[data-undersigned]')].some(
      (host) => getComputedStyle(host).display !== 'none' && cardBox(host),
    );
    return { marks, card };

    /** A closed card has no box that a point could fall into. */
    function cardBox(host: Element): boolean {
      for (let x = 20; x < innerWidth; x += 40) {
        for (let y = 20; y < innerHeight; y += 40) if (document.elementFromPoint(x, y) === host) return true;
      }
      return false;
    }
  });
}
