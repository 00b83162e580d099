/** Behind a proxy that notes every request, the whole tour: what the page asks for by itself is all that is asked for. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forEachBrowser } from '../support/browser.ts';
import { cardOf, press, untilCard, untilNoCard } from '../support/card.ts';
import { handOverIn } from '../support/management.ts';
import { hover, PATIENCE, pointOf, untilMarked } from '../support/page.ts';
import { PROXIED, startProxy } from '../support/recording-proxy.ts';
import { resetSettings, setSettings } from '../support/settings.ts';

const LETTER = 'letter signed by 22 countries';
const CONCERN = '22 countries voiced concern';

/** What browsers ask their makers for, with or without an extension. */
const OF_BROWSERS = /\b(?:google|googleapis|gstatic|gvt1|mozilla)\.(?:com|net|org)\b/;

let origin = '';
const proxy = await startProxy(() => origin);
afterAll(() => proxy.close());

forEachBrowser(
  (context) => {
    let before = 0;

    beforeAll(() => {
      origin = context.server.origin;
      before = proxy.requests.length;
    });

    test('nothing of ours names a host that browsers call by themselves', async () => {
      const files = readdirSync(context.directory, { recursive: true, encoding: 'utf8' }).filter((file) =>
        /\.(?:js|html|css|json)$/.test(file),
      );
      expect(files.length).toBeGreaterThan(5);
      const naming = files.filter((file) => OF_BROWSERS.test(readFileSync(path.join(context.directory, file), 'utf8')));
      expect(naming).toEqual([]);
    });

    test('from the first mark to the settings, not one request is ours', async () => {
      const page = await context.newPage();
      await page.setViewport({ width: 1200, height: 900 });
      await page.goto(`${PROXIED}/hovering.html`, { waitUntil: 'load' });
      await page.bringToFront();
      await untilMarked(page);
      await hover(page, LETTER);
      await untilCard(context, page, CONCERN);
      await press(context, page, 'Canada');
      await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Canada/);
      await press(context, page, 'Back');
      await untilCard(context, page, CONCERN);
      await press(context, page, 'Pin');
      await press(context, page, 'Close', { pinned: true });
      await untilNoCard(context, page);
      const { x, y } = await pointOf(page, 'Xinjiang');
      await page.mouse.move(x - 40, y - 40);
      await hover(page, 'Xinjiang');
      await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Since 2019/);

      // Every page that we have, whatever is added; of the popup, with a page and without one.
      const tab = await context.extension.tabIdOf(page);
      const pages = readdirSync(context.directory).filter((file) => file.endsWith('.html'));
      expect(pages).toContain('popup.html');
      const lookedUp = await handOverIn(context, '22 countries');
      for (const address of [...pages.map((page) => `/${page}`), `/popup.html?tab=${tab}`, lookedUp]) {
        const own = await context.extension.openExtensionPage(address);
        await own.waitForSelector('main');
        await own.close();
      }

      // What is set is stored, read and told to the page.
      await page.bringToFront();
      await setSettings(context, { look: 'tint' });
      await expect.poll(() => page.evaluate(() => [...CSS.highlights.keys()]), PATIENCE).toEqual(['note-tint']);
      await resetSettings(context);

      // Firefox asks every host for an icon.
      const asked = proxy.requests
        .slice(before)
        .filter((address) => address !== `${PROXIED}/favicon.ico` && !OF_BROWSERS.test(address));
      expect(asked).toEqual([`${PROXIED}/hovering.html`]);
      // The proxy does note what is asked for.
      await page.evaluate(() => fetch('/demo.html').then(() => undefined));
      expect(proxy.requests).toContain(`${PROXIED}/demo.html`);
    });
  },
  { launch: proxy.launch },
);
