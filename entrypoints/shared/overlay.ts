/**
 * What the overlay, injected into a frame on its first hover, offers to the content script. Both run in the frame's
 * isolated world and meet at one global there, which page scripts cannot see.
 */
import type { PopoverTarget } from '../../data/popover-context.ts';
import type { Settings } from '../../data/settings.ts';

export interface CardRequest {
  /** What the card is about. */
  readonly target: PopoverTarget;
  readonly settings: Settings;
  /** The marked text as a live range; undefined once it is gone. */
  readonly anchor: () => Range | undefined;
  /** Where the pointer was: picks the line of a mark that wraps. */
  readonly point?: { readonly x: number; readonly y: number };
  /** Move the focus into the card (keyboard, list), and back when it closes. */
  readonly focus: boolean;
  /** Absent where the page has no host name to pause. */
  readonly pauseSite?: () => void;
  readonly openOptions: () => void;
  /** Keep the reader's own country; null: none. */
  readonly setCountry: (country: string | null) => void;
  /** The reader closed the card from inside, or its text scrolled away. */
  readonly onDismiss: () => void;
}

export interface Overlay {
  show(request: CardRequest): void;
  hide(): void;
  /** Events from inside the card reach the document with this element as their target. */
  readonly host: Element;
  holdsFocus(): boolean;
  /** Take the card out of the page for good. */
  dispose(): void;
}

declare global {
  var pageNotesOverlay: Overlay | undefined;
}
