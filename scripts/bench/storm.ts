/**
 * The part `storm`: pages that change all the time, as feeds and tickers do, in a browser with the extension and in one without:
 * how much of the main thread we take, whether frames are lost, and how soon a mention that comes is marked.
 */
import { startProfile, stopProfile } from '../measure.ts';
import { buildExtension, untilRead } from './extension.ts';
import { newsPage } from './pages.ts';
import { sentence, wholeSentence } from './prose.ts';
import { createRandom } from './random.ts';
import { type PartReport, shown, type Target } from './report.ts';
import { median, quantile } from './statistics.ts';
import { type StormOptions, type StormResult, storm } from './storm-in-page.ts';
import { type BenchPages, openBrowser, serveBenchPages } from './tab.ts';

const SECONDS = 10;
/** 20,000 text nodes in ten seconds, and 200 in every frame. */
const NODES = { append: 200, ticker: 200 } as const;
const MENTIONS = 25;
/** Each strikes a page that holds no mention when it begins, and one that does. */
const STORMS = (['append', 'ticker'] as const).flatMap((kind) =>
  (['plain', 'mentions'] as const).map((page) => ({ kind, page })),
);
const PAGES = [
  { name: 'plain', html: newsPage(10) },
  { name: 'mentions', html: newsPage(10, 10) },
];

interface StormFigures {
  readonly title: string;
  readonly kind: 'append' | 'ticker';
  /** Percent of the time, in our content scripts and what they call. */
  readonly share: number;
  /** The same where no mention comes, so that a page without any stays one; undefined on a page with mentions. */
  readonly shareUnmentioned: number | undefined;
  readonly framesLost: number;
  readonly longestTask: number;
  readonly longestTaskWithout: number;
  readonly delayMedian: number;
  readonly delayHigh: number;
  readonly marked: number;
}

export async function benchStorm({ say }: { say: (text: string) => void }): Promise<PartReport> {
  await buildExtension(say);
  const server = await serveBenchPages(PAGES, { scripts: true });
  const figures: StormFigures[] = [];
  try {
    for (const { kind, page } of STORMS) {
      say(`storm: ${kind}, page ${page} …`);
      figures.push(await compare(server, kind, page));
    }
  } finally {
    await server.close();
  }
  return { tables: [tableOf(figures)], targets: figures.flatMap(targetsOf), figures };
}

async function compare(server: BenchPages, kind: 'append' | 'ticker', page: string): Promise<StormFigures> {
  const url = server.urlOf(page);
  const without = await strike(url, kind, { installed: false, mentions: MENTIONS });
  const unmentioned = page === 'plain' ? await strike(url, kind, { installed: true, mentions: 0 }) : undefined;
  const extended = await strike(url, kind, { installed: true, mentions: MENTIONS });
  return {
    title: `${kind}, ${page === 'plain' ? 'no mention at first' : 'mentions from the start'}`,
    kind,
    share: percentOf(extended.millis),
    shareUnmentioned: unmentioned && percentOf(unmentioned.millis),
    framesLost: without.frames - extended.frames,
    longestTask: Math.max(0, ...extended.longTasks),
    longestTaskWithout: Math.max(0, ...without.longTasks),
    delayMedian: median(extended.delays),
    delayHigh: quantile(extended.delays, 0.95),
    marked: extended.delays.length,
  };
}

/** One storm in a browser of its own, so that none finds what another left. */
async function strike(
  url: string,
  kind: StormOptions['kind'],
  { installed, mentions }: { installed: boolean; mentions: number },
): Promise<StormResult & { millis: number }> {
  const extension = await openBrowser({ installed });
  try {
    const page = await extension.browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    if (installed) await untilRead(extension, page);
    await page.bringToFront();
    await startProfile(page);
    const result = await page.evaluate(storm, optionsOf(kind, mentions));
    return { ...result, millis: await stopProfile(page) };
  } finally {
    await extension.close();
  }
}

function optionsOf(kind: StormOptions['kind'], mentions: number): StormOptions {
  const random = createRandom(11);
  return {
    kind,
    milliseconds: SECONDS * 1000,
    nodes: NODES[kind],
    sentences: Array.from({ length: 500 }, () => sentence('en', random)),
    mention: wholeSentence('en', 'regions', random),
    mentions,
  };
}

function percentOf(millis: number): number {
  return millis / (SECONDS * 10);
}

function tableOf(figures: readonly StormFigures[]) {
  return {
    title: 'A page that changes all the time, for ten seconds',
    note: `Append: 20,000 text nodes; ticker: 200 text nodes replaced in every frame. ${MENTIONS} mentions put in. The profile that tells the share also slows the page a little, with and without the extension.`,
    columns: [
      'storm',
      'share of the main thread',
      'the same, no mention put in',
      'frames lost over none',
      'longest task (without us), ms; 0: none over 50',
      'mention to mark: median / p95, ms',
      'marked',
    ],
    rows: figures.map((each) => [
      each.title,
      `${shown(each.share)} %`,
      each.shareUnmentioned === undefined ? '' : `${shown(each.shareUnmentioned)} %`,
      shown(each.framesLost),
      `${shown(each.longestTask)} (${shown(each.longestTaskWithout)})`,
      `${shown(each.delayMedian)} / ${shown(each.delayHigh)}`,
      `${each.marked} of ${MENTIONS}`,
    ]),
  };
}

function targetsOf({ title, share, shareUnmentioned, framesLost, delayMedian, delayHigh }: StormFigures): Target[] {
  const atMost = (figure: string, value: number, bound: number, unit: string): Target => ({
    figure: `${title}: ${figure}`,
    value,
    unit,
    is: 'at most',
    bound,
  });
  return [
    atMost('share of the main thread', share, 1, ' %'),
    ...(shareUnmentioned === undefined ? [] : [atMost('share, no mention put in', shareUnmentioned, 1, ' %')]),
    atMost('frames lost', framesLost, 0, ''),
    atMost('mention to mark: median', delayMedian, 150, ' ms'),
    atMost('mention to mark: 95th percentile', delayHigh, 500, ' ms'),
  ];
}
