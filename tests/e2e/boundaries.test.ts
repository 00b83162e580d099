/** What a page can do to us, and learn of us: nothing it makes up itself opens a card or closes one. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { Settings } from '../../data/settings.ts';
import { forEachBrowser } from '../support/browser.ts';
import { cardOf, pinnedOf, press, untilCard, untilNoCard, untilPinned, untilStill } from '../support/card.ts';
import { hover, PATIENCE, type Point, paintedIn, pointOf, untilMarked, untilPainted } from '../support/page.ts';
import { resetSettings, setSettings } from '../support/settings.ts';

const LETTER = 'letter signed by 22 countries';
const CONCERN = '22 countries voiced concern';

forEachBrowser((context) => {
  afterEach(() => resetSettings(context));

  async function open(): Promise<Page> {
    const page = await context.openPage('hovering.html');
    await page.setViewport({ width: 1200, height: 900 });
    await page.bringToFront();
    await untilMarked(page);
    return page;
  }

  describe('events that a page makes up', () => {
    for (const trigger of ['hover', 'click', 'modifier'] as const) {
      test(`open no card where ${trigger} does`, async () => {
        await setSettings(context, { trigger, openDelay: 0 });
        const page = await open();
        const point = await pointOf(page, LETTER);
        if (trigger === 'modifier') await page.mouse.move(point.x, point.y, { steps: 3 });
        await makeUp(page, point, MADE_UP[trigger]);
        await untilStill(page);
        expect((await cardOf(context, page)).hosts).toBe(0);
        // The reader's own do.
        if (trigger === 'click') await page.mouse.click(point.x, point.y);
        if (trigger === 'modifier') await page.keyboard.down('Shift');
        if (trigger === 'hover') await hover(page, LETTER);
        await untilCard(context, page, CONCERN);
        await page.keyboard.up('Shift');
      });
    }

    test('close no card, and no pinned one', async () => {
      const page = await open();
      await hover(page, LETTER);
      await untilCard(context, page, CONCERN);
      await press(context, page, 'Pin');
      await untilPinned(context, page, CONCERN);
      const rival = await hover(page, 'rival letter backed by 37 states');
      await untilCard(context, page, '37 countries voiced support for China');
      await makeUp(page, { x: 5, y: 5 }, ['move', 'press', 'keys', 'leave']);
      await untilStill(page);
      expect((await cardOf(context, page)).open).toBe(true);
      expect(await pinnedOf(context, page)).toHaveLength(1);
      // The reader's own do.
      await page.mouse.move(rival.x, rival.y);
      await page.keyboard.press('Escape');
      await untilNoCard(context, page);
    });
  });

  test('a page that is written again has cards that can be used, before and after, and goes along with the settings when it is gone back to', async () => {
    const page = await context.openPage('kept.html');
    await page.setViewport({ width: 1200, height: 900 });
    await page.bringToFront();
    await untilMarked(page);
    await hover(page, LETTER);
    await untilCard(context, page, CONCERN);
    await writeAgain(page);
    await untilPainted(page, LETTER);
    await page.mouse.move(4, 4);
    await hover(page, LETTER);
    await untilCard(context, page, CONCERN);
    await press(context, page, 'Pin');
    await untilPinned(context, page, CONCERN);
    await press(context, page, 'Close', { pinned: true });
    await untilPinned(context, page);
    await page.mouse.move(4, 4);

    // Selecting its text pins a card too.
    await hover(page, LETTER);
    const { box } = await untilCard(context, page, CONCERN);
    await page.mouse.move(box.x + 40, box.y + 60, { steps: 8 });
    await page.mouse.click(box.x + 60, box.y + 60, { count: 2 });
    await untilPinned(context, page, CONCERN);

    const address = page.url();
    await page.goto(`${context.server.origin}/no-mention.html`);
    await setSettings(context, { look: 'tint' });
    // The driver would wait for a load that a page from memory does not have.
    await page.evaluate(() => setTimeout(() => history.back()));
    await expect.poll(() => page.evaluate(() => location.href).catch(() => ''), PATIENCE).toBe(address);
    expect(await page.evaluate(() => document.title)).toBe('Again, on Xinjiang');
    await expect.poll(() => paintedIn(page), PATIENCE).toEqual([{ look: 'tint', text: LETTER }]);
  });

  test.each<
    [title: string, file: string, settings: Partial<Settings>, highlights: string[], until: (page: Page) => Promise<void>]
  >([
    ['without a mention, nothing of a page differs', 'no-mention.html', {}, [], untilMarked],
    ['before the first card, nothing of a page differs but the marks', 'hovering.html', {}, ['note-dotted'], untilReady],
    [
      'where no mark is painted, nothing of a page differs before the first card',
      'hovering.html',
      { look: 'none' },
      [],
      untilReady,
    ],
    [
      'where nothing is left to mark, nothing of a page differs',
      'hovering.html',
      { markRegion: false, markStatements: false },
      [],
      async (page) => {
        await untilListed(page, 0);
        await untilStill(page);
      },
    ],
  ])('%s', async (_, file, settings, highlights, until) => {
    await setSettings(context, settings);
    const page = await context.newPage();
    await page.evaluateOnNewDocument(layBait);
    await page.goto(`${context.server.origin}/${file}`, { waitUntil: 'load' });
    await until(page);
    const { before, now, ...seen } = await page.evaluate(() => {
      const { heard, before, names, look } = globalThis as unknown as Watching;
      return {
        before,
        now: look(),
        heard,
        globals: Object.getOwnPropertyNames(globalThis).filter(
          (name) => !names.includes(name) && !/^(?:__|puppeteer|heard|before|names|look$)/.test(name),
        ),
        sheets: document.adoptedStyleSheets.length,
        resources: performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => /extension:/.test(name)),
        highlights: [...CSS.highlights.keys()],
      };
    });
    expect(seen).toEqual({ heard: [], globals: [], sheets: 0, resources: [], highlights });
    const { paint: paintBefore, ...restBefore } = before;
    const { paint, ...rest } = now;
    expect(rest).toEqual(restBefore);
    // Painted marks themselves can be listed, see above.
    if (highlights.length === 0) expect(paint).toEqual(paintBefore);
  });

  async function untilListed(page: Page, count: number): Promise<void> {
    const state = () =>
      context.extension.evaluateInFrames(page, () => ({
        hasAnnotator: globalThis.pageNotesAnnotator !== undefined,
        count: globalThis.pageNotes?.position().count,
      }));
    await expect.poll(async () => (await state())[0]?.result, PATIENCE).toEqual({ hasAnnotator: true, count });
  }

  /** All is marked, and what a card needs has been brought to the page, as when the pointer rests on a mark for a moment. */
  async function untilReady(page: Page): Promise<void> {
    await untilListed(page, 4);
    const [top] = await context.extension.evaluateInFrames(page, async () => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } };
      const answer = await chrome.runtime.sendMessage({ type: 'loadOverlay' });
      return answer === true && globalThis.pageNotesOverlay !== undefined;
    });
    expect(top?.result).toBe(true);
  }

  test('a form that looks like what an older version left keeps no card away', async () => {
    const page = await open();
    await page.evaluate(() => {
      const form = document.createElement('form');
      form.toggleAttribute('data-undersigned');
      const field = Object.assign(document.createElement('input'), { name: 'remove' });
      form.append(field);
      document.body.append(form);
    });
    await hover(page, LETTER);
    await untilCard(context, page, CONCERN);
  });

  test('what painted marks and let cards be seen is gone where nothing is painted any more', async () => {
    const page = await open();
    await hover(page, LETTER);
    await untilCard(context, page, CONCERN);
    const token = await page.$eval('[data-undersigned]', (host) => host.getAttribute('data-undersigned') ?? '');
    const paint = () => page.evaluate(() => getComputedStyle(document.body, '::highlight(note-dotted)').textDecorationLine);
    const display = () =>
      page.evaluate((token) => {
        const bait = document.createElement('div');
        bait.setAttribute('data-undersigned', token);
        document.body.append(bait);
        const value = getComputedStyle(bait).getPropertyValue('--page-note-display');
        bait.remove();
        return value;
      }, token);
    expect(await paint()).toBe('underline');
    expect(await display()).not.toBe('');
    await setSettings(context, { look: 'none' });
    await expect.poll(paint, PATIENCE).toBe('none');
    await setSettings(context, { enabled: false });
    await setSettings(context, { lookUpOnly: true });
    await expect.poll(display, PATIENCE).toBe('');
    expect(await page.$('[data-undersigned]')).toBeNull();
  });

  test('a page is not given what is in the card, whatever it makes of our element', async () => {
    const page = await open();
    const nameOfOurs = () => page.$eval('[data-undersigned]', ({ localName }) => localName);
    await hover(page, LETTER);
    await untilCard(context, page, CONCERN);
    await page.evaluateOnNewDocument(
      (name) => {
        const given: unknown[] = [];
        Object.assign(globalThis, { given });
        const take = (element: HTMLElement) => given.push(element.attachInternals().shadowRoot);
        class Ours extends HTMLElement {
          constructor() {
            super();
            take(this);
          }
        }
        // Throws for an element that is the browser's own.
        for (const define of [() => customElements.define(name, Ours), () => document.createElement(name).attachInternals()]) {
          try {
            define();
            given.push(name);
          } catch {}
        }
      },
      await nameOfOurs(),
    );
    await page.reload({ waitUntil: 'load' });
    await untilMarked(page);
    await hover(page, LETTER);
    await untilCard(context, page, CONCERN);
    const seen = await page.$eval('[data-undersigned]', (host) => ({
      given: (globalThis as unknown as { given: unknown[] }).given,
      root: host.shadowRoot,
      text: host.textContent,
    }));
    expect(seen).toEqual({ given: [], root: null, text: '' });
  });

  test('no file of the extension can be had by a page', async () => {
    const page = await open();
    const base = context.extension.extensionUrl('/');
    const files = ['manifest.json', 'popup.html', 'icon/16.png', 'content-scripts/content.css', 'messages/card/en.json'];
    const had = await page.evaluate(
      async (urls) => {
        const answers = await Promise.all(
          urls.map((url) =>
            fetch(url).then(
              () => url,
              () => undefined,
            ),
          ),
        );
        const pictures = await Promise.all(
          urls.map(
            (url) =>
              new Promise<string | undefined>((resolve) => {
                const picture = new Image();
                picture.onload = () => resolve(url);
                picture.onerror = () => resolve(undefined);
                picture.src = url;
              }),
          ),
        );
        return [...answers, ...pictures].filter(Boolean);
      },
      files.map((file) => base + file),
    );
    expect(had).toEqual([]);
  });
});

/** What the script below keeps of a page. */
interface Watching {
  readonly heard: string[];
  /** All globals there were. */
  readonly names: string[];
  readonly before: Sight;
  look(): Sight;
}

interface Sight {
  readonly tree: string;
  /** What the browser makes of each bait. */
  readonly styles: Record<string, string>[];
  /** How highlights of our names would be painted. */
  readonly paint: string[][];
}

/** Run in a page before its own scripts: listens, and lays out what looks like the card of some version of us. */
function layBait(): void {
  const heard: string[] = [];
  Object.assign(globalThis, { heard, look, names: Object.getOwnPropertyNames(globalThis) });
  for (const type of ['message', 'error', 'unhandledrejection', 'securitypolicyviolation'])
    addEventListener(type, (event) => heard.push(`${type} ${(event as MessageEvent).data ?? ''}`), true);
  addEventListener('DOMContentLoaded', () => {
    for (const value of ['', '1-2', undefined]) {
      const bait = document.createElement(value === undefined ? 'page-note' : 'div');
      if (value !== undefined) bait.setAttribute('data-undersigned', value);
      bait.className = 'bait';
      document.documentElement.append(bait);
      const root = bait.attachShadow({ mode: value === '' ? 'open' : 'closed' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':host { all: initial !important; display: var(--page-note-display, none) !important; }');
      root.adoptedStyleSheets = [sheet];
      root.append(Object.assign(document.createElement('div'), { popover: 'manual', className: 'surface' }));
    }
    Object.assign(globalThis, { before: look() });
  });

  function look(): Sight {
    const baits = [...document.querySelectorAll('.bait')];
    const looks = ['dotted', 'solid', 'wavy', 'tint', 'here'];
    return {
      tree: document.documentElement.outerHTML,
      styles: baits.map((bait) => {
        const style = getComputedStyle(bait);
        const names = [...style, '--page-note-display'];
        return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
      }),
      paint: [document.body, ...baits].map((element) =>
        looks.map((name) => {
          const style = getComputedStyle(element, `::highlight(note-${name})`);
          return [style.textDecorationLine, style.textUnderlineOffset, style.backgroundColor].join();
        }),
      ),
    };
  }
}

type MadeUp = 'move' | 'press' | 'keys' | 'leave';

/** What would open a card if a reader did it. */
const MADE_UP = { hover: ['move'], click: ['press'], modifier: ['keys'] } as const;

/** What a page could try with the pointer and the keys, at a point of it and on whatever stands in it. */
async function makeUp(page: Page, { x, y }: Point, kinds: readonly MadeUp[]): Promise<void> {
  await page.evaluate(
    async ({ x, y, kinds }) => {
      const at = {
        clientX: x,
        clientY: y,
        bubbles: true,
        composed: true,
        cancelable: true,
        pointerType: 'mouse',
        isPrimary: true,
      };
      const targets = [
        document.elementFromPoint(x, y),
        document.querySelector('[data-undersigned]'),
        document.documentElement,
        window,
      ];
      const pointer = (target: EventTarget, type: string, more = {}) =>
        target.dispatchEvent(new PointerEvent(type, { ...at, ...more }));
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (const kind of kinds) {
        for (const target of targets) {
          if (!target) continue;
          if (kind === 'move') for (let step = 0; step < 4; step++) pointer(target, 'pointermove', { clientX: x - 3 + step });
          if (kind === 'press') for (const type of ['pointerdown', 'pointerup', 'click', 'contextmenu']) pointer(target, type);
          if (kind === 'press') pointer(target, 'click', { pointerType: 'touch' });
          if (kind === 'leave') pointer(target, 'pointerleave');
          if (kind === 'leave') target.dispatchEvent(new Event('scroll', { bubbles: true }));
          if (kind !== 'keys') continue;
          for (const key of ['Escape', 'Enter', 'Alt', 'Control', 'Shift'])
            target.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey: key === 'Shift', bubbles: true, composed: true }));
        }
        await frame();
      }
    },
    { x, y, kinds },
  );
}

/** As pages that build themselves do. */
async function writeAgain(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.open();
    document.write(`<!doctype html><title>Again, on Xinjiang</title>
      <p style="margin: 80px; font: 18px/1.6 serif">A letter signed by 22 countries was sent to the Human Rights Council in July 2019.</p>`);
    document.close();
  });
}
