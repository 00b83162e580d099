/**
 * The part `popup`: from the press on the toolbar button to the popup’s first picture, which is its head, and to the mentions of the page in
 * it: in Chromium with the background worker awake and asleep, and in Firefox. It is the browser’s own popup, opened over the page as a press
 * on the button opens it. Beside it one of a single line, without a script: what the browser takes for any popup on this computer.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../browsers.ts';
import { BUILDS } from '../builds.ts';
import type { ExtensionBrowser } from '../launch.ts';
import { buildExtension, untilRead, workerSession } from './extension.ts';
import { newsPage } from './pages.ts';
import { type PartReport, shown, type Target } from './report.ts';
import { median, quantile } from './statistics.ts';
import { openBrowser, serveBenchPages } from './tab.ts';

const SAMPLES = 15;
const PAGE = { name: 'mentions', html: newsPage(10, 10) };
const MOMENTS = ['picture', 'mentions'] as const;

type Moment = (typeof MOMENTS)[number];
/** Milliseconds since the browser began the popup's document. */
type Took = Record<Moment, number>;
type Times = Record<Moment, readonly number[]>;

interface Figures {
  readonly title: string;
  readonly times: Times;
  /** Whether it is our popup. */
  readonly isOurs: boolean;
}

const LINE = '<!doctype html><meta charset="utf-8"><title>A line</title><ul class="us-mentions"><li>A line</li></ul>';

/** What the reader should not wait longer for, in milliseconds. */
const BOUND = 100;

/** Otherwise only a reader’s own press opens it. */
const FOR_FIREFOX = { 'extensions.openPopupWithoutUserGesture.enabled': true };

export async function benchPopup({ say }: { say: (text: string) => void }): Promise<PartReport> {
  const server = await serveBenchPages([PAGE], { scripts: true });
  try {
    const url = server.urlOf(PAGE.name);
    return reportOf([
      ...(await inChromium(url, say)),
      { title: 'Chromium, a line alone', times: await ofLine('chromium', url, say), isOurs: false },
      await inFirefox(url, say),
      { title: 'Firefox, a line alone', times: await ofLine('firefox', url, say), isOurs: false },
    ]);
  } finally {
    await server.close();
  }
}

async function inChromium(url: string, say: (text: string) => void): Promise<Figures[]> {
  await buildExtension(say);
  const extension = await openBrowser({ installed: true });
  try {
    const worker = await workerSession(extension);
    await openPage(extension, url);
    say('popup: worker awake …');
    const awake = await sampled(() => timeInChromium(extension));
    say('popup: worker asleep …');
    const asleep = await sampled(async () => {
      await worker.send('ServiceWorker.stopAllWorkers');
      return timeInChromium(extension);
    });
    return [
      { title: 'Chromium, worker awake', times: awake, isOurs: true },
      { title: 'Chromium, worker asleep', times: asleep, isOurs: true },
    ];
  } finally {
    await extension.close();
  }
}

async function inFirefox(url: string, say: (text: string) => void): Promise<Figures> {
  await buildExtension(say, 'firefox');
  const extension = await openBrowser({ installed: true, name: 'firefox', preferences: FOR_FIREFOX });
  try {
    await openPage(extension, url);
    say('popup: Firefox …');
    return { title: 'Firefox', times: await sampled(() => timeInFirefox(extension)), isOurs: true };
  } finally {
    await extension.close();
  }
}

/** The same extension but for its popup, which is a line. */
async function ofLine(name: BrowserName, url: string, say: (text: string) => void): Promise<Times> {
  say(`popup: a line alone in ${name} …`);
  const directory = await mkdtemp(path.join(os.tmpdir(), 'bench-popup-'));
  await cp(BUILDS[name].directory, directory, { recursive: true });
  await writeFile(path.join(directory, 'popup.html'), LINE);
  const extension = await openBrowser({ installed: true, name, extension: directory, preferences: FOR_FIREFOX });
  try {
    await openPage(extension, url);
    return await sampled(() => (name === 'firefox' ? timeInFirefox : timeInChromium)(extension));
  } finally {
    await extension.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function openPage(extension: ExtensionBrowser, url: string): Promise<void> {
  const page = await extension.browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.bringToFront();
  await untilRead(extension, page);
}

async function sampled(time: () => Promise<Took>): Promise<Times> {
  // The first brings the files into the browser’s cache.
  await time();
  const times: Record<Moment, number[]> = { picture: [], mentions: [] };
  for (let sample = 0; sample < SAMPLES; sample++) {
    const took = await time();
    for (const moment of MOMENTS) times[moment].push(took[moment]);
  }
  return times;
}

async function timeInChromium(extension: ExtensionBrowser): Promise<Took> {
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

/** Its popup is no page to the driver, but a window to the extension’s other pages. */
async function timeInFirefox(extension: ExtensionBrowser): Promise<Took> {
  return extension.evaluateInExtension(async () => {
    const { browser } = globalThis as unknown as {
      browser: {
        action: { openPopup(): Promise<void> };
        extension: { getViews(filter: { type: 'popup' }): (Window & typeof globalThis)[] };
      };
    };
    const channel = new MessageChannel();
    /** Timers are slow in a page that is not seen. */
    const moment = () =>
      new Promise<void>((resolve) => {
        channel.port1.onmessage = () => resolve();
        channel.port2.postMessage(null);
      });
    await browser.action.openPopup();
    let popup: (Window & typeof globalThis) | undefined;
    while (!popup) {
      await moment();
      popup = browser.extension.getViews({ type: 'popup' }).find(({ location }) => location.pathname === '/popup.html');
    }
    const { document, performance } = popup;
    const took = { picture: 0, mentions: 0 };
    while (took.picture === 0 || took.mentions === 0) {
      // Both share a thread: asking more often would hold it up.
      await new Promise((resolve) => popup.requestAnimationFrame(resolve));
      took.picture ||= performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      if (document.querySelector('.us-mentions li')) took.mentions ||= performance.now();
    }
    popup.close();
    while (browser.extension.getViews({ type: 'popup' }).length > 0) await moment();
    return took;
  });
}

function nameOf(moment: Moment): string {
  return moment === 'picture' ? 'first picture' : 'mentions';
}

function reportOf(figures: readonly Figures[]): PartReport {
  const row = ({ title, times }: Figures, moment: Moment) => {
    const measured = times[moment];
    return [
      `${title}: ${nameOf(moment)}`,
      shown(median(measured)),
      shown(quantile(measured, 0.95)),
      shown(Math.min(...measured)),
    ];
  };
  return {
    tables: [
      {
        title: 'From the press on the toolbar button to the popup, in milliseconds',
        note: `The browser’s own popup over a page with ten mentions, ${SAMPLES} times each, after one that is not counted.`,
        columns: ['', 'median', 'p95', 'least'],
        rows: figures.flatMap((each) => MOMENTS.map((moment) => row(each, moment))),
      },
    ],
    targets: figures
      .filter(({ isOurs }) => isOurs)
      .flatMap(({ title, times }) =>
        MOMENTS.map(
          (moment): Target => ({
            figure: `popup’s ${nameOf(moment)}, ${title}`,
            value: median(times[moment]),
            unit: ' ms',
            is: 'at most',
            bound: BOUND,
          }),
        ),
      ),
    figures,
  };
}
