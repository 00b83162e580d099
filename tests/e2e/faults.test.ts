/** What goes wrong around us, and what a reader sees of it: as little as can be, and nothing of theirs is lost. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { stopBackground } from '../support/background.ts';
import { forEachBrowser } from '../support/browser.ts';
import { cardOf, pinnedOf, press, untilCard, untilNoCard } from '../support/card.ts';
import { badgeOf } from '../support/management.ts';
import { addUnendedFrame, errorsOf, framesOf, hover, PATIENCE, paintedIn, untilMarked, untilRead } from '../support/page.ts';
import { corruptSettings, resetSettings, setSettings, storedSettings } from '../support/settings.ts';

const LETTER = 'letter signed by 22 countries';
const CONCERN = '22 countries voiced concern';

/** As much of the extension interface as is used here. */
interface ActionInterface {
  readonly action: { getBadgeText(of: { tabId: number }): Promise<string> };
}

// Firefox gives no driver a way to stop an extension's background.
forEachBrowser(
  (context) => {
    async function open(): Promise<Page> {
      const page = await context.openPage('hovering.html');
      await page.bringToFront();
      await untilMarked(page);
      return page;
    }

    describe('where the browser stops the background', () => {
      test('before the page is there, it is marked all the same', async () => {
        await stopBackground(context);
        await open();
      });

      test('between mark and hover, the card comes', async () => {
        const page = await open();
        await stopBackground(context);
        await hover(page, LETTER);
        await untilCard(context, page, CONCERN);
      });

      test('while the pointer rests on the mark, the card comes', async () => {
        await setSettings(context, { openDelay: 1000 });
        const page = await open();
        await hover(page, LETTER);
        await stopBackground(context);
        await untilCard(context, page, CONCERN);
        await resetSettings(context);
      });

      test('while the card is there, it stays, can be pinned, and what is asked of the background is done', async () => {
        const page = await open();
        await hover(page, LETTER);
        await untilCard(context, page, CONCERN);
        await stopBackground(context);
        await press(context, page, 'Canada');
        await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Canada/);
        await press(context, page, 'Pin');
        await expect.poll(async () => (await pinnedOf(context, page)).length, PATIENCE).toBe(1);
      });

      test('the number on the toolbar button is right again with the next mark', async () => {
        const page = await open();
        const tabId = await context.extension.tabIdOf(page);
        const badge = () =>
          context.extension.evaluateInExtension((tabId) => {
            const { chrome } = globalThis as unknown as { chrome: ActionInterface };
            return chrome.action.getBadgeText({ tabId });
          }, tabId);
        const count = (await paintedIn(page)).length;
        await expect.poll(badge, PATIENCE).toBe(String(count));
        await stopBackground(context);
        await page.evaluate(() => {
          const added = document.createElement('p');
          added.textContent = 'More on Xinjiang.';
          document.body.append(added);
        });
        await expect.poll(badge, PATIENCE).toBe(String(count + 1));
      });
    });
  },
  { only: ['chromium'] },
);

forEachBrowser(
  (context) => {
    afterEach(() => resetSettings(context));

    test('where the card’s script is refused, no card comes, no page hears of it, and the next hover tries again', async () => {
      const page = await context.openPage('hovering.html');
      const errors = errorsOf(page);
      await page.bringToFront();
      await untilMarked(page);
      const file = path.join(context.directory, 'content-scripts', 'overlay.js');
      await rename(file, `${file}.away`);
      try {
        await hover(page, LETTER);
        await untilRead(page);
        expect((await cardOf(context, page)).hosts).toBe(0);
        expect((await paintedIn(page)).map(({ text }) => text)).toContain(LETTER);
      } finally {
        await rename(`${file}.away`, file);
      }
      // Browsers note it in their own console, which no page reads.
      expect(errors.filter((error) => !error.includes('Unable to load script'))).toEqual([]);
      // Firefox keeps for minutes that a script could not be read.
      if (context.name === 'firefox') return;
      await page.mouse.move(4, 4);
      await untilNoCard(context, page);
      await hover(page, LETTER);
      await untilCard(context, page, CONCERN);
    });

    test('where what is stored is spoilt in every part, pages are marked as by default, and nothing stored is written over', async () => {
      const spoilt = {
        ...{ enabled: 'no', pausedSites: { 0: 'localhost' }, markRegion: null, look: 7, trigger: [], openDelay: -1 },
        ...{ hiddenTerms: 'Xinjiang', pausedUntil: 'for ever', country: 'Qatar', textSize: 1e9 },
      };
      await corruptSettings(context, spoilt);
      const page = await context.openPage('hovering.html');
      await page.bringToFront();
      await untilMarked(page);
      expect(new Set((await paintedIn(page)).map(({ look }) => look))).toEqual(new Set(['dotted']));
      await hover(page, LETTER);
      await untilCard(context, page, CONCERN);
      expect(await storedSettings(context)).toEqual(spoilt);
    });

    test('where the clock stood wrong when marking was paused, the popup says so and ends it', async () => {
      await setSettings(context, { pausedUntil: Date.UTC(2099, 0, 1) });
      const page = await context.openPage('hovering.html');
      const popup = await context.extension.openExtensionPage(`/popup.html?tab=${await context.extension.tabIdOf(page)}`);
      const resume = await popup.waitForSelector('.us-state button');
      expect(await popup.$eval('.us-state h2', (heading) => heading.textContent)).toMatch(/^Off until/);
      await resume?.click();
      await expect.poll(async () => (await storedSettings(context)).pausedUntil, PATIENCE).toBe(0);
      await page.bringToFront();
      await untilMarked(page);
      await popup.close();
    });
  },
  { ownBuild: true },
);

/**
 * Put before the content script: what it asks the storage for is answered when the page hears of `storage-answers`, and refused until
 * then where its address says so.
 */
const SLOW_STORAGE = `{
  const { local } = (globalThis.browser ?? chrome).storage;
  const get = local.get.bind(local);
  let refuses = location.search === '?refuse';
  const answers = new Promise((resolve) => addEventListener('storage-answers', resolve, { once: true }));
  answers.then(() => { refuses = false; });
  local.get = async (...asked) => {
    document.documentElement.setAttribute('data-storage-asked', '');
    if (refuses) throw new Error('An unexpected error occurred');
    await answers;
    return get(...asked);
  };
}
`;

forEachBrowser(
  (context) => {
    beforeAll(async () => {
      const file = path.join(context.directory, 'content-scripts', 'content.js');
      await writeFile(file, SLOW_STORAGE + (await readFile(file, 'utf8')));
      await context.extension.install();
    });

    afterEach(() => resetSettings(context));

    /** Its content script waits for the settings. */
    async function openWaiting(file = 'dark.html'): Promise<Page> {
      const page = await context.openPage(file);
      await page.bringToFront();
      await page.waitForSelector('[data-storage-asked]');
      return page;
    }

    const answer = (page: Page) => page.evaluate(() => void dispatchEvent(new Event('storage-answers')));

    test('where the storage answers late, nothing is marked until then, and then as the settings are by that time', async () => {
      await setSettings(context, { look: 'wavy', hiddenTerms: ['xinjiang'] });
      const page = await openWaiting();
      const errors = errorsOf(page);
      await page.evaluate(() => document.body.append(document.createElement('hr')));
      await page.mouse.click(300, 300);
      await setSettings(context, { look: 'tint' });
      expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
      await answer(page);
      await expect.poll(() => paintedIn(page), PATIENCE).toEqual([{ look: 'tint', text: LETTER }]);
      await hover(page, LETTER);
      await untilCard(context, page, CONCERN);
      expect(errors).toEqual([]);
    });

    test('where the storage refuses, nothing is marked and no page hears of it, until a setting is changed and can be read', async () => {
      const page = await openWaiting('dark.html?refuse');
      const errors = errorsOf(page);
      expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
      await answer(page);
      await setSettings(context, { look: 'tint' });
      await untilMarked(page);
      expect(new Set((await paintedIn(page)).map(({ look }) => look))).toEqual(new Set(['tint']));
      expect(errors).toEqual([]);
    });

    test('where the storage answers late that marking is off on the site, nothing was marked before and nothing is then', async () => {
      await setSettings(context, { pausedSites: ['localhost'] });
      const page = await openWaiting();
      const errors = errorsOf(page);
      expect(await paintedIn(page)).toEqual([]);
      await answer(page);
      // From then on it lists what it has marked.
      await expect.poll(async () => (await framesOf(context, page)).map(({ listed }) => listed), PATIENCE).toEqual([[]]);
      expect(await paintedIn(page)).toEqual([]);
      await setSettings(context, { pausedSites: [] });
      await untilMarked(page);
      expect(errors).toEqual([]);
    });
  },
  { ownBuild: true, launch: { installed: false } },
);

/**
 * Put before the content script: the first question to the storage, or to the background for the annotator, as the page's address says, is
 * refused, as in Chromium, or never answered, as in Firefox, where a page is left meanwhile.
 */
const LEFT_ASKING = `{
  const { runtime, storage } = globalThis.browser ?? chrome;
  let [, what, how] = location.search.match(/^\\?(.+)-(.+)$/) ?? [];
  const once = (name, ask) => async (...asked) => {
    if (what !== name) return ask(...asked);
    what = undefined;
    document.documentElement.setAttribute('data-asked', '');
    if (how === 'refused') throw new Error('The page was moved into the back/forward cache');
    return new Promise(() => undefined);
  };
  storage.local.get = once('storage', storage.local.get.bind(storage.local));
  const send = runtime.sendMessage.bind(runtime);
  const loadAnnotator = once('annotator', send);
  runtime.sendMessage = (message) => (message.type === 'loadAnnotator' ? loadAnnotator(message) : send(message));
}
`;

forEachBrowser(
  (context) => {
    beforeAll(async () => {
      const file = path.join(context.directory, 'content-scripts', 'content.js');
      await writeFile(file, LEFT_ASKING + (await readFile(file, 'utf8')));
      await context.extension.install();
    });

    afterEach(() => resetSettings(context));

    test.each(['annotator-refused', 'annotator-unanswered', 'storage-refused', 'storage-unanswered'])(
      'a page that was left while it asked is marked when it is gone back to, and goes along with the settings: %s',
      async (asked) => {
        const page = await context.openPage(`kept.html?${asked}`);
        await page.waitForSelector('[data-asked]');
        await page.evaluate(() => void Object.assign(globalThis, { kept: true }));
        const address = page.url();
        await page.goto(`${context.server.origin}/no-mention.html`);
        const errors = errorsOf(page);
        // The driver would wait for a load that a page from memory does not have.
        await page.evaluate(() => setTimeout(() => history.back()));
        await expect.poll(() => page.evaluate(() => location.href).catch(() => ''), PATIENCE).toBe(address);
        // It is the very page, not the same loaded anew.
        expect(await page.evaluate(() => 'kept' in globalThis)).toBe(true);
        await untilMarked(page);
        await setSettings(context, { look: 'tint' });
        await expect.poll(() => paintedIn(page), PATIENCE).toEqual([{ look: 'tint', text: LETTER }]);
        // Browsers show again what they noted in their own console before it was left.
        expect(errors.filter((error) => !error.includes('back/forward cache'))).toEqual([]);
      },
    );

    test('a page that stays as it is when the annotator was refused is marked all the same', async () => {
      const page = await context.openPage('dark.html?annotator-refused');
      await page.bringToFront();
      await page.waitForSelector('[data-asked]');
      await untilMarked(page);
    });
  },
  { ownBuild: true, launch: { installed: false } },
);

/** As much of the extension interface as is used here. */
interface TabsInterface extends ActionInterface {
  readonly tabs: {
    discard(tabId: number): Promise<{ readonly id: number } | undefined>;
    get(tabId: number): Promise<{ readonly discarded: boolean }>;
    update(tabId: number, change: { active: boolean }): Promise<unknown>;
  };
}

forEachBrowser((context) => {
  test('a page that was kept in memory comes back marked as the settings are by then', async () => {
    const page = await context.openPage('kept.html');
    const errors = errorsOf(page);
    await page.bringToFront();
    await untilMarked(page);
    const address = page.url();
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('p'), { id: 'kept' })));
    await page.goto(`${context.server.origin}/no-mention.html`);
    await setSettings(context, { look: 'tint' });
    // The driver would wait for a load that a page from memory does not have.
    await page.evaluate(() => setTimeout(() => history.back()));
    await expect.poll(() => page.evaluate(() => location.href).catch(() => ''), PATIENCE).toBe(address);
    // It is the very page, not the same loaded anew.
    expect(await page.evaluate(() => document.getElementById('kept') !== null)).toBe(true);
    const looks = async () => [...new Set((await paintedIn(page)).map(({ look }) => look))];
    await expect.poll(looks, PATIENCE).toEqual(['tint']);
    await hover(page, LETTER);
    await untilCard(context, page, CONCERN);
    expect(errors).toEqual([]);
    await resetSettings(context);
  });

  test('a page with a frame that never has loaded is counted and stepped through all the same', async () => {
    const page = await context.openPage('hovering.html');
    await page.bringToFront();
    await untilMarked(page);
    const count = (await paintedIn(page)).length;
    await addUnendedFrame(page);
    await page.evaluate(() => {
      document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'More on Xinjiang.' }));
    });
    await expect.poll(() => badgeOf(context, page), PATIENCE).toBe(String(count + 1));
    const popup = await context.extension.openExtensionPage(`/popup.html?tab=${await context.extension.tabIdOf(page)}`);
    const said = () => popup.$eval('.us-steps [role="status"]', (element) => element.textContent);
    await popup.waitForSelector('.us-steps');
    await popup.$$eval('.us-steps button', (buttons) => buttons.at(-1)?.click());
    await expect.poll(said, PATIENCE).toBe(`Mention 1 of ${count + 1}`);
    await popup.close();
  });

  test('a tab that was thrown out of memory is marked anew when it is come back to', async () => {
    const page = await context.openPage('hovering.html');
    await page.bringToFront();
    await untilMarked(page);
    const count = String((await paintedIn(page)).length);
    const before = await context.extension.tabIdOf(page);
    const front = await context.openPage('no-mention.html');
    await front.bringToFront();
    // Its driver loses sight of it with that: what it is like then is asked of the browser.
    const tabId = await context.extension.evaluateInExtension(async (tabId) => {
      const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', TabsInterface>>;
      return (await (browser ?? (chrome as TabsInterface)).tabs.discard(tabId))?.id ?? tabId;
    }, before);
    const state = () =>
      context.extension.evaluateInExtension(async (tabId) => {
        const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', TabsInterface>>;
        const { tabs, action } = browser ?? (chrome as TabsInterface);
        return { discarded: (await tabs.get(tabId)).discarded, badge: await action.getBadgeText({ tabId }) };
      }, tabId);
    await expect.poll(async () => (await state()).discarded, PATIENCE).toBe(true);
    await context.extension.evaluateInExtension(async (tabId) => {
      const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', TabsInterface>>;
      await (browser ?? (chrome as TabsInterface)).tabs.update(tabId, { active: true });
    }, tabId);
    await expect.poll(state, PATIENCE).toEqual({ discarded: false, badge: count });
    const popup = await context.extension.openExtensionPage(`/popup.html?tab=${tabId}`);
    await popup.waitForSelector('.us-mentions mark');
    expect(await popup.$$('.us-mentions mark')).toHaveLength(Number(count));
    await popup.close();
  });
});
