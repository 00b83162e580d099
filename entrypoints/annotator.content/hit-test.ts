/** Which mark is under the pointer. Reads layout, for one point at a time; its cost does not grow with the marks. */
import { boxOf, nameOf, parentOf } from '../content/own-properties.ts';
import { isInPage, isShown } from '../content/text-blocks.ts';
import { type Mark, type Marks, rangeOf } from './marks.ts';

/** Which marks can be pointed at. */
export type Passes = (mark: Mark) => boolean;

/**
 * The mark at a point of the viewport that passes, or undefined. The caret position alone would do for text under the
 * pointer but is clamped to the nearest text elsewhere, so it is confirmed by the mark's own rectangles.
 */
export function markAt(marks: Marks, x: number, y: number, shadowRoots: readonly ShadowRoot[], passes: Passes): Mark | undefined {
  const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots: [...shadowRoots] });
  const text = caret?.offsetNode.nodeType === Node.TEXT_NODE ? (caret.offsetNode as Text) : undefined;
  if (!text) return markBelow(marks, x, y, passes);
  const found = marks.at(text).find((mark) => passes(mark) && isPaintedAt(mark, x, y));
  // Text that is there and not marked hides what is below it.
  return found ?? (isTextAt(text, x, y) ? undefined : markBelow(marks, x, y, passes));
}

/** The rectangles of a mark, one a line; none where it is not rendered or its text has changed since. */
export function rectsOf(mark: Mark): DOMRect[] {
  try {
    return [...rangeOf(mark).getClientRects()];
  } catch {
    return [];
  }
}

/** Whether a reader can see the mark, scrolled to or not. */
export function isVisible(mark: Mark): boolean {
  if (!mark.nodes.every((node) => isInPage(node)) || !isShown(mark.nodes[0] as Text)) return false;
  return rectsOf(mark).some(({ width, height }) => width > 0 && height > 0);
}

/** Whether a line of the mark stands within the window. */
export function isInView(mark: Mark): boolean {
  return rectsOf(mark).some(({ top, bottom }) => bottom > 0 && top < innerHeight);
}

/** Elements at a point that are looked through: pages lay links over whole cards, but not many over each other. */
const MOST_LAYERS = 12;

/** The mark below what a reader looks through: an empty link laid over a card, say. */
function markBelow(marks: Marks, x: number, y: number, passes: Passes): Mark | undefined {
  for (const element of document.elementsFromPoint(x, y).slice(0, MOST_LAYERS)) {
    const found = marks.inside(element).find((mark) => passes(mark) && isPaintedAt(mark, x, y));
    if (found) return found;
    if (!isSeenThrough(element)) return undefined;
  }
  return undefined;
}

/** Elements that paint something of their own. */
const PAINTING = new Set('AUDIO BUTTON CANVAS EMBED IFRAME IMG INPUT OBJECT SELECT SVG TEXTAREA VIDEO'.split(' '));

function isSeenThrough(element: Element): boolean {
  if (PAINTING.has(nameOf(element))) return false;
  return [undefined, '::before', '::after'].every((part) => {
    const { backgroundColor, backgroundImage, content } = getComputedStyle(element, part);
    if (part !== undefined && content === 'none') return true;
    return backgroundImage === 'none' && /^transparent$|[,/] ?0\)$/.test(backgroundColor);
  });
}

function isPaintedAt(mark: Mark, x: number, y: number): boolean {
  return rectsOf(mark).some((line) => contains(line, x, y)) && !isCutOff(mark.nodes[0] as Text, x, y);
}

function isTextAt(text: Text, x: number, y: number): boolean {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()].some((line) => contains(line, x, y));
}

/** Whether a box around a text ends before the point: what flows out of it is laid out but not seen. */
function isCutOff(text: Text, x: number, y: number): boolean {
  for (let at: Node | null = parentOf(text); at instanceof Element; at = parentOf(at)) {
    const { overflowX, overflowY, display } = getComputedStyle(at);
    if (display === 'inline' || display === 'contents' || (overflowX === 'visible' && overflowY === 'visible')) continue;
    // The window is the box of the root element and of the body.
    if (at === document.documentElement || at === document.body) continue;
    if (!contains(boxOf(at), x, y)) return true;
  }
  return false;
}

function contains({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
