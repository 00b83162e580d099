/**
 * The first look at text of the page: may any of it concern the matter? Reads it in pieces as big as native code hands them out, a
 * few hundred elements each, and goes through the blocks of a piece only where the scout sees something in it: that costs little
 * more than going over the text nodes at all. Reads the DOM, changes nothing.
 */
import type { Scout } from '../../data/detection/scout.ts';
import { isBlock, type Scope, type ShadowRootOf, type Stretch, textBlocks } from './text-blocks.ts';

/** Elements of a piece. It goes on to the next block, but not for ever: some pages have none. */
const PIECE = 500;
const MOST_PIECES = 4;
/** Characters looked at in one step; pages have texts of twenty million. */
const STEP = 50_000;
/** Characters that two steps share, so that no name falls between them. */
const SHARED = 100;
/** Hold text that is none of the page's, and often more than all the rest. */
const CODE = 'script, style';

/**
 * The first text in the scopes that may concern the matter, step by step. `shadowRootOf` is asked of every element; `size` is the
 * number of elements of a piece.
 */
export function* firstLook(
  scopes: readonly Scope[],
  scout: Scout,
  shadowRootOf: ShadowRootOf,
  size = PIECE,
): Generator<void, string | undefined> {
  /** Grows by the shadow trees that are met. */
  const all = [...scopes];
  const meet = (element: Element) => {
    const root = shadowRootOf(element);
    if (root) all.push([...root.childNodes]);
  };
  for (const scope of all) {
    for (const piece of piecesOf(scope, meet, size)) {
      yield;
      const { text } = piece;
      for (let at = 0; at < text.length; at += STEP) {
        const step = text.length <= STEP ? text : text.slice(Math.max(0, at - SHARED), at + STEP);
        if (scout.mayConcern(step)) {
          const found = text.length > STEP ? step : blockThatConcerns(piece, scout);
          if (found !== undefined) return found;
        }
        yield;
      }
    }
  }
  return undefined;
}

/** What the scout saw in a piece may be of several blocks together, or of text that is never read. */
function blockThatConcerns({ where }: Piece, scout: Scout): string | undefined {
  for (const { text } of textBlocks(where, () => null)) if (scout.mayConcern(text)) return text;
  return undefined;
}

interface Piece {
  /** Of all that is in it, also what is never read, but for code. */
  readonly text: string;
  readonly where: Scope | Stretch;
}

/** A live range slows every change of the page down, so there is one, and it rests at the start of the document. */
let range: Range | undefined;

/** The scope in pieces that follow each other and end between blocks; `meet` is called with every element. */
function* piecesOf(scope: Scope, meet: (element: Element) => void, size: number): Generator<Piece> {
  const elements = scope.filter((node) => node.nodeType === Node.ELEMENT_NODE) as Element[];
  const lists = elements.map((element) => element.getElementsByTagName('*'));
  if (lists.reduce((count, list) => count + 1 + list.length, 0) > size) {
    yield* bigPiecesOf(scope, meet, size);
    return;
  }
  for (const element of elements) meet(element);
  for (const list of lists) for (let index = 0, element = list[0]; element; element = list[++index]) meet(element);
  let text = '';
  for (const node of scope) if (node.nodeType !== Node.COMMENT_NODE) text += node.textContent ?? '';
  yield { text, where: scope };
}

function* bigPiecesOf(scope: Scope, meet: (element: Element) => void, size: number): Generator<Piece> {
  const [first] = scope;
  const last = scope.at(-1);
  const within = first?.parentNode;
  if (!first || !last || !within) return;
  range ??= document.createRange();
  const own = range;
  own.setStartBefore(first);
  let from: Node = first;
  let count = 0;
  let text = '';
  for (const top of scope) {
    // Looked at while the page has its turn between pieces, so it may have gone.
    if (top.nodeType !== Node.ELEMENT_NODE || !top.parentNode) continue;
    const list = (top as Element).getElementsByTagName('*');
    const code = (top as Element).querySelectorAll(CODE);
    let nextCode = 0;
    meet(top as Element);
    for (let index = 0, element = list[0]; element; element = list[++index]) {
      meet(element);
      count++;
      if (element === code[nextCode]) {
        nextCode++;
        own.setEndBefore(element);
        text += own.toString();
        own.setStartAfter(element);
      } else if (count >= size && (isBlock(element) || count >= MOST_PIECES * size)) {
        own.setEndBefore(element);
        yield { text: text + own.toString(), where: { from, until: element, within } };
        own.setStartBefore(element);
        [from, count, text] = [element, 0, ''];
      }
    }
  }
  if (last.parentNode === within) own.setEndAfter(last);
  yield { text: text + own.toString(), where: { from, until: last.nextSibling, within } };
  own.setStart(document, 0);
  own.collapse(true);
}
