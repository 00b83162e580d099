/** Where a card stands: in sight wherever its mark is and however large the page is shown, clear of the page's own cards, and in its colours. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { forEachBrowser } from '../support/browser.ts';
import { cardOf, press, type ShownCard, untilCard, untilNoCard } from '../support/card.ts';
import { hover, PATIENCE, pointOf, untilPainted } from '../support/page.ts';
import { resetSettings, setSettings } from '../support/settings.ts';

const LETTER = 'letter signed by 22 countries';
const CONCERN = '22 countries voiced concern';

forEachBrowser((context) => {
  const { openPage } = context;

  afterEach(() => resetSettings(context));

  /** The paragraph of the mark, moved to a place of the window, 0 (left, top) to 1 (right, bottom). */
  async function standAt(page: Page, across: number, down: number): Promise<void> {
    await page.evaluate(
      (across, down) => {
        const paragraph = document.querySelector('p') as HTMLElement;
        const style = { position: 'fixed', boxSizing: 'border-box', width: '270px', margin: '0', font: '14px/1.5 sans-serif' };
        Object.assign(paragraph.style, style);
        const { width, height } = paragraph.getBoundingClientRect();
        paragraph.style.left = `${(innerWidth - width) * across}px`;
        paragraph.style.top = `${(innerHeight - height) * down}px`;
      },
      across,
      down,
    );
  }

  describe('is in sight as a whole', () => {
    for (const zoom of [1, 2, 4]) {
      test(`wherever its mark stands, at ${zoom * 100} %`, async () => {
        const page = await openPage('dark.html');
        // What zooming does to a page: fewer pixels of its own, each as many times larger.
        await page.setViewport({ width: 1280 / zoom, height: Math.round(800 / zoom), deviceScaleFactor: zoom });
        await untilPainted(page, LETTER);
        for (const down of [0, 0.5, 1]) {
          for (const across of [0, 0.5, 1]) {
            await standAt(page, across, down);
            await untilPainted(page, LETTER);
            // A mark whose card was closed opens none until the pointer has left it.
            await page.mouse.move(2, down === 0 ? 150 : 2);
            await hover(page, LETTER);
            await untilCard(context, page, CONCERN);
            const view = await page.evaluate(() => ({
              width: document.documentElement.clientWidth,
              height: innerHeight,
            }));
            await expect
              .poll(async () => (await cardOf(context, page)).box, PATIENCE)
              .toSatisfy(
                ({ x, y, width, height }: ShownCard['box']) =>
                  x >= 0 &&
                  y >= 0 &&
                  x + width <= view.width &&
                  y + height <= view.height &&
                  width >= Math.min(360, view.width) &&
                  height >= Math.min(150, view.height * 0.8),
              );
            const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
            expect(scrolls).toBe(false);
            await page.keyboard.press('Escape');
            await untilNoCard(context, page);
          }
        }
      });
    }

    test('in a narrow window it is a sheet from edge to edge, and leaves its mark in sight', async () => {
      const page = await openPage('dark.html');
      await page.setViewport({ width: 360, height: 720 });
      await untilPainted(page, LETTER);
      for (const down of [0, 1]) {
        await standAt(page, 0.1, down);
        await untilPainted(page, LETTER);
        const point = await hover(page, LETTER);
        await untilCard(context, page, CONCERN);
        const view = await page.evaluate(() => ({ width: document.documentElement.clientWidth }));
        await expect
          .poll(async () => (await cardOf(context, page)).box, PATIENCE)
          .toSatisfy(
            ({ x, y, width, height }: ShownCard['box']) =>
              x === 0 &&
              width === view.width &&
              (down === 0 ? y > point.y && Math.round(y + height) === 720 : y === 0 && height < point.y),
          );
        await page.keyboard.press('Escape');
        await untilNoCard(context, page);
      }
    });
  });

  test('does not lie over the page’s own hover card, which came first or comes later', async () => {
    const page = await openPage('encyclopedia.html');
    await untilPainted(page, LETTER);
    await hover(page, LETTER);
    await untilCard(context, page, CONCERN);
    const preview = await page.waitForSelector('.preview');
    const own = await preview?.evaluate((element) => element.getBoundingClientRect().toJSON());
    await expect
      .poll(async () => (await cardOf(context, page)).box, PATIENCE)
      .toSatisfy(
        ({ x, y, width, height }: ShownCard['box']) =>
          width > 0 && (x >= own.right || x + width <= own.left || y >= own.bottom || y + height <= own.top),
      );
  });

  test('shown at the top for a frame with no room, it leaves the marks there painted all the while', async () => {
    const page = await openPage('small-frame.html');
    await page.bringToFront();
    const frame = await (await page.$('#ticker'))?.contentFrame();
    const box = await (await page.$('#ticker'))?.boundingBox();
    if (!frame || !box) throw new Error('The frame is not there');
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('p'), { textContent: 'More on Xinjiang.' }));
    });
    await untilPainted(page, 'Xinjiang');
    await untilPainted(frame, 'Xinjiang');
    // How the marks look, again and again.
    await page.evaluate(() => {
      const look = () => getComputedStyle(document.body, '::highlight(note-dotted)').textDecorationLine;
      const seen = new Set([look()]);
      setInterval(() => seen.add(look()));
      Object.assign(globalThis, { seen });
    });
    const inside = await pointOf(frame, 'Xinjiang');
    await page.mouse.move(box.x + inside.x, box.y + inside.y + 30);
    await page.mouse.move(box.x + 1 + inside.x, box.y + 1 + inside.y, { steps: 3 });
    await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Since 2019/);
    expect(await page.evaluate(() => [...(globalThis as unknown as { seen: Set<string> }).seen])).toEqual(['underline']);
  });

  test('in a frame with no room to read it, it is shown at the top of the page, and goes with Escape or a press beside it', async () => {
    const page = await openPage('small-frame.html');
    await page.bringToFront();
    const element = await page.$('#ticker');
    const frame = await element?.contentFrame();
    const box = await element?.boundingBox();
    if (!frame || !box) throw new Error('The frame is not there');
    await untilPainted(frame, 'Xinjiang');
    const inside = await pointOf(frame, 'Xinjiang');
    const point = async () => {
      await page.mouse.move(2, 2);
      // The frame's border. A real pointer comes to a mark over what is beside it.
      const at = { x: box.x + 1 + inside.x, y: box.y + 1 + inside.y };
      await page.mouse.move(at.x, at.y + 30);
      await page.mouse.move(at.x, at.y, { steps: 3 });
      await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Since 2019/);
    };
    const view = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await point();
    await expect
      .poll(async () => (await cardOf(context, page)).box, PATIENCE)
      .toSatisfy(
        ({ x, y, width, height }: ShownCard['box']) =>
          height > 250 && x >= 0 && y >= 0 && x + width <= view.width && y + height <= view.height,
      );
    await page.keyboard.press('Escape');
    await untilNoCard(context, page);
    await point();
    await press(context, page, 'Why?');
    await expect.poll(async () => (await cardOf(context, page)).text, PATIENCE).toContain('name of the region');
    await page.mouse.click(400, 200);
    await untilNoCard(context, page);
  });

  test('is as light or dark as the page around its mark, whatever the system is', async () => {
    const background = async (file: string) => {
      const page = await openPage(file);
      await untilPainted(page, LETTER);
      await hover(page, LETTER);
      const { style } = await untilCard(context, page, CONCERN);
      await page.close();
      return Number(style.background.match(/\d+/)?.[0]);
    };
    expect(await background('dark.html')).toBeLessThan(80);
    expect(await background('frame.html')).toBeGreaterThan(200);
  });

  test('has the size of text the reader wants', async () => {
    const width = async () => {
      const page = await openPage('frame.html');
      await untilPainted(page, LETTER);
      await hover(page, LETTER);
      const { box } = await untilCard(context, page, CONCERN);
      await page.close();
      return box.width;
    };
    const usual = await width();
    await setSettings(context, { textSize: 20 });
    expect(await width()).toBeCloseTo((usual * 20) / 14, 0);
  });
});
