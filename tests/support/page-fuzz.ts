/**
 * The script that is put into a page to change it at random: trees, and then batches of changes to them, read as the extension reads
 * pages. After each batch the marks have to be those of an annotator that comes to the page only then. Wired as content/index.ts
 * is, without a browser's interface.
 */
import fc from 'fast-check';
import { pageFinder } from '../../data/finder.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../data/settings.ts';
import { createAnnotator } from '../../entrypoints/annotator.content/annotator.ts';
import { createPageObserver } from '../../entrypoints/content/page-observer.ts';
import { createPageReader } from '../../entrypoints/content/page-reader.ts';
import { shadowRootsBy } from '../../entrypoints/content/shadow-roots.ts';
import { type ShadowRootOf, wholePage } from '../../entrypoints/content/text-blocks.ts';
import type { Annotator } from '../../entrypoints/shared/annotator.ts';

declare global {
  /** Null where all is well; else the smallest case found, in words. */
  var fuzzPage: (run: { readonly runs: number; readonly seed: number }) => Promise<string | null>;
}

/** An element with a name, or a text. */
type Tree = string | { readonly name: string; readonly shadow: boolean; readonly children: readonly Tree[] };

/** One change; nodes are chosen by number among those that there are. */
type Change =
  | { readonly how: 'insert'; readonly at: number; readonly before: number; readonly tree: Tree }
  | { readonly how: 'remove' | 'normalize' | 'empty' | 'unwrap' | 'edit'; readonly at: number }
  | { readonly how: 'move'; readonly at: number; readonly to: number; readonly before: number }
  | { readonly how: 'write'; readonly at: number; readonly text: string }
  | { readonly how: 'split'; readonly at: number; readonly offset: number };

interface Case {
  /**
   * Whether all stands in one article, and all of it tells what the rest is about. Elsewhere only what is near does, and how many blocks
   * lie between is known of what was read together: there letters and votes are left out.
   */
  readonly article: boolean;
  readonly trees: readonly Tree[];
  readonly batches: readonly (readonly Change[])[];
}

const text = fc
  .array(
    fc.constantFrom(
      ...[
        'Xinjiang',
        'Xin',
        'jiang',
        '新疆',
        'Uyghurs',
        ' in ',
        '22 countries',
        'wrote',
        ' a joint letter',
        '.',
        ' ',
        '\n',
        '\u00ad',
      ],
      ...[
        '22 countries signed a letter on Xinjiang. ',
        'The rival letter of 37 states praised China. ',
        'A/HRC/41/G/11',
        'something else ',
      ],
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((words) => words.join(''));

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    text.map((sign): Tree => ({ name: 'sup', shadow: false, children: [sign] })),
    fc.record({
      name: fc.constantFrom('p', 'div', 'span', 'b', 'a', 'li', 'section', 'pre', 'br', 'img', 'td', 'form', 'textarea'),
      shadow: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      children: fc.array(tie('tree'), { maxLength: 4 }),
    }),
  ),
}));

const number = fc.nat(1000);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ how: fc.constant('insert' as const), at: number, before: number, tree }),
  fc.record({ how: fc.constantFrom('remove', 'normalize', 'empty', 'unwrap', 'edit'), at: number }),
  fc.record({ how: fc.constant('move' as const), at: number, to: number, before: number }),
  fc.record({ how: fc.constant('write' as const), at: number, text }),
  fc.record({ how: fc.constant('split' as const), at: number, offset: number }),
);

const cases: fc.Arbitrary<Case> = fc.record({
  article: fc.boolean(),
  trees: fc.array(tree, { minLength: 1, maxLength: 5 }),
  batches: fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
});

const element = (name: string, ...children: Tree[]): Tree => ({ name, shadow: false, children });
const withShadow = (...children: Tree[]): Tree => ({ name: 'p', shadow: true, children });

/** What went wrong once. */
const KNOWN: Case[] = [
  // A name is emptied, and one that was split off stands behind it.
  { article: false, trees: ['Xinjiang'], batches: [[{ how: 'split', at: 0, offset: 0 }]] },
  // What told of the matter goes, and what referred to it stays.
  {
    article: true,
    trees: [element('p', ' a joint letter'), 'Xinjiang'],
    batches: [[{ how: 'write', at: 1, text: 'something else' }], [{ how: 'write', at: 1, text: ' in A/HRC/41/G/11' }]],
  },
  // A statement is named above, later.
  {
    article: true,
    trees: [element('p', ' a joint letter')],
    batches: [[{ how: 'insert', at: 0, before: 0, tree: 'A/HRC/41/G/11' }]],
  },
  // A block comes into a name.
  {
    article: false,
    trees: ['Xin', 'jiang'],
    batches: [[{ how: 'insert', at: 0, before: 1, tree: element('p', 'Xinjiang') }]],
  },
  // A name loses what stood before it, right behind a block.
  {
    article: false,
    trees: [element('p'), 'Xin', 'Xinjiang'],
    batches: [[{ how: 'remove', at: 1 }]],
  },
  // A name is moved to where nothing is read, and one is written where nothing is read.
  {
    article: false,
    trees: [element('pre'), element('p', 'Xinjiang')],
    batches: [[{ how: 'move', at: 1, to: 1, before: 0 }]],
  },
  { article: false, trees: [element('img', element('p', 'x'))], batches: [[{ how: 'write', at: 0, text: 'Xinjiang' }]] },
  // Something that is not read comes into a name.
  {
    article: false,
    trees: ['Xin', 'jiang'],
    batches: [[{ how: 'insert', at: 0, before: 1, tree: element('textarea') }]],
  },
  // All is read again because of an editor, and the first text of a paragraph has gone into it.
  {
    article: false,
    trees: ['Xinjiang', ' in Xinjiang', element('p')],
    batches: [[{ how: 'edit', at: 1 }], [{ how: 'move', at: 0, to: 1, before: 0 }]],
  },
  // What told of the matter is cut down to how it began.
  {
    article: true,
    trees: ['The rival letter of 37 states praised China. ', element('p', ' in Xinjiang')],
    batches: [[{ how: 'write', at: 1, text: ' ' }]],
  },
  // A name becomes the sign of a footnote.
  {
    article: false,
    trees: [element('p', { name: 'sup', shadow: false, children: ['Xinjiang'] })],
    batches: [[{ how: 'write', at: 0, text: '[2]' }]],
  },
  // A block goes from the top of a shadow tree.
  {
    article: false,
    trees: [withShadow(element('p', 'x'), 'Xinjiang')],
    batches: [
      [
        { how: 'unwrap', at: 2 },
        { how: 'split', at: 1, offset: 0 },
      ],
    ],
  },
];

globalThis.fuzzPage = async ({ runs, seed }) => {
  try {
    await fc.assert(fc.asyncProperty(cases, holds), { numRuns: runs, seed, examples: KNOWN.map((each) => [each]) });
    return null;
  } catch (error) {
    return error instanceof Error ? `${error.message}\n${error.cause ?? ''}` : String(error);
  }
};

async function holds({ article, trees, batches }: Case): Promise<void> {
  const top = document.createElement(article ? 'article' : 'main');
  top.append(...trees.map(build));
  document.body.replaceChildren(top);
  const settings = { ...DEFAULT_SETTINGS, markStatements: article };
  const reading = readPage(settings);
  try {
    await reading.settled();
    await compare('at first');
    for (const [index, batch] of batches.entries()) {
      for (const each of batch) apply(each, top);
      await reading.settled();
      await compare(`after batch ${index + 1}`);
    }
  } finally {
    reading.stop();
  }

  async function compare(when: string): Promise<void> {
    const found = marksNow();
    const fresh = await freshMarks(settings);
    if (JSON.stringify(found) !== JSON.stringify(fresh))
      throw new Error(`${when}: ${JSON.stringify(found)} instead of ${JSON.stringify(fresh)} in ${document.body.innerHTML}`);
  }
}

const rootOf = shadowRootsBy(undefined);

function annotator(settings: Settings, shadowRootOf: ShadowRootOf = rootOf): Annotator {
  return createAnnotator(pageFinder(), undefined, {
    settings,
    sample: '',
    shadowRootOf,
    shadowRoots: () => [],
    isAlive: () => true,
    onMarks: () => undefined,
    onLeft: () => undefined,
    loadOverlay: () => Promise.reject(new Error('no card opens here')),
    loadCatalogue: () => Promise.reject(new Error('no card opens here')),
    openOptions: () => undefined,
    openExplorer: () => undefined,
    site: '',
    topAddress: async () => '',
    changeSettings: async () => undefined,
  });
}

/** Read the page, and go on reading it as it changes. */
function readPage(settings: Settings): { settled(): Promise<void>; stop(): void } {
  let own: Annotator | undefined;
  let onSettled: () => void = () => undefined;
  const shadowRootOf: ShadowRootOf = (element) => {
    const root = rootOf(element);
    if (root) observer.observe(root);
    return root;
  };
  const reader = createPageReader({
    // An annotator that has come stays, also where what it came for has gone.
    scout: { mayConcern: () => true },
    shadowRootOf,
    isAlive: () => true,
    loadAnnotator: async () => {
      own = annotator(settings, shadowRootOf);
      return own;
    },
  });
  const observer = createPageObserver(
    async ({ scopes, editing }) => {
      own?.tidy(editing);
      await reader.read(scopes);
      onSettled();
    },
    () => 0,
    () => own !== undefined,
  );
  observer.observe(document);
  void reader.read(wholePage());
  return {
    async settled() {
      const done = new Promise<void>((resolve) => {
        onSettled = resolve;
      });
      // All changes of a task are read together: when this has been read, so have those before it.
      document.head.append(document.createElement('meta'));
      await done;
    },
    stop() {
      observer.disconnect();
      reader.stop();
    },
  };
}

/** The places that are painted: which text nodes, from where to where, in no order. */
function marksNow(): string[] {
  const places: string[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('note-')) continue;
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight)
      places.push(`${pathOf(startContainer)}:${startOffset}-${pathOf(endContainer)}:${endOffset}`);
  }
  return places.toSorted();
}

/** What an annotator paints that finds the page as it is. */
async function freshMarks(settings: Settings): Promise<string[]> {
  const before = new Map(CSS.highlights);
  CSS.highlights.clear();
  const fresh = annotator(settings);
  await fresh.read(wholePage());
  const places = marksNow();
  fresh.dispose();
  for (const [name, highlight] of before) CSS.highlights.set(name, highlight);
  return places;
}

/** Where a node stands, from the document down. */
function pathOf(node: Node): string {
  const steps: string[] = [];
  for (let at: Node = node; ; ) {
    const parent: Node | null = at.parentNode;
    if (parent) {
      steps.unshift(String([...parent.childNodes].indexOf(at as ChildNode)));
      at = parent;
    } else if (at instanceof ShadowRoot) {
      steps.unshift('#');
      at = at.host;
    } else return at === document ? steps.join('.') : 'nowhere';
  }
}

function build(tree: Tree): Node {
  if (typeof tree === 'string') return new Text(tree);
  const element = document.createElement(tree.name);
  if (tree.name === 'a') element.setAttribute('href', '#');
  const children = tree.children.map(build);
  if (tree.shadow && /^(?:div|p|section|span)$/.test(tree.name)) element.attachShadow({ mode: 'open' }).append(...children);
  else element.append(...children);
  return element;
}

function apply(change: Change, top: Element): void {
  const nodes = nodesIn(top);
  const elements = [top, ...nodes.filter((node) => node instanceof Element)];
  const texts = nodes.filter((node) => node instanceof Text);
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
  switch (change.how) {
    case 'insert':
      put(build(change.tree), pick(elements, change.at) ?? top, change.before);
      break;
    case 'move': {
      const node = pick(nodes, change.at);
      const to = pick(elements, change.to) ?? top;
      if (node && node !== to && !nodesIn(node).includes(to)) put(node, to, change.before);
      break;
    }
    case 'remove':
      (pick(nodes, change.at) as ChildNode | undefined)?.remove();
      break;
    case 'normalize':
      pick(elements, change.at)?.normalize();
      break;
    case 'empty':
      pick(elements, change.at)?.replaceChildren();
      break;
    case 'unwrap': {
      const element = pick(elements, change.at);
      if (element && element !== top) element.replaceWith(...element.childNodes);
      break;
    }
    case 'edit':
      pick(elements, change.at)?.toggleAttribute('contenteditable');
      break;
    case 'write': {
      const node = pick(texts, change.at);
      if (node) node.data = change.text;
      break;
    }
    case 'split': {
      const node = pick(texts, change.at);
      node?.splitText(change.offset % (node.length + 1));
      break;
    }
    default:
      change satisfies never;
  }
}

/** All nodes below an element, those of shadow trees among them. */
function nodesIn(node: Node): Node[] {
  const children = [...((node as Element).shadowRoot?.childNodes ?? []), ...node.childNodes];
  return children.flatMap((child) => [child, ...nodesIn(child)]);
}

function put(node: Node, parent: Element, before: number): void {
  // Whether it is a footnote's sign is told by its text; nobody puts a paragraph there.
  if (parent.localName === 'sup' && !(node instanceof Text)) return;
  parent.insertBefore(node, parent.childNodes[before % (parent.childNodes.length + 1)] ?? null);
}
