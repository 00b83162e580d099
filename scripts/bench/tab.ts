/** Chromium for the benchmark, and pages of its own making served to it: from this computer only, without scripts of their own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type BrowserName, ensureBrowser } from '../browsers.ts';
import { type ExtensionBrowser, launch } from '../launch.ts';
import { servePages } from '../serve-pages.ts';

/** The clock of a page is fine enough to time a scan only where no other origin can share its process. */
const FINE_CLOCK = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
/** What the page brings along never runs; what is put into it from outside does. */
const NO_SCRIPTS = { 'Content-Security-Policy': "script-src 'none'" };

export interface BenchPages {
  /** The address of a page by its name. */
  urlOf(name: string): string;
  close(): Promise<void>;
}

export interface BenchPage {
  /** Without `.html`. */
  readonly name: string;
  readonly html: string | Uint8Array;
}

/** Serve pages until closed. */
export async function serveBenchPages(pages: readonly BenchPage[], { scripts = false } = {}): Promise<BenchPages> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  const headers = JSON.stringify({ ...FINE_CLOCK, ...(scripts ? {} : NO_SCRIPTS) });
  for (const { name, html } of pages) {
    await writeFile(path.join(directory, `${name}.html`), html);
    await writeFile(path.join(directory, `${name}.headers.json`), headers);
  }
  const server = await servePages(directory);
  return {
    urlOf: (name) => `${server.origin}/${encodeURIComponent(name)}.html`,
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const CHROMIUM_SWITCHES = [
  '--js-flags=--expose-gc',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--enable-precise-memory-info',
];

interface BrowserOptions {
  readonly installed: boolean;
  /** Chromium, unless another is named. */
  readonly name?: BrowserName;
  /** A directory to load instead of the build. */
  readonly extension?: string;
  /** More preferences for Firefox. */
  readonly preferences?: Readonly<Record<string, unknown>>;
}

/** A browser without a window, with the extension or not; Chromium without a network. */
export async function openBrowser({ name = 'chromium', ...options }: BrowserOptions): Promise<ExtensionBrowser> {
  const { path: executablePath } = await ensureBrowser(name);
  return launch(name, {
    headless: true,
    executablePath,
    ...options,
    ...(name === 'chromium' && { switches: CHROMIUM_SWITCHES }),
  });
}
