/** Settings leave the browser as a file and come back from one, whole or not at all. */
import { existsSync, mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../data/settings.ts';
import { settingsFile } from '../../data/settings-file.ts';
import { forEachBrowser } from '../support/browser.ts';
import { PATIENCE, paintedIn, untilPainted } from '../support/page.ts';
import { resetSettings, setSettings, storedSettings } from '../support/settings.ts';
import { takenAlong } from '../support/settings-arbitrary.ts';

/** Where browsers put what they download: Firefox has to know when it starts. */
const folder = mkdtempSync(path.join(tmpdir(), 'settings-'));
const preferences = { 'browser.download.folderList': 2, 'browser.download.dir': folder };

afterAll(() => rm(folder, { recursive: true }));

forEachBrowser(
  (context) => {
    let options: Page;

    beforeEach(async () => {
      await setSettings(context, { look: 'wavy', hiddenTerms: ['géant – 22 countries'] });
      options = await context.extension.openExtensionPage('/options.html');
      await options.waitForSelector('main');
    });

    afterEach(async () => {
      await options.close();
      await resetSettings(context);
    });

    async function choose(text: string): Promise<void> {
      const file = path.join(folder, 'chosen.json');
      await writeFile(file, text);
      const input = (await options.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
    }

    test('settings are exported as a file, without a permission for downloads', async () => {
      const file = path.join(folder, 'undersigned-settings.json');
      await rm(file, { force: true });
      if (context.name === 'chromium') {
        const session = await context.extension.browser.target().createCDPSession();
        await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      }
      const link = await options.waitForSelector('a[download]');
      await link?.click();
      await expect.poll(() => existsSync(file), PATIENCE).toBe(true);
      const written = async () => JSON.parse(await readFile(file, 'utf8').then((text) => text || '{}'));
      await expect.poll(written, PATIENCE).toEqual({
        format: 'undersigned-settings',
        version: 1,
        settings: takenAlong({ ...DEFAULT_SETTINGS, look: 'wavy', hiddenTerms: ['géant – 22 countries'] }),
      });
    });

    test('a good file is in place in open pages at once, what a newer version wrote too, and can be undone', async () => {
      const page = await context.openPage('dark.html');
      await untilPainted(page, 'Xinjiang');
      await options.bringToFront();
      await choose(settingsFile({ ...DEFAULT_SETTINGS, look: 'tint' }, { futureWidth: 7 }));
      const looks = async () => [...new Set((await paintedIn(page)).map(({ look }) => look))];
      await expect.poll(looks, PATIENCE).toEqual(['tint']);
      expect(await storedSettings(context)).toMatchObject({ look: 'tint', hiddenTerms: [], futureWidth: 7 });
      const undo = await options.waitForSelector('[role=status] button');
      await undo?.click();
      await expect.poll(looks, PATIENCE).toEqual(['wavy']);
      await expect.poll(() => storedSettings(context), PATIENCE).not.toHaveProperty('futureWidth');
      expect((await storedSettings(context)).hiddenTerms).toEqual(['géant – 22 countries']);
    });

    test('a bad file changes nothing, and names the field with what is allowed', async () => {
      const before = await storedSettings(context);
      await choose(settingsFile({ ...DEFAULT_SETTINGS, look: 'tint', openDelay: 5000 }, { futureWidth: 7 }));
      await options.waitForSelector('[role=alert] li');
      expect(await options.$$eval('[role=alert] li', (items) => items.map((item) => item.textContent))).toEqual([
        'openDelay: expected a whole number from 0 to 1000, got 5000',
      ]);
      expect(await storedSettings(context)).toEqual(before);
    });
  },
  { launch: { preferences } },
);
