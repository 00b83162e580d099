/** What can be done from the card's foot: hide something and bring it back, copy what the card says, report an error. */
import type { Frame, Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { forEachBrowser } from '../support/browser.ts';
import { cardOf, pinnedOf, press, untilCard, untilNoCard, untilStill } from '../support/card.ts';
import { framesOf, hover, PATIENCE, paintedIn, untilPainted } from '../support/page.ts';
import { resetSettings, setSettings, storedSettings } from '../support/settings.ts';

const LETTER = 'letter signed by 22 countries';
const CONCERN = '22 countries voiced concern';

forEachBrowser((context) => {
  const { openPage } = context;
  const opened: Page[] = [];

  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
    await resetSettings(context);
  });

  /** A page with the letter's card open. */
  async function openCard(file: string): Promise<Page> {
    const page = await openPage(file);
    await untilPainted(page, LETTER);
    await hover(page, LETTER);
    await untilCard(context, page, CONCERN);
    return page;
  }

  async function hide(page: Page, action: string): Promise<void> {
    await press(context, page, 'Hide…');
    await expect.poll(async () => (await cardOf(context, page)).controls, PATIENCE).toContain(action);
    await press(context, page, action);
  }

  const textsIn = async (page: Page | Frame) => (await paintedIn(page)).map(({ text }) => text);
  /** How many mentions all frames of a page list. */
  const listedIn = async (page: Page) => (await framesOf(context, page)).flatMap(({ listed }) => listed ?? []).length;

  async function openPopup(page: Page): Promise<Page> {
    const tab = await context.extension.tabIdOf(page);
    const popup = await context.extension.openExtensionPage(`/popup.html?tab=${tab}`);
    opened.push(popup);
    await popup.waitForSelector('main');
    return popup;
  }

  const headlineOf = (popup: Page) => popup.$eval('h2', (heading) => heading.textContent);

  async function pressIn(popup: Page, name: string): Promise<void> {
    await popup.bringToFront();
    const isPressed = () =>
      popup.evaluate((name) => {
        const button = [...document.querySelectorAll('button')].find((each) => (each.ariaLabel ?? each.textContent) === name);
        button?.click();
        return button !== undefined;
      }, name);
    await expect.poll(isPressed, PATIENCE).toBe(true);
  }

  describe('hiding', () => {
    test('one mention: it alone is gone, also after a reload, until it is brought back', async () => {
      const page = await openCard('dark.html');
      const before = await textsIn(page);
      await hide(page, 'Hide this mention');
      await expect.poll(() => textsIn(page), PATIENCE).toEqual(before.filter((text) => text !== LETTER));
      await untilCard(context, page, 'This mention is hidden.');
      await page.reload();
      await expect.poll(() => textsIn(page), PATIENCE).toEqual(before.filter((text) => text !== LETTER));
      const popup = await openPopup(page);
      await expect.poll(() => popup.$$eval('.us-hidden-list li', (rows) => rows.length), PATIENCE).toBe(1);
      await pressIn(popup, `Show “${LETTER}” once on localhost again`);
      await expect.poll(() => textsIn(page), PATIENCE).toEqual(before);
      expect(await storedSettings(context)).toEqual({ hiddenMentions: [] });
    });

    test('a mention leaves others of the same words, and the words leave none, in every open page', async () => {
      const page = await openPage('dark.html');
      const other = await openPage('long.html');
      for (const each of [page, other]) await untilPainted(each, LETTER);
      const [before, beforeThere] = [await textsIn(page), await textsIn(other)];
      await hover(page, 'Xinjiang', 1);
      await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Since/);
      await hide(page, 'Hide this mention');
      await expect.poll(() => textsIn(page), PATIENCE).toEqual(['Xinjiang', LETTER]);
      await untilCard(context, page, 'This mention is hidden.');
      await hover(page, 'Xinjiang');
      await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Since/);
      await hide(page, 'Hide “Xinjiang” everywhere');
      await expect.poll(() => textsIn(page), PATIENCE).toEqual([LETTER]);
      await expect.poll(() => textsIn(other), PATIENCE).toEqual([LETTER]);
      await untilCard(context, page, '“Xinjiang” is hidden everywhere.');
      // Only its own change is taken back.
      await press(context, page, 'Undo');
      await expect.poll(() => textsIn(other), PATIENCE).toEqual(beforeThere);
      await expect.poll(() => textsIn(page), PATIENCE).toEqual(['Xinjiang', LETTER]);
      await untilNoCard(context, page);
      await setSettings(context, { hiddenMentions: [] });
      await expect.poll(() => textsIn(page), PATIENCE).toEqual(before);
    });

    test.each([
      ['Turn off on this page', 'Off on this page.', 'Off on this page', 'pausedPages'],
      ['Turn off on this site', 'Off on localhost.', 'Off on localhost', 'pausedSites'],
      ['Turn off for an hour', /^Off until \d\d:\d\d\.$/, /^Off until \d\d:\d\d$/, 'pausedUntil'],
      ['Turn off everywhere', 'Off everywhere.', 'Off everywhere', 'enabled'],
    ] as const)(
      '“%s” takes the marks of all frames away at once, and Undo brings them back',
      async (action, said, state, name) => {
        const page = await openPage('frames.html');
        const frame = await (await page.$('#same'))?.contentFrame();
        if (!frame) throw new Error('No frame');
        const all = (await framesOf(context, page)).flatMap(({ stated }) => stated).length;
        await expect.poll(() => listedIn(page), PATIENCE).toBe(all);
        await hover(page, 'Xinjiang');
        await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Since/);
        await hide(page, action);
        await expect.poll(() => listedIn(page), PATIENCE).toBe(0);
        expect(await textsIn(page)).toEqual([]);
        expect(await textsIn(frame)).toEqual([]);
        await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(said);
        expect(Object.keys(await storedSettings(context))).toEqual([name]);
        const popup = await openPopup(page);
        await expect.poll(() => headlineOf(popup), PATIENCE).toMatch(state);
        await page.bringToFront();
        await press(context, page, 'Undo');
        await expect.poll(() => listedIn(page), PATIENCE).toBe(all);
        await untilNoCard(context, page);
        await untilPainted(frame, LETTER);
        await hover(page, 'Xinjiang');
        await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Since/);
        expect((await cardOf(context, page)).hosts).toBe(1);
      },
    );

    test('from a frame of another site, a page is the one around it', async () => {
      const page = await openPage('frames.html');
      const all = (await framesOf(context, page)).flatMap(({ stated }) => stated).length;
      await expect.poll(() => listedIn(page), PATIENCE).toBe(all);
      const { origin } = context.server;
      await setSettings(context, { pausedPages: [`${origin}/frames.html`] });
      await expect.poll(() => listedIn(page), PATIENCE).toBe(0);
      const elsewhere = await openPage('frame.html', { otherOrigin: true });
      await untilPainted(elsewhere, LETTER);
    });

    test('on one page: it holds after a reload and under any fragment, and ends where the page becomes another one', async () => {
      const page = await openCard('dark.html');
      await hide(page, 'Turn off on this page');
      await expect.poll(() => textsIn(page), PATIENCE).toEqual([]);
      await page.goto(`${context.server.origin}/dark.html#part`);
      await page.reload();
      const popup = await openPopup(page);
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('Off on this page');
      expect(await textsIn(page)).toEqual([]);
      const turn = (address: string) =>
        page.evaluate((address) => {
          history.pushState(null, '', address);
          document.body.append(document.createElement('hr'));
        }, address);
      await turn('/another');
      await untilPainted(page, LETTER);
      await turn('/dark.html');
      await expect.poll(() => textsIn(page), PATIENCE).toEqual([]);
      await pressIn(popup, 'Turn on again');
      await untilPainted(page, LETTER);
    });

    test('for a while: marks come back by themselves when it is over', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const before = await textsIn(page);
      const until = Date.now() + 2500;
      await setSettings(context, { pausedUntil: until });
      await expect.poll(() => textsIn(page), PATIENCE).toEqual([]);
      await untilPainted(page, LETTER);
      expect(await page.evaluate(() => Date.now())).toBeGreaterThanOrEqual(until);
      expect(await textsIn(page)).toEqual(before);
    });

    test('for an hour: the popup can end it', async () => {
      const page = await openCard('dark.html');
      await hide(page, 'Turn off for an hour');
      await expect.poll(() => textsIn(page), PATIENCE).toEqual([]);
      const popup = await openPopup(page);
      await pressIn(popup, 'Turn on now');
      await untilPainted(page, LETTER);
      await expect.poll(() => headlineOf(popup), PATIENCE).toBe('On this page');
    });
  });

  describe('the notice', () => {
    test('stays where the pointer is, and goes when that leaves', async () => {
      const page = await openCard('dark.html');
      await hide(page, 'Hide this mention');
      const { box } = await untilCard(context, page, 'This mention is hidden.');
      await page.mouse.move(box.x + 20, box.y + box.height / 2);
      await untilStill(page);
      expect((await cardOf(context, page)).open).toBe(true);
      await page.mouse.move(4, 4);
      await untilNoCard(context, page);
    });

    test.each(['Escape', 'a press beside it'])('goes by %s', async (how) => {
      const page = await openCard('dark.html');
      await hide(page, 'Turn off everywhere');
      await untilCard(context, page, 'Off everywhere.');
      await expect.poll(() => textsIn(page), PATIENCE).toEqual([]);
      if (how === 'Escape') await page.keyboard.press('Escape');
      else await page.mouse.click(4, 4);
      await untilNoCard(context, page);
      // Nothing is left of the extension on a page it is off on.
      await expect.poll(async () => (await cardOf(context, page)).hosts, PATIENCE).toBe(0);
    });

    test('goes by Escape before a pinned card does, and has its colours', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      await hover(page, 'Xinjiang');
      await expect.poll(async () => (await cardOf(context, page)).headline, PATIENCE).toMatch(/^Since/);
      await press(context, page, 'Pin');
      await expect.poll(async () => (await pinnedOf(context, page)).length, PATIENCE).toBe(1);
      await hover(page, LETTER);
      await untilCard(context, page, CONCERN);
      await hide(page, 'Hide this mention');
      const notice = await untilCard(context, page, 'This mention is hidden.');
      const [pinned] = await pinnedOf(context, page);
      expect(notice.style.background).toBe(pinned?.style.background);
      await page.keyboard.press('Escape');
      await untilNoCard(context, page);
      expect(await pinnedOf(context, page)).toHaveLength(1);
      await page.keyboard.press('Escape');
      await expect.poll(() => pinnedOf(context, page), PATIENCE).toEqual([]);
    });

    test('is under the pointer also where the card stands above its mark', async () => {
      const page = await openPage('long.html');
      await untilPainted(page, LETTER);
      await page.evaluate(() => {
        document.body.style.marginBottom = '0';
        scrollTo(0, document.body.scrollHeight);
      });
      await hover(page, LETTER);
      await untilCard(context, page, CONCERN);
      await hide(page, 'Hide this mention');
      const { box } = await untilCard(context, page, 'This mention is hidden.');
      await page.mouse.move(box.x + 30, box.y + box.height / 2);
      await untilStill(page);
      await press(context, page, 'Undo');
      await untilPainted(page, LETTER);
    });

    test('takes the focus of a reader who came by keyboard, keeps it, and gives it back to the page', async () => {
      const page = await openPage('long.html');
      await untilPainted(page, LETTER);
      await page.bringToFront();
      await page.focus('.scroller');
      await context.extension.evaluateInFrames(page, () => globalThis.pageNotes?.open(3));
      await untilCard(context, page, CONCERN);
      await tabTo(page, 'Hide…, not helpful here');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await cardOf(context, page)).controls, PATIENCE).toContain('Hide this mention');
      await page.keyboard.down('Shift');
      await tabTo(page, 'Turn off on this site');
      await page.keyboard.up('Shift');
      await page.keyboard.press('Enter');
      const notice = await untilCard(context, page, 'Off on localhost.');
      expect(notice.focusedOn).toBe('Undo');
      await expect.poll(() => textsIn(page), PATIENCE).toEqual([]);
      await page.mouse.move(4, 4);
      await page.mouse.move(8, 8);
      await untilStill(page);
      expect((await cardOf(context, page)).open).toBe(true);
      await page.keyboard.press('Enter');
      await untilNoCard(context, page);
      await untilPainted(page, LETTER);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('scroller');
    });
  });

  describe('copying', () => {
    test.each([
      ['Text', /^22 countries voiced concern, in a joint letter[\s\S]*Australia/],
      ['Citation', /^22 countries voiced concern, in a joint letter[\s\S]*Undersigned dataset of /],
      ['Markdown', /\]\(https:\/\/docs\.un\.org\/en\/A\/HRC\/41\/G\/11\)/],
      ['CSL-JSON', /^\[\s*\{\s*"id": "undersigned-2019-07-08-concern"/],
    ] as const)('%s lands on the clipboard', async (form, expected) => {
      const page = await openCard('dark.html');
      await press(context, page, 'Copy');
      await expect.poll(async () => (await cardOf(context, page)).controls, PATIENCE).toContain(form);
      await press(context, page, form);
      await expect.poll(async () => (await cardOf(context, page)).text, PATIENCE).toContain('Copied');
      expect(await pastedInto(page)).toMatch(expected);
    });

    test('works on a page that may not use the clipboard itself, which neither learns what is copied nor changes it', async () => {
      const page = await openCard('no-clipboard.html');
      await page.evaluate(() => {
        const { dataset } = document.documentElement;
        // On the window, and there before us, it is asked first.
        const onCopy = (event: ClipboardEvent) => {
          dataset.learnt = event.clipboardData?.getData('text/plain') ?? '';
          event.clipboardData?.setData('text/plain', 'of the page');
          event.preventDefault();
        };
        addEventListener('copy', onCopy, true);
        document.addEventListener('copy', () => {
          dataset.heard = '';
        });
      });
      await press(context, page, 'Copy');
      await expect.poll(async () => (await cardOf(context, page)).controls, PATIENCE).toContain('Text');
      await press(context, page, 'Text');
      await expect.poll(async () => (await cardOf(context, page)).text, PATIENCE).toContain('Copied');
      const { heard, learnt = '' } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
      expect([heard, learnt]).toEqual([undefined, '']);
      expect(await pastedInto(page)).toMatch(/^22 countries voiced concern/);
    });
  });

  describe('reporting an error', () => {
    test('gives a text to send, without the address of the page unless that is ticked', async () => {
      const page = await openCard('dark.html');
      await press(context, page, 'Report an error');
      await expect.poll(async () => (await cardOf(context, page)).controls, PATIENCE).toContain('Copy a report');
      await press(context, page, 'Copy a report');
      await expect.poll(async () => (await cardOf(context, page)).text, PATIENCE).toContain('Copied');
      const report = await pastedInto(page);
      expect(report).toContain('What is wrong:');
      expect(report).toContain(`A [${LETTER}] was sent to the Human Rights Council`);
      expect(report).toContain('2019-07-08-concern');
      expect(report).not.toContain(context.server.origin);
    });
  });

  /** Step on with Tab until something of this name has the focus. */
  async function tabTo(page: Page, name: string): Promise<void> {
    const stops: string[] = [];
    while (stops.length < 80) {
      const { focusedOn } = await cardOf(context, page);
      if (focusedOn === name) return;
      stops.push(focusedOn);
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to “${name}”, but to ${stops.join(', ')}`);
  }
});

/** What a reader gets who pastes into a field of the page. */
async function pastedInto(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.style.cssText = 'position: fixed; inset: auto auto 0 0;';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  const value = () => page.$eval('textarea', (field) => field.value);
  await expect.poll(value, PATIENCE).not.toBe('');
  return value();
}
