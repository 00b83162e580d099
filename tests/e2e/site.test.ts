/** The static site: the explorer from a disk, and from a folder of a server, asking nobody for anything. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../scripts/site.ts';
import { forEachBrowser } from '../support/browser.ts';
import { faultsIn } from '../support/faults.ts';
import { PATIENCE } from '../support/page.ts';

let served = '';
let folder = '';

beforeAll(async () => {
  served = await mkdtemp(path.join(tmpdir(), 'site-'));
  folder = path.join(served, 'any', 'sub folder');
  await buildSite(folder);
});

afterAll(() => rm(served, { recursive: true, force: true }));

test('the site is a page, a script and a sheet', async () => {
  expect((await readdir(folder)).toSorted()).toEqual(['explorer.css', 'explorer.js', 'index.html']);
});

forEachBrowser(
  (context) => {
    test.each([
      ['a disk', () => pathToFileURL(path.join(folder, 'index.html')).href],
      ['a folder of a server', () => `${context.server.origin}/any/sub%20folder/index.html`],
    ])('it works from %s, at the view that the address says, and loads nothing else', async (_, address) => {
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`${address()}#view=matrix&country=QA&statement=2019-07-12-support`, { waitUntil: 'load' });
      await page.waitForSelector('[role="gridcell"]');
      expect(await page.$eval('.us-position-said', (element) => element.textContent)).toBe('withdrew, 18 July 2019');
      // Its sheet is there: the card stands beside the grid.
      expect(await page.$eval('aside', (element) => getComputedStyle(element).position)).toBe('sticky');
      await page.click('nav a[href^="#view=changes"]');
      await expect.poll(() => headOf(page), PATIENCE).toBe('Changes');
      await page.evaluate(() => history.back());
      await expect.poll(() => headOf(page), PATIENCE).toBe('Matrix');
      const base = new URL('.', address()).href;
      expect(asked.filter((url) => !url.startsWith(base) && !url.startsWith('data:') && !url.endsWith('/favicon.ico'))).toEqual(
        [],
      );
    });

    test('what other pages load when it is asked for is in it', async () => {
      const page = await context.newPage();
      await page.goto(`${pathToFileURL(path.join(folder, 'index.html')).href}#view=map&map=world`, { waitUntil: 'load' });
      await page.waitForSelector('main [data-code="QA"]');
    });

    test('its language is the one chosen, which the address keeps', async () => {
      const page = await context.newPage();
      const address = pathToFileURL(path.join(folder, 'index.html')).href;
      await page.goto(`${address}#view=changes`, { waitUntil: 'load' });
      await page.waitForSelector('header select');
      await page.select('header select', 'ar');
      await expect.poll(() => page.evaluate(() => document.documentElement.dir), PATIENCE).toBe('rtl');
      expect(await page.evaluate(() => [document.documentElement.lang, location.hash])).toEqual(['ar', '#view=changes&lang=ar']);
      expect(await faultsIn(page)).toEqual([]);
      await page.click('nav a[href^="#view=matrix"]');
      await page.waitForSelector('[role="gridcell"]');
      await page.evaluate(() => {
        document.documentElement.lang = 'before';
        location.reload();
      });
      await expect.poll(() => page.evaluate(() => document.documentElement.lang).catch(() => ''), PATIENCE).toBe('ar');
      await page.evaluate(() => history.go(-2));
      await expect.poll(() => page.evaluate(() => document.documentElement.lang).catch(() => ''), PATIENCE).not.toBe('ar');
    });

    test('a change of state works without a server', async () => {
      const page = await context.newPage();
      await page.goto(`${pathToFileURL(path.join(folder, 'index.html')).href}#view=matrix`, { waitUntil: 'load' });
      await page.waitForSelector('[role="gridcell"]');
      await page.select('.us-controls select', 'number');
      await expect.poll(() => page.evaluate(() => location.hash), PATIENCE).toBe('#view=matrix&sort=number');
      expect(await page.$eval('[role="rowheader"]', (element) => element.textContent)).toBe('Lithuania');
    });
  },
  {
    launch: { installed: false },
    get alsoServe() {
      return served;
    },
  },
);

function headOf(page: Page): Promise<string | null> {
  return page.$eval('main h2', (heading) => heading.textContent);
}
