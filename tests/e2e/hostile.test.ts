/**
 * Pages that make it hard: each of tests/pages/hostile states what is to be marked on it in spite of everything, and all are
 * held to the same: every frame is marked as stated, nobody meets an error, the tree is the page's own, and it still answers.
 */
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { BUILT_APPS, buildApps } from '../support/apps.ts';
import { type BrowserTest, forEachBrowser } from '../support/browser.ts';
import { cardOf, press, untilNoCard } from '../support/card.ts';
import { type Fixture, problemsOf, readFixtures, WITNESS } from '../support/hostile.ts';
import { errorsOf, hover, PATIENCE } from '../support/page.ts';

interface Step {
  readonly context: BrowserTest;
  readonly page: Page;
  readonly fixture: Fixture;
}

/** What is done to some pages once they are as stated. */
const STEPS: Readonly<Record<string, (step: Step) => Promise<void>>> = {
  /** The card opens over the mark. */
  hover: openCard,

  /** The page was made dark after it had loaded, and the card is as the page is now. */
  async 'dark-card'(step) {
    await openCard(step);
    const { style } = await cardOf(step.context, step.page);
    expect(Number(style.background.match(/\d+/)?.[0])).toBeLessThan(80);
  },

  /** In the top layer all else is inert: the card must be shown in it, and its buttons work. */
  async 'card-in-layer'(step) {
    await openCard(step);
    await press(step.context, step.page, 'Close');
    await untilNoCard(step.context, step.page);
  },

  async fullscreen(step) {
    await step.page.click('#open');
    const filled = () => step.page.evaluate(() => document.fullscreenElement?.id ?? '');
    await expect.poll(filled, PATIENCE).toBe('stage');
    await STEPS['card-in-layer']?.(step);
    await step.page.evaluate(() => document.exitFullscreen());
    await expect.poll(filled, PATIENCE).toBe('');
  },

  /** Away to another page and back, from the cache of whole pages where the browser has kept it. */
  async back(step) {
    const { page } = step;
    const address = page.url();
    await page.goto(`${step.context.server.origin}/no-mention.html`);
    // The driver would wait for a load that a page from the cache does not have.
    await page.evaluate(() => setTimeout(() => history.back()));
    await expect.poll(() => page.evaluate(() => location.href).catch(() => ''), PATIENCE).toBe(address);
    await untilFine(step.fixture, () => problemsOf(step.context, step.page, step.fixture, []));
    await openCard(step);
  },

  async print({ page }) {
    const underline = () =>
      page.evaluate(
        () => getComputedStyle(document.querySelector('p') as Element, '::highlight(note-dotted)').textDecorationLine,
      );
    await expect.poll(underline, PATIENCE).toBe('underline');
    await page.emulateMediaType('print');
    expect(await underline()).toBe('none');
    await page.emulateMediaType();
  },

  /** Typed, taken back and brought again: the editor's text and history are as they are without us. */
  async edit({ page }) {
    const state = () => page.evaluate(() => JSON.stringify([editor.text(), ...editor.steps()]));
    const pressWithControl = async (key: 'z' | 'y') => {
      await page.keyboard.down('Control');
      await page.keyboard.press(key);
      await page.keyboard.up('Control');
    };
    await page.click(await page.evaluate(() => editor.field));
    await page.keyboard.type('A word on Xinjiang');
    await expect.poll(state, PATIENCE).toContain('"A word on Xinjiang"');
    const [, typed] = JSON.parse(await state()) as [string, number];
    for (let step = 0; step < typed; step++) await pressWithControl('z');
    await expect.poll(state, PATIENCE).toBe(JSON.stringify(['', 0, typed]));
    for (let step = 0; step < typed; step++) await pressWithControl('y');
    await expect.poll(state, PATIENCE).toBe(JSON.stringify(['A word on Xinjiang', typed, 0]));
    // What comes after it is read after it.
    await page.evaluate(() => {
      const late = document.createElement('p');
      late.dataset.expect = '["Xinjiang"]';
      late.textContent = 'Later, Xinjiang.';
      document.body.append(late);
    });
  },
};

declare global {
  /** What fixtures with an editor tell of it. */
  var editor: { field: string; text(): string; steps(): number[] };
}

beforeAll(buildApps);

forEachBrowser(
  (context) => {
    // A tab for each fixture: drivers lose their way in one whose document was taken apart, written anew or kept in a cache.
    let tab: { page: Page; errors: string[] } | undefined;

    async function openTab(): Promise<{ page: Page; errors: string[] }> {
      const page = await context.extension.browser.newPage();
      await page.evaluateOnNewDocument(WITNESS);
      return { page, errors: errorsOf(page) };
    }

    afterEach(closeTab);

    function closeTab(): void {
      void tab?.page.close().catch(() => {});
      tab = undefined;
    }

    for (const fixture of readFixtures()) {
      test(fixture.address, async ({ skip }) => {
        if (!fixture.browsers.includes(context.name)) skip(fixture.reason);
        tab = await openTab();
        const { page, errors } = tab;
        errors.length = 0;
        await page.goto(`${context.server.origin}/hostile/${fixture.address}`, { waitUntil: 'load' });
        const asStated = () => untilFine(fixture, () => problemsOf(context, page, fixture, errors));
        await asStated();
        while (await page.evaluate('globalThis.witness ? witness.change() : false')) await asStated();
        if (fixture.step) {
          await STEPS[fixture.step]?.({ context, page, fixture });
          await asStated();
        }
      });
    }
  },
  { alsoServe: BUILT_APPS },
);

async function openCard({ context, page, fixture }: Step): Promise<void> {
  const text = fixture.at ?? (await page.evaluate('JSON.parse(witness.report()).painted[0]'));
  await hover(page, text as string, fixture.nth);
  await expect.poll(async () => (await cardOf(context, page)).open, PATIENCE).toBe(true);
}

/** Wait until there is no problem left; what is left when patience ends is the error. */
async function untilFine({ patience }: Fixture, problemsNow: () => Promise<string[]>): Promise<void> {
  let problems: string[] = [];
  const count = async () => {
    problems = await problemsNow();
    return problems.length;
  };
  await expect
    .poll(count, { timeout: patience, interval: 30 })
    .toBe(0)
    .catch((error) => {
      throw problems.length > 0 ? new Error(problems.join('\n')) : error;
    });
}
