/**
 * Reads the page's text as a reader sees it: one string for each run of inline content, with a map from its offsets
 * to text nodes. Knows what is never read (code, forms, editors) and where text breaks; reads the DOM, changes nothing.
 * Walks without recursion: pages nest a hundred thousand elements.
 */
import {
  attributeOf,
  firstChildOf,
  holds,
  hostOf,
  isRendered,
  nameOf,
  nextOf,
  outerOf,
  parentOf,
  previousOf,
  typeOf,
} from './own-properties.ts';

/** A run of text without a block boundary in it. */
export interface TextBlock {
  readonly text: string;
  /** The text nodes in order; each starts at its offset in `text`. */
  readonly pieces: readonly TextPiece[];
}

interface TextPiece {
  readonly node: Text;
  /** Below 0 where the block is a part of a longer text that begins within this node. */
  readonly start: number;
}

/** Consecutive siblings to read: a whole element, or the inline run around a changed node. */
export type Scope = readonly Node[];

/** Nodes in document order from one up to another, which is left out, as far as both are within a third. */
export interface Stretch {
  readonly from: Node;
  readonly until: Node | null;
  readonly within: Node;
}

/** All of the page; what stands beside the root element is no text. */
export function wholePage(): Scope[] {
  return document.documentElement ? [[document.documentElement]] : [];
}

/** The shadow tree of an element, where it has one that may be read. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

const openShadowRootOf: ShadowRootOf = (element) => element.shadowRoot;

/** Never read, with all they contain. `rt` and `rp` stand above ruby text and would cut words in two. */
const UNREAD = new Set(
  'AUDIO BR CANVAS CODE DATALIST DEFS DESC EMBED HEAD IFRAME IMG INPUT KBD MATH METADATA METER NOEMBED NOFRAMES NOSCRIPT OBJECT OPTION PRE PROGRESS RP RT SAMP SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO'.split(
    ' ',
  ),
);

/** Of these, the ones that take no place in a line: text goes on across them. */
const UNSEEN = new Set('HEAD NOSCRIPT RP RT SCRIPT STYLE TEMPLATE TITLE'.split(' '));

/** Elements that browsers lay out as blocks, or that part text as blocks do; `text` is SVG's. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM FRAMESET H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MARQUEE MENU NAV OL OPTGROUP P SEARCH SECTION SUMMARY TABLE TBODY TD TEXT TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

/** Where a whole document is one of these, it is what a reader came for. */
const READ_IN: Readonly<Record<string, string>> = { PRE: 'text/plain', SVG: 'image/svg+xml' };

/** Of the source, not of the page: a reader sees a space. Replaced one for one, so that offsets stay. */
const LINE_BREAKS = /[\n\r\t\f]/g;
const LINE_BREAK = /[\n\r\t\f]/;

/** Stands in a block's text for an image or anything else unread: no name goes across one. */
const OBJECT_REPLACEMENT = '\uFFFC';

/** A walk through a scope, block by block. */
export interface TextWalk {
  /** The next block in document order; undefined at the end. Blank blocks are left out. */
  next(): TextBlock | undefined;
  /** Call before the page gets its turn: where the walk stands is then found again, whatever the page takes away meanwhile. */
  hold(): void;
}

/** A tree being walked: the node that comes next, where to stop, and what is not left. */
interface Course {
  node: Node | null;
  until: Node | null;
  readonly within: Node;
  /** Where to go on, nearest first, should the page have taken `node` away. Kept while the page has its turn. */
  held: Node[];
}

/**
 * Walk through text in document order, shadow trees included. `shadowRootOf` gives the shadow tree of an element as far as it may
 * be read.
 */
export function walkText(where: Scope | Stretch, shadowRootOf: ShadowRootOf = openShadowRootOf): TextWalk {
  const stretch = 'within' in where ? where : stretchOf(where);
  let text = '';
  let pieces: TextPiece[] = [];
  const ready: TextBlock[] = [];
  let isHeld = false;
  /** The tree being read, last, and those around it. */
  const courses: Course[] = stretch ? [{ node: stretch.from, until: stretch.until, within: stretch.within, held: [] }] : [];

  function flush(): void {
    if (pieces.length > 0 && /\S/.test(text)) ready.push({ text, pieces });
    text = '';
    pieces = [];
  }

  /** What comes after a node and all in it. A block that is left ends the text in it. */
  function following(node: Node, within: Node): Node | null {
    for (let at: Node = node; ; ) {
      if (isBlock(at)) flush();
      if (at === within) return null;
      const next = nextOf(at);
      if (next) return next;
      const parent = parentOf(at);
      if (!parent || parent === within) return null;
      at = parent;
    }
  }

  function step(course: Course): void {
    const { node, until, within } = course;
    if (!node || node === until) {
      flush();
      courses.pop();
      return;
    }
    let inner: Node | null = null;
    let shadow: ShadowRoot | null = null;
    if (typeOf(node) === Node.TEXT_NODE) {
      const { data } = node as Text;
      if (data) {
        pieces.push({ node: node as Text, start: text.length });
        text += asRead(data);
      }
    } else if (typeOf(node) === Node.ELEMENT_NODE) {
      const element = node as Element;
      const name = nameOf(element);
      if (BLOCKS.has(name)) flush();
      // Menus and tag lists often have no space between their links; a name does not go on from one into the next.
      if (name === 'A' && isLink(previousOf(node))) text += '\n';
      const unseen = UNSEEN.has(name) || isNoteMark(element, name);
      if (name === 'BR') text += '\n';
      else if (!unseen && isRead(element, name)) {
        inner = firstChildOf(node);
        shadow = shadowRootOf(element);
      } else if (!unseen) text += OBJECT_REPLACEMENT;
    }
    // The shadow tree and the children it may slot are read one after the other, as texts of their own.
    if (shadow) flush();
    course.node = inner ?? following(node, within);
    if (shadow) courses.push({ node: firstChildOf(shadow), until: null, within: shadow, held: [] });
  }

  function resume(): void {
    isHeld = false;
    for (const course of courses) {
      course.node = course.held.find((node) => holds(course.within, node)) ?? null;
      course.held = [];
    }
  }

  return {
    next() {
      if (isHeld) resume();
      for (let course = courses.at(-1); course && ready.length === 0; course = courses.at(-1)) step(course);
      return ready.shift();
    },
    hold() {
      isHeld = true;
      for (const course of courses) {
        course.held = [];
        if (course.node) course.held.push(course.node);
        for (let at = course.node; at && at !== course.within && course.held.length < MOST_HELD; at = parentOf(at)) {
          const next = nextOf(at);
          if (next) course.held.push(next);
        }
      }
    },
  };
}

/** A page takes away no more levels at a time than this; it may have a hundred thousand. */
const MOST_HELD = 500;

function stretchOf(scope: Scope): Stretch | undefined {
  const [from] = scope;
  const last = scope.at(-1);
  if (!from || !last) return undefined;
  const within = parentOf(from);
  return within ? { from, until: nextOf(last), within } : { from, until: null, within: from };
}

/** The text blocks of some text, read in one go. */
export function* textBlocks(where: Scope | Stretch, shadowRootOf?: ShadowRootOf): Generator<TextBlock> {
  const walk = walkText(where, shadowRootOf);
  for (let block = walk.next(); block; block = walk.next()) yield block;
}

/**
 * The smallest scope to read again when `node` changed: itself if it is a block, else the inline run it belongs to,
 * so that a name reaching across it is found. Undefined where text is never read.
 */
export function scopeAround(node: Node): Scope | undefined {
  // A document that is written anew.
  if (typeOf(node) === Node.DOCUMENT_NODE) return [...node.childNodes];
  // One that is not read itself parts what stands around it, unless text goes on across it.
  if (isElement(node) && UNSEEN.has(nameOf(node))) return undefined;
  if (!isInPage(node)) return undefined;
  const outer = outerOf(node);
  if (outer && typeOf(outer) !== Node.DOCUMENT_NODE && !isReadText(outer)) return undefined;
  if (isBlock(node)) return isReadText(node) ? [node] : undefined;
  let top = node;
  for (let at = parentOf(top); at && typeOf(at) === Node.ELEMENT_NODE && !isBlock(at); at = parentOf(at)) top = at;
  let first = top;
  for (let at = previousOf(first); at && !isBlock(at); at = previousOf(at)) first = at;
  const scope: Node[] = [];
  for (let next: Node | null = first; next && !isBlock(next); next = nextOf(next)) scope.push(next);
  return scope;
}

/** The number or sign of a footnote: read aloud by nobody, it would change the word or the number it stands behind. */
function isNoteMark(element: Element, name: string): boolean {
  return name === 'SUP' && /^\s*(?:[\d\s,*†‡§]{1,8}|\([\d*]{1,3}\)|(?:\[[^\]]{1,12}\]\s*)+)$/.test(element.textContent ?? '');
}

/** Whether `node` is in this document: it may have gone, or gone over to another. */
export function isInPage(node: Node): boolean {
  return node.isConnected && node.ownerDocument === document;
}

/** Whether `node` is in the document and no ancestor, through shadow hosts, keeps it from being read. */
export function isReadText(node: Node): boolean {
  if (!isInPage(node)) return false;
  for (let at: Node | null = node; at; at = outerOf(at)) {
    if (typeOf(at) === Node.ELEMENT_NODE && !isRead(at as Element, nameOf(at))) return false;
  }
  return true;
}

/** Whether a block's text still stands in the document as it was read. */
export function isAsRead({ pieces, text }: TextBlock): boolean {
  return pieces.every(({ node, start }, index) => {
    if (!isInPage(node)) return false;
    const data = asRead(node.data);
    const own = start < 0 ? data.slice(-start, text.length - start) : data.slice(0, text.length - start);
    const from = Math.max(0, start);
    const rest = text.slice(from + own.length, pieces[index + 1]?.start);
    return own.length > 0 && text.startsWith(own, from) && ONLY_BREAKS.test(rest);
  });
}

/** What stands in a block's text and in none of its nodes. */
const ONLY_BREAKS = /^[\n\uFFFC]*$/;

function asRead(data: string): string {
  return LINE_BREAK.test(data) ? data.replace(LINE_BREAKS, ' ') : data;
}

/** The text nodes and inner offsets that `start` and `end` of a block's text fall on; the two may be one node. */
export function nodesAt(block: TextBlock, start: number, end: number): StaticRangeInit {
  const first = pieceAt(block.pieces, start);
  const last = pieceAt(block.pieces, end - 1);
  return {
    startContainer: first.node,
    startOffset: start - first.start,
    endContainer: last.node,
    endOffset: end - last.start,
  };
}

/** The text nodes of a block that `start` to `end` touches. */
export function piecesBetween(block: TextBlock, start: number, end: number): Text[] {
  const from = block.pieces.indexOf(pieceAt(block.pieces, start));
  const to = block.pieces.indexOf(pieceAt(block.pieces, end - 1));
  return block.pieces.slice(from, to + 1).map(({ node }) => node);
}

/**
 * Levels of a tree up to which it is asked how it is laid out; those that browsers make of a file are 512. A tree a hundred thousand
 * deep that was asked for its style while not laid out brings Chromium down as soon as a style sheet comes.
 */
const DEEPEST = 1000;

function isVeryDeep(node: Node): boolean {
  let levels = 0;
  for (let at: Node | null = node; at; at = outerOf(at)) if (++levels > DEEPEST) return true;
  return false;
}

/** Whether a text is laid out and not hidden, in view or not. Elements without a box of their own do not hide what is in them. */
export function isShown(node: Text): boolean {
  let at: Node | null = node.assignedSlot ?? parentOf(node);
  while (at) {
    const element: Element = hostOf(at) ?? (at as Element);
    if (typeOf(element) !== Node.ELEMENT_NODE) return false;
    if (isRendered(element)) return true;
    if (isVeryDeep(element) || getComputedStyle(element).display !== 'contents') return false;
    at = element.assignedSlot ?? parentOf(element);
  }
  return false;
}

/** Characters of a block that is read in one go; nearly all are shorter. */
const LONGEST = 10_000;

/** A very long block in parts, each of which is read by itself, cut at the end of a sentence or a word. */
export function partsOf(block: TextBlock): readonly TextBlock[] {
  const { text, pieces } = block;
  if (text.length <= LONGEST) return [block];
  const parts: TextBlock[] = [];
  for (let start = 0; start < text.length; ) {
    const most = text.slice(start, start + LONGEST);
    const isLast = start + LONGEST >= text.length;
    const cut = isLast ? most.length : (LAST_SENTENCE.exec(most)?.[0] ?? LAST_WORD.exec(most)?.[0] ?? most).length;
    const end = start + cut;
    const inside = piecesBetween(block, start, end);
    const first = pieces.indexOf(pieceAt(pieces, start));
    const own = inside.map((node, index) => ({ node, start: (pieces[first + index] as TextPiece).start - start }));
    parts.push({ text: text.slice(start, end), pieces: own });
    start = end;
  }
  return parts;
}

/** The text up to the last end of a sentence, or of a word, not too near to its start. */
const LAST_SENTENCE = /^[\s\S]{5000,}[.!?。！？](?=\s|[。！？])\s*/;
const LAST_WORD = /^[\s\S]{5000,}\s/;

/**
 * A block without what is hidden in it, and after it each hidden part as a text of its own, which may be shown later. A block that
 * is hidden as a whole stays one. Reads computed style; call it for blocks that may hold a mention only.
 */
export function apartByVisibility(block: TextBlock): readonly TextBlock[] {
  const { pieces, text } = block;
  if (pieces.length === 1) return [block];
  const isSeen = pieces.map(({ node }) => isShown(node));
  if (isSeen.every((seen) => seen === isSeen[0])) return [block];
  const shown: TextPiece[] = [];
  let shownText = '';
  const hidden: TextBlock[] = [];
  for (const [index, { node, start }] of pieces.entries()) {
    const own = text.slice(start, pieces[index + 1]?.start);
    if (isSeen[index]) {
      shown.push({ node, start: shownText.length });
      shownText += own;
    } else hidden.push({ text: own, pieces: [{ node, start: 0 }] });
  }
  return [{ text: shownText, pieces: shown }, ...hidden];
}

/**
 * Whether `nodes`, neighbours in a block's text, are apart on screen: a stylesheet may lay an inline element out as a
 * block, and then no name goes across. Reads computed style; call it for mentions that touch several nodes only.
 */
export function areApart(nodes: readonly Text[]): boolean {
  return nodes.some((node, index) => {
    const next = nodes[index + 1];
    if (!next || isVeryDeep(node)) return false;
    const common = commonAncestor(node, next);
    return isLaidOutAsBlock(node, common) || isLaidOutAsBlock(next, common);
  });
}

/** The last piece that starts at or before `offset`: binary search. */
function pieceAt(pieces: readonly TextPiece[], offset: number): TextPiece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as TextPiece).start <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low] as TextPiece;
}

/** Whether text ends where this starts or ends, going by its name. */
export function isBlock(node: Node): boolean {
  return isElement(node) && BLOCKS.has(nameOf(node));
}

function isElement(node: Node): node is Element {
  return typeOf(node) === Node.ELEMENT_NODE;
}

function isRead(element: Element, name: string): boolean {
  if (UNREAD.has(name) && READ_IN[name] !== element.ownerDocument.contentType) return false;
  const editable = attributeOf(element, 'contenteditable');
  return editable === null || editable.toLowerCase() === 'false';
}

function isLink(node: Node | null): boolean {
  return node !== null && nameOf(node) === 'A';
}

function commonAncestor(a: Node, b: Node): Node | null {
  let at = parentOf(a);
  while (at && !holds(at, b)) at = parentOf(at);
  return at;
}

function isLaidOutAsBlock(node: Node, common: Node | null): boolean {
  for (let at = node.parentElement; at && at !== common; at = at.parentElement) {
    const { display, position, float } = getComputedStyle(at);
    if (!/^(inline|contents|ruby)/.test(display) || position === 'absolute' || position === 'fixed' || float !== 'none')
      return true;
  }
  return false;
}
