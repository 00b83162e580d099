/** When a card comes, stays and goes: by what the pointer, the keyboard and the page do. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { forEachBrowser } from '../support/browser.ts';
import { cardOf, pinnedOf, press, type ShownCard, untilCard, untilNoCard, untilPinned, untilStill } from '../support/card.ts';
import { hover, PATIENCE, type Point, pointOf, untilMarked, untilPainted } from '../support/page.ts';
import { resetSettings, setSettings } from '../support/settings.ts';

const LETTER = 'letter signed by 22 countries';
const RIVAL = 'rival letter backed by 37 states';
const CONCERN = '22 countries voiced concern';
const SUPPORT = '37 countries voiced support for China';

forEachBrowser((context) => {
  afterEach(() => resetSettings(context));

  /** Marks of which one stands between another, which wraps, and its card; and one to the right. */
  async function open(): Promise<Page> {
    const page = await context.openPage('hovering.html');
    await page.setViewport({ width: 1200, height: 900 });
    await page.bringToFront();
    await untilMarked(page);
    return page;
  }

  /** The card of the mark that wraps, opened from its first line, and where the pointer is. */
  async function openLetter(page: Page): Promise<{ card: ShownCard; from: Point }> {
    const from = await hover(page, LETTER);
    return { card: await untilCard(context, page, CONCERN), from };
  }

  const middle = ({ box }: ShownCard): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

  async function pinLetter(page: Page): Promise<ShownCard> {
    await openLetter(page);
    await press(context, page, 'Pin');
    const [pinned] = await untilPinned(context, page, CONCERN);
    if (!pinned) throw new Error('No card is pinned.');
    return pinned;
  }

  describe('on the way from a mark to its card', () => {
    for (const [speed, steps] of [
      ['fast', 2],
      ['at leisure', 12],
      ['slowly', 60],
    ] as const) {
      test(`${speed}, to its far corner, the card stays`, async () => {
        const page = await open();
        const { card, from } = await openLetter(page);
        const to = { x: card.box.x + card.box.width - 30, y: card.box.y + card.box.height - 30 };
        await travel(page, from, to, steps, CONCERN);
        await untilStill(page);
        expect((await cardOf(context, page)).headline).toBe(CONCERN);
      });

      test(`${speed}, across another mark, the card stays, and stays on the way back`, async () => {
        const page = await open();
        const { card, from } = await openLetter(page);
        const across = await pointOf(page, 'Xinjiang', 1);
        expect(across.y).toBeGreaterThan(from.y);
        expect(across.y).toBeLessThan(card.box.y);
        // Straight down through the other mark.
        const to = { x: across.x - (across.x - from.x) / 2, y: card.box.y + 12 };
        await travel(page, from, to, steps, CONCERN);
        await travel(page, to, from, steps, CONCERN);
        await untilStill(page);
        expect((await cardOf(context, page)).headline).toBe(CONCERN);
      });
    }

    test('a pointer that rests on another mark opens that one', async () => {
      const page = await open();
      const { from } = await openLetter(page);
      const across = await pointOf(page, 'Xinjiang', 1);
      await travel(page, from, across, 8, CONCERN);
      await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Since 2019/);
    });

    /** Move the pointer in steps, and find the card there at each. */
    async function travel(page: Page, from: Point, to: Point, steps: number, headline: string): Promise<void> {
      for (let step = 1; step <= steps; step++) {
        await page.mouse.move(from.x + ((to.x - from.x) * step) / steps, from.y + ((to.y - from.y) * step) / steps);
        expect((await cardOf(context, page)).headline, `step ${step} of ${steps}`).toBe(headline);
      }
    }
  });

  describe('no card opens', () => {
    test('from a scroll that brings a mark under a resting pointer', async () => {
      const page = await open();
      const mark = await pointOf(page, RIVAL);
      await page.mouse.move(mark.x - 3, mark.y - 120);
      await page.mouse.move(mark.x, mark.y - 120);
      await untilStill(page);
      await page.mouse.wheel({ deltaY: 120 });
      await expect.poll(() => page.evaluate(() => scrollY), PATIENCE).toBe(120);
      await untilStill(page);
      expect((await cardOf(context, page)).hosts).toBe(0);
      // It is the mark that is there now.
      await page.mouse.move(mark.x + 2, mark.y - 120);
      await untilCard(context, page, SUPPORT);
    });

    test('while the page scrolls', async () => {
      const page = await open();
      await page.evaluate(() => {
        let turn = 0;
        const step = () => {
          scrollBy(0, turn++ % 2 === 0 ? 1 : -1);
          if (document.body.dataset.stop === undefined) requestAnimationFrame(step);
        };
        step();
      });
      const { x, y } = await hover(page, RIVAL);
      await untilStill(page);
      expect((await cardOf(context, page)).hosts).toBe(0);
      await page.evaluate(() => {
        document.body.dataset.stop = '';
      });
      await untilStill(page);
      await page.mouse.move(x + 2, y);
      await untilCard(context, page, SUPPORT);
    });

    test('while text is selected over a mark', async () => {
      const page = await open();
      const { x, y } = await pointOf(page, RIVAL);
      await page.mouse.move(x - 200, y);
      await page.mouse.down();
      await page.mouse.move(x, y, { steps: 20 });
      await untilStill(page);
      expect(await page.evaluate(() => String(getSelection()))).not.toBe('');
      expect((await cardOf(context, page)).hosts).toBe(0);
      await page.mouse.up();
    });

    test('again on a mark whose card was closed with Escape, before the pointer has left it', async () => {
      const page = await open();
      const { x, y } = await hover(page, RIVAL);
      await untilCard(context, page, SUPPORT);
      await page.keyboard.press('Escape');
      await untilNoCard(context, page);
      await page.mouse.move(x + 10, y, { steps: 5 });
      await untilStill(page);
      expect((await cardOf(context, page)).open).toBe(false);
      await hover(page, RIVAL);
      await untilCard(context, page, SUPPORT);
    });

    test('from a sweep, and nothing is loaded for it', async () => {
      const page = await open();
      const { x, y } = await pointOf(page, RIVAL);
      await page.mouse.move(x - 250, y);
      for (let step = 1; step <= 10; step++) await page.mouse.move(x - 250 + step * 50, y);
      await page.mouse.move(4, 4);
      await untilStill(page);
      expect(await overlayIsLoaded(page)).toBe(false);
      await hover(page, RIVAL);
      await untilCard(context, page, SUPPORT);
      expect(await overlayIsLoaded(page)).toBe(true);
    });
  });

  test('the card is made ready while the pointer rests, and the page’s tree stays as it is until it is shown', async () => {
    await setSettings(context, { openDelay: 1000 });
    const page = await open();
    await hover(page, RIVAL);
    await expect.poll(() => overlayIsLoaded(page), PATIENCE).toBe(true);
    expect((await cardOf(context, page)).hosts).toBe(0);
    await untilCard(context, page, SUPPORT);
  });

  describe('while a key is held, where the reader wants that', () => {
    test('a card opens with the key and not without, and stays when it is let go', async () => {
      await setSettings(context, { trigger: 'modifier', triggerKey: 'shift' });
      const page = await open();
      const { x, y } = await hover(page, RIVAL);
      await untilStill(page);
      expect((await cardOf(context, page)).hosts).toBe(0);
      await page.keyboard.down('Shift');
      await untilCard(context, page, SUPPORT);
      await page.keyboard.up('Shift');
      await page.mouse.move(x + 3, y);
      await untilStill(page);
      expect((await cardOf(context, page)).headline).toBe(SUPPORT);
      await page.mouse.move(4, 4);
      await untilNoCard(context, page);
      await page.keyboard.down('Shift');
      await hover(page, RIVAL);
      await untilCard(context, page, SUPPORT);
      await page.keyboard.up('Shift');
    });
  });

  test('a card stays as long as the reader wants after the pointer has left', async () => {
    await setSettings(context, { closeDelay: 2000 });
    const page = await open();
    await openLetter(page);
    await page.mouse.move(900, 20);
    await untilStill(page);
    expect((await cardOf(context, page)).headline).toBe(CONCERN);
    await untilNoCard(context, page);
  });

  describe('a pinned card', () => {
    test('stays where it is: without its pointer, across a scroll, and when its mark has gone', async () => {
      const page = await open();
      const { box } = await pinLetter(page);
      await page.mouse.move(1100, 20);
      await page.evaluate(() => scrollTo(0, 400));
      await untilStill(page);
      expect((await untilPinned(context, page, CONCERN))[0]?.box).toEqual(box);
      await page.evaluate(() => document.querySelector('#wraps')?.remove());
      await untilStill(page);
      expect((await untilPinned(context, page, CONCERN))[0]?.box).toEqual(box);
      await page.evaluate(() => document.body.replaceChildren());
      await untilStill(page);
      await page.keyboard.press('Escape');
      await untilPinned(context, page);
    });

    test('has another open beside it, on a mark it would have covered', async () => {
      const page = await open();
      const { box } = await pinLetter(page);
      await hover(page, 'Xinjiang', 0);
      await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Since 2019/);
      await expect
        .poll(async () => (await cardOf(context, page)).box, PATIENCE)
        .toSatisfy(
          (other: ShownCard['box']) =>
            other.x >= box.x + box.width || other.x + other.width <= box.x || other.y + other.height <= box.y,
        );
      expect((await untilPinned(context, page, CONCERN))[0]?.box).toEqual(box);
    });

    test('is pinned with Enter, where the card has the focus, and gives the focus back', async () => {
      const page = await open();
      await page.evaluate(() => {
        document.body.tabIndex = -1;
        document.body.focus();
      });
      await context.extension.evaluateInFrames(page, () => globalThis.pageNotes?.open(1));
      await untilCard(context, page, CONCERN);
      await page.keyboard.press('Enter');
      const [pinned] = await untilPinned(context, page, CONCERN);
      expect(pinned?.focused).toBe(true);
      await page.keyboard.press('Enter');
      await untilPinned(context, page);
      await untilNoCard(context, page);
    });

    test('is pinned by selecting text in it', async () => {
      const page = await open();
      const { card } = await openLetter(page);
      await page.mouse.move(middle(card).x, card.box.y + 50, { steps: 5 });
      await page.mouse.move(card.box.x + 18, card.box.y + 50, { steps: 5 });
      await page.mouse.down();
      await page.mouse.move(card.box.x + 150, card.box.y + 52, { steps: 8 });
      await page.mouse.up();
      await untilPinned(context, page, CONCERN);
      await untilNoCard(context, page);
    });

    test('closes with its close button, and by unpinning', async () => {
      const page = await open();
      for (const way of ['Close', 'Pin']) {
        await page.mouse.move(1100, 20);
        await pinLetter(page);
        await press(context, page, way, { pinned: true });
        await untilPinned(context, page);
        await untilNoCard(context, page);
      }
    });

    test('closes with Escape after the live one', async () => {
      const page = await open();
      await pinLetter(page);
      await hover(page, RIVAL);
      await untilCard(context, page, SUPPORT);
      await page.keyboard.press('Escape');
      await untilNoCard(context, page);
      await untilPinned(context, page, CONCERN);
      await page.keyboard.press('Escape');
      await untilPinned(context, page);
    });

    test('gives its place to the next that is pinned', async () => {
      const page = await open();
      await pinLetter(page);
      await hover(page, RIVAL);
      await untilCard(context, page, SUPPORT);
      await press(context, page, 'Pin');
      await untilPinned(context, page, SUPPORT);
      expect(await pinnedOf(context, page)).toHaveLength(1);
      await untilNoCard(context, page);
    });

    test('does its work: one letter leads to the other in it, and it is kept in the window', async () => {
      const page = await open();
      await pinLetter(page);
      await press(context, page, SUPPORT, { pinned: true });
      await untilPinned(context, page, SUPPORT);
      await page.setViewport({ width: 500, height: 700 });
      await expect
        .poll(async () => (await pinnedOf(context, page))[0]?.box, PATIENCE)
        .toSatisfy(({ x, y, width, height }: ShownCard['box']) => x >= 0 && y >= 0 && x + width <= 500 && y + height <= 700);
    });

    test('has the focus again when a card that was stepped to from it closes', async () => {
      const page = await context.openPage('demo.html');
      await untilPainted(page, LETTER);
      await page.bringToFront();
      const open = (index: number) => context.extension.evaluateInFrames(page, (at) => globalThis.pageNotes?.open(at), index);
      await open(1);
      await untilCard(context, page, CONCERN);
      await page.keyboard.press('Enter');
      await untilPinned(context, page, CONCERN);
      await open(0);
      await expect.poll(async () => (await cardOf(context, page)).focused, PATIENCE).toBe(true);
      await page.keyboard.press('Escape');
      await untilNoCard(context, page);
      expect((await pinnedOf(context, page)).map(({ focused }) => focused)).toEqual([true]);
    });

    test('that the page takes away leaves its mark to be opened again', async () => {
      const page = await context.openPage('dark.html');
      await untilPainted(page, LETTER);
      await hover(page, LETTER);
      await untilCard(context, page, CONCERN);
      await press(context, page, 'Pin');
      await untilPinned(context, page, CONCERN);
      await page.evaluate(() => document.querySelector('[data-undersigned]')?.remove());
      await page.mouse.move(4, 4);
      await hover(page, LETTER);
      await untilCard(context, page, CONCERN);
    });

    test('opens no second card on its own mark', async () => {
      const page = await open();
      await pinLetter(page);
      await page.mouse.move(1100, 20);
      await hover(page, LETTER);
      await untilStill(page);
      expect((await cardOf(context, page)).open).toBe(false);
    });
  });

  async function overlayIsLoaded(page: Page): Promise<boolean> {
    const [top] = await context.extension.evaluateInFrames(page, () => globalThis.pageNotesOverlay !== undefined);
    return top?.result === true;
  }
});
