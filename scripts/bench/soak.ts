/**
 * The part `soak`: a long visit: a site that navigates by itself, page after page, and a feed that goes on for minutes, with the
 * extension and without it: whether memory grows, and whether marks ever outlive their text.
 */
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../launch.ts';
import { buildExtension, markCount, pause, usedHeap } from './extension.ts';
import { newsPage } from './pages.ts';
import { sentence, wholeSentence } from './prose.ts';
import { createRandom } from './random.ts';
import { type PartReport, shown, type Target } from './report.ts';
import { slopeOf } from './statistics.ts';
import { openBrowser, serveBenchPages } from './tab.ts';

/** In ten minutes' soak; shorter ones navigate less. */
const NAVIGATIONS = 1_000;
const FULL_MINUTES = 10;
/** Long enough for the extension to gather the change and read it. */
const STAY = 150;
/** How often memory is weighed in the course of either. */
const WEIGHINGS = 20;
/** Seeds of English pages, each with this many mentions. */
const ARTICLES = Array.from({ length: 12 }, (_, index) => mainOf(newsPage(10 * (index + 1), 10)));
const MENTIONS = 10;
/** Entries a feed keeps; older ones go. One in ten holds a mention. */
const ENTRIES = 300;

interface Course {
  /** Bytes after garbage was collected, at each step that was weighed. */
  readonly weights: readonly (readonly [step: number, bytes: number])[];
  /** The most marks by which the extension was ever above what the page held. */
  readonly surplus: number;
  /** The most marks at once. */
  readonly marks: number;
}

interface SoakFigures {
  readonly title: string;
  readonly unit: string;
  readonly steps: number;
  readonly slope: number;
  readonly slopeWithout: number;
  readonly surplus: number;
  readonly marks: number;
}

export async function benchSoak({ minutes, say }: { minutes: number; say: (text: string) => void }): Promise<PartReport> {
  await buildExtension(say);
  const navigations = Math.max(WEIGHINGS * 2, Math.round(NAVIGATIONS * Math.min(1, minutes / FULL_MINUTES)));
  const server = await serveBenchPages([{ name: 'site', html: newsPage(10, MENTIONS) }], { scripts: true });
  const figures: SoakFigures[] = [];
  try {
    const url = server.urlOf('site');
    const both = async (walk: (page: Page, extension: ExtensionBrowser, installed: boolean) => Promise<Course>) =>
      [await onSite(url, false, walk), await onSite(url, true, walk)] as const;
    say(`soak: ${navigations} navigations, without and with the extension …`);
    const [plainWalk, walk] = await both((page, extension, installed) => navigate(page, extension, installed, navigations));
    figures.push(figuresOf(`${navigations} navigations`, 'navigation', navigations, plainWalk, walk));
    say(`soak: a feed for ${minutes} min, without and with the extension …`);
    const [plainFeed, feed] = await both((page, extension, installed) => follow(page, extension, installed, minutes));
    figures.push(figuresOf(`a feed for ${minutes} min`, 'minute', minutes, plainFeed, feed));
  } finally {
    await server.close();
  }
  const shortened =
    minutes < FULL_MINUTES ? ` Shortened: ${minutes} of ${FULL_MINUTES} minutes; --minutes ${FULL_MINUTES} for all.` : '';
  return {
    tables: [
      {
        title: 'A long visit',
        note: `Growth of memory after all garbage was collected: the slope of the line through ${WEIGHINGS} weighings, the first quarter left out as warming up.${shortened}`,
        columns: ['', 'growth with us', 'growth without us', 'most marks at once', 'marks above what the page holds'],
        rows: figures.map(({ title, unit, slope, slopeWithout, surplus, marks }) => [
          title,
          `${shown(slope / 1024)} kB a ${unit}`,
          `${shown(slopeWithout / 1024)} kB a ${unit}`,
          String(marks),
          String(surplus),
        ]),
      },
    ],
    targets: figures.map(
      ({ title, surplus }): Target => ({
        figure: `${title}: marks above what the page holds`,
        value: surplus,
        unit: '',
        is: 'at most',
        bound: 0,
      }),
    ),
    figures,
  };
}

async function onSite(
  url: string,
  installed: boolean,
  walk: (page: Page, extension: ExtensionBrowser, installed: boolean) => Promise<Course>,
): Promise<Course> {
  const extension = await openBrowser({ installed });
  try {
    const page = await extension.browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    return await walk(page, extension, installed);
  } finally {
    await extension.close();
  }
}

/** Client-side navigation: a new address, a new title, and other text in the place of the old. */
async function navigate(page: Page, extension: ExtensionBrowser, installed: boolean, navigations: number): Promise<Course> {
  const scale = await openScale(page, extension, installed);
  const every = Math.floor(navigations / WEIGHINGS);
  for (let done = 1; done <= navigations; done++) {
    await page.evaluate(
      (markup, number) => {
        history.pushState(null, '', `?page=${number}`);
        document.title = `Page ${number}`;
        const main = document.querySelector('main');
        if (main) main.innerHTML = markup.replace('<h1>', `<h1>${number}: `);
      },
      ARTICLES[done % ARTICLES.length] as string,
      done,
    );
    await pause(STAY);
    if (done % every === 0) await scale.weigh(done, async () => MENTIONS);
  }
  return scale.course();
}

/** A feed: entries come ten a second, and the oldest go. */
async function follow(page: Page, extension: ExtensionBrowser, installed: boolean, minutes: number): Promise<Course> {
  const random = createRandom(5);
  const entries = Array.from({ length: 400 }, (_, index) =>
    index % 10 === 0 ? wholeSentence('en', 'regions', random) : sentence('en', random),
  );
  await page.evaluate(startFeed, entries, ENTRIES);
  const scale = await openScale(page, extension, installed);
  const started = Date.now();
  for (let weighing = 1; weighing <= WEIGHINGS; weighing++) {
    await pause(Math.max(0, started + (weighing * minutes * 60_000) / WEIGHINGS - Date.now()));
    const minute = (Date.now() - started) / 60_000;
    await page.evaluate(restFeed, true);
    await scale.weigh(minute, () => page.evaluate(countNames));
    await page.evaluate(restFeed, false);
  }
  return scale.course();
}

/** Sent to the page; uses nothing from around it. */
function startFeed(entries: readonly string[], most: number): void {
  const main = document.querySelector('main');
  if (!main) return;
  main.textContent = '';
  let place = 0;
  setInterval(() => {
    if ('resting' in main.dataset) return;
    const entry = document.createElement('p');
    entry.textContent = `${entries[place % entries.length]} ${place}`;
    place++;
    main.append(entry);
    while (main.childElementCount > most) main.firstElementChild?.remove();
  }, 100);
}

/** Sent to the page: have the feed stand still, so that marks and text can be compared, or go on. */
function restFeed(resting: boolean): void {
  const main = document.querySelector('main');
  if (resting) main?.setAttribute('data-resting', '');
  else main?.removeAttribute('data-resting');
}

/** Sent to the page: how often its text names the region. */
function countNames(): number {
  return document.querySelector('main')?.textContent?.match(/Xinjiang|Sinkiang/g)?.length ?? 0;
}

interface Scale {
  /** Note memory and marks at a step. `held` tells how many mentions the page holds at that moment. */
  weigh(step: number, held: () => Promise<number>): Promise<void>;
  course(): Course;
}

async function openScale(page: Page, extension: ExtensionBrowser, installed: boolean): Promise<Scale> {
  const session = await page.createCDPSession();
  const weights: [number, number][] = [];
  let [surplus, most] = [0, 0];
  return {
    async weigh(step, held) {
      const marks = installed ? await settledMarks() : 0;
      most = Math.max(most, marks);
      surplus = Math.max(surplus, marks - (await held()));
      weights.push([step, await usedHeap(session)]);
    },
    course: () => ({ weights, surplus, marks: most }),
  };

  async function settledMarks(): Promise<number> {
    await pause(STAY * 2);
    return (await markCount(extension, page)) ?? 0;
  }
}

function figuresOf(title: string, unit: string, steps: number, without: Course, extended: Course): SoakFigures {
  const slope = ({ weights }: Course) => slopeOf(weights.slice(Math.floor(weights.length / 4)));
  return {
    title,
    unit,
    steps,
    slope: slope(extended),
    slopeWithout: slope(without),
    surplus: extended.surplus,
    marks: extended.marks,
  };
}

function mainOf(html: string): string {
  return html.match(/<main>([\s\S]*)<\/main>/)?.[1] ?? '';
}
