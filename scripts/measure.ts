/**
 * What the extension does to a page, measured from outside: changes to the page's tree, and time spent in its scripts.
 */
import type { Page } from 'puppeteer-core';

/** How often each kind of change happened; a kind says where and what. */
export type Mutations = ReadonlyMap<string, number>;

const RECORDER = 'undersigned.mutations';

/**
 * Record every change to the documents of a page from now on. Call before the page is opened.
 *
 * Nobody can tell who made a change, so a page is loaded twice, without the extension and with it, and `newMutations` says
 * what came on top. What the parser does is left out as far as it may differ between two runs: text that grows while it
 * arrives. Elements are counted from the start, text once the document has been parsed.
 */
export async function recordMutations(page: Page): Promise<void> {
  await page.evaluateOnNewDocument((key) => {
    const counts = new Map<string, number>();
    let parsing = true;
    const observer = new MutationObserver(take);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    document.addEventListener('DOMContentLoaded', () => {
      take(observer.takeRecords());
      parsing = false;
    });
    Object.defineProperty(globalThis, Symbol.for(key), {
      value: () => {
        take(observer.takeRecords());
        return [...counts];
      },
    });

    function take(records: MutationRecord[]): void {
      for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
        if (type === 'attributes') note(`${pathOf(target)} @${attributeName}`);
        else if (type === 'characterData') {
          if (!parsing) note(`${pathOf(target)} changed`);
        } else {
          for (const node of removedNodes) note(`${pathOf(target)} - ${node.nodeName}`);
          for (const node of addedNodes) {
            if (node.nodeType === Node.ELEMENT_NODE || !parsing) note(`${pathOf(target)} + ${node.nodeName}`);
          }
        }
      }
    }

    function note(kind: string): void {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }

    function pathOf(node: Node): string {
      const names: string[] = [];
      for (let at: Node | null = node; at; at = at.parentNode) names.unshift(at.nodeName);
      return names.join('/');
    }
  }, RECORDER);
}

/** What was recorded so far in all frames of the page. */
export async function mutationsOf(page: Page): Promise<Mutations> {
  const total = new Map<string, number>();
  for (const frame of page.frames()) {
    const counts = await frame
      .evaluate((key) => {
        const read = (globalThis as unknown as Record<symbol, (() => [string, number][]) | undefined>)[Symbol.for(key)];
        return read?.() ?? [];
      }, RECORDER)
      // A frame may go while it is asked.
      .catch(() => []);
    for (const [kind, count] of counts) total.set(kind, (total.get(kind) ?? 0) + count);
  }
  return total;
}

/** Changes in the second run that the first did not have, each kind with how many more. */
export function newMutations(without: Mutations, withExtension: Mutations): Map<string, number> {
  const more = new Map<string, number>();
  for (const [kind, count] of withExtension) {
    const extra = count - (without.get(kind) ?? 0);
    if (extra > 0) more.set(kind, extra);
  }
  return more;
}

/** Begin to take samples of what Chromium's script engine does, in every process. */
export async function startProfile(page: Page): Promise<void> {
  await page.tracing.start({ categories: ['disabled-by-default-v8.cpu_profiler', 'disabled-by-default-v8.cpu_profiler.hires'] });
}

/** Milliseconds since `startProfile` in the extension's content scripts and in what they called. */
export async function stopProfile(page: Page): Promise<number> {
  const trace = await page.tracing.stop();
  if (!trace) throw new Error('The browser kept no trace.');
  return millisecondsInContentScripts(JSON.parse(new TextDecoder().decode(trace)).traceEvents);
}

/** As much of a trace event as is read. Nodes name their parents, and come before the samples that name them. */
export interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly id?: string;
  readonly args: {
    readonly data?: {
      readonly cpuProfile?: {
        readonly nodes?: readonly {
          readonly id: number;
          readonly parent?: number;
          readonly callFrame: { readonly url?: string };
        }[];
        readonly samples?: readonly number[];
      };
      readonly timeDeltas?: readonly number[];
    };
  };
}

/** Sum of the samples that have one of the extension's content scripts on the stack. */
export function millisecondsInContentScripts(events: readonly TraceEvent[]): number {
  /** For each profile, whether a stack (named by its top) runs through a content script. */
  const profiles = new Map<string, Map<number, boolean>>();
  let microseconds = 0;
  for (const { name, pid, id, args } of events) {
    if (name !== 'ProfileChunk' || !args.data) continue;
    const key = `${pid} ${id}`;
    const ours = profiles.get(key) ?? new Map<number, boolean>();
    profiles.set(key, ours);
    const { nodes = [], samples = [] } = args.data.cpuProfile ?? {};
    for (const { id: node, parent, callFrame } of nodes) {
      const inherited = parent !== undefined && ours.get(parent) === true;
      ours.set(node, inherited || /^chrome-extension:\/\/[a-z]+\/content-scripts\//.test(callFrame.url ?? ''));
    }
    samples.forEach((sample, index) => {
      if (ours.get(sample)) microseconds += args.data?.timeDeltas?.[index] ?? 0;
    });
  }
  return microseconds / 1000;
}
