/** What happens to open pages when the extension comes, goes and comes back, and to settings when the browser does. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browsers.ts';
import { launch } from '../../scripts/launch.ts';
import { forEachBrowser } from '../support/browser.ts';
import { untilCard, untilNoCard } from '../support/card.ts';
import { errorsOf, framesOf, hover, PATIENCE, paintedIn, untilPainted } from '../support/page.ts';
import { storedSettings } from '../support/settings.ts';

const LETTER = 'letter signed by 22 countries';
const CONCERN = '22 countries voiced concern';

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
        expect(await page.evaluate(() => document.querySelectorAll('page-note').length)).toBe(1);
        await page.mouse.move(4, 4);
        await untilNoCard(context, page);
        expect(errors.flat()).toEqual([]);
      });
    });
  },
  { launch: { preferences: { 'extensions.webextensions.keepUuidOnUninstall': true } } },
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

/** What a reader would see of us: whether marks are painted and a card is shown. */
function seenIn(page: Page): Promise<{ marks: boolean; card: boolean }> {
  return page.evaluate(() => {
    const names = [...CSS.highlights.keys()].filter((name) => name.startsWith('note-'));
    // Where the browser has taken the style sheet away, a registered highlight paints nothing.
    const marks = names.some(
      (name) => getComputedStyle(document.body, `::highlight(${name})`).textDecorationLine === 'underline',
    );
    const card = [...document.querySelectorAll('page-note')].some(
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
