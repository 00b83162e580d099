/**
 * What an administrator has set, as Firefox reads it from the home folder. Chromium reads it from the system's folders only, which no test
 * touches: there the build has to load with its schema, as every other test shows, and the rest is in tests/entrypoints/shared.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { forEachBrowser } from '../support/browser.ts';
import { PATIENCE, paintedIn, untilPainted } from '../support/page.ts';
import { resetSettings, setSettings, storedSettings } from '../support/settings.ts';

const NAME = 'undersigned@example.org';
const POLICY = { look: 'tint', pausedSites: ['example.org'], openDelay: 'soon' };

const home = mkdtempSync(path.join(tmpdir(), 'home-'));
const folder = path.join(home, '.mozilla', 'managed-storage');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, `${NAME}.json`), JSON.stringify({ name: NAME, description: '', type: 'storage', data: POLICY }));

afterAll(() => rm(home, { recursive: true }));

forEachBrowser(
  (context) => {
    beforeEach(() => setSettings(context, { look: 'wavy', markRegion: false }));
    afterEach(() => resetSettings(context));

    test('what an administrator has set holds on pages, beside the reader’s own', async () => {
      const page = await context.openPage('dark.html');
      await untilPainted(page, 'letter signed by 22 countries');
      expect(await paintedIn(page)).toEqual([{ look: 'tint', text: 'letter signed by 22 countries' }]);
    });

    test('the settings show it, keep it from being changed, and say what of it makes no sense', async () => {
      const options = await context.extension.openExtensionPage('/options.html');
      await options.waitForSelector('[role=alert] li');
      expect(await options.$$eval('[role=alert] li', (items) => items.map((item) => item.textContent))).toEqual([
        expect.stringMatching(
          /^How long the pointer rests before the card opens: expected a whole number from 0 to 1000, got "soon"$/,
        ),
      ]);
      const locked = await options.$$eval('fieldset:disabled', (groups) => groups.map((group) => group.textContent));
      expect(locked).toEqual([expect.stringMatching(/^How marks look.*Set by your organisation/)]);
      // The other waits for a switch of the reader's.
      const others = await options.$$eval(':disabled:not(fieldset, fieldset:disabled *)', (controls) =>
        controls.map((control) => control.parentElement?.textContent),
      );
      expect(others).toEqual([expect.stringMatching(/^Sync lists/)]);
      const reset = await options.waitForSelector('::-p-text(Reset to defaults)');
      await reset?.click();
      await expect.poll(async () => (await storedSettings(context)).look, PATIENCE).toBe('dotted');
      expect(await options.$eval('input[type=radio]:disabled:checked', (radio) => radio.parentElement?.textContent)).toBe('Tint');
      await options.close();
    });

    test('the popup’s switch for it is out of reach and says why', async () => {
      const page = await context.openPage('dark.html');
      const popup = await context.extension.openExtensionPage(`/popup.html?tab=${await context.extension.tabIdOf(page)}`);
      await popup.waitForSelector('input:disabled');
      const locked = await popup.$$eval('input:disabled', (inputs) => inputs.map((input) => input.parentElement?.textContent));
      expect(locked).toEqual(['Mark on localhostSet by your organisation; it cannot be changed here.']);
      await popup.close();
    });
  },
  // Elsewhere it lies in another folder, or in the registry.
  { only: process.platform === 'linux' ? ['firefox'] : [], launch: { environment: { HOME: home } } },
);
