/**
 * The extension's own first scan of a page, as entrypoints/content/index.ts starts it, for the benchmark to time. The one file of
 * the benchmark that knows the content script's modules; runs in the page.
 */
import { pageFinder } from '../../data/finder.ts';
import { pageScout } from '../../data/page-scout.ts';
import { createHighlighter } from '../../entrypoints/content/highlighter.ts';
import { createMarks } from '../../entrypoints/content/marks.ts';
import { pageContextOf } from '../../entrypoints/content/page-context.ts';
import { createPageReader } from '../../entrypoints/content/page-reader.ts';
import { createPageScanner } from '../../entrypoints/content/page-scanner.ts';

export interface OurScan {
  /** Resolves when all of the page has been read and painted. */
  readonly done: Promise<void>;
  /** The texts that are marked, in document order. */
  marked(): string[];
  /** Leave the page as it was. */
  dispose(): void;
}

/** Start reading the page, with no marks yet. */
export function startOurScan(): OurScan {
  const everything = [[document.documentElement]];
  const highlighter = createHighlighter('dotted');
  const marks = createMarks(
    (mark) => highlighter.add(mark, mark.place),
    (mark) => highlighter.delete(mark),
  );
  const onShadowRoot = () => undefined;
  const reader = createPageReader({
    scout: pageScout(),
    context: pageContextOf(document),
    loadFinder: () => Promise.resolve(pageFinder()),
    createScanner: (finder, context) => createPageScanner({ finder, marks, context, wants: () => true, onShadowRoot }),
    onShadowRoot,
    everything: () => everything,
  });
  return {
    done: reader.scan(everything),
    marked: () => marks.inOrder().map(({ mention, blockText }) => blockText.slice(mention.start, mention.end)),
    dispose() {
      reader.stop();
      highlighter.dispose();
      marks.clear();
    },
  };
}
