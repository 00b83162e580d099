/** The settings page as a reader uses it, and what of it holds on pages: where marks may be, how cards look, and looking up only. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type BrowserTest, forEachBrowser } from '../support/browser.ts';
import { cardOf, untilCard, untilNoCard } from '../support/card.ts';
import { faultsIn } from '../support/faults.ts';
import { listenersOf } from '../support/management.ts';
import { hover, PATIENCE, paintedIn, untilMarked, untilPainted } from '../support/page.ts';
import { resetSettings, setSettings, storedSettings } from '../support/settings.ts';

const LETTER = 'letter signed by 22 countries';
const CONCERN = '22 countries voiced concern';

forEachBrowser((context) => {
  const { openPage } = context;
  const opened: Page[] = [];

  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
    await resetSettings(context);
    await syncedStorage(context, {});
  });

  async function openOptions(): Promise<Page> {
    const page = await context.extension.openExtensionPage('/options.html');
    opened.push(page);
    await page.waitForSelector('main');
    return page;
  }

  const looks = async (page: Page) => [...new Set((await paintedIn(page)).map(({ look }) => look))];

  describe('looking up only', () => {
    test('leaves nothing in any page that it could see, while the popup searches', async () => {
      await setSettings(context, { lookUpOnly: true });
      const page = await context.newPage();
      await watchPage(context, page);
      await page.goto(`${context.server.origin}/demo.html`, { waitUntil: 'load' });
      const isThere = () => context.extension.evaluateInFrames(page, () => globalThis.pageNotes?.position().count);
      await expect.poll(async () => (await isThere()).map(({ result }) => result), PATIENCE).toEqual([0]);
      await page.mouse.move(200, 200);
      await page.mouse.move(220, 210);
      await page.keyboard.press('Escape');
      expect(await seenBy(page)).toEqual(NOTHING);
      expect(await listenersOf(context, page)).toEqual([]);

      const popup = await context.extension.openExtensionPage(`/popup.html?tab=${await context.extension.tabIdOf(page)}`);
      opened.push(popup);
      await popup.waitForSelector('main');
      expect(await popup.$eval('h2', (heading) => heading.textContent)).toBe('Looking up only');
      expect(await popup.$$('[role=switch]')).toEqual([]);
      expect(await faultsIn(popup)).toEqual([]);
      await popup.type('input[type=search]', '8 July 2019');
      await popup.waitForSelector('.us-found-answers button');
      expect(await seenBy(page)).toEqual(NOTHING);
    });

    test('leaves an element alone that a page calls as ours is called, to see whether it goes, and so it is when pages are marked', async () => {
      await setSettings(context, { lookUpOnly: true });
      const page = await context.newPage();
      await page.evaluateOnNewDocument(() => {
        addEventListener('DOMContentLoaded', () => {
          const decoy = document.createElement('div');
          decoy.toggleAttribute('data-undersigned');
          document.body.append(decoy);
        });
      });
      await page.goto(`${context.server.origin}/demo.html`, { waitUntil: 'load' });
      const isThere = () => context.extension.evaluateInFrames(page, () => globalThis.pageNotes?.position().count);
      await expect.poll(async () => (await isThere()).map(({ result }) => result), PATIENCE).toEqual([0]);
      expect(await page.$$('[data-undersigned]')).toHaveLength(1);
      await setSettings(context, { lookUpOnly: false });
      await untilMarked(page);
      expect(await page.$$('[data-undersigned]')).toHaveLength(1);
    });

    test('is turned off and on in open pages at once, with everything that could be seen', async () => {
      await setSettings(context, { lookUpOnly: true });
      const page = await context.newPage();
      await watchPage(context, page);
      await page.goto(`${context.server.origin}/dark.html`, { waitUntil: 'load' });
      await setSettings(context, { lookUpOnly: false });
      await untilMarked(page);
      await hover(page, LETTER);
      await untilCard(context, page, CONCERN);
      const { highlights, style, host } = await seenBy(page);
      expect({ highlights, style, host }).toEqual({ highlights: 1, style: true, host: true });
      await setSettings(context, { lookUpOnly: true });
      await expect.poll(() => seenBy(page), PATIENCE).toMatchObject({ highlights: 0, style: false, host: false, changed: false });
      await expect.poll(() => listenersOf(context, page), PATIENCE).toEqual([]);
      await setSettings(context, { lookUpOnly: false });
      await untilMarked(page);
      await expect.poll(() => seenBy(page), PATIENCE).toMatchObject({ highlights: 1, style: true });
    });
  });

  describe('rules for sites', () => {
    test('keep marks off the pages they mean, in frames of other sites too, and off no others', async () => {
      await setSettings(context, { deniedSites: ['*://*/demo.html'] });
      const other = await openPage('dark.html');
      await untilMarked(other);
      const page = await openPage('demo.html');
      const popup = await context.extension.openExtensionPage(`/popup.html?tab=${await context.extension.tabIdOf(page)}`);
      opened.push(popup);
      await expect.poll(() => popup.$eval('h2', (heading) => heading.textContent), PATIENCE).toBe('Not marked here');
      expect(await paintedIn(page)).toEqual([]);
      await setSettings(context, { deniedSites: [] });
      await untilMarked(page);
      await setSettings(context, { siteRule: 'only', allowedSites: ['*://*/demo.html'] });
      await expect.poll(() => paintedIn(other), PATIENCE).toEqual([]);
      await untilMarked(page);
    });

    test('hold for the address that a page goes to by itself', async () => {
      await setSettings(context, { deniedSites: ['*://*/private/*'] });
      const page = await openPage('dark.html');
      await untilMarked(page);
      await page.evaluate(() => {
        history.pushState(null, '', '/private/dark.html');
        document.body.append(document.createElement('hr'));
      });
      await expect.poll(() => paintedIn(page), PATIENCE).toEqual([]);
      await page.evaluate(() => {
        history.pushState(null, '', '/dark.html');
        document.body.append(document.createElement('hr'));
      });
      await untilMarked(page);
    });

    test('are written in the settings by the name of a site', async () => {
      const page = await openPage('dark.html');
      await untilMarked(page);
      const options = await openOptions();
      await options.type('form input', 'localhost');
      await options.keyboard.press('Enter');
      await expect.poll(async () => (await storedSettings(context)).deniedSites, PATIENCE).toEqual(['*://*.localhost/*']);
      await expect.poll(() => paintedIn(page), PATIENCE).toEqual([]);
    });
  });

  test('cards are as wide as is set, and dark in a light page where that is wanted', async () => {
    await setSettings(context, { theme: 'dark', cardSize: 'small' });
    const page = await openPage('demo.html');
    await untilPainted(page, LETTER);
    await hover(page, LETTER);
    await untilCard(context, page, CONCERN);
    expect((await cardOf(context, page)).box.width).toBe(300);
    expect(await schemeOfCard(context, page)).toBe('dark');
    await setSettings(context, { theme: 'light', cardSize: 'large' });
    await page.mouse.move(2, 2);
    await untilNoCard(context, page);
    await hover(page, LETTER);
    await untilCard(context, page, CONCERN);
    expect((await cardOf(context, page)).box.width).toBe(480);
    expect(await schemeOfCard(context, page)).toBe('light');
  });

  describe('the settings page', () => {
    test('is used by keyboard alone: found, changed, taken back', async () => {
      const page = await openPage('dark.html');
      await untilMarked(page);
      const options = await openOptions();
      await options.focus('input[type=search]');
      await options.keyboard.type('wavy');
      await options.waitForFunction(() => document.querySelector('search [role=status]')?.textContent === '1 setting matches.');
      await options.keyboard.press('Tab');
      await options.keyboard.press('ArrowRight');
      await options.keyboard.press('ArrowRight');
      await expect.poll(() => looks(page), PATIENCE).toEqual(['wavy']);
      await options.waitForSelector('[aria-label="Reset: How marks look"]');
      await options.keyboard.press('Tab');
      await options.keyboard.press('Enter');
      await expect.poll(() => looks(page), PATIENCE).toEqual(['dotted']);
      await options.waitForSelector('.us-undo-bar button');
      await options.focus('.us-undo-bar button');
      await options.keyboard.press('Enter');
      await expect.poll(() => looks(page), PATIENCE).toEqual(['wavy']);
    });

    test('is in the language that is chosen, and runs its way', async () => {
      const options = await openOptions();
      await options.select('select', 'ar');
      await options.waitForFunction(() => document.documentElement.dir === 'rtl' && document.documentElement.lang === 'ar');
      expect(await faultsIn(options)).toEqual([]);
    });

    test.each([
      ['wide', 1280, {}],
      ['narrow', 320, { siteRule: 'only', deniedSites: [`https://example.org/${'long'.repeat(30)}/*`] }],
      ['dark', 1280, { theme: 'dark', trigger: 'modifier' }],
      ['with the largest card', 1100, { cardSize: 'large', textSize: 20 }],
      ['mirrored', 320, { language: 'ar' }],
    ] as const)('has no fault that axe finds, and nothing to scroll sideways for: %s', async (_, width, settings) => {
      await setSettings(context, settings as Parameters<typeof setSettings>[1]);
      const options = await openOptions();
      await options.setViewport({ width, height: 800 });
      await options.waitForFunction((width) => innerWidth === width, {}, width);
      expect(await faultsIn(options)).toEqual([]);
      expect(await options.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  });

  describe('sync', () => {
    test('carries settings both ways once it is turned on, and takes them away when it is turned off', async () => {
      await setSettings(context, { look: 'wavy', hiddenTerms: ['a letter'] });
      expect(await syncedStorage(context)).toEqual({});
      await setSettings(context, { sync: true });
      await expect
        .poll(() => syncedStorage(context), PATIENCE)
        .toEqual({ 'setting:look': { value: 'wavy', at: expect.any(Number) } });
      const page = await openPage('dark.html');
      await expect.poll(() => looks(page), PATIENCE).toEqual(['wavy']);

      // As another browser of the reader's would change it.
      await syncedStorage(context, { 'setting:look': { value: 'tint', at: Date.now() + 60_000 } });
      await expect.poll(() => looks(page), PATIENCE).toEqual(['tint']);
      expect((await storedSettings(context)).hiddenTerms).toEqual(['a letter']);

      await setSettings(context, { sync: false });
      await expect.poll(() => syncedStorage(context), PATIENCE).toEqual({});
      expect((await storedSettings(context)).look).toBe('tint');
    });

    test('keeps here what is more than the browser carries, and says so', async () => {
      await setSettings(context, {
        sync: true,
        syncLists: true,
        look: 'wavy',
        hiddenTerms: ['x'.repeat(500), ...manyTexts(400)],
      });
      const options = await openOptions();
      await options.waitForFunction(() =>
        [...document.querySelectorAll('[role=status]')].some((each) => /alone: Hidden words\./.test(each.textContent ?? '')),
      );
      await expect.poll(async () => Object.keys(await syncedStorage(context)), PATIENCE).toContain('setting:look');
      expect((await storedSettings(context)).hiddenTerms).toHaveLength(401);
    });
  });
});

/** What a page with a watcher in it has seen of us. */
const NOTHING = { announced: [], changed: false, highlights: 0, style: false, host: false };

/** Watch from before the page's first script. */
async function watchPage({ extension }: BrowserTest, page: Page): Promise<void> {
  await page.evaluateOnNewDocument((id) => {
    const watch = { announced: [] as string[], before: '', card: '' };
    Object.assign(globalThis, { watch });
    const type = `${id}:content:wxt:content-script-started`;
    document.addEventListener(type, () => watch.announced.push(type));
    addEventListener('DOMContentLoaded', () => {
      watch.before = document.documentElement.outerHTML;
    });
  }, extension.id);
}

function seenBy(page: Page) {
  return page.evaluate(() => {
    const { watch } = globalThis as unknown as { watch: { announced: string[]; before: string; card: string } };
    const changed = document.documentElement.outerHTML !== watch.before;
    const probe = document.createElement('div');
    // A page that has seen a card knows what it is called.
    watch.card ||= document.querySelector('[data-undersigned]')?.getAttribute('data-undersigned') ?? '';
    probe.setAttribute('data-undersigned', watch.card);
    document.documentElement.append(probe);
    const isStyled = getComputedStyle(probe).getPropertyValue('--page-note-display') !== '';
    probe.remove();
    const line = getComputedStyle(document.body, '::highlight(note-dotted)').textDecorationLine;
    return {
      announced: watch.announced,
      changed,
      highlights: CSS.highlights.size,
      style: isStyled || line === 'underline',
      host: document.querySelector('[data-undersigned]') !== null,
    };
  });
}

async function schemeOfCard({ extension }: BrowserTest, page: Page): Promise<string | undefined> {
  const [top] = await extension.evaluateInFrames(page, () => {
    const host = document.querySelector('[data-undersigned]');
    const { browser, chrome } = globalThis as unknown as Record<
      string,
      { dom?: { openOrClosedShadowRoot(host: Element): ShadowRoot } }
    >;
    const root =
      (host as { openOrClosedShadowRoot?: ShadowRoot } | null)?.openOrClosedShadowRoot ??
      (host && (browser ?? chrome)?.dom?.openOrClosedShadowRoot(host));
    const card = root?.querySelector(':popover-open .us-card');
    return card ? getComputedStyle(card).colorScheme : '';
  });
  return top?.result;
}

/** What the browser's synced storage holds, after it was set to exactly this if given. */
async function syncedStorage({ extension }: BrowserTest, items?: Record<string, unknown>): Promise<Record<string, unknown>> {
  return extension.evaluateInExtension(async (items) => {
    const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', SyncInterface>>;
    const { sync } = (browser ?? (chrome as SyncInterface)).storage;
    if (items) {
      const gone = Object.keys(await sync.get()).filter((key) => !(key in items));
      if (gone.length > 0) await sync.remove(gone);
      await sync.set(items);
    }
    return sync.get();
  }, items);
}

/** As much of the extension interface as is used here. */
interface SyncInterface {
  readonly storage: {
    readonly sync: {
      get(): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      remove(keys: string[]): Promise<void>;
    };
  };
}

function manyTexts(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `words that are hidden, number ${index}`);
}
