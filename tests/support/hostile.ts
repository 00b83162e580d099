/**
 * Fixtures of tests/pages/hostile and what is wrong with one of them. A fixture says in attributes of its root element how it is to
 * be treated, and in its markup what is to be marked; witness.js, in the page's world before anything else, and the
 * content scripts' world say what is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { BROWSER_NAMES, type BrowserName } from '../../scripts/browsers.ts';
import { root } from '../../scripts/tools.ts';
import type { BrowserTest } from './browser.ts';

const FOLDER = path.join(root, 'tests', 'pages', 'hostile');

export const WITNESS = readFileSync(path.join(FOLDER, 'witness.js'), 'utf8');

export interface Fixture {
  /** The file, with what is asked of it: `clocks.html?after`. */
  readonly address: string;
  readonly browsers: readonly BrowserName[];
  /** Why not the others. */
  readonly reason: string;
  /** What is done once the page is as stated, by its name in the test. */
  readonly step: string | undefined;
  /** The text a step is about, and which of several. */
  readonly at: string | undefined;
  readonly nth: number;
  /** How many frames must have been reached. */
  readonly frames: number;
  /** Milliseconds. */
  readonly patience: number;
  /** Complaints of the browser that are not about us. */
  readonly console: RegExp | undefined;
  /** What the page states where it has no markup to do it in. */
  readonly stated: readonly string[] | undefined;
}

export function readFixtures(): Fixture[] {
  return readdirSync(FOLDER)
    .filter((file) => /\.(?:html|xhtml|svg|txt)$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(FOLDER, file), 'utf8');
      const said = (name: string) => new RegExp(`data-${name}="([^"]*)"`).exec(text)?.[1];
      const headers = file.endsWith('.txt')
        ? readFileSync(path.join(FOLDER, file.replace('.txt', '.headers.json')), 'utf8')
        : '{}';
      const { 'X-Expect': expected } = JSON.parse(headers) as { 'X-Expect'?: string };
      const only = said('only')?.split(' ');
      return (said('variants')?.split(' ') ?? ['']).map((variant) => ({
        address: variant ? `${file}?${variant}` : file,
        browsers: BROWSER_NAMES.filter((name) => !only || only.includes(name)),
        reason: said('reason') ?? '',
        step: said('step'),
        at: said('at'),
        nth: Number(said('nth') ?? 0),
        frames: Number(said('frames') ?? 1),
        console: said('console') === undefined ? undefined : new RegExp(said('console') ?? ''),
        patience: Number(said('patience') ?? 8000),
        stated: expected === undefined ? undefined : (JSON.parse(expected) as string[]),
      }));
    });
}

interface Report {
  readonly stated: string[];
  readonly painted: string[];
  readonly errors: string[];
  readonly working: boolean;
  readonly problem: string | null;
  /** The tree when the page had done its work and now; null where the page never comes to rest. */
  readonly tree: { readonly before: string; readonly now: string } | null;
}

/** All that is not as it should be in any frame of the page now, in words; empty when everything is. */
export async function problemsOf(
  context: BrowserTest,
  page: Page,
  fixture: Fixture,
  errors: readonly string[],
): Promise<string[]> {
  // Firefox asks every host for an icon, and says so where a policy forbids it.
  const problems = errors
    .filter((error) => !/favicon\.ico/.test(error) && !fixture.console?.test(error))
    .map((error) => `error: ${error}`);
  const frames = await listsOf(context, page);
  if (frames.length < fixture.frames) problems.push(`${frames.length} frames of ${fixture.frames} were reached`);
  for (const { address, stated, listed } of frames) {
    const expected = fixture.stated ?? stated;
    if (listed === null) problems.push(`${address} has no content script`);
    else if (!areSame(listed, expected)) problems.push(`${address} lists ${shown(listed)} instead of ${shown(expected)}`);
  }
  for (const frame of page.frames()) {
    const report = await reportOf(frame);
    if (!report) continue;
    const address = addressOf(frame.url());
    const { stated, painted, working, problem, tree } = report;
    const expected = fixture.stated ?? stated;
    if (working) problems.push(`${address} is not done`);
    if (!areSame(painted, expected)) problems.push(`${address} paints ${shown(painted)} instead of ${shown(expected)}`);
    if (problem !== null) problems.push(`${address} says: ${problem}`);
    if (tree && tree.before !== tree.now) problems.push(`${address} is another tree: ${tree.before} was, ${tree.now} is`);
    problems.push(...report.errors.map((error) => `${address} met an error: ${error}`));
  }
  return problems;
}

/** What each frame states and lists, asked in the content scripts' world: no page can meddle there. */
async function listsOf(
  { extension }: BrowserTest,
  page: Page,
): Promise<{ address: string; stated: string[]; listed: string[] | null }[]> {
  const frames = await extension.evaluateInFrames(page, () => {
    // By the prototype: a picture may be named like the method.
    const all = Document.prototype.querySelectorAll.call(document, 'meta[name="expect"], [data-expect]');
    const stated = [...all].flatMap((element) =>
      (JSON.parse(element.getAttribute('content') ?? element.getAttribute('data-expect') ?? '[]') as string[]).map(String),
    );
    const notes = globalThis.pageNotes;
    return { address: location.href, stated, listed: notes?.list ? notes.list().map(({ text }) => text) : null };
  });
  return frames.flatMap(({ result }) => (result ? [{ ...result, address: addressOf(result.address) }] : []));
}

/** What the witness in a frame says; nothing where scripts do not run or the frame has just gone. */
async function reportOf(frame: Frame): Promise<Report | undefined> {
  // Of a frame that it knows to have gone, the driver throws before there is a promise.
  const ask = async () => frame.evaluate('globalThis.witness ? witness.report() : ""');
  const text = (await ask().catch(() => '')) as string;
  return text ? (JSON.parse(text) as Report) : undefined;
}

function areSame(found: readonly string[], expected: readonly string[]): boolean {
  return JSON.stringify(found.map(asRead).toSorted()) === JSON.stringify(expected.map(asRead).toSorted());
}

/** Without what has no width, and lines joined. */
function asRead(text: string): string {
  return text.replace(/[\u00ad\u200b\u200e\u200f\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
}

function shown(texts: readonly string[]): string {
  return `[${texts.map(asRead).join(', ')}]`;
}

/** The last part of an address: short, and without what changes from run to run. */
function addressOf(url: string): string {
  return url.slice(0, 300).split('/').at(-1)?.slice(0, 60) || url;
}
