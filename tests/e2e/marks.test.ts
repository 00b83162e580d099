/**
 * What is marked on a page, and that the page does not notice. Every page of tests/pages states its own mentions.
 */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { root } from '../../scripts/tools.ts';
import { forEachBrowser } from '../support/browser.ts';
import { cardOf, untilCard } from '../support/card.ts';
import {
  errorsOf,
  framesOf,
  hover,
  PATIENCE,
  paintedIn,
  pointOf,
  untilMarked,
  untilPainted,
  untilRead,
} from '../support/page.ts';
import { resetSettings, setSettings } from '../support/settings.ts';

const PAGES = path.join(root, 'tests', 'pages');
const FIXTURES = readdirSync(PAGES).filter((file) => file.endsWith('.html'));

forEachBrowser((context) => {
  const { openPage } = context;

  afterEach(() => resetSettings(context));

  describe('pages that state their mentions', () => {
    for (const file of FIXTURES) {
      test(`${file} gets the marks it states in every frame, and no others`, async () => {
        const page = await openPage(file);
        const stated = await untilRead(page);
        expect((await paintedIn(page)).map(({ text }) => text)).toEqual(stated);
        await expect
          .poll(async () => (await framesOf(context, page)).map(({ stated, listed }) => ({ listed, asStated: stated })), PATIENCE)
          .toSatisfy((frames: { listed: unknown; asStated: unknown }[]) =>
            frames.every(({ listed, asStated }) => JSON.stringify(listed) === JSON.stringify(asStated)),
          );
      });
    }
  });

  describe('the page itself', () => {
    for (const file of ['demo.html', 'encyclopedia.html']) {
      test(`${file} has the same tree, node by node, as where nothing is installed`, async () => {
        const page = await openPage(file);
        await untilRead(page);
        expect(await paintedIn(page)).not.toEqual([]);
        const [asServed, asMarked] = await treesOf(page);
        expect(asMarked).toEqual(asServed);
      });
    }

    test('gets one element, and only when the first card opens', async () => {
      const page = await openPage('demo.html');
      await untilPainted(page, 'letter signed by 22 countries');
      expect((await cardOf(context, page)).hosts).toBe(0);
      await hover(page, 'letter signed by 22 countries');
      await untilCard(context, page, '22 countries voiced concern');
      await hover(page, 'Germany and 38 others');
      await untilCard(context, page, '39 countries voiced concern');
      expect((await cardOf(context, page)).hosts).toBe(1);
      const [asServed, asMarked] = await treesOf(page, '[data-undersigned]');
      expect(asMarked).toEqual(asServed);
    });

    test('is copied as it was written, also while a card is open', async () => {
      const page = await openPage('demo.html');
      const before = await page.evaluate(selectAll);
      await untilPainted(page, 'letter signed by 22 countries');
      expect(await page.evaluate(selectAll)).toBe(before);
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await hover(page, 'letter signed by 22 countries');
      await untilCard(context, page, '22 countries voiced concern');
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(before.trim());
    });

    test('sees no message and no name of ours', async () => {
      const page = await context.newPage();
      await page.evaluateOnNewDocument(() => {
        const seen: string[] = [];
        Object.assign(globalThis, { seen, before: new Set(Object.getOwnPropertyNames(globalThis)) });
        addEventListener('message', (event) => seen.push(String(event.data?.type ?? event.data)), true);
      });
      await page.goto(`${context.server.origin}/demo.html`);
      await untilPainted(page, 'letter signed by 22 countries');
      const { seen, added, attributes } = await page.evaluate(() => {
        const { seen, before } = globalThis as unknown as { seen: string[]; before: Set<string> };
        const added = Object.getOwnPropertyNames(globalThis).filter(
          (name) => !before.has(name) && /note|undersigned|wxt|overlay/i.test(name),
        );
        const attributes = [document.documentElement, document.body].flatMap((element) => element.getAttributeNames());
        return { seen, added, attributes };
      });
      expect({ seen, added, attributes }).toEqual({ seen: [], added: [], attributes: ['lang'] });
    });

    test('without a mention has nothing of ours registered', async () => {
      const page = await openPage('no-mention.html');
      await expect.poll(async () => (await framesOf(context, page))[0]?.listed, PATIENCE).toEqual([]);
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
      expect(await page.evaluate(() => [...document.styleSheets, ...document.adoptedStyleSheets].length)).toBe(1);
    });

    test('gets the annotator only where something on it concerns the matter', async () => {
      const annotators = async (page: Page) =>
        (await context.extension.evaluateInFrames(page, () => globalThis.pageNotesAnnotator !== undefined)).map(
          ({ result }) => result,
        );
      const other = await openPage('no-mention.html');
      const page = await openPage('demo.html');
      await untilMarked(page);
      expect(await annotators(page)).toEqual([true]);
      // Opened before, and read long since.
      expect(await annotators(other)).toEqual([false]);
      await untilRead(other);
      expect(await annotators(other)).toEqual([true]);
    });
  });

  describe('a page that changes', () => {
    test('marks what a feed adds while it is scrolled', async () => {
      const page = await openPage('feed.html');
      await untilMarked(page);
      for (let posts = await countOf(page, 'article'); posts < 8; ) {
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        const before = posts;
        await expect.poll(async () => (posts = await countOf(page, 'article')), PATIENCE).toBeGreaterThan(before);
      }
      const stated = await untilRead(page);
      expect((await paintedIn(page)).map(({ text }) => text)).toEqual(stated);
      expect(stated).toContain('Germany and 38 others');
    });

    test('marks the next page of a single-page site, and not the page before it', async () => {
      const page = await openPage('single-page.html');
      expect(await untilRead(page)).toEqual([]);
      await page.click('#to-council');
      await untilMarked(page);
      expect(page.url()).toContain('?page=council');
      await page.click('#to-glaciers');
      expect(await untilRead(page)).toEqual([]);
      expect(await paintedIn(page)).toEqual([]);
      await page.goBack();
      await untilMarked(page);
      expect(await paintedIn(page)).toHaveLength(2);
    });

    test('lets go of text that is removed or rewritten', async () => {
      const page = await openPage('news-2019.html');
      await untilRead(page);
      const before = await rangesIn(page);
      await page.evaluate(() => document.getElementById('comment')?.remove());
      await expect.poll(() => rangesIn(page), PATIENCE).toBe(before - 1);
      await page.evaluate(() => {
        const text = document.querySelector('.teaser p')?.firstChild;
        if (text) text.nodeValue = 'Cotton weighs on shares in sportswear.';
      });
      await expect.poll(() => rangesIn(page), PATIENCE).toBe(before - 2);
    });

    test('marks text in an open shadow tree that comes later', async () => {
      const page = await openPage('dark.html');
      await untilMarked(page);
      await page.evaluate(() => {
        const host = document.createElement('div');
        document.body.append(host);
        const shadow = host.attachShadow({ mode: 'open' });
        shadow.append(Object.assign(document.createElement('p'), { textContent: 'A part of the page of its own, on Xinjiang.' }));
      });
      await expect.poll(async () => (await framesOf(context, page))[0]?.listed?.length, PATIENCE).toBe(4);
      await page.evaluate(() => {
        const shadow = document.body.lastElementChild?.shadowRoot;
        shadow?.append(Object.assign(document.createElement('p'), { textContent: 'And XUAR, added later.' }));
      });
      await expect.poll(async () => (await framesOf(context, page))[0]?.listed?.at(-1)?.text, PATIENCE).toBe('XUAR');
    });

    test('never marks what is being written', async () => {
      const page = await openPage('news-2019.html');
      await untilRead(page);
      const before = await paintedIn(page);
      await page.click('.editor');
      await page.keyboard.type(' And Xinjiang again.');
      await page.click('textarea');
      await page.keyboard.type(' And Xinjiang again.');
      await untilRead(page);
      expect(await paintedIn(page)).toEqual(before);
    });

    test('redraws marked text 500 times without an error, and ends with the right marks', async () => {
      const page = await openPage('rerender.html');
      const errors = errorsOf(page);
      const preact = await readFile(path.join(root, 'node_modules', 'preact', 'dist', 'preact.mjs'), 'utf8');
      // As one text: what builds the tests would rewrite an import.
      const result = (await page.evaluate(
        `import('data:text/javascript,${encodeURIComponent(preact).replaceAll("'", '%27')}').then((library) => (start(library), run(500)))`,
      )) as { errors: string[]; text: string };
      expect(result.errors).toEqual([]);
      expect(result.text).toContain('Update 500');
      await expect
        .poll(async () => (await paintedIn(page)).map(({ text }) => text).toSorted(), PATIENCE)
        .toEqual(['Xinjiang', 'Xinjiang', 'Xinjiang', 'letter signed by 22 countries', 'rival letter backed by 37 states']);
      await untilRead(page);
      expect(await rangesIn(page)).toBe(5);
      expect(errors).toEqual([]);
    });

    test('has its marks back after its scripts cleared the registry', async () => {
      const page = await openPage('dark.html');
      await untilMarked(page);
      await page.evaluate(() => CSS.highlights.clear());
      expect(await paintedIn(page)).toEqual([]);
      await hoverAt(page, 'Night edition');
      await page.evaluate(() => document.body.append(document.createElement('hr')));
      await untilMarked(page);
    });
  });

  describe('how marks look', () => {
    test('they are painted, and change in open pages as soon as the setting does', async () => {
      const page = await openPage('dark.html');
      await untilMarked(page);
      const clip = await clipOf(page);
      const pictures = new Map<string, string>();
      for (const look of ['dotted', 'solid', 'wavy', 'tint'] as const) {
        await setSettings(context, { look });
        await expect.poll(async () => [...new Set((await paintedIn(page)).map((mark) => mark.look))], PATIENCE).toEqual([look]);
        pictures.set(look, await page.screenshot({ clip, encoding: 'base64' }));
      }
      await setSettings(context, { look: 'none' });
      await expect.poll(() => page.evaluate(() => CSS.highlights.size), PATIENCE).toBe(0);
      pictures.set('none', await page.screenshot({ clip, encoding: 'base64' }));
      expect(new Set(pictures.values()).size).toBe(5);
      // Nothing is painted, yet everything is still there to be listed and opened.
      expect((await framesOf(context, page))[0]?.listed).toHaveLength(3);
    });

    test('they keep the colour of the text they stand under', async () => {
      const page = await openPage('dark.html');
      await untilMarked(page);
      const colours = await page.evaluate(() => {
        const element = document.querySelector('.dim') as Element;
        return [getComputedStyle(element).color, getComputedStyle(element, '::highlight(note-dotted)').color];
      });
      expect(colours[1]).toBe(colours[0]);
    });
  });
});

// Only Chromium's driver can show a page as it would be printed.
forEachBrowser(
  ({ openPage }) => {
    test('a printed page has no marks', async () => {
      const page = await openPage('dark.html');
      await untilMarked(page);
      const clip = await clipOf(page);
      const underline = () =>
        page.evaluate(
          () => getComputedStyle(document.querySelector('h1') as Element, '::highlight(note-dotted)').textDecorationLine,
        );
      expect(await underline()).toBe('underline');
      await page.emulateMediaType('print');
      expect(await underline()).toBe('none');
      const printed = await page.screenshot({ clip, encoding: 'base64' });
      await page.evaluate(() => CSS.highlights.clear());
      expect(await page.screenshot({ clip, encoding: 'base64' })).toBe(printed);
    });
  },
  { only: ['chromium'] },
);

/** The document's tree as the server sent it and as it is now, as markup and as a list of nodes: a split text shows in the latter. */
function treesOf(page: Page, without?: string): Promise<[{ html: string; nodes: string[] }, { html: string; nodes: string[] }]> {
  return page.evaluate(async (without) => {
    const read = (root: Element) => {
      const nodes: string[] = [];
      const walker = document.createTreeWalker(root);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(`${node.nodeName} ${node.nodeValue ?? ''}`);
      return { html: root.outerHTML, nodes };
    };
    const source = await (await fetch(location.href)).text();
    const served = new DOMParser().parseFromString(source, 'text/html').documentElement;
    const now = document.documentElement.cloneNode(true) as Element;
    if (without) for (const element of now.querySelectorAll(without)) element.remove();
    return [read(served), read(now)] as [ReturnType<typeof read>, ReturnType<typeof read>];
  }, without);
}

function selectAll(): string {
  const selection = getSelection();
  selection?.selectAllChildren(document.body);
  return selection?.toString() ?? '';
}

/** All places our highlights hold, on screen or not. */
function rangesIn(page: Page): Promise<number> {
  return page.evaluate(() => {
    let count = 0;
    for (const [name, highlight] of CSS.highlights) if (name.startsWith('note-')) count += highlight.size;
    return count;
  });
}

function countOf(page: Page, selector: string): Promise<number> {
  return page.$$eval(selector, (elements) => elements.length);
}

/** A strip of the page around a mark's line. */
async function clipOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const { y } = await pointOf(page, 'letter signed by 22 countries');
  return { x: 60, y: y - 16, width: 500, height: 34 };
}

async function hoverAt(page: Page, text: string): Promise<void> {
  const heading = await page.evaluateHandle(
    (text) => [...document.querySelectorAll('h1, p')].find((element) => element.textContent?.startsWith(text)) as Element,
    text,
  );
  await heading.hover();
}
