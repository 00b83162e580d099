/**
 * The part `card`: from the moment a card is due to the painted card, where the overlay is in the frame already, where the background
 * worker has to bring it, and where that worker has to be woken first; once at the end of the usual delay, in which the card is made
 * ready, and once without any delay, from the pointer at rest on the mark.
 */

import type { Page } from 'puppeteer-core';
import { DEFAULT_SETTINGS } from '../../data/settings.ts';
import type { ExtensionBrowser } from '../launch.ts';
import { type Box, findSomethingToHover, readMentions } from '../read-page.ts';
import { buildExtension, pause, storeSettings, workerSession } from './extension.ts';
import { newsPage } from './pages.ts';
import { type PartReport, shown, type Target } from './report.ts';
import { median, quantile } from './statistics.ts';
import { openBrowser, serveBenchPages } from './tab.ts';

const SAMPLES = 12;
const PAGE = { name: 'mentions', html: newsPage(10, 10) };
const STATES = ['loaded', 'awake', 'asleep'] as const;

type State = (typeof STATES)[number];

/** The reader's delay, in milliseconds. */
const DELAYS = { usual: DEFAULT_SETTINGS.openDelay, none: 0 } as const;

type Delay = keyof typeof DELAYS;
type Times = Record<Delay, Record<State, number[]>>;

const TITLES: Readonly<Record<State, string>> = {
  loaded: 'overlay loaded',
  awake: 'worker awake, overlay not loaded',
  asleep: 'worker asleep',
};
const BOUNDS: Readonly<Record<State, number>> = { loaded: 16, awake: 40, asleep: 120 };

/** The pointer's rest beside the mark: so long that one step onto it is a slow one. */
const REST = 150;
/** After the pointer has left, a card stays a moment; then it is gone for certain. */
const GONE = 700;

export async function benchCard({ say }: { say: (text: string) => void }): Promise<PartReport> {
  await buildExtension(say);
  const server = await serveBenchPages([PAGE], { scripts: true });
  const extension = await openBrowser({ installed: true });
  const times: Times = { usual: { loaded: [], awake: [], asleep: [] }, none: { loaded: [], awake: [], asleep: [] } };
  try {
    const worker = await workerSession(extension);
    const url = server.urlOf(PAGE.name);
    for (const delay of ['usual', 'none'] as const) {
      await storeSettings(extension, { openDelay: DELAYS[delay] });
      const timeOne = async (page: Page, box: Box) => (await timeCard(extension, page, box)) - DELAYS[delay];
      for (const state of ['awake', 'asleep'] as const) {
        say(`card: ${TITLES[state]} …`);
        for (let sample = 0; sample < SAMPLES; sample++) {
          await onPage(extension, url, async (page, box) => {
            if (state === 'asleep') await worker.send('ServiceWorker.stopAllWorkers');
            times[delay][state].push(await timeOne(page, box));
          });
        }
      }
      say(`card: ${TITLES.loaded} …`);
      await onPage(extension, url, async (page, box) => {
        // The first brings the overlay.
        await timeOne(page, box);
        for (let sample = 0; sample < SAMPLES; sample++) times[delay].loaded.push(await timeOne(page, box));
      });
    }
  } finally {
    await extension.close();
    await server.close();
  }
  return reportOf(times);
}

/** A fresh tab with marks, and where one of them is. */
async function onPage(extension: ExtensionBrowser, url: string, work: (page: Page, box: Box) => Promise<void>): Promise<void> {
  const page = await extension.browser.newPage();
  try {
    await page.goto(url, { waitUntil: 'load' });
    const target = await findSomethingToHover(page, await readMentions(extension, page));
    if (!target) throw new Error('There is no mark to hover over.');
    await page.bringToFront();
    await work(page, target.box);
  } finally {
    await page.close();
  }
}

/** Milliseconds from the pointer's step onto the mark to the end of the first frame that shows the card. */
async function timeCard(extension: ExtensionBrowser, page: Page, box: Box): Promise<number> {
  const [x, y] = [box.x + Math.min(10, box.width / 2), box.y + box.height / 2];
  await page.mouse.move(2, 2);
  await pause(GONE);
  await extension.evaluateInFrames(page, watchForCard);
  await page.mouse.move(x, Math.max(1, box.y - 4));
  await pause(REST);
  await page.mouse.move(x, y);
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    await pause(100);
    const [top] = await extension.evaluateInFrames(
      page,
      () => (globalThis as unknown as { benchCard?: { took?: number } }).benchCard?.took,
    );
    if (top?.result !== undefined) return top.result;
  }
  throw new Error('No card opened.');
}

/** Sent to the extension's world, which alone can see into the card; uses nothing from around it. */
function watchForCard(): void {
  const watch: { pointed: number; took?: number } = { pointed: Number.NaN };
  (globalThis as unknown as { benchCard: typeof watch }).benchCard = watch;
  const { dom } = (globalThis as unknown as { chrome: { dom: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } })
    .chrome;
  const stop = new AbortController();
  window.addEventListener(
    'pointermove',
    () => {
      watch.pointed = performance.now();
    },
    { capture: true, signal: stop.signal },
  );
  requestAnimationFrame(look);

  function look(): void {
    if ((globalThis as unknown as { benchCard: typeof watch }).benchCard !== watch) {
      stop.abort();
      return;
    }
    const host = document.querySelector('[data-undersigned]');
    const card = host && dom.openOrClosedShadowRoot(host)?.querySelector('[popover]:popover-open');
    if (!card || card.getBoundingClientRect().height === 0) {
      requestAnimationFrame(look);
      return;
    }
    stop.abort();
    // A message posted before the frame is painted arrives after it.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      watch.took = performance.now() - watch.pointed;
      port1.close();
    };
    port2.postMessage(null);
  }
}

function reportOf(times: Times): PartReport {
  const table = (delay: Delay, title: string) => ({
    title: `${title}, in milliseconds`,
    note: `${SAMPLES} times each. A frame takes 16.7.`,
    columns: ['', 'median', 'p95', 'least'],
    rows: STATES.map((state) => {
      const measured = times[delay][state];
      return [TITLES[state], shown(median(measured)), shown(quantile(measured, 0.95)), shown(Math.min(...measured))];
    }),
  });
  return {
    tables: [
      table('usual', `From the end of the reader’s delay (${DELAYS.usual} ms on the mark) to the painted card`),
      table('none', 'From the pointer on a mark to the painted card, without a delay'),
    ],
    targets: STATES.map(
      (state): Target => ({
        figure: `end of the delay to card, ${TITLES[state]}`,
        value: median(times.usual[state]),
        unit: ' ms',
        is: 'at most',
        bound: BOUNDS[state],
      }),
    ),
    figures: times,
  };
}
