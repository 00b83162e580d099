/** Finds hover cards of the page's own, so that ours does not lie over them. */
import { boxOf, closestOf, holds, outerOf } from '../content/own-properties.ts';
import type { View } from './placement.ts';

/** Points looked at across and down a card. */
const ACROSS = 4;
const DOWN = 6;
/** Milliseconds between two looks while the page changes. */
const AGAIN = 100;
/** A positioned element that takes a greater share of the window is a part of the page's layout. */
const MOST_SHARE = 0.5;

/**
 * The rectangles of boxes laid over the page inside `area`: positioned, not around the mark, and no larger than a card is.
 * Only where the mark is part of a link: that is what pages give hover cards to.
 */
export function siteCardsIn(area: DOMRect, mark: Node, host: Element, view: View): DOMRect[] {
  if (!linkAround(mark)) return [];
  const found = new Map<Element, DOMRect>();
  for (let row = 0; row < DOWN; row++) {
    for (let column = 0; column < ACROSS; column++) {
      const x = area.left + (area.width * (column + 0.5)) / ACROSS;
      const y = area.top + (area.height * (row + 0.5)) / DOWN;
      const top = document.elementsFromPoint(x, y).find((element) => element !== host);
      const box = top && boxAbove(top, mark);
      if (!box || found.has(box)) continue;
      const rect = boxOf(box);
      if (rect.width * rect.height < view.width * view.height * MOST_SHARE) found.set(box, rect);
    }
  }
  return [...found.values()];
}

/** The link a mark is part of. */
export function linkAround(mark: Node): Element | null {
  const element = mark instanceof Element ? mark : mark.parentElement;
  return element && closestOf(element, 'a[href]');
}

/** A page gives hover cards to links, often after ours has come: calls `onChange` while one may have. */
export function watchForSiteCards(mark: Node, onChange: () => void): () => void {
  if (!linkAround(mark)) return () => undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    again ??= setTimeout(() => {
      again = undefined;
      onChange();
    }, AGAIN);
  });
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['class', 'style', 'hidden', 'open'] });
  return () => {
    observer.disconnect();
    clearTimeout(again);
  };
}

/** The outermost positioned box that an element is in and the mark is not. */
function boxAbove(element: Element, mark: Node): Element | undefined {
  let box: Element | undefined;
  for (let at: Node | null = element; at && !holds(at, mark); at = outerOf(at)) {
    if (at instanceof Element && /^(absolute|fixed)$/.test(getComputedStyle(at).position)) box = at;
  }
  return box;
}
