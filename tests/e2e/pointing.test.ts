/** Where the pointer finds a mention, however the page lays it out, and where it must not. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { forEachBrowser } from '../support/browser.ts';
import { cardOf } from '../support/card.ts';
import { PATIENCE, untilMarked } from '../support/page.ts';
import { resetSettings, setSettings } from '../support/settings.ts';

forEachBrowser((context) => {
  afterEach(() => resetSettings(context));

  async function open(): Promise<Page> {
    await setSettings(context, { openDelay: 0 });
    const page = await context.openPage('pointing.html');
    await page.bringToFront();
    await untilMarked(page);
    return page;
  }

  describe('the pointer on a mention', () => {
    for (const id of ['below-link', 'turned', 'vertical', 'zoomed']) {
      test(`${id} opens the card`, async () => {
        const page = await open();
        await moveTo(page, id);
        await expect.poll(async () => (await cardOf(context, page)).open, PATIENCE).toBe(true);
      });
    }

    test('below an empty link leaves the click to the link', async () => {
      const page = await open();
      const { x, y } = await moveTo(page, 'below-link');
      await page.mouse.click(x, y);
      await expect.poll(() => page.evaluate(() => location.hash)).toBe('#read');
    });
  });

  describe.each([2, 0.5])('in a page that the browser zooms by %d', (factor) => {
    afterEach(() => zoom(1));

    /** The browser's own zoom, which holds for a host: for all tabs here. */
    async function zoom(to: number): Promise<void> {
      await context.extension.evaluateInExtension(
        async (to, pages) => {
          const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', TabsInterface>>;
          const { tabs } = (browser ?? chrome) as TabsInterface;
          for (const { id } of await tabs.query({ url: pages })) await tabs.setZoom(id, to);
        },
        to,
        'http://localhost/*',
      );
    }

    test('the card opens over a mention and not beside it, and lies within the window', async () => {
      const page = await open();
      const width = await page.evaluate(() => innerWidth);
      await zoom(factor);
      await expect.poll(() => page.evaluate(() => innerWidth), PATIENCE).toBe(width / factor);

      const { x, y } = await placeOf(page, 'zoomed');
      // In the same line, where it has ended.
      const end = await page.$eval('#zoomed', (element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect().right;
      });
      await page.mouse.move(end + 10, y - 2);
      await page.mouse.move(end + 12, y, { steps: 3 });
      await untilRested(page);
      expect((await cardOf(context, page)).hosts).toBe(0);

      await page.mouse.move(x - 3, y - 3);
      await page.mouse.move(x, y, { steps: 3 });
      await expect.poll(async () => (await cardOf(context, page)).open, PATIENCE).toBe(true);
      const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      await expect
        .poll(async () => (await cardOf(context, page)).box, PATIENCE)
        .toSatisfy(
          ({ x, y, width, height }: DOMRect) =>
            width > 0 && x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height,
        );
    });
  });

  describe('the pointer where a mention is laid out but not seen', () => {
    for (const id of ['covered', 'cut']) {
      test(`${id} opens none`, async () => {
        const page = await open();
        await moveTo(page, id);
        await untilRested(page);
        expect((await cardOf(context, page)).hosts).toBe(0);
        await moveTo(page, 'turned');
        await expect.poll(async () => (await cardOf(context, page)).open, PATIENCE).toBe(true);
      });
    }
  });
});

/** Longer than a pointer has to rest. */
async function untilRested(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 12; frame++) await new Promise(requestAnimationFrame);
  });
}

/** Bring the pointer to the name in an element, though something may be over it, and leave it there. */
async function moveTo(page: Page, id: string): Promise<{ x: number; y: number }> {
  const { x, y } = await placeOf(page, id);
  await page.mouse.move(x - 3, y - 3);
  await page.mouse.move(x, y, { steps: 3 });
  return { x, y };
}

/** The middle of the name. */
function placeOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  return page.evaluate((id) => {
    const element = document.getElementById(id) as HTMLElement;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const at = text.data.indexOf('Xinjiang');
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 8);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`There is no name in ${id}.`);
  }, id);
}

/** As much of the extension interface as is used here. */
interface TabsInterface {
  readonly tabs: {
    query(filter: object): Promise<{ readonly id: number }[]>;
    setZoom(tabId: number, factor: number): Promise<void>;
  };
}
