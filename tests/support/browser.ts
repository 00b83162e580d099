/**
 * What every end-to-end test stands on: one real browser with the built extension for a file of tests, once Chromium and
 * once Firefox. A browser that is not on this computer skips its tests and says so; under CI it fails them.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { BROWSER_NAMES, type BrowserName, findBrowser } from '../../scripts/browsers.ts';
import { BUILDS } from '../../scripts/builds.ts';
import { type ExtensionBrowser, type LaunchOptions, launch } from '../../scripts/launch.ts';
import { type PageServer, servePages } from '../../scripts/serve-pages.ts';
import { root } from '../../scripts/tools.ts';

const SCREENSHOTS = path.join(root, '.output', 'e2e');

export interface BrowserTest {
  readonly name: BrowserName;
  /** Only while tests run: set up before the first, gone after the last. */
  readonly extension: ExtensionBrowser;
  /** Where it was loaded from; with `ownBuild` a test may change what is there. */
  readonly directory: string;
  /** tests/pages on two origins. */
  readonly server: PageServer;
  /** A new tab, closed after the test; if the test fails, its picture is kept in .output/e2e. */
  newPage(): Promise<Page>;
  /** A new tab that shows a file of tests/pages, loaded. */
  openPage(file: string, options?: { readonly otherOrigin?: boolean }): Promise<Page>;
}

export interface BrowserTestOptions {
  /** Which browsers; both unless said, with a reason in the test file. */
  readonly only?: readonly BrowserName[];
  readonly launch?: Partial<LaunchOptions>;
  /** Load a copy of the build, which tests can change. */
  readonly ownBuild?: boolean;
  /** A folder to serve beside tests/pages, for what is built for the tests. */
  readonly alsoServe?: string;
}

/**
 * Define tests for each browser. The function is called while tests are collected, so `extension` and `server` may only be
 * read inside tests and hooks.
 */
export function forEachBrowser(define: (context: BrowserTest) => void, options: BrowserTestOptions = {}): void {
  for (const name of options.only ?? BROWSER_NAMES) {
    describe(name, () => {
      let extension: ExtensionBrowser | undefined;
      let server: PageServer | undefined;
      let directory = BUILDS[name].directory;
      let missing: string | undefined;
      const pages = new Set<Page>();

      beforeAll(async () => {
        const found = await findBrowser(name);
        if (!found) {
          missing = `There is no ${name} on this computer.`;
          if (process.env.CI && process.env.CI !== 'false') throw new Error(missing);
          return;
        }
        if (!options.launch?.extension && !existsSync(path.join(directory, 'manifest.json'))) {
          throw new Error(`The extension is not built for ${name}: npm run build`);
        }
        if (options.ownBuild) {
          const copy = await mkdtemp(path.join(tmpdir(), 'build-'));
          await cp(directory, copy, { recursive: true });
          directory = copy;
        }
        server = await servePages(path.join(root, 'tests', 'pages'), options.alsoServe);
        extension = await launch(name, { headless: true, executablePath: found.path, extension: directory, ...options.launch });
      });

      afterAll(async () => {
        await extension?.close();
        await server?.close();
        if (directory !== BUILDS[name].directory) await rm(directory, { recursive: true, force: true });
      });

      beforeEach(({ skip }) => {
        if (missing) skip(missing);
      });

      afterEach(async ({ task }) => {
        if (task.result?.state === 'fail') await keepPictures(`${name} ${task.name}`);
        for (const page of pages) await page.close().catch(() => {});
        pages.clear();
      });

      define({
        name,
        get extension() {
          return present(extension);
        },
        get directory() {
          return directory;
        },
        get server() {
          return present(server);
        },
        newPage,
        openPage: async (file, { otherOrigin = false } = {}) => {
          const page = await newPage();
          const { origin, otherOrigin: other } = present(server);
          await page.goto(`${otherOrigin ? other : origin}/${file.replace(/^\//, '')}`, { waitUntil: 'load' });
          return page;
        },
      });

      async function keepPictures(title: string): Promise<void> {
        await mkdir(SCREENSHOTS, { recursive: true });
        let number = 0;
        for (const page of pages) {
          number += 1;
          const file = `${title} ${number}`.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120);
          // Chromium draws, and so pictures, no tab that lies behind another.
          await page.bringToFront().catch(() => {});
          await page.screenshot({ path: path.join(SCREENSHOTS, `${file}.png`) as `${string}.png` }).catch(() => {});
        }
      }

      async function newPage(): Promise<Page> {
        const page = await present(extension).browser.newPage();
        pages.add(page);
        return page;
      }
    });
  }
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The browser is there inside tests and hooks only.');
  return value;
}
