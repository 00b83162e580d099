/**
 * The part `explorer`: what the matrix costs to open and to use, with the statements there are and with many more, in a window of a small
 * screen and of a large one, beside a plain table of the same cells, which the browser alone has to lay out, scroll and sort.
 *
 * Opening is told in time on the clock. Everything after it is told in the time of the processor that the page's main thread took: that
 * of script, style, layout and paint together, whatever else the machine does at the time. What counts is the longest frame of a step.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Plugin } from 'vite';
import { packDataset } from '../../data/packed-dataset.ts';
import { toReaderDataset } from '../../data/reader-dataset.ts';
import type { DatasetRecord } from '../../data/schema.ts';
import type { ExtensionBrowser } from '../launch.ts';
import { readDataset } from '../read-dataset.ts';
import { buildSite } from '../site.ts';
import { root } from '../tools.ts';
import { type StepCost, stepCosts } from './frames.ts';
import { type PartReport, shown, type Table, type Target } from './report.ts';
import { median, quantile } from './statistics.ts';
import { openBrowser } from './tab.ts';

/** Many more statements than the record will have for long. */
const MANY = 500;
const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 3840, height: 2160 },
] as const;
const OPENINGS = 5;
const STEPS = 40;
/** Each order twice. */
const SORTS = 10;
/** The table takes seconds for what the matrix takes a moment. */
const TABLE_OPENINGS = 2;
/** A notch of a mouse wheel, in CSS pixels. */
const NOTCH = 120;
/** What the reader should not wait longer for, in milliseconds: an opening, and a frame. */
const OPENING = 500;
const FRAME = 16;

/** The matrix, or the table. */
const GRID = '[role="grid"]';
/** The field that sorts, in the matrix and in the table. */
const ORDER = '.us-controls select';

const ACTIONS = ['scroll down', 'scroll across', 'arrow key', 'sort'] as const;
type Action = (typeof ACTIONS)[number];

interface Times {
  /** Milliseconds until all in view is painted. */
  readonly open: number[];
  readonly steps: Partial<Record<Action, readonly StepCost[]>>;
}

interface Figures {
  readonly statements: number;
  readonly width: number;
  readonly height: number;
  readonly matrix: Times;
  /** Keys do nothing in it. */
  readonly table: Times;
}

export async function benchExplorer({ say }: { say: (text: string) => void }): Promise<PartReport> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'bench-explorer-'));
  const record = readDataset(path.join(root, 'data'));
  const browser = await openBrowser({ installed: false });
  const figures: Figures[] = [];
  try {
    for (const statements of [record.statements.length, MANY]) {
      const site = path.join(directory, String(statements));
      say(`explorer: ${statements} statements …`);
      await buildSite(site, [recordOf(repeated(record, statements))]);
      const matrix = `${pathToFileURL(path.join(site, 'index.html')).href}#view=matrix`;
      const table = pathToFileURL(path.join(site, 'table.html')).href;
      await writeFile(path.join(site, 'table.html'), await plainTable(browser, matrix));
      for (const { width, height } of WINDOWS) {
        const measured = (address: string, openings: number) => measure(browser, address, { width, height }, openings);
        figures.push({
          statements,
          width,
          height,
          matrix: await measured(matrix, OPENINGS),
          table: await measured(table, TABLE_OPENINGS),
        });
      }
    }
  } finally {
    await browser.close();
    await rm(directory, { recursive: true, force: true });
  }
  return { tables: figures.map(tableOf), targets: figures.flatMap(targetsOf), figures };
}

/** The record with statements over again under other names until there are so many. */
function repeated(record: DatasetRecord, count: number): DatasetRecord {
  const statements = Array.from({ length: count }, (_, index) => {
    const statement = record.statements[index % record.statements.length] as DatasetRecord['statements'][number];
    const round = Math.floor(index / record.statements.length);
    return round === 0 ? statement : { ...statement, id: `${statement.id}-${round}`, counterpart: null };
  });
  return { ...record, statements: statements.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))) };
}

/** Puts this record into the page instead of that of the project. */
function recordOf(record: DatasetRecord): Plugin {
  const id = 'virtual:dataset';
  const packed = JSON.stringify(JSON.stringify(packDataset(toReaderDataset(record))));
  return {
    name: 'bench:record',
    enforce: 'pre',
    resolveId: (asked) => (asked === id ? `\0bench:${id}` : undefined),
    load: (asked) => (asked === `\0bench:${id}` ? `export const dataset = JSON.parse(${packed});` : undefined),
  };
}

/** What the matrix shows when all of it is drawn, as a page with one table, whose cells look the same and whose heads stay in view. */
async function plainTable(browser: ExtensionBrowser, matrix: string): Promise<string> {
  const page = await browser.browser.newPage();
  try {
    await page.goto(matrix, { waitUntil: 'load' });
    await page.waitForSelector('[role="gridcell"]');
    return await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      return new Promise<string>((resolve) => {
        requestAnimationFrame(() => {
          // In English what a cell is called is what its sign is called, too.
          const sides = [...document.querySelectorAll('[role="columnheader"]')].map(
            (head) => /us-(?:concern|support)/.exec(head.querySelector('.us-side-sign')?.className ?? '')?.[0] ?? '',
          );
          const rows = [...document.querySelectorAll('[role="grid"] [role="row"]')].map((row) =>
            [...row.querySelectorAll('[aria-colindex]')].map(({ textContent, role, ariaLabel }, column) =>
              role === 'gridcell'
                ? `<td><i class="us-sign us-is-${ariaLabel?.replaceAll(' ', '-')} ${sides[column]}"></i></td>`
                : `<th>${role === 'columnheader' ? '' : textContent}</th>`,
            ),
          );
          const body = rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('\n');
          resolve(`<!doctype html><html lang="en"><meta charset="utf-8"><link rel="stylesheet" href="explorer.css">
<style>#grid { height: calc(100vh - 100px); overflow: auto } table { border-collapse: collapse; table-layout: fixed; width: max-content }
td { width: 28px; height: 27px; padding: 0 } th { position: sticky; left: 0; width: 190px } tr:first-child th { top: 0 }</style>
<div class="us-controls"><select><option>up</option><option>down</option></select></div>
<div id="grid" role="grid"><table><tbody>${body}</tbody></table></div>
<script>document.querySelector('select').onchange = () => {
  const body = document.querySelector('tbody'); const [head, ...rows] = body.rows; body.replaceChildren(head, ...rows.reverse()); };</script>`);
        });
      });
    });
  } finally {
    await page.close();
  }
}

async function measure(
  browser: ExtensionBrowser,
  address: string,
  window: { readonly width: number; readonly height: number },
  openings: number,
): Promise<Times> {
  const times: Times = { open: [], steps: {} };
  for (let round = 0; round < openings; round++) {
    const page = await browser.browser.newPage();
    try {
      await page.setViewport(window);
      await page.goto(address, { waitUntil: 'load' });
      await page.waitForSelector('[role="gridcell"], td');
      times.open.push(await page.evaluate(paintedAt));
      if (round === openings - 1) Object.assign(times.steps, await use(page));
    } finally {
      await page.close();
    }
  }
  return times;
}

async function use(page: Page): Promise<Times['steps']> {
  await page.bringToFront();
  const run = (steps: number, step: (index: number) => Promise<unknown>) =>
    stepCosts(page, steps, async (index) => {
      await step(index);
      await page.evaluate(untilPainted);
    });
  await page.evaluate(untilPainted);
  const scrolls = {
    'scroll down': await run(STEPS, () => page.evaluate(scrollBy, 0, NOTCH)),
    'scroll across': await run(STEPS, () => page.evaluate(scrollBy, NOTCH, 0)),
  };
  const options = await page.$eval(ORDER, (select) => [...(select as HTMLSelectElement).options].map(({ value }) => value));
  const sort = await run(SORTS, (index) => page.select(ORDER, options[(index + 1) % options.length] ?? ''));
  if (!(await page.$(`${GRID} [tabindex="0"]`))) return { ...scrolls, sort };
  await page.focus(`${GRID} [tabindex="0"]`);
  const keys = await run(STEPS, (index) => page.keyboard.press(index % 2 === 0 ? 'ArrowDown' : 'ArrowRight'));
  return { ...scrolls, sort, 'arrow key': keys };
}

/** The functions below are sent to the page: they use nothing from around them. */

/** When the frame is painted that shows what is there now, in milliseconds from the page's beginning. */
function paintedAt(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });
}

/** Until all of the grid is drawn, and in the picture. */
function untilPainted(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('[role="grid"][aria-busy="true"]')) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve());
    };
    requestAnimationFrame(look);
  });
}

/** Comes back to the beginning at the end. */
function scrollBy(left: number, top: number): void {
  const grid = document.querySelector('[role="grid"]');
  if (!grid) return;
  const { scrollLeft, scrollTop } = grid;
  grid.scrollBy({ left, top, behavior: 'instant' });
  if (grid.scrollLeft === scrollLeft && grid.scrollTop === scrollTop)
    grid.scrollTo({ ...(left > 0 ? { left: 0 } : { top: 0 }), behavior: 'instant' });
}

function tableOf({ statements, width, height, matrix, table }: Figures): Table {
  const row = (title: string, of: (times: Times) => readonly (readonly number[])[]) => [
    title,
    ...[matrix, table].flatMap((times) =>
      of(times).flatMap((measured) => [shown(median(measured)), shown(quantile(measured, 0.95))]),
    ),
  ];
  return {
    title: `The matrix at 195 × ${statements} in ${width} × ${height}, in milliseconds`,
    note: 'Opening on the clock, the rest as the main thread’s time of the processor; beside it a plain table with all cells in it.',
    columns: ['', 'median', 'p95', 'plain table: median', 'p95'],
    rows: [
      row('open', ({ open }) => [open]),
      ...ACTIONS.flatMap((action) => [
        row(`${action}: longest frame`, ({ steps }) => [(steps[action] ?? []).map(({ longestFrame }) => longestFrame)]),
        row(`${action}: all frames`, ({ steps }) => [(steps[action] ?? []).map(({ all }) => all)]),
      ]),
    ],
  };
}

function targetsOf({ statements, width, matrix }: Figures): Target[] {
  const at = (figure: string, value: number, bound: number): Target => ({
    figure: `${figure}, 195 × ${statements}, ${width} px wide`,
    value,
    unit: ' ms',
    is: 'at most',
    bound,
  });
  return [
    at('opening', median(matrix.open), OPENING),
    ...ACTIONS.map((action) =>
      at(
        `longest frame to ${action}, p95`,
        quantile(
          (matrix.steps[action] ?? []).map(({ longestFrame }) => longestFrame),
          0.95,
        ),
        FRAME,
      ),
    ),
  ];
}
