/**
 * Reads the page's text as a reader sees it: one string for each run of inline content, with a map from its offsets
 * to text nodes. Knows what is never read (code, forms, editors) and where text breaks; reads the DOM, changes nothing.
 */

/** A run of text without a block boundary in it. */
export interface TextBlock {
  readonly text: string;
  /** The text nodes in order; each starts at its offset in `text`. */
  readonly pieces: readonly TextPiece[];
}

interface TextPiece {
  readonly node: Text;
  readonly start: number;
}

/** Consecutive siblings to read: a whole element, or the inline run around a changed node. */
export type Scope = readonly Node[];

/** Never read, with all they contain. `rt` and `rp` stand above ruby text and would cut words in two. */
const UNREAD = new Set(
  'AUDIO CANVAS CODE DATALIST EMBED HEAD IFRAME INPUT KBD MATH METER NOEMBED NOFRAMES NOSCRIPT OBJECT OPTION PRE PROGRESS RP RT SAMP SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO'.split(
    ' ',
  ),
);

/** Of these, the ones that take no place in a line: text goes on across them. */
const UNSEEN = new Set('HEAD NOSCRIPT RP RT SCRIPT STYLE TEMPLATE TITLE'.split(' '));

/** Elements that browsers lay out as blocks, or that part text as blocks do. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM FRAMESET H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MARQUEE MENU NAV OL OPTGROUP P SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

/** Of the source, not of the page: a reader sees a space. Replaced one for one, so that offsets stay. */
const LINE_BREAKS = /[\n\r\t\f]/g;
const LINE_BREAK = /[\n\r\t\f]/;

/** Stands in a block's text for an image or anything else unread: no name goes across one. */
const OBJECT_REPLACEMENT = '\uFFFC';

/**
 * The text blocks of `scope` in document order, open shadow trees included. Blank blocks are left out.
 * `onShadowRoot` is told of each shadow root met, so that it can be observed.
 */
export function* textBlocks(scope: Scope, onShadowRoot?: (root: ShadowRoot) => void): Generator<TextBlock> {
  let text = '';
  let pieces: TextPiece[] = [];

  function flush(): TextBlock | undefined {
    const block = pieces.length > 0 && /\S/.test(text) ? { text, pieces } : undefined;
    text = '';
    pieces = [];
    return block;
  }

  for (const top of scope) {
    let node: Node | null = top;
    while (node) {
      let descend = false;
      if (node.nodeType === Node.TEXT_NODE) {
        const { data } = node as Text;
        if (data) {
          pieces.push({ node: node as Text, start: text.length });
          text += LINE_BREAK.test(data) ? data.replace(LINE_BREAKS, ' ') : data;
        }
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        const element = node as Element;
        const name = element.nodeName.toUpperCase();
        if (BLOCKS.has(name)) {
          const block = flush();
          if (block) yield block;
        }
        // Menus and tag lists often have no space between their links; a name does not go on from one into the next.
        if (name === 'A' && node.previousSibling?.nodeName.toUpperCase() === 'A') text += '\n';
        const unseen = UNSEEN.has(name) || isNoteMark(element, name);
        if (name === 'BR') text += '\n';
        else if (name !== 'IMG' && !unseen && isRead(element, name)) descend = true;
        else if (!unseen) text += OBJECT_REPLACEMENT;
        if (descend && element.shadowRoot) {
          // The shadow tree and the children it may slot are read one after the other, as texts of their own.
          const outer = flush();
          if (outer) yield outer;
          onShadowRoot?.(element.shadowRoot);
          yield* textBlocks([...element.shadowRoot.childNodes], onShadowRoot);
        }
      }
      const inner: Node | null = descend ? node.firstChild : null;
      if (inner) {
        node = inner;
        continue;
      }
      // Next in document order, flushing at the end of each block that is left.
      while (node && node !== top && !node.nextSibling) {
        node = node.parentNode;
        if (node && isBlock(node)) {
          const block = flush();
          if (block) yield block;
        }
      }
      if (node === top) {
        if (isBlock(top)) {
          const block = flush();
          if (block) yield block;
        }
        break;
      }
      if (node && isBlock(node)) {
        const block = flush();
        if (block) yield block;
      }
      node = node?.nextSibling ?? null;
    }
  }
  const last = flush();
  if (last) yield last;
}

/**
 * The smallest scope to read again when `node` changed: itself if it is a block, else the inline run it belongs to,
 * so that a name reaching across it is found. Undefined where text is never read.
 */
export function scopeAround(node: Node): Scope | undefined {
  if (!isReadText(node)) return undefined;
  if (isBlock(node) || node.nodeType === Node.DOCUMENT_NODE) return [node];
  let top = node;
  while (top.parentNode && top.parentNode.nodeType === Node.ELEMENT_NODE && !isBlock(top.parentNode)) top = top.parentNode;
  let first = top;
  while (first.previousSibling && !isBlock(first.previousSibling)) first = first.previousSibling;
  const scope: Node[] = [];
  for (let next: Node | null = first; next && !isBlock(next); next = next.nextSibling) scope.push(next);
  return scope;
}

/** The number or sign of a footnote: read aloud by nobody, it would change the word or the number it stands behind. */
function isNoteMark(element: Element, name: string): boolean {
  return name === 'SUP' && /^\s*(?:[\d\s,*†‡§]{1,8}|\([\d*]{1,3}\)|(?:\[[^\]]{1,12}\]\s*)+)$/.test(element.textContent ?? '');
}

/** Whether `node` is in the document and no ancestor, through shadow hosts, keeps it from being read. */
export function isReadText(node: Node): boolean {
  if (!node.isConnected) return false;
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at.nodeType === Node.ELEMENT_NODE && !isRead(at as Element, at.nodeName.toUpperCase())) return false;
  }
  return true;
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
 * Whether `nodes`, neighbours in a block's text, are apart on screen: a stylesheet may lay an inline element out as a
 * block, and then no name goes across. Reads computed style; call it for mentions that touch several nodes only.
 */
export function areApart(nodes: readonly Text[]): boolean {
  return nodes.some((node, index) => {
    const next = nodes[index + 1];
    if (!next) return false;
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

function isBlock(node: Node): boolean {
  return node.nodeType === Node.ELEMENT_NODE && BLOCKS.has(node.nodeName.toUpperCase());
}

function isRead(element: Element, name: string): boolean {
  if (UNREAD.has(name)) return false;
  const editable = element.getAttribute('contenteditable');
  return editable === null || editable.toLowerCase() === 'false';
}

function commonAncestor(a: Node, b: Node): Node | null {
  let at = a.parentNode;
  while (at && !at.contains(b)) at = at.parentNode;
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
