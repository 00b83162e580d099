/** Cards by touch: a sheet along the bottom, which a finger opens and swipes away, and which takes nothing from the page. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { forEachBrowser } from '../support/browser.ts';
import { cardOf, controlIn, type ShownCard, untilCard, untilNoCard } from '../support/card.ts';
import { PATIENCE, pointOf, untilPainted } from '../support/page.ts';

const LETTER = 'letter signed by 22 countries';
const CONCERN = '22 countries voiced concern';
const VIEW = { width: 390, height: 780 };

forEachBrowser((context) => {
  async function open(file: string): Promise<Page> {
    const page = await context.openPage(file);
    await page.setViewport(VIEW);
    await page.bringToFront();
    await untilPainted(page, LETTER);
    return page;
  }

  async function tap(page: Page): Promise<void> {
    const { x, y } = await pointOf(page, LETTER);
    await page.touchscreen.tap(x, y);
  }

  async function swipe(page: Page, from: { x: number; y: number }, down: number): Promise<void> {
    await page.touchscreen.touchStart(from.x, from.y);
    for (let step = 1; step <= 5; step++) await page.touchscreen.touchMove(from.x, from.y + (down * step) / 5);
    await page.touchscreen.touchEnd();
  }

  describe('a tap on a mark', () => {
    test('opens a sheet along the bottom that leaves the page a part of the window, and can be closed with a finger', async () => {
      const page = await open('dark.html');
      await tap(page);
      await untilCard(context, page, CONCERN);
      await expect
        .poll(async () => (await cardOf(context, page)).box, PATIENCE)
        .toSatisfy(
          ({ width, height, y }: ShownCard['box']) =>
            width > 360 && height <= VIEW.height * 0.6 + 1 && Math.round(y + height) === VIEW.height,
        );
      expect(await page.evaluate(() => getComputedStyle(document.body).overflow)).toBe('visible');
      const close = await controlIn(context, page, 'Close');
      expect(Math.min(close.width, close.height)).toBeGreaterThanOrEqual(44);
      await page.touchscreen.tap(close.x, close.y);
      await untilNoCard(context, page);
    });

    test('on a link is the link’s', async () => {
      const page = await open('news-2019.html');
      await tap(page);
      await expect.poll(() => page.url(), PATIENCE).toMatch(/no-mention\.html$/);
    });
  });

  describe('a swipe', () => {
    test('down from its head takes the sheet away; a short one, or one upwards, leaves it', async () => {
      const page = await open('dark.html');
      await tap(page);
      const { box } = await untilCard(context, page, CONCERN);
      const head = async () => {
        const now = await cardOf(context, page);
        return { x: now.box.x + 60, y: now.box.y + 20 };
      };
      await swipe(page, await head(), -60);
      await expect.poll(async () => (await cardOf(context, page)).box.y, PATIENCE).toBeCloseTo(box.y, 0);
      await swipe(page, await head(), 300);
      await untilNoCard(context, page);
    });

    test('over a mark scrolls the page and opens nothing', async () => {
      const page = await open('long.html');
      const at = await pointOf(page, LETTER);
      await swipe(page, at, -200);
      await page.keyboard.press('Escape');
      expect((await cardOf(context, page)).hosts).toBe(0);
    });
  });
});
