/**
 * The part `popup`: from the press on the toolbar button to the popup’s first picture, and to the mentions of the page in it, with the
 * background worker awake and asleep. It is the browser’s own popup, opened over the page as a press on the button opens it.
 */
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../launch.ts';
import { buildExtension, untilRead, workerSession } from './extension.ts';
import { newsPage } from './pages.ts';
import { type PartReport, shown, type Target } from './report.ts';
import { median, quantile } from './statistics.ts';
import { openBrowser, serveBenchPages } from './tab.ts';

const SAMPLES = 15;
const PAGE = { name: 'mentions', html: newsPage(10, 10) };
const STATES = ['awake', 'asleep'] as const;
const MOMENTS = ['picture', 'mentions'] as const;

type State = (typeof STATES)[number];
type Moment = (typeof MOMENTS)[number];
type Times = Record<State, Record<Moment, number[]>>;

const TITLES: Readonly<Record<State, string>> = { awake: 'worker awake', asleep: 'worker asleep' };
/** What the reader should not wait longer for, in milliseconds. */
const BOUND = 100;

export async function benchPopup({ say }: { say: (text: string) => void }): Promise<PartReport> {
  await buildExtension(say);
  const server = await serveBenchPages([PAGE], { scripts: true });
  const extension = await openBrowser({ installed: true });
  const times: Times = { awake: { picture: [], mentions: [] }, asleep: { picture: [], mentions: [] } };
  try {
    const worker = await workerSession(extension);
    const page = await extension.browser.newPage();
    await page.goto(server.urlOf(PAGE.name), { waitUntil: 'load' });
    await page.bringToFront();
    await untilRead(extension, page);
    for (const state of STATES) {
      say(`popup: ${TITLES[state]} …`);
      // The first brings the files into the browser’s cache.
      for (let sample = -1; sample < SAMPLES; sample++) {
        if (state === 'asleep') await worker.send('ServiceWorker.stopAllWorkers');
        const took = await timePopup(extension);
        if (sample >= 0) for (const moment of MOMENTS) times[state][moment].push(took[moment]);
      }
    }
  } finally {
    await extension.close();
    await server.close();
  }
  return reportOf(times);
}

/** Open the popup, and tell how long its document took, in milliseconds since the browser began it. */
async function timePopup(extension: ExtensionBrowser): Promise<Record<Moment, number>> {
  const address = extension.extensionUrl('/popup.html');
  const opening = extension.browser.waitForTarget((target) => target.url() === address);
  await extension.evaluateInExtension(async () => {
    const { chrome } = globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } };
    await chrome.action.openPopup();
  });
  const popup: Page = await (await opening).asPage();
  const took = await popup.evaluate(async () => {
    const picture = new Promise<number>((resolve) => {
      const observer = new PerformanceObserver((list) => {
        const [first] = list.getEntriesByName('first-contentful-paint');
        if (first) resolve(first.startTime);
      });
      observer.observe({ type: 'paint', buffered: true });
    });
    const mentions = new Promise<number>((resolve) => {
      const look = () =>
        document.querySelector('.us-mentions li') ? resolve(performance.now()) : void requestAnimationFrame(look);
      look();
    });
    return { picture: await picture, mentions: await mentions };
  });
  await popup.close();
  return took;
}

function reportOf(times: Times): PartReport {
  const row = (state: State, moment: Moment) => {
    const measured = times[state][moment];
    const what = `${TITLES[state]}: ${moment === 'picture' ? 'first picture' : 'with the mentions'}`;
    return [what, shown(median(measured)), shown(quantile(measured, 0.95)), shown(Math.min(...measured))];
  };
  return {
    tables: [
      {
        title: 'From the press on the toolbar button to the popup, in milliseconds',
        note: `The browser’s own popup over a page with ten mentions, ${SAMPLES} times each, after one that is not counted.`,
        columns: ['', 'median', 'p95', 'least'],
        rows: STATES.flatMap((state) => MOMENTS.map((moment) => row(state, moment))),
      },
    ],
    targets: STATES.map(
      (state): Target => ({
        figure: `popup’s first picture, ${TITLES[state]}`,
        value: median(times[state].picture),
        unit: ' ms',
        is: 'at most',
        bound: BOUND,
      }),
    ),
    figures: times,
  };
}
