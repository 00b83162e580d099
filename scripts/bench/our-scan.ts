/**
 * The extension's own first scan of a page, as entrypoints/content/index.ts starts it, for the benchmark to time. The one file of
 * the benchmark that knows the content script's modules; runs in the page.
 */
import { pageFinder } from '../../data/finder.ts';
import { pageScout } from '../../data/page-scout.ts';
import { DEFAULT_SETTINGS } from '../../data/settings.ts';
import { createAnnotator } from '../../entrypoints/annotator.content/annotator.ts';
import { createPageReader } from '../../entrypoints/content/page-reader.ts';
import { wholePage } from '../../entrypoints/content/text-blocks.ts';
import type { Annotator } from '../../entrypoints/shared/annotator.ts';

export interface OurScan {
  /** Resolves when all of the page has been read and painted. */
  readonly done: Promise<void>;
  /** The texts that are marked, in document order, as far as they can be seen. */
  marked(): string[];
  /** Leave the page as it was. */
  dispose(): void;
}

/** Start reading the page, with no marks yet. */
export function startOurScan(): OurScan {
  let annotator: Annotator | undefined;
  const shadowRootOf = ({ shadowRoot }: Element) => shadowRoot;
  const reader = createPageReader({
    scout: pageScout(),
    shadowRootOf,
    isAlive: () => true,
    async loadAnnotator(sample) {
      annotator = createAnnotator(pageFinder(), undefined, {
        settings: DEFAULT_SETTINGS,
        sample,
        shadowRootOf,
        shadowRoots: () => [],
        isAlive: () => true,
        onMarks: () => undefined,
        onLeft: () => undefined,
        loadOverlay: async () => undefined,
        loadCatalogue: async (language) => ({ language, messages: {} }),
        openOptions: () => undefined,
        openExplorer: () => undefined,
        site: '',
        topAddress: async () => '',
        changeSettings: async () => undefined,
      });
      return annotator;
    },
  });
  return {
    done: reader.read(wholePage()),
    marked: () => (annotator?.list() ?? []).map(({ text }) => text),
    dispose: () => reader.stop(),
  };
}
