/** How a card comes, what it says, what can be done in it, and how it goes. */
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { displayName } from '../../data/country-names.ts';
import concern from '../../data/statements/2019-07-08-concern.json' with { type: 'json' };
import support from '../../data/statements/2019-07-12-support.json' with { type: 'json' };
import { readDataset } from '../../scripts/read-dataset.ts';
import { forEachBrowser } from '../support/browser.ts';
import {
  cardOf,
  cardsOf,
  press,
  type ShownCard,
  stopOf,
  untilCard,
  untilNoCard,
  untilStill,
  untilStop,
} from '../support/card.ts';
import { errorsOf, framesOf, hover, PATIENCE, pointOf, untilPainted } from '../support/page.ts';
import { resetSettings, setSettings } from '../support/settings.ts';

const { countries } = readDataset(path.resolve(import.meta.dirname, '../../data'));

const LETTER = 'letter signed by 22 countries';
const CONCERN = '22 countries voiced concern';
const SUPPORT = '37 countries voiced support for China';

forEachBrowser((context) => {
  const { openPage } = context;

  afterEach(() => resetSettings(context));

  /** A page with this mark on it, and the card of the mark open. */
  async function openCard(file: string, text: string, headline: string): Promise<{ page: Page; card: ShownCard }> {
    const page = await openPage(file);
    await untilPainted(page, text);
    await hover(page, text);
    return { page, card: await untilCard(context, page, headline) };
  }

  describe('what it says', () => {
    test('the letter of 8 July 2019: the 22 that signed it, by name, and Italy as having joined later', async () => {
      const { card } = await openCard('demo.html', LETTER, CONCERN);
      const announced = card.lists.filter(({ heading }) => !/later|withdrew/i.test(heading));
      expect(codesIn(announced)).toEqual(announcedIn(concern));
      expect(codesIn(announced)).toHaveLength(22);
      expect(codesIn(card.lists.filter(({ heading }) => /later/i.test(heading)))).toEqual(['IT']);
      expect(card.meta).toContain('8 July 2019');
      for (const { label, countries } of card.lists) expect(label, label).toMatch(new RegExp(`\\b${countries.length}$`));
    });

    test('the letter of 12 July 2019: the 37 that signed it, those that joined, and Qatar as having withdrawn', async () => {
      const { page } = await openCard('demo.html', LETTER, CONCERN);
      await press(context, page, SUPPORT);
      const card = await untilCard(context, page, SUPPORT);
      const announced = card.lists.filter(({ heading }) => !/later|withdrew/i.test(heading));
      expect(codesIn(announced)).toEqual(announcedIn(support));
      expect(codesIn(announced)).toHaveLength(37);
      const later = support.events.filter(({ type }) => type === 'joined').map(({ country }) => country);
      expect(codesIn(card.lists.filter(({ heading }) => /later/i.test(heading)))).toEqual(later.toSorted());
      expect(codesIn(card.lists.filter(({ heading }) => /withdrew/i.test(heading)))).toEqual(['QA']);
      expect(announced.flatMap(({ countries }) => countries).find((name) => name.startsWith('Qatar'))).toMatch(
        /withdrew on 18 July 2019/,
      );
    });

    test('one letter leads to the other and back', async () => {
      const { page } = await openCard('demo.html', LETTER, CONCERN);
      await press(context, page, SUPPORT);
      await untilCard(context, page, SUPPORT);
      await press(context, page, CONCERN);
      await untilCard(context, page, CONCERN);
      await press(context, page, 'Back');
      await untilCard(context, page, SUPPORT);
      await press(context, page, 'Back');
      const card = await untilCard(context, page, CONCERN);
      expect(card.controls).not.toContain('Back');
    });

    test('any country can be asked for', async () => {
      const { page } = await openCard('demo.html', LETTER, CONCERN);
      await press(context, page, 'Find a country');
      await page.keyboard.type('italy');
      await expect.poll(async () => (await cardOf(context, page)).text, PATIENCE).toMatch(/Italy: .*later/i);
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.type('united states');
      await expect
        .poll(async () => (await cardOf(context, page)).text, PATIENCE)
        .toMatch(/United States.*: (?!.*signed on).*not/i);
    });

    test('a phrase that fits two statements offers both and prefers neither in its words', async () => {
      const { page, card } = await openCard(
        'ambiguous.html',
        '65 countries backed a joint statement',
        'This could be one of two',
      );
      expect(card.controls.filter((name) => /^65 countries voiced support for China/.test(name))).toHaveLength(2);
      await press(context, page, '65 countries voiced support for China');
      await untilCard(context, page, '65 countries voiced support for China');
      await press(context, page, 'Back');
      await untilCard(context, page, 'This could be one of two');
    });

    test('the region has the record in brief', async () => {
      const page = await openPage('demo.html');
      await untilPainted(page, LETTER);
      await hover(page, 'Xinjiang', 1);
      await expect
        .poll(async () => (await cardOf(context, page)).headline, PATIENCE)
        .toMatch(/^Since 2019 states voiced concern \d+\stimes/);
      const card = await cardOf(context, page);
      expect(card.text).toContain('The vote');
      expect(card.controls).toContain('Close');
    });

    test('every link of a card says where it leads and tells the other side nothing', async () => {
      const { page } = await openCard('demo.html', LETTER, CONCERN);
      const links = await linksIn(page);
      expect(links.length).toBeGreaterThan(1);
      for (const link of links)
        expect(link).toMatchObject({ href: expect.stringMatching(/^https:/), target: '_blank', rel: 'noopener noreferrer' });
    });
  });

  describe('how it comes and goes', () => {
    test('a sweep over marks opens none', async () => {
      const page = await openPage('demo.html');
      await untilPainted(page, LETTER);
      await page.bringToFront();
      const { x, y } = await pointOf(page, LETTER);
      await page.mouse.move(x - 200, y - 120);
      for (let step = 0; step <= 24; step++) await page.mouse.move(x - 200 + step * 25, y - 120 + step * 12);
      await page.mouse.move(4, 4);
      // A card would have come before the one that is asked for now, and made its element.
      await page.keyboard.press('Escape');
      await untilStill(page);
      expect((await cardOf(context, page)).hosts).toBe(0);
    });

    test('Escape closes it, and the page gets the key as well', async () => {
      const { page } = await openCard('news-2019.html', LETTER, CONCERN);
      await page.keyboard.press('Escape');
      await untilNoCard(context, page);
      expect(await page.evaluate(() => (globalThis as unknown as { shortcuts: string[] }).shortcuts)).toEqual(['Escape']);
    });

    test('what is typed in it stays in it', async () => {
      const { page } = await openCard('news-2019.html', LETTER, CONCERN);
      await press(context, page, 'Find a country');
      await page.keyboard.type('fin');
      await expect.poll(async () => (await cardOf(context, page)).text, PATIENCE).toContain('Finland');
      await page.keyboard.press('Escape');
      await untilNoCard(context, page);
      expect(await page.evaluate(() => (globalThis as unknown as { shortcuts: string[] }).shortcuts)).toEqual([]);
    });

    test('what is pasted in it is not heard by the page', async () => {
      const { page } = await openCard('dark.html', LETTER, CONCERN);
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(globalThis, { heard });
        for (const type of ['paste', 'cut', 'copy', 'contextmenu', 'beforeinput', 'input']) {
          document.addEventListener(type, () => heard.push(type));
        }
      });
      await press(context, page, 'Copy');
      await expect.poll(async () => (await cardOf(context, page)).controls, PATIENCE).toContain('Text');
      await press(context, page, 'Text');
      await expect.poll(async () => (await cardOf(context, page)).text, PATIENCE).toContain('Copied');
      await press(context, page, 'Find a country');
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
      await expect.poll(async () => (await cardOf(context, page)).text, PATIENCE).toContain('No country of that name');
      expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
    });

    test('it goes when the pointer has left for a while', async () => {
      const { page } = await openCard('demo.html', LETTER, CONCERN);
      await page.mouse.move(4, 4);
      await untilNoCard(context, page);
    });

    test('it stays while the pointer is on the way to it and in it', async () => {
      const { page, card } = await openCard('demo.html', LETTER, CONCERN);
      const from = await pointOf(page, LETTER);
      const to = { x: card.box.x + card.box.width - 40, y: card.box.y + card.box.height / 2 };
      for (let step = 1; step <= 12; step++) {
        await page.mouse.move(from.x + ((to.x - from.x) * step) / 12, from.y + ((to.y - from.y) * step) / 12);
      }
      await untilStill(page);
      expect((await cardOf(context, page)).headline).toBe(CONCERN);
    });

    test('a press beside it closes it, a press in it does not', async () => {
      const { page } = await openCard('demo.html', LETTER, CONCERN);
      await press(context, page, 'Why?');
      await expect.poll(async () => (await cardOf(context, page)).text, PATIENCE).toMatch(/matched in the text/i);
      await page.mouse.click(4, 4);
      await untilNoCard(context, page);
    });

    test('another mark takes it over', async () => {
      const { page } = await openCard('demo.html', LETTER, CONCERN);
      await hover(page, 'Germany and 38 others');
      await untilCard(context, page, '39 countries voiced concern');
      expect((await cardOf(context, page)).hosts).toBe(1);
    });

    test('it goes with its mark', async () => {
      const { page } = await openCard('dark.html', LETTER, CONCERN);
      await page.evaluate(() => document.querySelector('p')?.remove());
      await untilNoCard(context, page);
    });

    test('it goes when its mark is scrolled away', async () => {
      const { page } = await openCard('long.html', LETTER, CONCERN);
      await page.evaluate(() => scrollTo(0, 0));
      await untilNoCard(context, page);
    });

    test('a click on a marked link follows the link', async () => {
      const page = await openPage('news-2019.html');
      await untilPainted(page, LETTER);
      await hover(page, LETTER);
      await untilCard(context, page, CONCERN);
      const { x, y } = await pointOf(page, LETTER);
      await page.mouse.click(x, y);
      await expect.poll(() => page.url(), PATIENCE).toMatch(/no-mention\.html$/);
    });

    test('on a click, where the reader wants that: not on hover, and never in place of a link', async () => {
      await setSettings(context, { trigger: 'click' });
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const { x, y } = await hover(page, LETTER);
      await untilStill(page);
      expect((await cardOf(context, page)).open).toBe(false);
      await page.mouse.click(x, y);
      await untilCard(context, page, CONCERN);
      await page.mouse.click(300, 8);
      await untilNoCard(context, page);
      await page.goto(`${context.server.origin}/news-2019.html`);
      await untilPainted(page, LETTER);
      const link = await pointOf(page, LETTER);
      await page.mouse.click(link.x, link.y);
      await expect.poll(() => page.url(), PATIENCE).toMatch(/no-mention\.html$/);
    });

    test('as late as the reader wants', async () => {
      await setSettings(context, { openDelay: 0 });
      const { page } = await openCard('dark.html', LETTER, CONCERN);
      await page.mouse.move(4, 4);
      await untilNoCard(context, page);
      // Shortly after a card the next opens at once.
      await untilStill(page);
      await setSettings(context, { openDelay: 1000 });
      await expect.poll(async () => (await framesOf(context, page))[0]?.listed?.length, PATIENCE).toBe(3);
      const asked = await page.evaluate(() => performance.now());
      await hover(page, LETTER);
      await untilCard(context, page, CONCERN);
      expect((await page.evaluate(() => performance.now())) - asked).toBeGreaterThan(1000);
    });

    test('"Settings" opens the settings', async () => {
      const { page } = await openCard('demo.html', LETTER, CONCERN);
      await press(context, page, 'Settings');
      // Firefox's driver does not show the addresses of an extension's pages; the extension itself sees its tabs.
      const optionTabs = (close: boolean) =>
        context.extension.evaluateInExtension(
          async (url, close) => {
            const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', TabsInterface>>;
            const { tabs } = browser ?? (chrome as TabsInterface);
            const ids = (await tabs.query({})).filter((tab) => tab.url === url).map((tab) => tab.id);
            if (close) await tabs.remove(ids);
            return ids.length;
          },
          context.extension.extensionUrl('/options.html'),
          close,
        );
      await expect.poll(() => optionTabs(false), PATIENCE).toBe(1);
      await optionTabs(true);
    });
  });

  describe('by keyboard', () => {
    // No driver presses a browser's shortcuts: what the background does on one is done here.
    const open = (page: Page, index: number) =>
      context.extension.evaluateInFrames(
        page,
        (index) => {
          if (window === window.top) globalThis.pageNotes?.open(index, { number: index + 1, count: 20 });
        },
        index,
      );

    test('stepping to a mention scrolls to it and puts the focus into its card; Escape puts it back', async () => {
      const page = await openPage('long.html');
      await untilPainted(page, LETTER);
      await page.bringToFront();
      await page.focus('.scroller');
      await open(page, 3);
      const card = await untilCard(context, page, CONCERN);
      expect(card.focused).toBe(true);
      expect(card.description).toBe('Mention 4 of 20 on this page');
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
      await page.keyboard.press('Escape');
      await untilNoCard(context, page);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('scroller');
    });

    describe('Escape leads back to the mention itself where nothing else had the focus', () => {
      async function openAndClose(page: Page): Promise<void> {
        await untilPainted(page, LETTER);
        await page.bringToFront();
        const [top] = await context.extension.evaluateInFrames(
          page,
          (letter) => globalThis.pageNotes?.list().findIndex(({ text }) => text === letter) ?? -1,
          LETTER,
        );
        await open(page, top?.result ?? -1);
        expect((await untilCard(context, page, CONCERN)).focused).toBe(true);
        await page.keyboard.press('Escape');
        await untilNoCard(context, page);
      }

      test('to the link it is part of', async () => {
        const page = await openPage('news-2019.html');
        await openAndClose(page);
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('linked');
      });

      test('to its place in the text, from where the caret goes on', async () => {
        const page = await openPage('long.html');
        await openAndClose(page);
        const caret = () => document.getSelection()?.anchorNode?.textContent ?? '';
        expect(await page.evaluate(caret)).toContain(LETTER);
      });
    });

    describe('stepping stops at a mention, without its card', () => {
      const step = (page: Page, index: number) =>
        context.extension.evaluateInFrames(
          page,
          (index) => {
            if (window === window.top) globalThis.pageNotes?.stopAt(index, { number: index + 1, count: 20 });
          },
          index,
        );
      const focusedInPage = (page: Page) => page.evaluate(() => document.activeElement?.className || document.activeElement?.id);

      test('and says which it is; Enter opens the card, Escape leads back to the mention, and again to where the reader was', async () => {
        const page = await openPage('long.html');
        await untilPainted(page, LETTER);
        await page.bringToFront();
        await page.focus('.scroller');
        await step(page, 3);
        expect(await untilStop(context, page, 4)).toContain(LETTER);
        expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
        expect((await cardOf(context, page)).open).toBe(false);
        await page.keyboard.press('Enter');
        const card = await untilCard(context, page, CONCERN);
        expect([card.focused, card.description]).toEqual([true, '']);
        await page.keyboard.press('Escape');
        await untilNoCard(context, page);
        await untilStop(context, page, 4);
        await step(page, 2);
        await untilStop(context, page, 3);
        await page.keyboard.press('Escape');
        await expect.poll(() => stopOf(context, page), PATIENCE).toBeNull();
        expect(await focusedInPage(page)).toBe('scroller');
      });

      test('from where Tab goes on: to the link it is part of', async () => {
        const page = await openPage('news-2019.html');
        await untilPainted(page, LETTER);
        await page.bringToFront();
        const [links] = await context.extension.evaluateInFrames(
          page,
          (letter) => {
            const at = globalThis.pageNotes?.list().findIndex(({ text }) => text === letter) ?? -1;
            return { at };
          },
          LETTER,
        );
        const at = links?.result?.at ?? -1;
        await step(page, at);
        await untilStop(context, page, at + 1);
        await page.keyboard.press('Tab');
        await expect.poll(() => stopOf(context, page), PATIENCE).toBeNull();
        expect(await focusedInPage(page)).toBe('linked');
      });

      test('also where the mention is no link: Tab leads to what comes after it, Shift and Tab to what is before', async () => {
        const page = await openPage('long.html');
        await untilPainted(page, LETTER);
        await page.bringToFront();
        await page.evaluate((letter) => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          let paragraph: Element | null = null;
          while (texts.nextNode())
            if (texts.currentNode.textContent?.includes(letter)) paragraph = texts.currentNode.parentElement;
          const button = (id: string) => Object.assign(document.createElement('button'), { id, textContent: id });
          paragraph?.before(button('before'));
          paragraph?.after(button('after'));
        }, LETTER);
        for (const key of ['after', 'before']) {
          await step(page, 3);
          await untilStop(context, page, 4);
          if (key === 'before') await page.keyboard.down('Shift');
          await page.keyboard.press('Tab');
          if (key === 'before') await page.keyboard.up('Shift');
          await expect.poll(() => focusedInPage(page), PATIENCE).toBe(key);
          expect(await stopOf(context, page)).toBeNull();
        }
      });

      test('and goes when the reader presses elsewhere, with nothing left in the page', async () => {
        const page = await openPage('long.html');
        await untilPainted(page, LETTER);
        await page.bringToFront();
        await step(page, 3);
        await untilStop(context, page, 4);
        await page.mouse.click(5, 5);
        await expect.poll(() => stopOf(context, page), PATIENCE).toBeNull();
        expect((await cardOf(context, page)).open).toBe(false);
      });
    });

    test('everything in the card is reached with Tab, in order, and works with Enter', async () => {
      const page = await openPage('long.html');
      await untilPainted(page, LETTER);
      await page.bringToFront();
      await open(page, 3);
      await untilCard(context, page, CONCERN);
      const reached: string[] = [];
      for (let stop = 0; stop < 40 && !reached.includes(SUPPORT); stop++) {
        await page.keyboard.press('Tab');
        const name = (await cardOf(context, page)).focusedOn;
        if (name === '') break;
        reached.push(name.startsWith(SUPPORT) ? SUPPORT : name);
      }
      expect(reached).toContain(SUPPORT);
      expect(new Set(reached).size).toBe(reached.length);
      await page.keyboard.press('Enter');
      const card = await untilCard(context, page, SUPPORT);
      expect(card.focused).toBe(true);
    });

    test('after several steps, Escape leads back to where the focus was before the first', async () => {
      const page = await openPage('long.html');
      await untilPainted(page, LETTER);
      await page.bringToFront();
      await page.focus('.scroller');
      await open(page, 2);
      await expect.poll(async () => (await cardOf(context, page)).focused, PATIENCE).toBe(true);
      await open(page, 3);
      await untilCard(context, page, CONCERN);
      await page.keyboard.press('Escape');
      await untilNoCard(context, page);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('scroller');
    });

    test('stepping on from card to card keeps the focus in cards', async () => {
      const page = await openPage('demo.html');
      await untilPainted(page, LETTER);
      await page.bringToFront();
      await open(page, 1);
      await untilCard(context, page, CONCERN);
      await open(page, 0);
      await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Since 2019/);
      expect((await cardOf(context, page)).focused).toBe(true);
    });
  });

  describe('on difficult pages', () => {
    test('a page that lets nothing in shows the same card as any other', async () => {
      const { page, card: strict } = await openCard('strict-csp.html', LETTER, CONCERN);
      await page.goto(`${context.server.origin}/frame.html`);
      await untilPainted(page, LETTER);
      await hover(page, LETTER);
      const plain = await untilCard(context, page, CONCERN);
      expect(strict.style).toEqual(plain.style);
      expect(strict.style).toMatchObject({ width: '360px', radius: '12px' });
      expect(strict.text).toBe(plain.text);
    });

    test('each kind of frame shows its cards inside itself', async () => {
      const page = await openPage('frames.html');
      const errors = errorsOf(page);
      await page.bringToFront();
      for (const [id, text] of [
        ['same', LETTER],
        ['other', LETTER],
        ['srcdoc', 'Xinjiang'],
        ['blank', 'Xinjiang'],
      ] as const) {
        const element = await page.$(`#${id}`);
        const frame = await element?.contentFrame();
        if (!element || !frame) throw new Error(`No frame ${id}`);
        await untilPainted(frame, text);
        const inside = await pointOf(frame, text);
        const box = await element.boundingBox();
        if (!box) throw new Error(`Frame ${id} is not shown`);
        const before = (await cardsOf(context, page)).filter(({ hosts }) => hosts > 0).length;
        await page.mouse.move(2, 2);
        // The frame's border.
        await page.mouse.move(box.x + 1 + inside.x, box.y + 1 + inside.y, { steps: 3 });
        await expect
          .poll(async () => (await cardsOf(context, page)).filter(({ hosts }) => hosts > 0).length, PATIENCE)
          .toBe(before + 1);
        await expect.poll(() => openIn(page, frame.url()), PATIENCE).toBe(true);
      }
      expect(errors).toEqual([]);
    });

    test('in a modal dialog the card can be used', async () => {
      const page = await openPage('layers.html');
      await untilPainted(page, LETTER);
      await page.click('#open-dialog');
      await untilPainted(page, 'Xinjiang');
      const dialog = await page.evaluate(() => (document.querySelector('#in-dialog')?.textContent ?? '').length);
      expect(dialog).toBeGreaterThan(0);
      await hover(page, 'Xinjiang', 1);
      await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Since 2019/);
      await press(context, page, 'Why?');
      await expect.poll(async () => (await cardOf(context, page)).text, PATIENCE).toContain('name of the region');
    });

    test('in fullscreen the card can be used', async () => {
      const page = await openPage('layers.html');
      await untilPainted(page, LETTER);
      await page.bringToFront();
      await page.click('#go-fullscreen');
      await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id), PATIENCE).toBe('stage');
      await hover(page, LETTER);
      await untilCard(context, page, CONCERN);
      await press(context, page, 'Why?');
      await expect.poll(async () => (await cardOf(context, page)).text, PATIENCE).toMatch(/matched in the text/i);
    });

    test('beside the page’s own previews the card still opens, and leaves them alone', async () => {
      const page = await openPage('encyclopedia.html');
      await untilPainted(page, LETTER);
      await hover(page, LETTER);
      await untilCard(context, page, CONCERN);
      await page.waitForSelector('.preview');
      await page.mouse.move(4, 4);
      await untilNoCard(context, page);
      expect(await page.$('.preview')).toBe(null);
    });

    test('a mark that wraps opens its card from either line', async () => {
      const page = await openPage('news-2019.html');
      await page.evaluate(() => {
        const paragraph = document.querySelector('p:has(#linked)') as HTMLElement;
        paragraph.style.width = '150px';
      });
      await untilPainted(page, LETTER);
      await page.bringToFront();
      for (const line of [0, -1]) {
        await page.mouse.move(4, 400);
        await untilNoCard(context, page);
        const point = await page.$eval(
          '#linked',
          (link, line) => {
            const rect = [...link.getClientRects()].at(line) as DOMRect;
            return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
          },
          line,
        );
        await page.mouse.move(point.x, point.y, { steps: 2 });
        const { box } = await untilCard(context, page, CONCERN);
        await expect.poll(async () => (await cardOf(context, page)).box.y, PATIENCE).toBe(box.y);
      }
    });
  });

  /** Whether a card is shown in the frame with this address. */
  async function openIn(page: Page, url: string): Promise<boolean> {
    const urls = await context.extension.evaluateInFrames(page, () => location.href);
    const cards = await cardsOf(context, page);
    return cards.some(({ open }, index) => open && urls[index]?.result === url);
  }

  async function linksIn(page: Page): Promise<{ href: string; target: string; rel: string }[]> {
    const [top] = await context.extension.evaluateInFrames(page, () => {
      const host = document.querySelector('[data-undersigned]');
      const dom = (
        globalThis as unknown as { chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } }
      ).chrome?.dom;
      const root =
        host &&
        (dom?.openOrClosedShadowRoot(host) ??
          (host as unknown as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot);
      return [...(root?.querySelectorAll<HTMLAnchorElement>('a') ?? [])].map(({ href, target, rel }) => ({ href, target, rel }));
    });
    return top?.result ?? [];
  }
});

/** As much of the extension interface as is used here. */
interface TabsInterface {
  readonly tabs: {
    query(filter: object): Promise<{ id: number; url?: string }[]>;
    remove(ids: number[]): Promise<void>;
  };
}

/** Codes of the countries in lists of a card, sorted; a name nobody knows fails. */
function codesIn(lists: ShownCard['lists']): string[] {
  return lists
    .flatMap((list) => list.countries)
    .map((shown) => {
      const name = shown.replace(/ \([^()]*\)$/, '');
      const country = countries.find((each) => displayName(each, 'en') === name);
      if (!country) throw new Error(`No country is called “${name}”`);
      return country.code;
    })
    .toSorted();
}

function announcedIn(statement: { events: readonly { type: string; country: string }[] }): string[] {
  return statement.events
    .filter(({ type }) => type === 'signed')
    .map(({ country }) => country)
    .toSorted();
}
