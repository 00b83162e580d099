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

  describe('the pointer where a mention is laid out but not seen', () => {
    for (const id of ['covered', 'cut']) {
      test(`${id} opens none`, async () => {
        const page = await open();
        await moveTo(page, id);
        // Longer than a pointer has to rest.
        await page.evaluate(async () => {
          for (let frame = 0; frame < 12; frame++) await new Promise(requestAnimationFrame);
        });
        expect((await cardOf(context, page)).hosts).toBe(0);
        await moveTo(page, 'turned');
        await expect.poll(async () => (await cardOf(context, page)).open, PATIENCE).toBe(true);
      });
    }
  });
});

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
