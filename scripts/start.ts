/**
 * `npm start [-- PAGE] [--browser chromium|firefox] [--json] [--screenshot FILE]`: builds the extension, opens a browser with
 * it on a page, and shows what it does there. Without a screen, or when asked for a file or JSON, it looks for itself: lists
 * what it found, hovers over a mark and saves pictures.
 */
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { ConsoleMessage, Page } from 'puppeteer-core';
import { BROWSER_NAMES, type BrowserName, ensureBrowser, findBrowser } from './browsers.ts';
import { build } from './builds.ts';
import { type ExtensionBrowser, type LaunchOptions, launch } from './launch.ts';
import { type Mutations, mutationsOf, newMutations, recordMutations, startProfile, stopProfile } from './measure.ts';
import { type Box, type FoundMention, findSomethingToHover, hover, readMentions } from './read-page.ts';
import { servePages } from './serve-pages.ts';
import { root } from './tools.ts';

const USAGE = `npm start [-- PAGE] [--browser chromium|firefox] [--json] [--screenshot FILE]

  PAGE               an address or a file; the demo article unless given
  --browser NAME     chromium (Chrome, Chromium or Edge) or firefox
  --json             print what was found as one JSON object (npm start -s keeps npm quiet)
  --screenshot FILE  save a picture of the page with the first card open
  --headless         do not show a window

CHROME_PATH and FIREFOX_PATH name the browser's program where it is not found.`;

const DEMO = path.join(root, 'tests', 'pages', 'demo.html');
const PICTURES = path.join(root, '.output', 'demo');
const VIEW = [1280, 900] as const;

/** Pictures show what the window shows; anything else would lay the page out anew. */
const inView = { captureBeyondViewport: false };

/** Undone in reverse order on the way out, whichever way that is. */
const cleanUp: (() => unknown)[] = [];

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => void close().then(() => process.exit(code)));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await close();
}

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) return;
  const { name, executablePath } = await chooseBrowser(options.browser);
  const { url, local } = await addressOf(options.page);

  say(`Building for ${name} …`);
  const result = await build(name, { stdio: 'pipe' });
  if (result.code !== 0) throw new Error(`${result.output.trim()}\nThe extension could not be built.`);

  const extension = await launch(name, {
    headless: options.headless,
    executablePath,
    windowSize: VIEW,
    // Headless the page is first seen without the extension, to know what it does by itself.
    installed: !options.headless,
    ...(local && isolation()),
  });
  cleanUp.push(() => extension.close());
  if (options.headless) await lookByItself(extension, url, options);
  else await show(extension, url, options.page === undefined);
}

interface Options {
  readonly page: string | undefined;
  readonly browser: BrowserName | undefined;
  readonly json: boolean;
  readonly screenshot: string | undefined;
  readonly headless: boolean;
}

function readOptions(): Options | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: 'string' },
      json: { type: 'boolean', default: false },
      screenshot: { type: 'string' },
      headless: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return undefined;
  }
  if (positionals.length > 1) throw new Error(`One page at a time.\n\n${USAGE}`);
  const browser = BROWSER_NAMES.find((name) => name === values.browser);
  if (values.browser !== undefined && !browser) throw new Error(`--browser takes ${BROWSER_NAMES.join(' or ')}.\n\n${USAGE}`);
  const { env, platform } = process;
  const hasScreen = platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  const isCI = Boolean(env.CI && env.CI !== 'false');
  return {
    page: positionals[0],
    browser,
    json: values.json,
    screenshot: values.screenshot === undefined ? undefined : path.resolve(whereItWasTyped(), values.screenshot),
    headless: values.headless || values.json || values.screenshot !== undefined || !hasScreen || isCI,
  };
}

/** The browser that was asked for; otherwise one that is here, and a new Chromium only where there is none. */
async function chooseBrowser(wanted: BrowserName | undefined): Promise<{ name: BrowserName; executablePath: string }> {
  for (const name of wanted ? [] : BROWSER_NAMES) {
    const found = await findBrowser(name);
    if (found) return { name, executablePath: found.path };
  }
  const name = wanted ?? 'chromium';
  return { name, executablePath: (await ensureBrowser(name)).path };
}

/** A page's address. Files are served from this computer: browsers keep extensions out of file: addresses. */
async function addressOf(page: string | undefined): Promise<{ url: string; local: boolean }> {
  if (page !== undefined && /^https?:/i.test(page)) {
    if (!URL.canParse(page)) throw new Error(`${page} is not an address.`);
    return { url: new URL(page).href, local: false };
  }
  const file = page === undefined ? DEMO : /^file:/i.test(page) ? new URL(page).pathname : path.resolve(whereItWasTyped(), page);
  const there = await stat(file).catch(() => undefined);
  if (!there?.isFile()) throw new Error(`There is no page ${file}. Give a file, or an address that begins with http: or https:.`);
  const server = await servePages(path.dirname(file));
  cleanUp.push(() => server.close());
  return { url: `${server.origin}/${pathToFileURL(`/${path.basename(file)}`).pathname.slice(1)}`, local: true };
}

/** npm runs scripts in the package's folder and keeps where it was called. */
function whereItWasTyped(): string {
  return process.env.INIT_CWD ?? process.cwd();
}

/** For pages from a file: no other computer is asked for anything, as on the day the page was saved for good. */
function isolation(): Pick<LaunchOptions, 'switches' | 'preferences'> {
  return {
    switches: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
    preferences: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': 9,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': 9,
      'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
      'network.proxy.allow_hijacking_localhost': false,
    },
  };
}

/** In a window, for people. Ends when they close it. */
async function show({ browser, name }: ExtensionBrowser, url: string, isDemo: boolean): Promise<void> {
  const gone = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await open(page, url);
  await page.bringToFront();
  const what = isDemo ? 'on “letter signed by 22 countries”, for one' : 'on underlined words';
  console.log(`${name} shows ${url}. Rest the pointer ${what}; Alt+Shift+J goes on from mark to mark. Ctrl+C closes everything.`);
  await gone;
}

interface Visit {
  readonly page: Page;
  readonly errors: readonly string[];
}

/** Without a window: load the page without and with the extension, read, hover, save pictures, report. */
async function lookByItself(extension: ExtensionBrowser, url: string, { page: given, json, screenshot }: Options): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const { name } = extension;

  const before = await visit(extension, url);
  await settle(before.page);
  const without: Mutations = await mutationsOf(before.page);
  await before.page.close();

  await extension.install();
  const profiled = name === 'chromium';
  const { page, errors } = await visit(extension, url, profiled ? startProfile : undefined);
  const mentions = await readMentions(extension, page);
  const millis = profiled ? Math.round((await stopProfile(page)) * 10) / 10 : null;
  const changes = newMutations(without, await mutationsOf(page));
  await page.bringToFront();
  await page.screenshot({ path: picture('page'), ...inView });

  const target = await findSomethingToHover(page, mentions);
  const card = target && (await hover(extension, page, target.box));
  if (target && card) {
    const clip = around(target.box, card.box);
    // Clips are counted from the top of the document.
    const [left, top] = await page.evaluate(() => [scrollX, scrollY] as const);
    await page.screenshot({ path: picture('card'), clip: { ...clip, x: clip.x + left, y: clip.y + top }, ...inView });
  }
  if (screenshot) {
    await mkdir(path.dirname(screenshot), { recursive: true });
    await page.screenshot({ path: screenshot as `${string}.png`, ...inView });
  }
  const report = {
    url,
    browser: await extension.browser.version(),
    mentions,
    card: card?.text ?? null,
    domMutations: [...changes.values()].reduce((total, count) => total + count, 0),
    errors,
    newErrors: errors.filter((error) => !before.errors.includes(error)),
    millis,
    screenshot: screenshot ?? null,
  };
  if (json) {
    console.log(JSON.stringify(report));
    return;
  }
  if (given === undefined) await pictureOwnPages(extension, page);
  tell(report, changes);
  if (target && !card) throw new Error(`No card opened over “${target.mention.text}”.`);
}

/** Open a page in a new tab, with every error it reports noted. */
async function visit({ browser }: ExtensionBrowser, url: string, ready?: (page: Page) => Promise<void>): Promise<Visit> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
  page.on('console', (message: ConsoleMessage) => {
    // A file that could not be fetched is the network's affair (for saved pages: our blocking), not a script's.
    if (message.type() === 'error' && !/^Failed to load resource/.test(message.text())) errors.push(message.text());
  });
  await recordMutations(page);
  await ready?.(page);
  await open(page, url);
  return { page, errors };
}

async function open(page: Page, url: string): Promise<void> {
  let status: number | undefined;
  try {
    status = (await page.goto(url, { waitUntil: 'load', timeout: 30_000 }))?.status();
  } catch (error) {
    throw new Error(`${url} could not be loaded: ${error instanceof Error ? error.message : error}`);
  }
  if (status !== undefined && status >= 400) throw new Error(`${url} could not be loaded: the server answers ${status}.`);
}

/** Until the page's own scripts have stopped changing it, or three seconds have gone. */
async function settle(page: Page): Promise<void> {
  let last = -1;
  for (let round = 0; round < 10; round++) {
    const count = [...(await mutationsOf(page)).values()].reduce((total, each) => total + each, 0);
    if (count === last && round > 2) return;
    last = count;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** The popup as it stands over this page, and the options. */
async function pictureOwnPages(extension: ExtensionBrowser, page: Page): Promise<void> {
  const popup = await extension.openExtensionPage(`/popup.html?tab=${await extension.tabIdOf(page)}`);
  await popup.setViewport({ width: 360, height: 600 });
  await settle(popup);
  await popup.screenshot({ path: picture('popup') });
  await popup.close();
  const options = await extension.openExtensionPage('/options.html');
  await settle(options);
  await options.screenshot({ path: picture('options'), fullPage: true });
  await options.close();
}

function picture(name: string): `${string}.png` {
  return `${path.join(PICTURES, name)}.png`;
}

/** The part of the view that holds the mark and its card, with some air. */
function around(mark: Box, card: Box): Box {
  const air = 48;
  const left = Math.max(0, Math.min(mark.x, card.x) - air);
  const top = Math.max(0, Math.min(mark.y, card.y) - air);
  return {
    x: left,
    y: top,
    width: Math.min(VIEW[0], Math.max(mark.x + mark.width, card.x + card.width) + air) - left,
    height: Math.min(VIEW[1], Math.max(mark.y + mark.height, card.y + card.height) + air) - top,
  };
}

interface Report {
  readonly url: string;
  readonly browser: string;
  readonly mentions: readonly FoundMention[];
  readonly card: string | null;
  readonly domMutations: number;
  readonly newErrors: readonly string[];
  readonly millis: number | null;
}

function tell(report: Report, changes: ReadonlyMap<string, number>): void {
  const { mentions, card } = report;
  console.log(`${report.browser} on ${report.url}\n`);
  const rows = new Map<string, { count: number; link: string }>();
  for (const { text, link } of mentions) {
    const key = text.replace(/\s+/g, ' ');
    rows.set(key, { count: (rows.get(key)?.count ?? 0) + 1, link: link.join(', ') });
  }
  const width = Math.min(60, Math.max(0, ...[...rows.keys()].map((text) => text.length)));
  for (const [text, { count, link }] of rows)
    console.log(`${String(count).padStart(4)} × ${text.padEnd(width)}  ${link || 'the region'}`);
  console.log(
    `\n${mentions.length} mentions. Changes to the page: ${report.domMutations}.${report.millis === null ? '' : ` Time in our scripts: ${report.millis} ms.`}`,
  );
  for (const [kind, count] of changes) console.log(`  changed: ${count} × ${kind}`);
  for (const error of report.newErrors) console.log(`  error: ${error}`);
  if (card)
    console.log(
      `The card says: ${card
        .trim()
        .split(/\s*\n\s*/)
        .slice(0, 3)
        .join(' · ')}`,
    );
  console.log(`Pictures are in ${path.relative(whereItWasTyped(), PICTURES) || '.'}.`);
}

/** What goes on, for people; stdout is for the result. */
function say(text: string): void {
  console.error(text);
}

async function close(): Promise<void> {
  for (const undo of cleanUp.splice(0).reverse()) await Promise.resolve(undo()).catch(() => {});
}
