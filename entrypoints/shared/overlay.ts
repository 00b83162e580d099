/**
 * What the overlay, injected into a frame on its first hover, offers to the content script. Both run in the frame's
 * isolated world and meet at one global there, which page scripts cannot see.
 */
import type { MentionPlace } from '../../data/hiding.ts';
import type { PopoverTarget } from '../../data/popover-context.ts';
import type { Settings } from '../../data/settings.ts';
import type { ChangeSettings } from './annotator.ts';

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
  /** Where the mention stands, to hide it or to report on it. */
  readonly place: MentionPlace;
  /** What settings keep to hide the mention, and its text everywhere. */
  readonly entries: { readonly mention: string; readonly term: string };
  /** The address of the page at the top without its fragment; '' where nobody tells. */
  readonly topAddress: () => Promise<string>;
  readonly changeSettings: ChangeSettings;
  readonly openOptions: () => void;
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
