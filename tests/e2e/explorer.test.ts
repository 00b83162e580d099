/** The explorer: every view is its address, everything in it can be reached by keyboard and taken away, and cards lead to it. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { VIEWS } from '../../data/explorer/state.ts';
import { forEachBrowser } from '../support/browser.ts';
import { press, untilCard } from '../support/card.ts';
import { faultsIn } from '../support/faults.ts';
import { hover, PATIENCE, untilPainted } from '../support/page.ts';
import { resetSettings, setSettings } from '../support/settings.ts';

const SHOWN: Readonly<Record<(typeof VIEWS)[number], string>> = {
  timeline: 'view=timeline',
  matrix: 'view=matrix&country=QA&statement=2019-07-12-support',
  map: 'view=map&country=QA',
  compare: 'view=compare&compared=QA.africa.CU_RU',
  changes: 'view=changes&country=SO',
  search: 'view=search&q=qatar',
};

forEachBrowser((context) => {
  const opened: Page[] = [];

  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
    await resetSettings(context);
  });

  async function openExplorer(state = ''): Promise<Page> {
    const page = await context.extension.openExtensionPage(`/explorer.html#${state}`);
    opened.push(page);
    await page.waitForSelector('main h2');
    return page;
  }

  describe('the address', () => {
    test('is the view: links, back, forward and reload lead to it', async () => {
      const page = await openExplorer();
      await page.bringToFront();
      expect(await headOf(page)).toBe('Timeline');
      await page.click('nav a[href="#view=matrix"]');
      await expect.poll(() => headOf(page), PATIENCE).toBe('Matrix');
      await page.waitForSelector('[role="grid"] [role="gridcell"]');
      await page.click('nav a[href="#view=changes"]');
      await expect.poll(() => headOf(page), PATIENCE).toBe('Changes');
      await page.evaluate(() => history.back());
      await expect.poll(() => headOf(page), PATIENCE).toBe('Matrix');
      await page.evaluate(() => history.forward());
      await expect.poll(() => headOf(page), PATIENCE).toBe('Changes');
      await page.evaluate(() => location.reload());
      await expect.poll(() => headOf(page).catch(() => ''), PATIENCE).toBe('Changes');
      await expect
        .poll(() => page.title().catch(() => ''), PATIENCE)
        .toBe('Changes of sides over Xinjiang at the United Nations · Undersigned');
    });

    test('of which nothing makes sense is that of the first view', async () => {
      const page = await openExplorer('view=nowhere&country=ZZ&colour=red');
      expect(await headOf(page)).toBe('Timeline');
      expect(await page.$('aside')).toBeNull();
    });

    test('changes in place while a word is typed, and back leads past it', async () => {
      const page = await openExplorer();
      await page.bringToFront();
      await page.click('nav a[href="#view=search"]');
      await page.waitForSelector('input[type="search"]');
      await page.type('input[type="search"]', 'Catar');
      await expect.poll(() => page.evaluate(() => location.hash), PATIENCE).toBe('#view=search&q=Catar');
      expect(await page.$$eval('.us-hits a', ([first]) => first?.textContent)).toBe('Qatar');
      await page.evaluate(() => history.back());
      await expect.poll(() => headOf(page), PATIENCE).toBe('Timeline');
    });
  });

  describe('the matrix', () => {
    test('is walked by keyboard, cell by cell, and answers with date and source', async () => {
      const page = await openExplorer('view=matrix');
      await page.bringToFront();
      await page.waitForSelector('[role="gridcell"]');
      await page.evaluate(() => document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus());
      expect(await focusedCell(page)).toEqual({ row: '1', column: '1', said: 'not known' });
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown'] as const) await page.keyboard.press(key);
      // Algeria on the letter of 12 July 2019.
      expect(await focusedCell(page)).toEqual({ row: '3', column: '2', said: 'signed' });
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.evaluate(() => location.hash), PATIENCE)
        .toBe('#view=matrix&statement=2019-07-12-support&country=DZ');
      const card = await page.$eval('.us-position', (element) => element.textContent);
      expect(card).toMatch(/^Algeria.*signed, 12 July 2019.*37 countries voiced support for China.*Sources.+ · /);
      // The reader goes on from the cell.
      expect(await focusedCell(page)).toMatchObject({ row: '3', column: '2' });
      await pressWith(page, 'Control', 'End');
      await expect.poll(async () => (await focusedCell(page)).row, PATIENCE).toBe('195');
      await page.keyboard.press('Home');
      await expect.poll(() => focusedCell(page), PATIENCE).toEqual({ row: '195', column: '0', said: 'Zimbabwe' });
      await pressWith(page, 'Control', 'Home');
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => focusedCell(page), PATIENCE).toEqual({ row: '0', column: '0', said: 'Country' });
    });

    test('gives the focus to a cell that is clicked, and again when its card is closed', async () => {
      const page = await openExplorer('view=matrix');
      await page.bringToFront();
      const cell = await page.waitForSelector('[aria-rowindex="4"] [role="gridcell"][aria-colindex="3"]');
      await cell?.click();
      await page.waitForSelector('aside .us-icon');
      expect(await focusedCell(page)).toEqual({ row: '3', column: '2', said: 'signed' });
      expect(await page.$$eval('[role="gridcell"][aria-selected="true"]', (cells) => cells.length)).toBe(1);
      await page.click('aside .us-icon');
      await expect.poll(() => page.$('aside'), PATIENCE).toBeNull();
      expect(await focusedCell(page)).toMatchObject({ row: '3', column: '2' });
      expect(await page.$('[role="gridcell"][aria-selected="true"]')).toBeNull();
      await page.keyboard.press('ArrowRight');
      expect(await focusedCell(page)).toMatchObject({ row: '3', column: '3' });
    });

    test('says of each cell in another order what its country did', async () => {
      const page = await openExplorer('view=matrix&sort=number');
      await page.bringToFront();
      await page.waitForSelector('[role="gridcell"]');
      const told = () =>
        page.$$eval('[role="grid"] [role="row"]', (rows) =>
          Object.fromEntries(
            rows
              .slice(1, 12)
              .map((row) => [
                row.querySelector('[role="rowheader"]')?.textContent ?? '',
                [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.getAttribute('aria-label')).join(),
              ]),
          ),
        );
      const before = await told();
      await page.select('.us-controls select', 'group');
      await page.select('.us-controls select', 'number');
      await expect.poll(told, PATIENCE).toEqual(before);
      await page.select('.us-controls select', 'name');
      await expect.poll(() => page.$eval('[role="rowheader"]', (head) => head.textContent), PATIENCE).toBe('Afghanistan');
      expect((await told()).Albania).toMatch(/^not known,not on the list,signed,/);
    });

    test('keeps the cell in view that has the focus', async () => {
      const page = await openExplorer('view=matrix');
      await page.bringToFront();
      await page.waitForSelector('[role="gridcell"]');
      await page.evaluate(() => document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus());
      for (let step = 0; step < 40; step++) await page.keyboard.press('ArrowDown');
      await expect.poll(async () => (await focusedCell(page)).row, PATIENCE).toBe('41');
      const isSeen = await page.evaluate(() => {
        const cell = document.activeElement?.getBoundingClientRect();
        const grid = document.querySelector('[role="grid"]')?.getBoundingClientRect();
        return cell && grid && cell.top >= grid.top && cell.bottom <= grid.bottom + 1;
      });
      expect(isSeen).toBe(true);
    });

    test('opens with the row of the country that it was opened at in view', async () => {
      const page = await openExplorer('view=matrix&country=VU');
      await page.waitForSelector('[role="rowheader"][aria-selected="true"]');
      const isSeen = () =>
        page.evaluate(() => {
          const row = document.querySelector('[role="rowheader"][aria-selected="true"]')?.getBoundingClientRect();
          const grid = document.querySelector('[role="grid"]')?.getBoundingClientRect();
          return row && grid && row.top >= grid.top && row.bottom <= grid.bottom + 1;
        });
      await expect.poll(isSeen, PATIENCE).toBe(true);
    });

    test('runs the other way where the reader’s language does, and so do its keys', async () => {
      await setSettings(context, { language: 'ar' });
      const page = await openExplorer('view=matrix');
      await page.bringToFront();
      await page.waitForSelector('[role="gridcell"]');
      expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
      await page.evaluate(() => document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus());
      const left = () => page.evaluate(() => document.activeElement?.getBoundingClientRect().left ?? 0);
      const before = await left();
      await page.keyboard.press('ArrowLeft');
      expect(await focusedCell(page)).toMatchObject({ row: '1', column: '2' });
      expect(await left()).toBeLessThan(before);
      await page.keyboard.press('End');
      await expect.poll(async () => (await focusedCell(page)).column, PATIENCE).toBe('38');
    });

    test('is drawn whole where it is printed', async () => {
      const page = await openExplorer('view=matrix');
      await page.waitForSelector('[role="gridcell"]');
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await expect.poll(() => cellsDrawn(page), PATIENCE).toBe(195 * 38);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await expect.poll(() => cellsDrawn(page), PATIENCE).toBeLessThan(195 * 38);
    });
  });

  test('a card beside a view is closed with the focus back where it was opened', async () => {
    const page = await openExplorer('view=changes&from=2019-07-17&to=2019-07-18');
    await page.bringToFront();
    const link = await page.waitForSelector('tbody th a');
    await link?.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('aside .us-close');
    await page.click('aside .us-close');
    await expect.poll(() => page.$('aside'), PATIENCE).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Qatar');
  });

  test('a link to what is open already leads back to it from where its card has been followed to', async () => {
    const page = await openExplorer('view=changes&from=2019-07-17&to=2019-07-18&statement=2019-07-12-support');
    await page.bringToFront();
    const headline = () => page.$eval('aside .us-card-view:not([hidden]) h2', (heading) => heading.textContent);
    await page.waitForSelector('aside .us-card');
    const open = await headline();
    await page.$$eval('aside .us-card button', (buttons) => buttons.find((each) => each.textContent === 'Algeria')?.click());
    await expect.poll(headline, PATIENCE).toMatch(/^Algeria/);
    await page.click('main td a[href*="statement=2019-07-12-support"]:not([href*="country"])');
    await expect.poll(headline, PATIENCE).toBe(open);
  });

  test('countries and a group of the reader’s own are compared', async () => {
    const page = await openExplorer('view=compare');
    await page.bringToFront();
    const add = async (member: string) => {
      await page.select('.us-controls select', member);
      await page.click('.us-controls [type="submit"]');
    };
    await add('QA');
    await expect.poll(() => page.evaluate(() => location.hash), PATIENCE).toBe('#view=compare&compared=QA');
    await add('SO');
    await expect
      .poll(() => page.$$eval('.us-numbers tbody tr', (rows) => rows.map((row) => row.textContent)), PATIENCE)
      .toEqual(['Qatar and Somalia0 of 3 (0 %)31116']);
    await page.click('.us-own-group summary');
    for (const name of ['Cuba', 'Russia']) {
      await page.$eval('.us-own-group input[type="search"]', (field) => {
        field.value = '';
      });
      await page.type('.us-own-group input[type="search"]', name);
      await page.click('.us-own-group input[type="checkbox"]');
    }
    await page.click('.us-own-group button');
    await expect.poll(() => page.evaluate(() => location.hash), PATIENCE).toBe('#view=compare&compared=QA.SO.CU_RU');
  });

  test('what is shown is taken away as CSV and JSON, with sources', async () => {
    const page = await openExplorer('view=changes&from=2019-07-17&to=2019-07-18');
    await page.bringToFront();
    await page.evaluate(() => {
      const saved: { name: string; text: Promise<string> }[] = [];
      Object.assign(globalThis, { saved });
      let last: Blob | undefined;
      URL.createObjectURL = (blob) => {
        last = blob as Blob;
        return 'blob:nothing';
      };
      HTMLAnchorElement.prototype.click = function () {
        if (last) saved.push({ name: this.download, text: last.text() });
      };
    });
    const take = (label: string) =>
      page.evaluate((label) => {
        const button = [...document.querySelectorAll<HTMLElement>('.us-take button')].find((each) => each.textContent === label);
        button?.click();
      }, label);
    await take('CSV');
    await take('JSON');
    const files = await page.evaluate(() =>
      Promise.all(
        (globalThis as unknown as { saved: { name: string; text: Promise<string> }[] }).saved.map(async ({ name, text }) => ({
          name,
          text: await text,
        })),
      ),
    );
    const [csv, json] = files;
    expect(csv?.name).toMatch(/^undersigned-changes-after-2019-07-17-until-2019-07-18-\d{4}-\d\d-\d\d\.csv$/);
    const rows = csv?.text.split('\n') ?? [];
    // The 13 that joined by 26 July 2019, of which none had signed before.
    const ofThirteen = rows.filter((row) => row.includes(',2019-07-13/2019-07-26,no,'));
    expect(ofThirteen).toHaveLength(2 * 13);
    expect(rows.filter((row) => !ofThirteen.includes(row))).toEqual([
      'kind,country,name,date,certain,stance,statement,statementBefore,source,sourceUrl',
      // Of the day when Yemen joined, sources tell a span; it was its first signature, too.
      'joined-side,YE,Yemen,2019-07-12/2019-08-31,no,support,2019-07-12-support,,United Nations document A/HRC/41/G/17,',
      'joined-later,YE,Yemen,2019-07-12/2019-08-31,no,support,2019-07-12-support,,United Nations document A/HRC/41/G/17,',
      'withdrew,QA,Qatar,2019-07-18,yes,support,2019-07-12-support,,Yahoo News (Bloomberg),https://news.yahoo.com/qatar-withdraws-support-china-over-014805563.html',
    ]);
    expect(JSON.parse(json?.text ?? '')).toMatchObject({
      record: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      rows: expect.arrayContaining([expect.objectContaining({ country: 'QA', source: 'Yahoo News (Bloomberg)' })]),
    });
  });

  describe.each(VIEWS)('the view %s', (view) => {
    test.each(['light', 'dark'])('has no fault that axe finds, %s', async (scheme) => {
      const page = await openExplorer(SHOWN[view]);
      await page.evaluate((scheme) => document.documentElement.style.setProperty('--us-scheme', scheme), scheme);
      expect(await faultsIn(page)).toEqual([]);
    });

    test('fits a narrow window, and a wide one', async () => {
      const page = await openExplorer(SHOWN[view]);
      for (const width of [320, 3840]) {
        await page.setViewport({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  });

  test('what is chosen looks unlike the rest where the reader’s colours hold', async () => {
    // Firefox is not told of such colours by a test.
    if (context.name === 'firefox') return;
    const page = await openExplorer('view=changes&from=2018-12-31&to=2019-12-31');
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    const looks = (links: string) =>
      page.$$eval(links, (each) =>
        each.map((link) => {
          const { backgroundColor, borderBlockEnd } = getComputedStyle(link);
          return { isChosen: link.hasAttribute('aria-current'), look: `${backgroundColor} ${borderBlockEnd}` };
        }),
      );
    for (const links of ['main nav a', 'header nav a']) {
      const all = await looks(links);
      const [chosen, ...others] = all.toSorted((a, b) => Number(b.isChosen) - Number(a.isChosen));
      expect(chosen?.isChosen).toBe(true);
      expect(others.map(({ look }) => look)).not.toContain(chosen?.look);
    }
  });

  test('a card in a page leads to the statement on the timeline', async () => {
    const page = await context.openPage('dark.html');
    await untilPainted(page, 'letter signed by 22 countries');
    await hover(page, 'letter signed by 22 countries');
    await untilCard(context, page, '22 countries voiced concern');
    await press(context, page, 'Explore');
    const address = context.extension.extensionUrl('/explorer.html#statement=2019-07-08-concern');
    await expect.poll(() => addressesOf(context), PATIENCE).toContain(address);
    await closeTab(context, address);
  });
});

type Context = Parameters<Parameters<typeof forEachBrowser>[0]>[0];

interface TabsInterface {
  readonly tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]>; remove(id: number): Promise<void> };
}

/** What the browser's tabs show. */
function addressesOf({ extension }: Context): Promise<(string | undefined)[]> {
  return extension.evaluateInExtension(async () => {
    const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', TabsInterface>>;
    return (await (browser ?? (chrome as TabsInterface)).tabs.query({})).map(({ url }) => url);
  });
}

async function closeTab({ extension }: Context, address: string): Promise<void> {
  await extension.evaluateInExtension(async (address) => {
    const { browser, chrome } = globalThis as unknown as Partial<Record<'browser' | 'chrome', TabsInterface>>;
    const { tabs } = browser ?? (chrome as TabsInterface);
    for (const { id, url } of await tabs.query({})) if (url === address && id !== undefined) await tabs.remove(id);
  }, address);
}

function headOf(page: Page): Promise<string | null> {
  return page.$eval('main h2', (heading) => heading.textContent);
}

/** Asked in the page: handing over thousands of elements takes a driver long. */
function cellsDrawn(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('[role="gridcell"]').length);
}

function focusedCell(page: Page): Promise<{ row?: string; column?: string; said?: string | null }> {
  return page.evaluate(() => {
    const cell = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    const row = cell?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex');
    const column = cell?.getAttribute('aria-colindex');
    // The head is the first row, the names are the first column.
    const before = (index: string | null | undefined) => (index ? String(Number(index) - 1) : undefined);
    return { row: before(row), column: before(column), said: cell?.getAttribute('aria-label') ?? cell?.textContent };
  }) as Promise<{ row?: string; column?: string; said?: string | null }>;
}

async function pressWith(page: Page, modifier: 'Control', key: 'Home' | 'End'): Promise<void> {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
}
