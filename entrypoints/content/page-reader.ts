/**
 * Reads a page in two steps: until something on it may concern the matter only the scout looks, which is cheap and keeps nothing;
 * from then on an annotator, brought to the frame, reads and marks it all. Most pages never come to the second.
 */
import type { Scout } from '../../data/detection/scout.ts';
import type { Annotator } from '../shared/annotator.ts';
import { firstLook } from './first-look.ts';
import { workInSlices } from './slices.ts';
import type { Scope, ShadowRootOf } from './text-blocks.ts';

export interface ReaderParts {
  readonly scout: Scout;
  /** Bring the annotator to the frame, for a page with this text on it. Undefined where that was not possible. */
  readonly loadAnnotator: (sample: string) => Promise<Annotator | undefined>;
  readonly shadowRootOf: ShadowRootOf;
}

export interface PageReader {
  /** Read scopes, after whatever is being read. Resolves when they are done or reading was stopped. */
  read(scopes: readonly Scope[]): Promise<void>;
  stop(): void;
}

export function createPageReader({ scout, loadAnnotator, shadowRootOf }: ReaderParts): PageReader {
  let annotator: Annotator | undefined;
  let stopped = false;
  let queue = Promise.resolve();

  async function readNow(scopes: readonly Scope[]): Promise<void> {
    if (stopped) return;
    if (annotator) return annotator.read(scopes);
    const sample = await whatConcerns(scopes);
    if (sample === undefined || stopped) return;
    const loaded = await loadAnnotator(sample);
    if (stopped) loaded?.dispose();
    if (!loaded || stopped) return;
    annotator = loaded;
    await annotator.read(wholePage());
  }

  /** The first text that may concern the matter, if there is one. */
  async function whatConcerns(scopes: readonly Scope[]): Promise<string | undefined> {
    if (scout.mayConcern(document.title)) return document.title;
    return workInSlices(whileRunning(firstLook(scopes, scout, shadowRootOf)));
  }

  function* whileRunning(steps: Generator<void, string | undefined>): Generator<void, string | undefined> {
    for (let step = steps.next(); !stopped; step = steps.next()) {
      if (step.done) return step.value;
      yield;
    }
    return undefined;
  }

  return {
    read(scopes) {
      const done = queue.then(() => readNow(scopes));
      queue = done.catch(() => undefined);
      return done;
    },
    stop() {
      stopped = true;
      annotator?.dispose();
    },
  };
}

/** All of the page; what stands beside the root element is no text. */
export function wholePage(): Scope[] {
  return document.documentElement ? [[document.documentElement]] : [];
}
