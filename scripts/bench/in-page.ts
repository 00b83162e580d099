/**
 * The script that is put into a page to measure scans in it, one run at a time, each on the page as nobody has read it. Bundled by
 * bundle.ts with everything it needs; scan.ts says what is run and how often.
 */
import { CANDIDATES, type CandidateName } from './candidates.ts';
import { timeSlices } from './slice-clock.ts';

export interface Run {
  /** Milliseconds of each slice, in order. */
  readonly slices: readonly number[];
  readonly marks: number;
}

export interface PageBench {
  /** `collection` is what is cleared away before: all garbage, or in a small page only what is young. */
  run(name: CandidateName, collection: 'minor' | 'major'): Promise<Run>;
}

declare global {
  var pageBench: PageBench;
}

const markup = document.body.innerHTML;

globalThis.pageBench = {
  async run(name, collection) {
    renewBody();
    collectGarbage(collection);
    await turn();
    let outcome: Awaited<ReturnType<(typeof CANDIDATES)[CandidateName]>> | undefined;
    const { slices } = await timeSlices(async () => {
      outcome = await CANDIDATES[name]();
    });
    const marks = outcome?.marks ?? 0;
    outcome?.dispose?.();
    return { slices, marks };
  },
};

/**
 * The page's text as nobody has read it: a content script, too, meets nodes and strings its world has never seen, and walking over
 * them a second time costs a fraction of the first. It also undoes what the last candidate did. Laid out at once, so that what a
 * candidate asks of layout is its own doing.
 */
function renewBody(): void {
  document.body.innerHTML = markup;
  document.body.getBoundingClientRect();
}

/** Otherwise one candidate may be charged for what another left behind. The browser is started with this function open. */
function collectGarbage(type: 'minor' | 'major'): void {
  (globalThis as unknown as { gc?: (options: { type: string }) => void }).gc?.({ type });
}

/** A new task, so that no candidate is charged for what making the page anew has put off. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
