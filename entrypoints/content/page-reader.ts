/**
 * Reads a page in two steps: until something on it may concern the matter only the scout looks, which is cheap and keeps nothing;
 * from then on an annotator, brought to the frame, reads and marks it all. Most pages never come to the second.
 */
import type { Scout } from '../../data/detection/scout.ts';
import type { Annotator } from '../shared/annotator.ts';
import { firstLook } from './first-look.ts';
import { createShadowWatch, shadowTreesIn } from './shadow-roots.ts';
import { untilStopped, workInSlices } from './slices.ts';
import { type Scope, type ShadowRootOf, wholePage } from './text-blocks.ts';

export interface ReaderParts {
  readonly scout: Scout;
  /** Bring the annotator to the frame, for a page with this text on it. Undefined where that was not possible. */
  readonly loadAnnotator: (sample: string) => Promise<Annotator | undefined>;
  readonly shadowRootOf: ShadowRootOf;
  /** False when the extension has gone: then nothing is looked for any more. */
  readonly isAlive: () => boolean;
}

export interface PageReader {
  /** Read scopes, after whatever is being read. Resolves when they are done or reading was stopped. */
  read(scopes: readonly Scope[]): Promise<void>;
  stop(): void;
}

export function createPageReader({ scout, loadAnnotator, shadowRootOf, isAlive }: ReaderParts): PageReader {
  let annotator: Annotator | undefined;
  /** The first text found that may concern the matter: kept until the annotator has come, which may take more than one attempt. */
  let sample: string | undefined;
  let stopped = false;
  const isStopped = () => stopped;
  let queue = Promise.resolve();
  const known = new WeakSet<ShadowRoot>();
  const watch = createShadowWatch(async () => {
    if (!isAlive() || stopped) return;
    annotator?.tidy(false);
    await inTurn(() => readShadowTrees(wholePage()));
  });

  async function readNow(scopes: readonly Scope[]): Promise<void> {
    if (stopped) return;
    if (annotator) return annotator.read(scopes);
    sample ??= await whatConcerns(scopes);
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
    return workInSlices(untilStopped(firstLook(scopes, scout), isStopped));
  }

  async function readShadowTrees(scopes: readonly Scope[]): Promise<void> {
    const isNew = (root: ShadowRoot) => !known.has(root) && known.add(root) === known;
    const trees = await workInSlices(untilStopped(shadowTreesIn(scopes, shadowRootOf, isNew), isStopped));
    const isOwed = sample !== undefined && !annotator;
    if (trees && (isOwed || trees.length > 0)) await readNow(trees);
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  return {
    async read(scopes) {
      try {
        await inTurn(() => readNow(scopes));
      } finally {
        if (!stopped) watch.restart();
      }
    },
    stop() {
      stopped = true;
      watch.stop();
      annotator?.dispose();
    },
  };
}
