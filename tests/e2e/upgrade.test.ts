/** From the release before to this one, as a browser does it: overnight, beneath open tabs, with what a reader has set since. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { BUILDS } from '../../scripts/builds.ts';
import { root } from '../../scripts/tools.ts';
import { sha256 } from '../../scripts/zip-files.ts';
import { forEachBrowser } from '../support/browser.ts';
import { cardOf, press, untilCard, untilNoCard } from '../support/card.ts';
import { errorsOf, hover, PATIENCE, paintedIn, untilMarked, untilPainted, untilRead } from '../support/page.ts';
import { installVersion, markAsOld, tabsIn, untilRenewed } from '../support/renewal.ts';
import { setSettings, storedSettings, storedVersion } from '../support/settings.ts';

const RELEASES = path.join(root, 'tests', 'releases');
const BEFORE = '0.1.0';
const LETTER = 'letter signed by 22 countries';
const CONCERN = '22 countries voiced concern';
const HIDDEN = 'counter-letter';

forEachBrowser(
  (context) => {
    /** As it was handed out. */
    async function installBefore(): Promise<void> {
      const name = `${BEFORE}-${context.name}.zip`;
      const zip = await readFile(path.join(RELEASES, name));
      expect(await readFile(path.join(RELEASES, 'README.md'), 'utf8')).toContain(`${sha256(zip)}  ${name}`);
      await replaceBuild(async (directory) => {
        for (const [file, content] of Object.entries(unzipSync(zip))) {
          await mkdir(path.dirname(path.join(directory, file)), { recursive: true });
          await writeFile(path.join(directory, file), content);
        }
      });
      await installVersion(context, BEFORE);
    }

    /** Other files in the same folder are another version of the same extension. */
    async function replaceBuild(fill: (directory: string) => Promise<void>): Promise<void> {
      await rm(context.directory, { recursive: true });
      await mkdir(context.directory);
      await fill(context.directory);
    }

    const marksIn = async (page: Page) => {
      const painted = await paintedIn(page);
      return { looks: [...new Set(painted.map(({ look }) => look))], texts: painted.map(({ text }) => text) };
    };

    test('what a reader has set and hidden holds, open pages are marked anew, no tab opens, and the popup tells what is new', async () => {
      await installBefore();
      // As a reader of that time sets it: in the settings, from a card, and with all else that could be set.
      const { stored } = JSON.parse(
        await readFile(path.join(root, 'tests', 'data', 'settings-shapes', '2026-11-26.json'), 'utf8'),
      );
      const { hiddenTerms: _, look: __, ...others } = stored;
      await setSettings(context, { ...others, markStatements: true, pausedSites: ['example.org', '127.0.0.1'] });
      const oldOptions = await context.extension.openExtensionPage('/options.html');
      await oldOptions.waitForSelector('main label');
      await oldOptions.evaluate(() => {
        const label = [...document.querySelectorAll('label')].find((each) => each.textContent?.trim() === 'Wavy line');
        label?.querySelector('input')?.click();
      });
      await expect.poll(async () => (await storedSettings(context)).look, PATIENCE).toBe('wavy');
      await oldOptions.close();

      const article = await context.openPage('demo.html');
      const without = await context.openPage('no-mention.html');
      const paused = await context.openPage('dark.html', { otherOrigin: true });
      const pages = [article, without, paused];
      const errors = pages.map(errorsOf);
      await article.bringToFront();
      await untilMarked(article);
      await article.keyboard.down('Shift');
      await hover(article, HIDDEN);
      await expect.poll(async () => (await cardOf(context, article)).open, PATIENCE).toBe(true);
      await article.keyboard.up('Shift');
      await press(context, article, 'Hide…');
      const action = `Hide “${HIDDEN}” everywhere`;
      await expect.poll(async () => (await cardOf(context, article)).controls, PATIENCE).toContain(action);
      await press(context, article, action);
      await expect.poll(async () => (await marksIn(article)).texts, PATIENCE).not.toContain(HIDDEN);
      const marked = await marksIn(article);
      expect(marked.looks).toEqual(['wavy']);
      const kept = await storedSettings(context);
      expect(kept).toMatchObject({ hiddenTerms: [HIDDEN], country: 'QA', pausedPages: others.pausedPages });
      for (const page of pages) await markAsOld(context, page);
      const tabs = await tabsIn(context);

      await replaceBuild((directory) => cp(BUILDS[context.name].directory, directory, { recursive: true }));
      await installVersion(context, packageJson.version);
      for (const page of pages) await untilRenewed(context, page);

      // The version of before is noted once all that an update does is done.
      await expect.poll(() => storedVersion(context), PATIENCE).toBe(BEFORE);
      expect(await tabsIn(context)).toEqual(tabs);
      expect(await storedSettings(context)).toEqual(kept);

      // The pages that were open, and one that is opened now.
      for (const page of [article, await context.openPage('demo.html?again')]) {
        await page.bringToFront();
        await expect.poll(() => marksIn(page), PATIENCE).toEqual(marked);
        await page.keyboard.down('Shift');
        await hover(page, LETTER);
        await untilCard(context, page, CONCERN);
        await page.keyboard.up('Shift');
        expect((await cardOf(context, page)).hosts).toBe(1);
        await page.keyboard.press('Escape');
        await untilNoCard(context, page);
      }
      await without.bringToFront();
      expect(await untilRead(without)).toEqual([]);
      expect(await paintedIn(without)).toEqual([]);
      expect(await paintedIn(paused)).toEqual([]);
      expect(errors.flat()).toEqual([]);

      const popup = await context.extension.openExtensionPage(`/popup.html?tab=${await context.extension.tabIdOf(paused)}`);
      await popup.waitForSelector('.us-news summary');
      expect(await popup.$eval('.us-news summary', (line) => line.textContent)).toContain(packageJson.version);
      await popup.close();
      const options = await context.extension.openExtensionPage('/options.html');
      await options.waitForSelector('main label');
      expect(await options.$$('[role="alert"]')).toEqual([]);
      await options.close();
      // And what held is still what is set, when marking on the paused site is let begin again.
      await setSettings(context, { pausedSites: ['example.org'] });
      await paused.bringToFront();
      await untilPainted(paused, LETTER);
      expect(await storedSettings(context)).toEqual({ ...kept, pausedSites: ['example.org'] });
    }, 120_000);
  },
  {
    ownBuild: true,
    launch: { installed: false, preferences: { 'extensions.webextensions.keepUuidOnUninstall': true } },
  },
);
