/** Which mark is under the pointer. Reads layout, for one point at a time; its cost does not grow with the marks. */
import { isInPage, isShown } from '../content/text-blocks.ts';
import { type Mark, type Marks, rangeOf } from './marks.ts';

/**
 * The mark painted at a point of the viewport, or undefined. The caret position alone would do for text under the
 * pointer but is clamped to the nearest text elsewhere, so it is confirmed by the mark's own rectangles.
 */
export function markAt(marks: Marks, x: number, y: number, shadowRoots: readonly ShadowRoot[]): Mark | undefined {
  const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots: [...shadowRoots] });
  if (caret?.offsetNode.nodeType !== Node.TEXT_NODE) return undefined;
  return marks.at(caret.offsetNode as Text).find((mark) => covers(mark, x, y));
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

function covers(mark: Mark, x: number, y: number): boolean {
  return rectsOf(mark).some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
}
