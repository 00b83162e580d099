/**
 * The part `scan`: what the first scan of a page costs, against the least any scan of text nodes can cost and against other ways to
 * find the same words, in real Chromium without the extension. Candidates take turns on the same page; all figures are ratios
 * within that page.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { bundleForPage } from '../bundle-for-page.ts';
import type { CandidateName } from './candidates.ts';
import type { Run } from './in-page.ts';
import { encyclopediaPage, longTextPage, manyMentionsPage, manyNodesPage, newsPage, type Planted } from './pages.ts';
import { type PartReport, shown, type Table, type Target } from './report.ts';
import { blockingTime, median, quantile, sum } from './statistics.ts';
import { type BenchPage, openBrowser, serveBenchPages } from './tab.ts';

interface PageSet {
  readonly title: string;
  readonly pages: readonly BenchPage[];
  /** How often each candidate is run on each page; the first time is not counted. */
  readonly rounds: number;
  /** Milliseconds a candidate may take of one page before it is not run again. */
  readonly budget: number;
  readonly collection: 'minor' | 'major';
  /** Whether a tenth of the names stands in for all where they would take minutes. */
  readonly tenth: boolean;
}

interface Measurement {
  readonly candidate: Row;
  readonly marks: number;
  /** Of each run the milliseconds of its slices. */
  readonly runs: readonly (readonly number[])[];
}

interface PageResult {
  readonly page: string;
  /** Slices of the very first scan of ours in a fresh tab. */
  readonly first: readonly number[];
  readonly measurements: readonly Measurement[];
}

/** What is compared; a tenth of the names only stands in for all of them. */
type Row = Exclude<CandidateName, 'markTenth'>;

/** Candidates from the least to the most, with how tables name them. */
const LABELS: Readonly<Record<Row, string>> = {
  L0: 'L0: TreeWalker + .data (limit)',
  textContent: '`body.textContent`, once',
  ours: '**ours: whole first scan**',
  highlight: 'full regexp per text node + Highlight',
  wrap: 'full regexp per text node + `<mark>`',
  markRegExp: 'mark.js, one combined RegExp',
  markKeywords: 'mark.js, the names as keywords',
};
const NAMES = Object.keys(LABELS) as Row[];

const NEWS_PAGES = 30;
const NEAR_PAGES = 10;
const MENTIONS = 10;

/** Measure all page sets. `pages` is a folder of real pages to take the place of the made-up ones without mention. */
export async function benchScan({ pages, say }: { pages: string | undefined; say: (text: string) => void }): Promise<PartReport> {
  const sets = await pageSets(pages);
  const script = await bundleForPage('scripts/bench/in-page.ts');
  const { browser, close } = await openBrowser({ installed: false });
  const results: PageResult[][] = [];
  try {
    for (const set of sets) {
      say(`scan: ${set.title} …`);
      results.push(await measureSet(browser, script, set));
    }
  } finally {
    await close();
  }
  return reportOf(sets, results, pages !== undefined);
}

async function pageSets(directory: string | undefined): Promise<PageSet[]> {
  const news = (count: number, planted?: Planted) =>
    Array.from({ length: count }, (_, seed) => ({ name: `news-${seed}`, html: newsPage(seed, planted) }));
  const giant = (title: string, name: string, html: string): PageSet => ({
    title,
    pages: [{ name, html }],
    rounds: 4,
    budget: 2_000,
    collection: 'major',
    tenth: true,
  });
  const small = { rounds: 4, budget: 100, collection: 'minor', tenth: false } as const;
  return [
    {
      title: directory === undefined ? 'news, no mention' : 'pages given',
      pages: directory === undefined ? news(NEWS_PAGES) : await readPages(directory),
      ...small,
    },
    { title: `news + ${MENTIONS} mentions`, pages: news(NEWS_PAGES, MENTIONS), ...small },
    { title: 'news of China and the UN, no mention', pages: news(NEAR_PAGES, 'near'), ...small },
    giant('1 MB wiki-like', 'encyclopedia', encyclopediaPage(1)),
    giant('100,000 nodes', 'nodes', manyNodesPage(2)),
    giant('10 MB text', 'long', longTextPage(3)),
    giant('5,000 mentions', 'mentions', manyMentionsPage(4)),
  ];
}

async function readPages(directory: string): Promise<BenchPage[]> {
  const files = (await readdir(directory)).filter((file) => /\.html?$/.test(file)).sort();
  if (files.length === 0) throw new Error(`There is no .html file in ${directory}.`);
  return Promise.all(
    files.map(async (file) => ({ name: path.parse(file).name, html: await readFile(path.join(directory, file)) })),
  );
}

async function measureSet(browser: Browser, script: string, set: PageSet): Promise<PageResult[]> {
  const server = await serveBenchPages(set.pages);
  const results: PageResult[] = [];
  try {
    for (const { name } of set.pages) results.push(await measurePage(browser, script, server.urlOf(name), name, set));
  } finally {
    await server.close();
  }
  return results;
}

async function measurePage(browser: Browser, script: string, url: string, name: string, set: PageSet): Promise<PageResult> {
  const page = await browser.newPage();
  try {
    await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
    await page.evaluate(script);
    const first = await runIn(page, 'ours', set.collection);
    return { page: name, first: first.slices, measurements: await measureCandidates(page, set) };
  } finally {
    await page.close();
  }
}

/** All candidates in turn, round after round. */
async function measureCandidates(page: Page, set: PageSet): Promise<Measurement[]> {
  const all = NAMES.map((candidate) => ({ candidate, marks: 0, runs: [] as (readonly number[])[], spent: 0 }));
  for (let round = 0; round <= set.rounds; round++) {
    for (const each of all) {
      if (each.spent > set.budget) continue;
      const { slices, marks } = await runRow(page, each.candidate, set);
      each.spent += sum(slices);
      each.marks = marks;
      // The first run warms up, but of a candidate that has used up its time in it, it is all there is.
      if (round > 0 || each.spent > set.budget) each.runs.push(slices);
    }
  }
  return all;
}

async function runRow(page: Page, name: Row, { collection, tenth }: PageSet): Promise<Run> {
  if (name !== 'markKeywords' || !tenth) return runIn(page, name, collection);
  const { slices, marks } = await runIn(page, 'markTenth', collection);
  return { slices: slices.map((slice) => slice * 10), marks };
}

function runIn(page: Page, name: CandidateName, collection: 'minor' | 'major'): Promise<Run> {
  return page.evaluate((...given) => globalThis.pageBench.run(...given), name, collection);
}

function reportOf(sets: readonly PageSet[], results: readonly PageResult[][], given: boolean): PartReport {
  const tables = [ratioTable(sets, results), sliceTable(sets, results), ...(given ? [marksTable(results[0] ?? [])] : [])];
  const figures = sets.map(({ title }, index) => ({
    set: title,
    pages: (results[index] ?? []).map(({ page, first, measurements }) => ({
      page,
      firstScan: { total: sum(first), longest: Math.max(...first) },
      candidates: Object.fromEntries(
        measurements.map(({ candidate, marks, runs }) => [
          candidate,
          {
            ratio: ratioOf(measurements, candidate),
            median: median(runs.map(sum)),
            longest: longestSlices(runs),
            marks,
            runs: runs.length,
          },
        ]),
      ),
    })),
  }));
  return { tables, targets: targetsOf(results), figures };
}

function ratioTable(sets: readonly PageSet[], results: readonly PageResult[][]): Table {
  return {
    title: 'A page’s first scan, against one walk over its text nodes',
    note: 'Busy time of the main thread, ratios to L0 on the same page; of sets the median over pages, and in brackets the 95th percentile. * run once only, because it takes long; mark.js with keywords is given a tenth of them on the giants and its time taken tenfold.',
    columns: ['candidate', ...sets.map(({ title }) => title)],
    rows: [
      ...NAMES.map((name) => [LABELS[name], ...results.map((set) => ratioCell(set, name))]),
      ['L0, ms', ...results.map((set) => shown(median(set.map((result) => millisOf(result, 'L0')))))],
      ['ours, ms', ...results.map((set) => shown(median(set.map((result) => millisOf(result, 'ours')))))],
      ['ours, marks', ...results.map((set) => shown(median(set.map((result) => find(result.measurements, 'ours').marks))))],
    ],
  };
}

function ratioCell(set: readonly PageResult[], name: Row): string {
  const ratios = set.map(({ measurements }) => ratioOf(measurements, name));
  const once = set.every(({ measurements }) => find(measurements, name).runs.length === 1) ? ' *' : '';
  return `${shown(median(ratios))}${set.length > 1 ? ` (${shown(quantile(ratios, 0.95))})` : ''}${once}`;
}

function sliceTable(sets: readonly PageSet[], results: readonly PageResult[][]): Table {
  const ours = results.map((set) => set.flatMap(({ measurements }) => find(measurements, 'ours').runs));
  const firsts = results.map((set) => set.map(({ first }) => first));
  const row = (label: string, values: number[]) => [label, ...values.map(shown)];
  return {
    title: 'Slices of our scan, in milliseconds',
    note: 'A first scan in a fresh tab also compiles everything that the scan runs; later ones find it compiled.',
    columns: ['', ...sets.map(({ title }) => title)],
    rows: [
      row(
        'longest slice of a run: median',
        ours.map((runs) => median(longestSlices(runs))),
      ),
      row(
        'longest slice of a run: most',
        ours.map((runs) => Math.max(...longestSlices(runs))),
      ),
      row(
        'total blocking time of a run: median',
        ours.map((runs) => median(runs.map(blockingTime))),
      ),
      row(
        'first scan in a fresh tab: total, median',
        firsts.map((runs) => median(runs.map(sum))),
      ),
      row(
        'first scan in a fresh tab: longest slice, median',
        firsts.map((runs) => median(longestSlices(runs))),
      ),
      row(
        'first scan in a fresh tab: longest slice, most',
        firsts.map((runs) => Math.max(...longestSlices(runs))),
      ),
    ],
  };
}

function marksTable(results: readonly PageResult[]): Table {
  return {
    title: 'Marks made on the pages given',
    columns: ['page', 'L0, ms', 'ours ÷ L0', 'marks'],
    rows: results.map((result) => [
      result.page,
      shown(millisOf(result, 'L0')),
      shown(ratioOf(result.measurements, 'ours')),
      String(find(result.measurements, 'ours').marks),
    ]),
  };
}

function targetsOf(results: readonly PageResult[][]): Target[] {
  const [plain = [], , , wiki = [], nodes = [], long = [], many = []] = results;
  const ours = (set: readonly PageResult[]) => set.map(({ measurements }) => ratioOf(measurements, 'ours'));
  const times = (name: Row) =>
    median(plain.map(({ measurements }) => ratioOf(measurements, name) / ratioOf(measurements, 'ours')));
  const longest = results.flat().flatMap(({ measurements }) => longestSlices(find(measurements, 'ours').runs));
  const atMost = (figure: string, value: number, bound: number, unit = '×'): Target => ({
    figure,
    value,
    unit,
    is: 'at most',
    bound,
  });
  const atLeast = (figure: string, value: number, bound: number): Target => ({ figure, value, unit: '×', is: 'at least', bound });
  return [
    atMost('first scan ÷ L0, no mention: median', median(ours(plain)), 2),
    atMost('first scan ÷ L0, no mention: 95th percentile', quantile(ours(plain), 0.95), 4),
    atMost('1 MB wiki-like', median(ours(wiki)), 1.1),
    atMost('100,000 nodes', median(ours(nodes)), 1.5),
    atMost('10 MB text', median(ours(long)), 3.5),
    atMost('5,000 mentions', median(ours(many)), 11),
    atLeast('faster than mark.js with the same names, no mention', times('markKeywords'), 500),
    atLeast('faster than mark.js with one RegExp, no mention', times('markRegExp'), 6),
    atMost('longest slice: median of runs', median(longest), 8, ' ms'),
    atMost('longest slice: most', Math.max(...longest), 50, ' ms'),
  ];
}

function longestSlices(runs: readonly (readonly number[])[]): number[] {
  return runs.map((slices) => Math.max(...slices));
}

function millisOf({ measurements }: PageResult, name: Row): number {
  return median(find(measurements, name).runs.map(sum));
}

function ratioOf(measurements: readonly Measurement[], name: Row): number {
  const time = (candidate: Row) => median(find(measurements, candidate).runs.map(sum));
  return time(name) / time('L0');
}

function find(measurements: readonly Measurement[], name: Row): Measurement {
  const found = measurements.find(({ candidate }) => candidate === name);
  if (!found) throw new Error(`${name} was not measured.`);
  return found;
}
