/**
 * The part `page`: what the installed extension does to a page while it loads and is first read, against the same page in a browser
 * without it: changes to its tree, shifted layout, style and layout that our scripts force, long tasks, memory.
 */
import type { Browser, Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../launch.ts';
import { type Mutations, mutationsOf, newMutations, recordMutations } from '../measure.ts';
import { buildExtension, pause, untilRead, usedHeap } from './extension.ts';
import { encyclopediaPage, newsPage } from './pages.ts';
import { type PartReport, shown, type Target } from './report.ts';
import { blockingTime, median, sum } from './statistics.ts';
import { openBrowser, serveBenchPages } from './tab.ts';

const PAGES = [
  { name: 'news', title: 'news, no mention', html: newsPage(10), silent: true },
  { name: 'mentions', title: 'news + 10 mentions', html: newsPage(10, 10), silent: false },
  { name: 'encyclopedia', title: '1 MB wiki-like', html: encyclopediaPage(1), silent: true },
] as const;
const VISITS = 5;
/** How long a page without the extension is watched; with it, until it has been read. */
const SETTLE = 1_000;

/** One visit of a page. */
interface Visit {
  readonly mutations: Mutations;
  readonly layoutShift: number;
  readonly heap: number;
  /** Milliseconds of each task that browsers call long. */
  readonly longTasks: readonly number[];
  readonly layouts: number;
  readonly styles: number;
  /** Times that one of our scripts made the browser work out style or layout at once. */
  readonly forced: number;
  readonly marks: number;
}

interface Comparison {
  readonly title: string;
  readonly silent: boolean;
  readonly without: readonly Visit[];
  readonly with: readonly Visit[];
}

export async function benchPage({ say }: { say: (text: string) => void }): Promise<PartReport> {
  await buildExtension(say);
  const server = await serveBenchPages(PAGES, { scripts: true });
  const [bare, extended] = [await openBrowser({ installed: false }), await openBrowser({ installed: true })];
  const comparisons: Comparison[] = [];
  try {
    for (const { name, title, silent } of PAGES) {
      say(`page: ${title} …`);
      const visits: { without: Visit[]; with: Visit[] } = { without: [], with: [] };
      for (let turn = 0; turn < VISITS; turn++) {
        visits.without.push(await visit(bare.browser, server.urlOf(name)));
        visits.with.push(await visit(extended.browser, server.urlOf(name), extended));
      }
      comparisons.push({ title, silent, ...visits });
    }
  } finally {
    await bare.close();
    await extended.close();
    await server.close();
  }
  return reportOf(comparisons);
}

async function visit(browser: Browser, url: string, extension?: ExtensionBrowser): Promise<Visit> {
  const page = await browser.newPage();
  try {
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    await recordMutations(page);
    await page.evaluateOnNewDocument(recordTimes);
    await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline.stack'] });
    await page.goto(url, { waitUntil: 'load' });
    const marks = extension ? await untilRead(extension, page) : 0;
    if (!extension) await pause(SETTLE);
    const trace = await page.tracing.stop();
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
    const times = await readTimes(page);
    return {
      mutations: await mutationsOf(page),
      ...times,
      heap: await usedHeap(session),
      layouts: metric('LayoutCount'),
      styles: metric('RecalcStyleCount'),
      forced: forcedByUs(trace),
      marks,
    };
  } finally {
    await page.close();
  }
}

interface TimesRecorder {
  benchTimes?: { layoutShift: number; longTasks: number[] };
}

/** Runs in the page, before anything else. */
function recordTimes(): void {
  const times = { layoutShift: 0, longTasks: [] as number[] };
  Object.defineProperty(globalThis, 'benchTimes', { value: times });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) times.layoutShift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) times.longTasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
}

async function readTimes(page: Page): Promise<Pick<Visit, 'layoutShift' | 'longTasks'>> {
  const times = await page.evaluate(() => (globalThis as unknown as TimesRecorder).benchTimes);
  if (!times) throw new Error('The page kept no times.');
  return times;
}

interface TimelineEvent {
  readonly name: string;
  readonly args?: {
    readonly beginData?: { readonly stackTrace?: readonly StackFrame[] };
    readonly data?: { readonly stackTrace?: readonly StackFrame[] };
  };
}

interface StackFrame {
  readonly url?: string;
}

/** Style and layout worked out in the middle of a script have that script's stack with them. */
function forcedByUs(trace: Uint8Array | undefined): number {
  if (!trace) throw new Error('The browser kept no trace.');
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TimelineEvent[] };
  return traceEvents.filter(
    ({ name, args }) =>
      (name === 'Layout' || name === 'UpdateLayoutTree') &&
      (args?.beginData?.stackTrace ?? args?.data?.stackTrace ?? []).some(({ url }) => url?.startsWith('chrome-extension://')),
  ).length;
}

function reportOf(comparisons: readonly Comparison[]): PartReport {
  const rows = comparisons.map(figuresOf);
  const columns: readonly (readonly [string, keyof PageFigures])[] = [
    ['marks', 'marks'],
    ['changes to the tree', 'mutations'],
    ['layout shift added', 'layoutShift'],
    ['style or layout forced by us', 'forced'],
    ['layouts added', 'layouts'],
    ['style passes added', 'styles'],
    ['heap added, kB', 'heapKilobytes'],
    ['long tasks added, ms', 'longTasks'],
    ['blocking time added, ms', 'blocking'],
  ];
  return {
    tables: [
      {
        title: 'The installed extension, against a browser without it',
        note: `Medians of ${VISITS} visits each, in turns; what is added is the difference of the medians. Memory after all garbage is collected, the extension’s world included.`,
        columns: ['page', ...columns.map(([label]) => label)],
        rows: rows.map((row) => [row.title, ...columns.map(([, key]) => shown(row[key] as number))]),
      },
    ],
    targets: rows.flatMap(targetsOf),
    figures: rows,
  };
}

interface PageFigures {
  readonly title: string;
  readonly silent: boolean;
  readonly marks: number;
  readonly mutations: number;
  readonly layoutShift: number;
  readonly forced: number;
  readonly layouts: number;
  readonly styles: number;
  readonly heapKilobytes: number;
  readonly longTasks: number;
  readonly blocking: number;
}

function figuresOf({ title, silent, without, with: visited }: Comparison): PageFigures {
  const added = (of: (visit: Visit) => number) => median(visited.map(of)) - median(without.map(of));
  const changes = visited.map(({ mutations }, index) => {
    const before = without[index]?.mutations ?? new Map();
    return sum([...newMutations(before, mutations).values()]);
  });
  return {
    title,
    silent,
    marks: median(visited.map(({ marks }) => marks)),
    mutations: median(changes),
    layoutShift: added(({ layoutShift }) => layoutShift),
    forced: median(visited.map(({ forced }) => forced)),
    layouts: added(({ layouts }) => layouts),
    styles: added(({ styles }) => styles),
    heapKilobytes: added(({ heap }) => heap / 1024),
    longTasks: added(({ longTasks }) => sum(longTasks)),
    blocking: added(({ longTasks }) => blockingTime(longTasks)),
  };
}

function targetsOf({ title, silent, mutations, layoutShift, forced }: PageFigures): Target[] {
  const none = (figure: string, value: number): Target => ({
    figure: `${title}: ${figure}`,
    value,
    unit: '',
    is: 'at most',
    bound: 0,
  });
  return [
    none('changes to the tree', mutations),
    none('layout shift', layoutShift),
    ...(silent ? [none('style or layout forced', forced)] : []),
  ];
}
