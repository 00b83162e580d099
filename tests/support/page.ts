/**
 * A page as a reader and as its own scripts see it: what it says is to be marked, what is marked, and where.
 * Marks are custom highlights, which stand in the page's own registry; only `framesOf` asks the extension.
 */
import type { Frame, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { UNENDED } from '../../scripts/serve-pages.ts';
import type { BrowserTest } from './browser.ts';

/** How long a page may take until it is as expected, and how often it is asked. */
export const PATIENCE = { timeout: 8000, interval: 50 };

/** What a page states in its head or on parts of it: a name of the region, or a statement with what it refers to. */
export interface StatedMention {
  readonly text: string;
  /** Best first; empty for the region. */
  readonly link: readonly string[];
}

/** A mark that can be seen: how it looks and the text below it. */
export interface PaintedMark {
  readonly look: string;
  readonly text: string;
}

/** Each frame of a page: what it states and what the extension lists there, both in document order; null without a content script. */
export async function framesOf(
  { extension }: BrowserTest,
  page: Page,
): Promise<{ stated: StatedMention[]; listed: StatedMention[] | null }[]> {
  const frames = await extension.evaluateInFrames(page, () => {
    // The soft hyphen that a line does not break at is no part of what a reader sees.
    const plain = (text: string) => text.replace(/[\u00ad\u200b]/g, '').replace(/\s+/g, ' ');
    const stated = [...document.querySelectorAll<HTMLElement>('meta[name="expect"], [data-expect]')].flatMap((element) => {
      const json = element.getAttribute('content') ?? element.dataset.expect ?? '[]';
      return (JSON.parse(json) as (string | { text: string; link: string[] })[]).map((mention) =>
        typeof mention === 'string' ? { text: plain(mention), link: [] } : { text: plain(mention.text), link: mention.link },
      );
    });
    const listed = globalThis.pageNotes?.list().map(({ text, link }) => ({ text: plain(text), link: [...link] }));
    return { stated, listed: listed ?? null };
  });
  return frames.flatMap(({ result }) => (result ? [result] : []));
}

/** The marks that can be seen in a frame, in document order, as the page's own scripts could find them. */
export async function paintedIn(page: Page | Frame): Promise<PaintedMark[]> {
  return page.evaluate(() => {
    const marks: { look: string; range: Range }[] = [];
    for (const [name, highlight] of CSS.highlights) {
      // What paints them comes a moment after they are registered.
      const { textDecorationLine, backgroundColor } = getComputedStyle(document.documentElement, `::highlight(${name})`);
      if (textDecorationLine === 'none' && backgroundColor === 'rgba(0, 0, 0, 0)') continue;
      for (const place of highlight) {
        const range = document.createRange();
        range.setStart(place.startContainer, place.startOffset);
        range.setEnd(place.endContainer, place.endOffset);
        const painted = [...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
        if (name.startsWith('note-') && painted) marks.push({ look: name.slice('note-'.length), range });
      }
    }
    marks.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return marks.map(({ look, range }) => ({ look, text: textOf(range) }));

    /** As read in the line: what stands above ruby text is left out. */
    function textOf(range: Range): string {
      const content = range.cloneContents();
      for (const aside of content.querySelectorAll('rt, rp')) aside.remove();
      return (content.textContent ?? '').replace(/[\u00ad\u200b]/g, '').replace(/\s+/g, ' ');
    }
  });
}

/** Wait until a frame shows the marks it states, in order, and no others. */
export async function untilMarked(page: Page | Frame): Promise<void> {
  await expect
    .poll(async () => {
      const [painted, stated] = [await paintedIn(page), await statedIn(page)];
      return { painted: painted.map(({ text }) => text), stated };
    }, PATIENCE)
    .toSatisfy(
      ({ painted, stated }: { painted: string[]; stated: string[] }) => JSON.stringify(painted) === JSON.stringify(stated),
    );
}

/** Wait until a frame shows a mark with this text. */
export async function untilPainted(page: Page | Frame, text: string): Promise<void> {
  await expect.poll(async () => (await paintedIn(page)).map((mark) => mark.text), PATIENCE).toContain(text);
}

/**
 * Wait until everything that stands in a page now has been read, so that what is not marked then is left unmarked for good.
 * Gives the texts the page states. Reading goes in order: a last article with a name of the region is marked after all else;
 * being an article it tells nothing about its neighbours, and it is gone again afterwards.
 */
export async function untilRead(page: Page): Promise<string[]> {
  const last = () =>
    page.evaluate(() => {
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('note-')) continue;
        for (const { startContainer } of highlight) if (startContainer.parentElement?.id === 'last-article') return true;
      }
      return false;
    });
  await page.evaluate(() => {
    const article = document.createElement('article');
    article.id = 'last-article';
    article.textContent = 'Xinjiang';
    document.body.append(article);
  });
  await expect.poll(last, PATIENCE).toBe(true);
  // What was read in one go with it may still have been under way; its removal is read after that.
  await page.evaluate(() => document.getElementById('last-article')?.remove());
  await expect.poll(last, PATIENCE).toBe(false);
  return statedIn(page);
}

/** The texts a frame states, in document order. */
function statedIn(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('meta[name="expect"], [data-expect]')].flatMap((element) =>
      (JSON.parse(element.getAttribute('content') ?? element.dataset.expect ?? '[]') as (string | { text: string })[]).map(
        (mention) => (typeof mention === 'string' ? mention : mention.text).replace(/[\u00ad\u200b]/g, ''),
      ),
    ),
  );
}

/** Put a frame into a page that loads for ever; it has begun. */
export async function addUnendedFrame(page: Page): Promise<void> {
  await page.evaluate((src) => document.body.append(Object.assign(document.createElement('iframe'), { src })), UNENDED);
  const text = () => page.evaluate(() => document.querySelector('iframe')?.contentDocument?.body?.textContent);
  await expect.poll(text, PATIENCE).toContain('It goes on.');
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of the first line of a mark, scrolled into view; `nth` counts marks of the same text from 0. */
export async function pointOf(page: Page | Frame, text: string, nth = 0): Promise<Point> {
  const point = await page.evaluate(
    (text, nth) => {
      const found: Range[] = [];
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('note-')) continue;
        for (const place of highlight) {
          const range = document.createRange();
          range.setStart(place.startContainer, place.startOffset);
          range.setEnd(place.endContainer, place.endOffset);
          if (range.toString().replace(/\s+/g, ' ') === text && range.getClientRects().length > 0) found.push(range);
        }
      }
      // By where they are seen: ranges of different trees cannot be compared.
      const placeOf = (range: Range) => range.getClientRects()[0] as DOMRect;
      found.sort((a, b) => placeOf(a).top - placeOf(b).top || placeOf(a).left - placeOf(b).left);
      const range = found[nth];
      if (!range) return undefined;
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const [line] = range.getClientRects();
      return line && { x: line.x + line.width / 2, y: line.y + line.height / 2 };
    },
    text,
    nth,
  );
  if (!point) throw new Error(`No mark ${nth} of “${text}” on ${page.url()}`);
  return point;
}

/** Bring the pointer to a mark from a few pixels beside it, and leave it there. */
export async function hover(page: Page, text: string, nth = 0): Promise<Point> {
  await page.bringToFront();
  const point = await pointOf(page, text, nth);
  await page.mouse.move(point.x - 30, Math.max(1, point.y - 30));
  await page.mouse.move(point.x, point.y, { steps: 4 });
  return point;
}

/** Errors and complaints of a page from now on, its own and any that our scripts would cause in it. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    // Firefox asks every host for an icon; the test server has none.
    if (message.type() === 'error' && !/favicon|404/.test(message.text())) errors.push(message.text());
  });
  return errors;
}
