/** The toolbar popup and the settings page, and that what is set there holds in every open page at once. */
import type { HTTPRequest, Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { THE_END, UNENDED } from '../../scripts/serve-pages.ts';
import { type BrowserTest, forEachBrowser } from '../support/browser.ts';
import { cardOf, untilCard, untilNoCard } from '../support/card.ts';
import { faultsIn } from '../support/faults.ts';
import { badgeOf, handOverIn, setAccess } from '../support/management.ts';
import { addUnendedFrame, framesOf, hover, PATIENCE, paintedIn, untilPainted } from '../support/page.ts';
import { corruptSettings, resetSettings, setSettings, storedSettings } from '../support/settings.ts';

const LETTER = 'letter signed by 22 countries';

forEachBrowser((context) => {
  const { openPage } = context;
  const opened: Page[] = [];

  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
    await resetSettings(context);
  });

  /** The popup of a page, as a tab of its own: a driver cannot reach the toolbar. */
  async function openPopup(page: Page): Promise<Page> {
    return openExtensionPage(`/popup.html?tab=${await context.extension.tabIdOf(page)}`);
  }

  async function openExtensionPage(address: string): Promise<Page> {
    const page = await context.extension.openExtensionPage(address);
    opened.push(page);
    await page.waitForSelector('main');
    return page;
  }

  /** Firefox’s driver keeps no file from the extension’s own pages. */
  async function reloadWith(popup: Page, answer: (request: HTTPRequest) => Promise<void>): Promise<void> {
    await popup.setRequestInterception(true);
    popup.on('request', (request) => void answer(request));
    await popup.reload();
  }

  const headlineOf = (popup: Page) => popup.$eval('h2', (heading) => heading.textContent);

  describe('the popup', () => {
    test('lists what the page holds, each with the words around it', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const popup = await openPopup(page);
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('On this page');
      expect(await buttonsWithMark(popup)).toEqual([
        { mark: LETTER, text: 'A letter signed by 22 countries was sent to the Human Rights Council in July 2019.' },
        { mark: 'Xinjiang', text: 'Night edition: Xinjiang at the UN' },
        { mark: 'Xinjiang', text: 'It spoke of Xinjiang.' },
      ]);
      expect(await popup.$$eval('h3', (headings) => headings.map((heading) => heading.textContent))).toEqual([
        '22 countries voiced concern · 1',
        'Xinjiang · 2',
      ]);
    });

    test.runIf(context.name === 'chromium')('shows its head before any script is there', async () => {
      const popup = await openPopup(await openPage('dark.html'));
      await reloadWith(popup, (request) => (request.resourceType() === 'script' ? request.abort() : request.continue()));
      expect(await popup.$eval('h1', (head) => head.textContent)).toBe('Undersigned');
      expect(await popup.$eval('body', ({ offsetWidth, offsetHeight }) => [offsetWidth, offsetHeight])).toEqual([360, 560]);
    });

    test.runIf(context.name === 'chromium')(
      'has its head where the browser’s language has it before its main script is there',
      async () => {
        const popup = await openPopup(await openPage('dark.html'));
        await popup.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'languages', { value: ['ar'] }));
        await reloadWith(popup, (request) => (/chunks/.test(request.url()) ? request.abort() : request.continue()));
        const { dir, lang } = await popup.evaluate(() => ({ dir: document.dir, lang: document.documentElement.lang }));
        expect([dir, lang]).toEqual(['rtl', 'ar']);
        expect(await popup.$eval('h1', (head) => head.textContent)).toBe('Undersigned');
      },
    );

    test.runIf(context.name === 'chromium')('is the same where nothing was asked for ahead of its main script', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const popup = await openPopup(page);
      const body = 'void import(document.currentScript.dataset.main)';
      await reloadWith(popup, (request) =>
        /ahead/.test(request.url()) ? request.respond({ contentType: 'text/javascript', body }) : request.continue(),
      );
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('On this page');
      expect(await popup.evaluate(() => globalThis.popupAhead)).toBeUndefined();
      expect(await buttonsWithMark(popup)).toHaveLength(3);
    });

    test('lists the mentions of all frames', async () => {
      const page = await openPage('frames.html');
      await untilPainted(page, 'Xinjiang');
      const popup = await openPopup(page);
      const stated = (await framesOf(context, page)).flatMap((frame) => frame.stated);
      await expect.poll(async () => (await buttonsWithMark(popup)).length, PATIENCE).toBe(stated.length);
    });

    test('leads to a mention: the page scrolls there and its card opens with the focus in it', async () => {
      const page = await openPage('long.html');
      await untilPainted(page, LETTER);
      const popup = await openPopup(page);
      await pressMention(popup, LETTER);
      await page.bringToFront();
      const card = await untilCard(context, page, '22 countries voiced concern');
      expect(card.focused).toBe(true);
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    });

    test('steps from mention to mention, each opening its card, and says which it is at', async () => {
      const page = await openPage('long.html');
      await untilPainted(page, LETTER);
      const popup = await openPopup(page);
      await expect.poll(async () => (await buttonsWithMark(popup)).length, PATIENCE).toBeGreaterThan(1);
      const count = (await buttonsWithMark(popup)).length;
      const said = () => popup.$eval('.us-steps [role="status"]', (element) => element.textContent);
      expect(await said()).toBe(`${count} mentions`);
      await pressButton(popup, 'Next');
      await expect.poll(said, PATIENCE).toBe(`Mention 1 of ${count}`);
      await pressButton(popup, 'Previous');
      await expect.poll(said, PATIENCE).toBe(`Mention ${count} of ${count}`);
      await page.bringToFront();
      await expect.poll(async () => (await cardOf(context, page)).open, PATIENCE).toBe(true);
    });

    test('answers what a reader looks for, by keyboard alone, with a way back', async () => {
      const popup = await openPopup(await openPage('no-mention.html'));
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('No mention on this page');
      const focused = () => popup.evaluate(() => document.activeElement?.textContent);
      const card = () => popup.$$eval('[role="dialog"]', (cards) => cards.map((each) => each.getAttribute('aria-label')));
      await popup.bringToFront();
      await popup.keyboard.press('Tab');
      await popup.keyboard.type('12 July 2019');
      await popup.waitForSelector('.us-found-answers li button');
      await popup.keyboard.press('Tab');
      // In Firefox a list that scrolls is a stop of its own.
      if (!(await focused())?.startsWith('37 countries')) await popup.keyboard.press('Tab');
      await popup.keyboard.press('Enter');
      await expect.poll(card, PATIENCE).toEqual(['37 countries voiced support for China']);
      expect(await faultsIn(popup)).toEqual([]);
      expect(await focused()).toBe('37 countries voiced support for China');
      await popup.keyboard.down('Shift');
      await popup.keyboard.press('Tab');
      await popup.keyboard.up('Shift');
      await popup.keyboard.press('Enter');
      await expect.poll(card, PATIENCE).toEqual([]);
      expect(await focused()).toContain('37 countries voiced support for China');
      expect(await faultsIn(popup)).toEqual([]);
    });

    test('leads to the countries that a name may mean with Enter, and opens one only with Enter again', async () => {
      const popup = await openPopup(await openPage('no-mention.html'));
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('No mention on this page');
      const first = () => popup.$eval('.us-found-answers li button b', (found) => found.textContent);
      const focused = () => popup.evaluate(() => document.activeElement?.querySelector('b')?.textContent);
      const cards = () => popup.$$eval('[role="dialog"]', (found) => found.map((each) => each.getAttribute('aria-label')));
      await popup.bringToFront();
      await popup.focus('input[type="search"]');
      await popup.keyboard.type('Congo');
      await popup.waitForSelector('.us-found-answers li + li button');
      const country = await first();
      await popup.keyboard.press('Enter');
      expect(await cards()).toEqual([]);
      expect(await focused()).toBe(country);
      await popup.keyboard.press('Enter');
      await expect.poll(async () => (await cards()).length, PATIENCE).toBe(1);
    });

    test('as a window of its own, looks up what was selected, and reads it where its words alone find nothing', async () => {
      const lines = (popup: Page) => () => popup.$$eval('.us-found-answers b', (found) => found.map((each) => each.textContent));
      const symbol = await openExtensionPage(await handOverIn(context, 'A/HRC/41/G/11'));
      await expect.poll(lines(symbol), PATIENCE).toEqual(['22 countries voiced concern']);
      const sentence = 'Weeks before, ambassadors had received a letter signed by 22 countries, dated 8 July 2019.';
      const text = await openExtensionPage(await handOverIn(context, sentence));
      await expect.poll(lines(text), PATIENCE).toEqual(['22 countries voiced concern']);
      expect(await text.$eval('h2', (heading) => heading.textContent)).toBe('What the text may mean');
      // There is no page that it would speak of.
      expect(await text.$$('.us-state, .us-switches')).toEqual([]);
      expect(await faultsIn(text)).toEqual([]);
    });

    test('as a window that no words came to, says so, and the search is there', async () => {
      const popup = await openExtensionPage('/popup.html?find');
      const said = () => popup.$eval('.us-page-view', (view) => (view.checkVisibility() ? view.textContent : ''));
      expect(await said()).toMatch(/^There are no words here to look up/);
      expect(await faultsIn(popup)).toEqual([]);
      await popup.type('input[type="search"]', 'Qatar');
      await popup.waitForSelector('.us-found-answers li button');
      expect(await said()).toBe('');
    });

    test('goes along with a page that changes', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const popup = await openPopup(page);
      await expect.poll(async () => (await buttonsWithMark(popup)).length, PATIENCE).toBe(3);
      await page.evaluate(() => document.querySelector('.dim')?.remove());
      await expect.poll(async () => (await buttonsWithMark(popup)).length, PATIENCE).toBe(2);
    });

    test('goes along with a tab that is led to other pages, with mentions and without', async () => {
      const page = await openPage('frames.html');
      await untilPainted(page, 'Xinjiang');
      const popup = await openPopup(page);
      const stated = (await framesOf(context, page)).flatMap((frame) => frame.stated);
      await expect.poll(async () => (await buttonsWithMark(popup)).length, PATIENCE).toBe(stated.length);
      const switches = () => popup.$eval('.us-switches', ({ textContent }) => textContent);
      await page.goto(`${context.server.otherOrigin}/no-mention.html`);
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('No mention on this page');
      await expect.poll(switches, PATIENCE).toContain('Mark on 127.0.0.1');
      await page.goto(`${context.server.origin}/frames.html`);
      await expect.poll(async () => (await buttonsWithMark(popup)).length, PATIENCE).toBe(stated.length);
      await page.goto(`${context.server.origin}/dark.html`);
      await expect.poll(async () => (await buttonsWithMark(popup)).length, PATIENCE).toBe(3);
    });

    test('says what a page holds while a picture of it is still to come', async () => {
      const { origin } = context.server;
      const page = await openPage('dark.html');
      const popup = await openPopup(page);
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('On this page');
      const loading = page.goto(origin + UNENDED).catch(() => undefined);
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('Looking at this page');
      // By then it has asked in vain a few times.
      await popup.waitForFunction((since) => performance.now() > since + 1500, {}, await popup.evaluate(() => performance.now()));
      await fetch(origin + THE_END);
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('No mention on this page');
      await page.close();
      await loading;
    });

    test('turns a site off and on, at once, in all its open pages and in no others', async () => {
      const page = await openPage('dark.html');
      const second = await openPage('long.html');
      const elsewhere = await openPage('frame.html', { otherOrigin: true });
      for (const each of [page, second, elsewhere]) await untilPainted(each, LETTER);
      const popup = await openPopup(page);
      await toggle(popup, 'Mark on localhost');
      await expect.poll(() => paintedIn(page), PATIENCE).toEqual([]);
      await expect.poll(() => paintedIn(second), PATIENCE).toEqual([]);
      expect(await paintedIn(elsewhere)).toHaveLength(2);
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('Off on localhost');
      expect(await buttonsWithMark(popup)).toEqual([]);
      expect(await storedSettings(context)).toEqual({ pausedSites: ['localhost'] });
      await toggle(popup, 'Mark on localhost');
      await untilPainted(page, LETTER);
      await untilPainted(second, LETTER);
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('On this page');
    });

    test('a paused site is paused in the frames it shows of other sites', async () => {
      await setSettings(context, { pausedSites: ['localhost'] });
      const page = await openPage('frames.html');
      const popup = await openPopup(page);
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('Off on localhost');
      await expect.poll(async () => (await framesOf(context, page)).length, PATIENCE).toBeGreaterThan(4);
      expect((await framesOf(context, page)).flatMap(({ listed }) => listed)).toEqual([]);
    });

    test('turns everything off and on', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const popup = await openPopup(page);
      await toggle(popup, 'Mark on all sites');
      await expect.poll(() => paintedIn(page), PATIENCE).toEqual([]);
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('Off everywhere');
      await toggle(popup, 'Mark on all sites');
      await untilPainted(page, LETTER);
    });

    test('says so where nothing is to be found, and where nothing can be read', async () => {
      const empty = await openPopup(await openPage('no-mention.html'));
      await expect.poll(() => headlineOf(empty), PATIENCE).toBe('No mention on this page');
      await openExtensionPage('/options.html');
      // Firefox's driver does not know the address of the tab; the extension does.
      const tab = await context.extension.evaluateInExtension(async (url) => {
        const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', TabsInterface>>;
        return (await (browser ?? (chrome as TabsInterface)).tabs.query({})).find((each) => each.url === url)?.id;
      }, context.extension.extensionUrl('/options.html'));
      const forbidden = await openExtensionPage(`/popup.html?tab=${tab}`);
      await expect.poll(() => headlineOf(forbidden), PATIENCE).toBe('This page cannot be read');
    });

    test('has no fault that axe finds, with a list and without', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const popup = await openPopup(page);
      await expect.poll(async () => (await buttonsWithMark(popup)).length, PATIENCE).toBe(3);
      expect(await faultsIn(popup)).toEqual([]);
      await toggle(popup, 'Mark on all sites');
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('Off everywhere');
      expect(await faultsIn(popup)).toEqual([]);
    });
  });

  describe('the settings', () => {
    test('the look changes in open pages while it is chosen', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const options = await openExtensionPage('/options.html');
      for (const [label, look] of [
        ['Solid line', 'solid'],
        ['Wavy line', 'wavy'],
        ['Tint', 'tint'],
        ['Dotted line', 'dotted'],
      ] as const) {
        await toggle(options, label);
        await expect.poll(async () => [...new Set((await paintedIn(page)).map((mark) => mark.look))], PATIENCE).toEqual([look]);
      }
      await toggle(options, 'Nothing');
      await expect.poll(() => paintedIn(page), PATIENCE).toEqual([]);
    });

    test('either kind of mention can be left unmarked', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const options = await openExtensionPage('/options.html');
      await toggle(options, 'Names of the region');
      await expect.poll(async () => (await paintedIn(page)).map(({ text }) => text), PATIENCE).toEqual([LETTER]);
      await toggle(options, 'Names of the region');
      await toggle(options, 'Letters, statements and votes');
      await expect.poll(async () => (await paintedIn(page)).map(({ text }) => text), PATIENCE).toEqual(['Xinjiang', 'Xinjiang']);
    });

    test('what opens the card can be changed, and is taken up by open pages', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const options = await openExtensionPage('/options.html');
      await toggle(options, 'A mark is clicked');
      await expect.poll(async () => (await storedSettings(context)).trigger, PATIENCE).toBe('click');
      await hover(page, LETTER);
      const { x, y } = await hover(page, LETTER);
      expect((await cardOf(context, page)).open).toBe(false);
      await page.mouse.click(x, y);
      await untilCard(context, page, '22 countries voiced concern');
      await page.keyboard.press('Escape');
      await untilNoCard(context, page);
    });

    test('a change made in one window is seen in the other', async () => {
      const first = await openExtensionPage('/options.html');
      const second = await openExtensionPage('/options.html');
      await toggle(first, 'Tint');
      await expect.poll(() => isOn(second, 'Tint'), PATIENCE).toBe(true);
    });

    test('stored values that make no sense are taken as defaults, said so, and do no harm to pages', async () => {
      await corruptSettings(context, { look: 'blink', openDelay: 'soon', pausedSites: 'localhost', trigger: 'solid' });
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      expect((await paintedIn(page)).map(({ look }) => look)).toEqual(['dotted', 'dotted', 'dotted']);
      await hover(page, LETTER);
      await untilCard(context, page, '22 countries voiced concern');
      const options = await openExtensionPage('/options.html');
      const alert = await options.$eval('[role="alert"]', (element) => element.textContent);
      for (const name of ['How marks look', 'How long the pointer rests', 'Paused sites', 'The card opens when'])
        expect(alert).toContain(name);
    });

    test('have no fault that axe finds', async () => {
      const options = await openExtensionPage('/options.html');
      expect(await faultsIn(options)).toEqual([]);
      await setSettings(context, { pausedSites: ['example.org', 'example.net'], trigger: 'click' });
      await options.waitForSelector('button[aria-label="Remove example.org"]');
      expect(await faultsIn(options)).toEqual([]);
    });
  });
});

forEachBrowser(
  (context) => {
    afterEach(() => setAccess(context, true));

    /** The popup of a tab whose address neither its driver nor the extension may know. */
    async function openPopupOfTabInFront(): Promise<Page> {
      const popup = await context.extension.openExtensionPage(`/popup.html?tab=${await tabInFront(context)}`);
      await popup.waitForSelector('main');
      return popup;
    }
    const saidIn = (popup: Page) => () => popup.$eval('h2', (heading) => heading.textContent);

    test('a popup kept out of a site offers to be let in, and lists what is there as soon as it is', async () => {
      await setAccess(context, false);
      const page = await context.openPage('dark.html');
      const popup = await openPopupOfTabInFront();
      await expect.poll(saidIn(popup), PATIENCE).toBe('Not allowed to read this page');
      expect(await faultsIn(popup)).toEqual([]);
      expect(await popup.$$eval('.us-state button', (buttons) => buttons.map(({ textContent }) => textContent))).toContain(
        'Allow on all sites',
      );
      // Chromium asks in a window that no driver reaches.
      if (context.name === 'firefox') await pressButton(popup, 'Allow on all sites');
      else await setAccess(context, true);
      await expect.poll(saidIn(popup), PATIENCE).toBe('On this page');
      await untilPainted(page, LETTER);
      await popup.close();
    });

    test('a popup that is let in lists what is there though a frame of the page never has loaded', async () => {
      await setAccess(context, false);
      const page = await context.openPage('dark.html');
      await addUnendedFrame(page);
      const popup = await openPopupOfTabInFront();
      await expect.poll(saidIn(popup), PATIENCE).toBe('Not allowed to read this page');
      await setAccess(context, true);
      await expect.poll(saidIn(popup), PATIENCE).toBe('On this page');
      await popup.close();
    });

    test('a popup over a PDF says that it cannot be read', async () => {
      const page = await context.newPage();
      // In Firefox the viewer takes the place of the page, and the answer with it.
      await page.goto(`${context.server.origin}/paper.pdf`).catch(() => undefined);
      const popup = await openPopupOfTabInFront();
      await expect.poll(saidIn(popup), PATIENCE).toBe('PDFs cannot be read');
      await popup.close();
    });
  },
  { launch: { preferences: { 'extensions.webextOptionalPermissionPrompts': false } } },
);

forEachBrowser((context) => {
  afterEach(() => resetSettings(context));

  test('the toolbar button says how many mentions the page has in all its frames, until it shows another page', async () => {
    const page = await context.openPage('frames.html');
    await untilPainted(page, 'Xinjiang');
    const count = async () => (await framesOf(context, page)).flatMap(({ stated }) => stated).length;
    await expect.poll(() => badgeOf(context, page), PATIENCE).toBe(String(await count()));
    await setSettings(context, { badge: false });
    await expect.poll(() => badgeOf(context, page), PATIENCE).toBe('');
    await setSettings(context, { badge: true });
    await expect.poll(() => badgeOf(context, page), PATIENCE).toBe(String(await count()));
    await page.goto(`${context.server.origin}/no-mention.html`);
    await expect.poll(() => badgeOf(context, page), PATIENCE).toBe('');
  });

  test('the number goes along with a page that changes, is turned off, and comes back', async () => {
    const page = await context.openPage('dark.html');
    await expect.poll(() => badgeOf(context, page), PATIENCE).toBe('3');
    await page.evaluate(() => document.querySelector('.dim')?.remove());
    await expect.poll(() => badgeOf(context, page), PATIENCE).toBe('2');
    await setSettings(context, { enabled: false });
    await expect.poll(() => badgeOf(context, page), PATIENCE).toBe('');
    await resetSettings(context);
    await expect.poll(() => badgeOf(context, page), PATIENCE).toBe('2');
    await page.goto(`${context.server.origin}/no-mention.html`);
    await expect.poll(() => badgeOf(context, page), PATIENCE).toBe('');
    await page.goBack();
    await expect.poll(() => badgeOf(context, page), PATIENCE).toMatch(/^[23]$/);
  });
});

// Only Chromium lets a driver open the popup that hangs on the toolbar, and tell the extension that its menu or keyword was used.
forEachBrowser(
  (context) => {
    test('the keyword in the address bar suggests answers, and the one chosen leads to it', async () => {
      const { browser } = context.extension;
      const target = await browser.waitForTarget((target) => target.type() === 'service_worker');
      const worker = await target.worker();
      const suggested = (await worker?.evaluate(
        `new Promise((resolve) => chrome.omnibox.onInputChanged.dispatch('12 July 2019', resolve))`,
      )) as { content: string; description: string }[];
      expect(suggested.map(({ description }) => description)).toEqual([
        '37 countries voiced support for China · Letter · UN Human Rights Council · 12 July 2019',
      ]);
      const content = JSON.stringify(suggested[0]?.content);
      await worker?.evaluate(`chrome.omnibox.onInputEntered.dispatch(${content}, 'newForegroundTab')`);
      const opened = await browser.waitForTarget((target) =>
        target.url().endsWith('/explorer.html#statement=2019-07-12-support'),
      );
      const explorer = await opened.asPage();
      await explorer.waitForSelector('aside h2');
      expect(await explorer.$eval('aside h2', (heading) => heading.textContent)).toBe('37 countries voiced support for China');
      await explorer.close();
    });

    test('the menu of the toolbar button leads to the explorer', async () => {
      const { browser } = context.extension;
      const target = await browser.waitForTarget((target) => target.type() === 'service_worker');
      const worker = await target.worker();
      await worker?.evaluate(`chrome.contextMenus.onClicked.dispatch({ menuItemId: 'open-explorer' })`);
      const opened = await browser.waitForTarget((target) => target.url().endsWith('/explorer.html#'));
      const explorer = await opened.asPage();
      await explorer.waitForSelector('main h2');
      await explorer.close();
    });

    test('the keyword knows the language that the reader has chosen', async () => {
      await setSettings(context, { language: 'de' });
      const target = await context.extension.browser.waitForTarget((target) => target.type() === 'service_worker');
      const worker = await target.worker();
      const suggested = (await worker?.evaluate(
        `new Promise((resolve) => chrome.omnibox.onInputChanged.dispatch('Agypten', resolve))`,
      )) as { content: string; description: string }[];
      expect(suggested[0]?.content).toBe('Ägypten');
      await resetSettings(context);
    });

    test('the menu of selected words leads to a window that looks them up, and whose address does not tell them', async () => {
      const { browser } = context.extension;
      const target = await browser.waitForTarget((target) => target.type() === 'service_worker');
      const worker = await target.worker();
      await worker?.evaluate(
        `chrome.contextMenus.onClicked.dispatch({ menuItemId: 'look-up', selectionText: ' 12 July 2019 ' })`,
      );
      const opened = await browser.waitForTarget((target) => target.url().includes('/popup.html?find'));
      const popup = await opened.asPage();
      await popup.waitForSelector('.us-found-answers b');
      expect(await popup.$eval('input[type="search"]', (field) => field.value)).toBe('12 July 2019');
      expect(await popup.$eval('.us-found-answers b', (found) => found.textContent)).toBe(
        '37 countries voiced support for China',
      );
      // Where history keeps it, the address says nothing of what was looked up.
      expect(popup.url()).toMatch(/\/popup\.html\?find#[0-9a-f-]{36}$/);
      await popup.close();
    });

    test('two looked up one right after the other have a window each, with their own words', async () => {
      const { browser } = context.extension;
      const target = await browser.waitForTarget((target) => target.type() === 'service_worker');
      const worker = await target.worker();
      const words = ['22 countries', 'Qatar'];
      for (const selectionText of words)
        await worker?.evaluate(
          `chrome.contextMenus.onClicked.dispatch(${JSON.stringify({ menuItemId: 'look-up', selectionText })})`,
        );
      const windows = () => browser.targets().filter((target) => target.url().includes('/popup.html?find'));
      await expect.poll(() => windows().length, PATIENCE).toBe(words.length);
      const popups = await Promise.all(windows().map((target) => target.asPage()));
      for (const popup of popups) await popup.waitForSelector('.us-found-answers b');
      const asked = await Promise.all(popups.map((popup) => popup.$eval('input[type="search"]', (field) => field.value)));
      expect(asked.toSorted()).toEqual(words);
      for (const popup of popups) await popup.close();
    });

    test('words that the browser does not keep leave a window that says so', async () => {
      const { browser } = context.extension;
      const target = await browser.waitForTarget((target) => target.type() === 'service_worker');
      const worker = await target.worker();
      await worker?.evaluate(`{
        const { session } = chrome.storage;
        const { set } = session;
        session.set = () => Promise.reject(new Error('refused'));
        chrome.contextMenus.onClicked.dispatch({ menuItemId: 'look-up', selectionText: 'Qatar' });
        session.set = set;
      }`);
      const opened = await browser.waitForTarget((target) => target.url().includes('/popup.html?find'));
      const popup = await opened.asPage();
      await popup.waitForSelector('.us-page-view p');
      expect(popup.url()).toBe(context.extension.extensionUrl('/popup.html?find'));
      expect(await popup.$eval('.us-page-view', (view) => view.textContent)).toMatch(/^There are no words here to look up/);
      await popup.close();
    });

    test('the popup on the toolbar speaks of the tab in front', async () => {
      const page = await context.openPage('dark.html');
      await untilPainted(page, LETTER);
      const { browser } = context.extension;
      const target = await browser.waitForTarget((target) => target.type() === 'service_worker');
      const worker = await target.worker();
      await page.bringToFront();
      await worker?.evaluate('chrome.action.openPopup()');
      const popupTarget = await browser.waitForTarget((target) => target.url() === context.extension.extensionUrl('/popup.html'));
      const popup = await popupTarget.asPage();
      await expect.poll(async () => (await buttonsWithMark(popup)).length, PATIENCE).toBe(3);
      const { width, height } = await popup.evaluate(() => ({
        width: document.body.scrollWidth,
        height: document.body.scrollHeight,
      }));
      // The most that browsers give a popup.
      expect(width).toBeLessThanOrEqual(800);
      expect(height).toBeLessThanOrEqual(600);
      await popup.close();
    });
  },
  { only: ['chromium'] },
);

/** Its number; what it shows is kept from an extension that is not let in. */
async function tabInFront({ extension }: BrowserTest): Promise<number | undefined> {
  return extension.evaluateInExtension(async () => {
    const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', TabsInterface>>;
    return (await (browser ?? (chrome as TabsInterface)).tabs.query({ active: true }))[0]?.id;
  });
}

/** As much of the extension interface as is used here. */
interface TabsInterface {
  readonly tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
}

/** The listed mentions: the marked words, and the whole line. */
function buttonsWithMark(popup: Page): Promise<{ mark: string; text: string }[]> {
  return popup.$$eval('li button', (buttons) =>
    buttons.map((button) => ({ mark: button.querySelector('mark')?.textContent ?? '', text: (button.textContent ?? '').trim() })),
  );
}

async function pressButton(page: Page, label: string): Promise<void> {
  const button = await page.evaluateHandle(
    (label) => [...document.querySelectorAll('button')].find((each) => each.textContent === label) as HTMLElement,
    label,
  );
  await button.click();
}

async function pressMention(popup: Page, text: string): Promise<void> {
  await expect.poll(async () => (await buttonsWithMark(popup)).map(({ mark }) => mark), PATIENCE).toContain(text);
  const button = await popup.evaluateHandle(
    (text) =>
      [...document.querySelectorAll('li button')].find((each) => each.querySelector('mark')?.textContent === text) as HTMLElement,
    text,
  );
  await button.click();
}

/** Press the switch or radio button with this label. */
async function toggle(page: Page, label: string): Promise<void> {
  await page.bringToFront();
  const control = await page.evaluateHandle(findControl, label);
  await control.click();
}

async function isOn(page: Page, label: string): Promise<boolean> {
  const control = await page.evaluateHandle(findControl, label);
  return control.evaluate((element) => element.checked);
}

/** Runs in the page. */
function findControl(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent?.trim().startsWith(label));
  const control = found?.querySelector('input');
  if (!control) throw new Error(`Nothing is labelled “${label}”`);
  return control;
}
