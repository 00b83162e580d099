/** Random trees with random changes, in the browsers themselves: see tests/support/page-fuzz.ts. */
import { expect, test } from 'vitest';
import { bundleForPage } from '../../scripts/bundle-for-page.ts';
import { forEachBrowser } from '../support/browser.ts';
import { FUZZ } from '../support/fuzz.ts';

/** Drivers wait some minutes for one answer. */
const AT_ONCE = 500;

/** Milliseconds: a case takes some ten, and the words of a language are compiled once. */
const PATIENCE = 60_000 + 200 * FUZZ.runs;

// The parts are put into the page by the test; the extension itself would mark it too.
forEachBrowser(
  (context) => {
    test(
      'however a page changes, its marks are those of a page that has always been like that',
      async () => {
        const page = await context.newPage();
        await page.goto(`${context.server.origin}/no-mention.html`);
        // The page's clock runs fast: nothing depends on how long changes are gathered.
        await page.evaluate(`{
          const { setTimeout } = globalThis;
          globalThis.setTimeout = (work, _milliseconds, ...rest) => setTimeout(work, 0, ...rest);
        }`);
        await page.evaluate(await bundleForPage('tests/support/page-fuzz.ts'));
        for (let done = 0; done < FUZZ.runs; done += AT_ONCE) {
          const run = { runs: Math.min(AT_ONCE, FUZZ.runs - done), seed: FUZZ.seed + done };
          expect(await page.evaluate((run) => fuzzPage(run), run)).toBeNull();
        }
      },
      PATIENCE,
    );
  },
  { launch: { installed: false } },
);
