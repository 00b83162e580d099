/**
 * What steps of use cost a page's main thread, read from Chromium's trace: the time of the processor that its tasks took, added up from
 * one frame to the next. A frame that takes longer than the screen gives it comes late, and the reader sees it stutter.
 */
import type { Page } from 'puppeteer-core';

/** Milliseconds of the processor. */
export interface StepCost {
  /** Of all frames of the step together. */
  readonly all: number;
  readonly longestFrame: number;
}

/** As much of a trace's event as is read; times are microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** On the clock of the thread, which the browser may leave out: what a task took on the wall is more. */
  readonly tdur?: number;
}

const CATEGORIES = ['-*', 'toplevel', 'blink.user_timing', 'disabled-by-default-devtools.timeline.frame'];
const TASK = 'ThreadControllerImpl::RunTask';
const FRAME = 'BeginMainThreadFrame';
const STEP = 'bench-step';

/** Take the steps one after the other. Each has to end with a frame in which all it brings about is painted. */
export async function stepCosts(page: Page, steps: number, step: (index: number) => Promise<unknown>): Promise<StepCost[]> {
  await page.tracing.start({ categories: CATEGORIES });
  for (let index = 0; index < steps; index++) {
    await page.evaluate((name) => void performance.mark(name), STEP);
    await step(index);
  }
  const trace = await page.tracing.stop();
  if (!trace) throw new Error('The browser kept no trace.');
  return costsIn(JSON.parse(new TextDecoder().decode(trace)).traceEvents);
}

/** What each step in a trace cost, in order. */
export function costsIn(events: readonly TraceEvent[]): StepCost[] {
  const marks = events.filter(({ name }) => name === STEP).toSorted(byTime);
  const [first] = marks;
  if (!first) throw new Error('The trace holds no step.');
  const ofThread = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
  const tasks = ofThread.filter(({ name, ph }) => name === TASK && ph === 'X').toSorted(byTime);
  const frames = ofThread.filter(({ name }) => name === FRAME).toSorted(byTime);
  return marks.map(({ ts }, index) => {
    const end = marks[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const costs = [0];
    for (const task of tasks) {
      // The task that makes the mark belongs to what comes before.
      if (task.ts < ts || task.ts >= end) continue;
      costs.push((costs.pop() ?? 0) + (task.tdur ?? task.dur ?? Number.NaN) / 1000);
      if (frames.some((frame) => frame.ts >= task.ts && frame.ts <= task.ts + (task.dur ?? 0))) costs.push(0);
    }
    return { all: costs.reduce((sum, cost) => sum + cost, 0), longestFrame: Math.max(...costs) };
  });
}

function byTime(a: TraceEvent, b: TraceEvent): number {
  return a.ts - b.ts;
}
