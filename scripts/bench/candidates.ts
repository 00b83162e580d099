/** The ways to find words on a page that are measured side by side. Runs in the page. */
import Mark from 'mark.js';
import { startOurScan } from './our-scan.ts';
import { combinedPattern, NAMES } from './patterns.ts';

export interface Outcome {
  /** How many places were marked. */
  readonly marks: number;
  /** Of those that only read: how much, so that no engine can tell that nobody wants it. */
  readonly length?: number;
  /** Take away what is not in the tree. Not timed. */
  readonly dispose?: () => void;
}

export const CANDIDATES = {
  L0: readAllText,
  textContent: readTextContent,
  ours: scanOurs,
  highlight: highlightMatches,
  wrap: wrapMatches,
  markRegExp: markCombined,
  markKeywords: markKeywords,
  markTenth: markTenth,
} as const satisfies Record<string, () => Outcome | Promise<Outcome>>;

export type CandidateName = keyof typeof CANDIDATES;

function readAllText(): Outcome {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) length += node.data.length;
  return { marks: 0, length };
}

function readTextContent(): Outcome {
  return { marks: 0, length: document.body.textContent?.length ?? 0 };
}

async function scanOurs(): Promise<Outcome> {
  const scan = startOurScan();
  await scan.done;
  return {
    get marks() {
      return scan.marked().length;
    },
    dispose: () => scan.dispose(),
  };
}

function highlightMatches(): Outcome {
  const highlight = new Highlight();
  const pattern = combinedPattern();
  for (const node of textNodes()) {
    for (const match of node.data.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      highlight.add(new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }));
    }
  }
  CSS.highlights.set('bench', highlight);
  return { marks: highlight.size, dispose: () => CSS.highlights.delete('bench') };
}

function wrapMatches(): Outcome {
  const pattern = combinedPattern();
  let marks = 0;
  // All nodes first: wrapping makes new ones.
  for (const node of [...textNodes()]) {
    const matches = [...node.data.matchAll(pattern)];
    // From the last to the first, so that offsets before stay right.
    for (const match of matches.toReversed()) {
      const found = node.splitText(match.index);
      found.splitText(match[0].length);
      const mark = document.createElement('mark');
      found.replaceWith(mark);
      mark.append(found);
    }
    marks += matches.length;
  }
  return { marks };
}

function markCombined(): Outcome {
  let marks = 0;
  new Mark(document.body).markRegExp(combinedPattern(), {
    done: (count) => {
      marks = count;
    },
  });
  return { marks };
}

function markKeywords(): Outcome {
  return markNames(NAMES);
}

/** Every tenth name only: it goes through the page once for each, so all of them take ten times as long. */
function markTenth(): Outcome {
  return markNames(NAMES.filter((_, index) => index % 10 === 0));
}

function markNames(names: readonly string[]): Outcome {
  let marks = 0;
  new Mark(document.body).mark(names, {
    separateWordSearch: false,
    done: (count) => {
      marks = count;
    },
  });
  return { marks };
}

function* textNodes(): Generator<Text> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    /^(?:SCRIPT|STYLE|NOSCRIPT|TEXTAREA)$/.test(node.parentNode?.nodeName ?? '')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node as Text;
}
