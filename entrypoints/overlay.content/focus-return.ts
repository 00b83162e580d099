/** Where the focus goes when what we showed has gone, so that a reader goes on where they were. */
import { linkAround } from './site-cards.ts';

/** To what had it before; where that was nothing, to the place in the text. */
export function returnFocus(before: Element | null, place: Range | undefined): void {
  if (before === document.body) goOnFrom(place);
  else if ((before instanceof HTMLElement || before instanceof SVGElement) && before.isConnected)
    before.focus({ preventScroll: true });
}

/**
 * Leave the focus at the mention, on the link it is part of, or else with the caret, from which Firefox, and Chromium with caret
 * browsing, goes on at the next Tab. A selection of the reader's own stays.
 */
export function goOnFrom(place: Range | undefined): void {
  if (!place) return;
  const link = linkAround(place.startContainer);
  const selection = document.getSelection();
  if (link instanceof HTMLElement || link instanceof SVGElement) link.focus({ preventScroll: true });
  else if (selection?.isCollapsed !== false) selection?.collapse(place.startContainer, place.startOffset);
}
