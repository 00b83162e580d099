/** The side panel: the page in front in its window with the full record of a mention beside it, as a tab of its own and as browsers show it. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type BrowserTest, forEachBrowser } from '../support/browser.ts';
import { cardOf } from '../support/card.ts';
import { faultsIn } from '../support/faults.ts';
import { badgeOf, setAccess, textInSidebar } from '../support/management.ts';
import { errorsOf, PATIENCE, paintedIn, untilPainted } from '../support/page.ts';
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

  /** The panel as a tab behind the page, which is what it follows: what is in front of all. */
  async function openBeside(page: Page): Promise<Page> {
    const panel = await context.extension.openExtensionPage('/sidepanel.html');
    opened.push(panel);
    await panel.waitForSelector('main');
    await page.bringToFront();
    return panel;
  }

  describe('the side panel', () => {
    test('lists what the page in front holds, and goes along with tabs that are switched, led elsewhere and closed', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const panel = await openBeside(page);
      const errors = errorsOf(panel);
      await expect.poll(() => listed(panel), PATIENCE).toEqual([LETTER, 'Xinjiang', 'Xinjiang']);

      const other = await openPage('no-mention.html');
      await other.bringToFront();
      await expect.poll(() => headlineOf(panel), PATIENCE).toBe('No mention on this page');
      await other.goto(`${context.server.origin}/frames.html`, { waitUntil: 'load' });
      await expect.poll(async () => (await listed(panel)).length, PATIENCE).toBeGreaterThan(3);
      // A page of the extension's own, which no content script comes to.
      await panel.bringToFront();
      await expect.poll(() => headlineOf(panel), PATIENCE).toBe('This page cannot be read');
      await other.bringToFront();
      await expect.poll(async () => (await listed(panel)).length, PATIENCE).toBeGreaterThan(3);
      await other.close();
      await page.bringToFront();
      await expect.poll(() => listed(panel), PATIENCE).toEqual([LETTER, 'Xinjiang', 'Xinjiang']);
      expect(errors).toEqual([]);
    });

    test('goes along with a page that changes, and with a frame that comes later', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const panel = await openBeside(page);
      await expect.poll(async () => (await listed(panel)).length, PATIENCE).toBe(3);
      await page.evaluate(() => document.querySelector('.dim')?.remove());
      await expect.poll(async () => (await listed(panel)).length, PATIENCE).toBe(2);
      await page.evaluate((src) => {
        const frame = document.createElement('iframe');
        frame.src = src;
        frame.style.blockSize = '300px';
        document.body.prepend(frame);
      }, `${context.server.otherOrigin}/dark.html`);
      await expect.poll(async () => (await listed(panel)).length, PATIENCE).toBe(5);
      await page.evaluate(() => document.querySelector('iframe')?.remove());
      await expect.poll(async () => (await listed(panel)).length, PATIENCE).toBe(2);
    });

    test('goes along with a page that leads to another site, has no mention there, and is gone back to', async () => {
      const page = await openPage('kept.html');
      await untilPainted(page, LETTER);
      const panel = await openBeside(page);
      const marksOn = () => panel.$eval('.us-switches', (switches) => switches.textContent);
      await expect.poll(() => listed(panel), PATIENCE).toContain(LETTER);
      const onPage = await listed(panel);
      await page.goto(`${context.server.otherOrigin}/no-mention.html`);
      await expect.poll(() => headlineOf(panel), PATIENCE).toBe('No mention on this page');
      await expect.poll(marksOn, PATIENCE).toContain('Mark on 127.0.0.1');
      // No mention is on either.
      await page.goto(`${context.server.origin}/no-mention.html`);
      await expect.poll(marksOn, PATIENCE).toContain('Mark on localhost');
      await page.evaluate(() => setTimeout(() => history.go(-2)));
      await expect.poll(() => listed(panel), PATIENCE).toEqual(onPage);
    });

    test('and the toolbar button forget a frame that is led elsewhere, and one that is taken away', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const panel = await openBeside(page);
      await page.evaluate(
        (sources) => {
          for (const src of sources)
            document.body.append(Object.assign(document.createElement('iframe'), { src, height: '300' }));
        },
        [`${context.server.otherOrigin}/dark.html`, '/dark.html'],
      );
      await expect.poll(async () => (await listed(panel)).length, PATIENCE).toBe(9);
      await expect.poll(() => badgeOf(context, page), PATIENCE).toBe('9');
      // The panel of now has met all three frames at once.
      await opened.splice(0)[0]?.close();
      const later = await openBeside(page);
      for (const [index, left] of [
        [0, 6],
        [1, 3],
      ] as const) {
        await expect.poll(async () => (await listed(later)).length, PATIENCE).toBe(left + 3);
        await page.evaluate((index) => {
          const frame = document.querySelectorAll('iframe')[index];
          if (frame) frame.src = '/no-mention.html';
        }, index);
        await expect.poll(async () => (await listed(later)).length, PATIENCE).toBe(left);
        await expect.poll(() => badgeOf(context, page), PATIENCE).toBe(String(left));
      }
      await page.evaluate(
        (sources) => {
          for (const [index, frame] of [...document.querySelectorAll('iframe')].entries()) frame.src = sources[index] ?? '';
        },
        [`${context.server.otherOrigin}/dark.html`, '/dark.html'],
      );
      await expect.poll(async () => (await listed(later)).length, PATIENCE).toBe(9);
      await expect.poll(() => badgeOf(context, page), PATIENCE).toBe('9');
      for (const left of [6, 3]) {
        await page.evaluate(() => document.querySelector('iframe')?.remove());
        await expect.poll(async () => (await listed(later)).length, PATIENCE).toBe(left);
        await expect.poll(() => badgeOf(context, page), PATIENCE).toBe(String(left));
      }
    });

    test('shows the record of a mention, scrolls the page to it and paints it apart, until the reader is back at the list', async () => {
      const page = await openPage('long.html');
      await untilPainted(page, LETTER);
      const panel = await openBeside(page);
      await expect.poll(async () => (await listed(panel)).length, PATIENCE).toBeGreaterThan(1);
      const count = (await listed(panel)).length;
      await choose(panel, LETTER);
      await expect.poll(() => recordOf(panel), PATIENCE).toMatchObject({ name: CONCERN, hasFocus: true });
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
      expect(await paintedApart(page)).toEqual([LETTER]);
      // It stands here, so it need not stand in the page as well.
      expect((await cardOf(context, page)).open).toBe(false);
      expect((await recordOf(panel)).text).toContain(`of ${count}`);
      expect(await faultsIn(panel)).toEqual([]);

      await press(panel, 'All mentions');
      await expect.poll(async () => (await recordOf(panel)).name, PATIENCE).toBe('');
      await expect.poll(() => paintedApart(page), PATIENCE).toEqual([]);
      expect(await panel.evaluate(() => document.activeElement?.querySelector('mark')?.textContent)).toBe(LETTER);
    });

    test('leads from record to record, around at the ends, with the focus left on its buttons', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const panel = await openBeside(page);
      await expect.poll(async () => (await listed(panel)).length, PATIENCE).toBe(3);
      const said = () => panel.$eval('.us-record [role="status"]', (element) => element.textContent);
      await press(panel, 'Next');
      await panel.waitForSelector('.us-record');
      expect(await said()).toBe('Mention 1 of 3');
      await press(panel, 'Next', '.us-record');
      await expect.poll(said, PATIENCE).toBe('Mention 2 of 3');
      expect((await recordOf(panel)).name).toBe(CONCERN);
      expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe('Next');
      await press(panel, 'Previous', '.us-record');
      await expect.poll(said, PATIENCE).toBe('Mention 1 of 3');
      await press(panel, 'Previous', '.us-record');
      await expect.poll(said, PATIENCE).toBe('Mention 3 of 3');
    });

    test('lets go of a record with its mention, with its page, and when it closes', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const panel = await openBeside(page);
      await expect.poll(async () => (await listed(panel)).length, PATIENCE).toBe(3);
      await choose(panel, LETTER);
      await expect.poll(async () => (await recordOf(panel)).name, PATIENCE).toBe(CONCERN);
      await hideFromRecord(panel, `Hide “${LETTER}” everywhere`);
      await expect.poll(async () => (await recordOf(panel)).name, PATIENCE).toBe('');
      await expect.poll(async () => (await listed(panel)).length, PATIENCE).toBe(2);
      expect(await storedSettings(context)).toEqual({ hiddenTerms: [LETTER] });
      expect(await paintedApart(page)).toEqual([]);

      await choose(panel, 'Xinjiang');
      await expect.poll(() => paintedApart(page), PATIENCE).toEqual(['Xinjiang']);
      await opened.splice(0)[0]?.close();
      await expect.poll(() => paintedApart(page), PATIENCE).toEqual([]);
    });

    test('says why there is nothing to list: off, not allowed in, a PDF', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const panel = await openBeside(page);
      await expect.poll(async () => (await listed(panel)).length, PATIENCE).toBe(3);
      await setSettings(context, { pausedSites: ['localhost'] });
      await expect.poll(() => headlineOf(panel), PATIENCE).toBe('Off on localhost');
      await resetSettings(context);
      await page.goto(`${context.server.origin}/paper.pdf`).catch(() => undefined);
      await expect.poll(() => headlineOf(panel), PATIENCE).toBe('PDFs cannot be read');
      await setAccess(context, false);
      try {
        const kept = await openPage('dark.html');
        await kept.bringToFront();
        await expect.poll(() => headlineOf(panel), PATIENCE).toBe('Not allowed to read this page');
      } finally {
        await setAccess(context, true);
      }
      await expect.poll(async () => (await listed(panel)).length, PATIENCE).toBe(3);
    });

    test('stands beside the page when it is opened from the popup, which closes', async () => {
      const page = await openPage('dark.html');
      await untilPainted(page, LETTER);
      const popup = await context.extension.openExtensionPage(`/popup.html?tab=${await context.extension.tabIdOf(page)}`);
      await popup.waitForSelector('footer button');
      await popup.bringToFront();
      await popup.click('footer button');
      await expect.poll(() => popup.evaluate(() => true).catch(() => false), PATIENCE).toBe(false);
      await page.bringToFront();
      await expect.poll(() => textBesidePage(context), PATIENCE).toContain(CONCERN);
    });
  });
});

/** What the panel says that the browser itself shows; empty where it shows none. */
async function textBesidePage(context: BrowserTest): Promise<string> {
  const { extension } = context;
  if (extension.name === 'firefox') return textInSidebar(context);
  const url = extension.extensionUrl('/sidepanel.html');
  const target = extension.browser.targets().find((each) => each.url() === url);
  return target ? (await target.asPage()).evaluate(() => document.body.innerText) : '';
}

const headlineOf = (panel: Page) => panel.$eval('.us-state h2', (heading) => heading.textContent);

/** The words of each mention that is listed, in order of the page. */
function listed(panel: Page): Promise<string[]> {
  return panel.$$eval('.us-mentions mark', (marks) => marks.map((mark) => mark.textContent ?? ''));
}

async function choose(panel: Page, text: string): Promise<void> {
  await panel.$$eval(
    '.us-mentions button',
    (buttons, text) => buttons.find((button) => button.querySelector('mark')?.textContent === text)?.click(),
    text,
  );
}

async function press(panel: Page, label: string, within = 'main'): Promise<void> {
  await panel.evaluate(
    (label, within) => {
      const buttons = [...(document.querySelector(within)?.querySelectorAll('button') ?? [])];
      const button = buttons.find((each) => (each.getAttribute('aria-label') ?? each.textContent)?.startsWith(label));
      if (!button) throw new Error(`No button ${label}`);
      button.focus();
      button.click();
    },
    label,
    within,
  );
}

async function hideFromRecord(panel: Page, label: string): Promise<void> {
  await press(panel, 'Hide…', '.us-record');
  await panel.waitForSelector('.us-choices');
  await press(panel, label, '.us-choices');
}

/** The record that is shown in place of the list; a name of nothing where none is. */
function recordOf(panel: Page): Promise<{ name: string; text: string; hasFocus: boolean }> {
  return panel.evaluate(() => {
    const record = document.querySelector<HTMLElement>('.us-record');
    const card = record?.querySelector('[role="dialog"]');
    return {
      name: card?.getAttribute('aria-label') ?? '',
      text: record?.innerText ?? '',
      hasFocus: card === document.activeElement,
    };
  });
}

async function paintedApart(page: Page): Promise<string[]> {
  return (await paintedIn(page)).filter(({ look }) => look === 'here').map(({ text }) => text);
}
