/**
 * The first look at text of the page: may any of it concern the matter? Reads it in pieces as big as native code hands them out,
 * without a look at single nodes, and goes through the blocks of a piece only where the scout sees something in it: that costs
 * little more than going over the text nodes at all. Reads the DOM, changes nothing. Shadow trees are not looked into: to find
 * them asks for a look at every element, which can wait (shadow-roots.ts).
 */
import type { Scout } from '../../data/detection/scout.ts';
import { elementsOf, holds, nextOf, parentOf, selectedIn, textOf, typeOf } from './own-properties.ts';
import { isBlock, type Scope, type Stretch, textBlocks } from './text-blocks.ts';

/** Elements of a piece. It goes on to the next block, but not for ever: some pages have none. */
const PIECE = 2000;
const MOST_PIECES = 4;
/** Elements up to which it is not worth to leave code out. */
const FEW = 50;
/** Characters looked at in one step; pages have texts of twenty million. */
const STEP = 50_000;
/** Characters that two steps share, so that no name falls between them. */
const SHARED = 100;
/** Holds text that is none of the page's, and often more than all the rest. */
const CODE = 'script, style';

/** The first text in the scopes that may concern the matter, step by step. `size` is the number of elements of a piece. */
export function* firstLook(scopes: readonly Scope[], scout: Scout, size = PIECE): Generator<void, string | undefined> {
  for (const scope of scopes) {
    for (const { text, where } of piecesOf(scope, size)) {
      if ((yield* whatConcerns(text, scout)) === undefined) continue;
      // What was seen may be of several blocks together, or of text that is never read.
      for (const block of textBlocks(where, () => null)) {
        const found = yield* whatConcerns(block.text, scout);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

/** The text, or a part of it where it is very long, in which the scout sees something. */
function* whatConcerns(text: string, scout: Scout): Generator<void, string | undefined> {
  for (let at = 0; at < text.length; at += STEP) {
    const part = text.length <= STEP ? text : text.slice(Math.max(0, at - SHARED), at + STEP);
    if (scout.mayConcern(part)) return part;
    yield;
  }
  return undefined;
}

interface Piece {
  /** Of all that is in it, also what is never read, but for code. */
  readonly text: string;
  readonly where: Scope | Stretch;
}

/** The scope in pieces that follow each other and end between blocks. */
function* piecesOf(scope: Scope, size: number): Generator<Piece> {
  if (scope.every((top) => !elementsIn(top)?.[FEW])) {
    const texts = scope.map((top) => (typeOf(top) === Node.COMMENT_NODE ? '' : (textOf(top) ?? '')));
    yield { text: texts.join(''), where: scope };
    return;
  }
  for (const top of scope) {
    const elements = elementsIn(top);
    if (elements) yield* piecesWithin(top as Element, elements, size);
    else if (typeOf(top) === Node.TEXT_NODE) yield { text: (top as Text).data, where: [top] };
  }
}

function elementsIn(node: Node): HTMLCollectionOf<Element> | undefined {
  return typeOf(node) === Node.ELEMENT_NODE ? elementsOf(node as Element) : undefined;
}

/** A live range slows every change of the page down, so there is one, and it rests at the start of the document. */
let range: Range | undefined;

function* piecesWithin(top: Element, elements: HTMLCollectionOf<Element>, size: number): Generator<Piece> {
  if (!parentOf(top)) return;
  range ??= document.createRange();
  const own = range;
  const code = selectedIn(top, CODE);
  let nextCode = 0;
  let from: Node = top;
  own.setStart(top, 0);
  try {
    for (let at = size; ; at += size) {
      at = placeOfBlock(elements, at, MOST_PIECES * size);
      const end = elements[at];
      let text = '';
      for (let each = code[nextCode]; each && (!end || isBefore(each, end)); each = code[++nextCode]) {
        // The page has its turn between pieces, and may have taken it away.
        if (!holds(top, each)) continue;
        own.setEndBefore(each);
        text += own.toString();
        own.setStartAfter(each);
      }
      if (end) own.setEndBefore(end);
      else own.setEndAfter(top);
      text += own.toString();
      if (end) own.setStartBefore(end);
      yield { text, where: { from, until: end ?? nextOf(top), within: parentOf(top) ?? top } };
      if (!end) break;
      from = end;
    }
  } finally {
    // Also where what is looked for was found, and nobody asks for the rest.
    own.setStart(document, 0);
    own.collapse(true);
  }
}

/** The place of the first block in a list from `start` on, or `most` further on where there is none. */
function placeOfBlock(elements: HTMLCollectionOf<Element>, start: number, most: number): number {
  let at = start;
  for (let each = elements[at]; each && !isBlock(each) && at < start + most; each = elements[++at]);
  return at;
}

function isBefore(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
