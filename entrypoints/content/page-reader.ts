/**
 * Reads a page in two steps: until something on it may concern the matter only the scout looks, which is cheap and keeps nothing;
 * from then on a scanner with the finder reads it all. Most pages never come to the second.
 */
import type { Finder } from '../../data/detection/find-mentions.ts';
import type { PageContext } from '../../data/detection/mention.ts';
import type { Scout } from '../../data/detection/scout.ts';
import type { PageScanner } from './page-scanner.ts';
import { readInSlices, workInSlices } from './slices.ts';
import type { Scope } from './text-blocks.ts';

export interface ReaderParts {
  readonly scout: Scout;
  readonly context: PageContext;
  /** Bring the finder to the frame. Undefined where that was not possible; then it is tried again with the next change. */
  readonly loadFinder: () => Promise<Finder | undefined>;
  readonly createScanner: (finder: Finder, context: PageContext) => PageScanner;
  readonly onShadowRoot: (root: ShadowRoot) => void;
  /** All of the page, read once the finder is there. */
  readonly everything: () => readonly Scope[];
}

/** The two steps as one scanner. */
export function createPageReader({
  scout,
  context,
  loadFinder,
  createScanner,
  onShadowRoot,
  everything,
}: ReaderParts): PageScanner {
  let page = context;
  let scanner: PageScanner | undefined;
  let stopped = false;
  let queue = Promise.resolve();

  async function scanNow(scopes: readonly Scope[]): Promise<void> {
    if (stopped) return;
    if (scanner) return scanner.scan(scopes);
    const sample = await whatConcerns(scopes);
    if (sample === undefined) return;
    const finder = await loadFinder();
    if (!finder || stopped) return;
    await workInSlices(finder.warmUp(sample, page));
    if (stopped) return;
    scanner = createScanner(finder, page);
    await scanner.scan(everything());
  }

  /** The first text that may concern the matter, if there is one. */
  async function whatConcerns(scopes: readonly Scope[]): Promise<string | undefined> {
    if (page.title !== undefined && scout.mayConcern(page.title)) return page.title;
    let found: string | undefined;
    await readInSlices(scopes, onShadowRoot, ({ text }) => {
      if (!stopped && scout.mayConcern(text)) found = text;
      return stopped || found !== undefined;
    });
    return stopped ? undefined : found;
  }

  return {
    scan(scopes) {
      const done = queue.then(() => scanNow(scopes));
      queue = done.catch(() => undefined);
      return done;
    },
    reset(context) {
      page = context;
      scanner?.reset(context);
    },
    stop() {
      stopped = true;
      scanner?.stop();
    },
  };
}
