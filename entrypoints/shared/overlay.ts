/**
 * What the overlay, injected into a frame on its first hover, offers to the content script. Both run in the frame's
 * isolated world and meet at one global there, which page scripts cannot see.
 */
import type { CardTarget } from '../../data/country-context.ts';
import type { MentionPlace } from '../../data/hiding.ts';
import type { Catalogue } from '../../data/messages.ts';
import type { Article } from '../../data/popover-context.ts';
import type { Settings } from '../../data/settings.ts';
import type { ChangeSettings } from './annotator.ts';
import type { ExplorerSubject } from './messages.ts';

/** What the overlay's host element in the page is known by. Its value is a token. */
export const OVERLAY_HOST = 'data-undersigned';

/** Most hosts of overlays that have gone, in one page. */
export const MOST_HOSTS = 20;

/**
 * The style without which a host with this token hides itself (popover-surface.css). Only that one: what a page lays out as bait stays as
 * it is, and the host of an overlay whose extension has gone is not shown again.
 */
export function hostStyle(token: string): string {
  return `[${OVERLAY_HOST}="${token}"] { --page-note-display: contents !important; }`;
}

export interface MentionPosition {
  readonly number: number;
  readonly count: number;
}

export interface CardRequest {
  /** The mark it is for: with the same mark and settings, it is the same card. */
  readonly mark: number;
  /** What the card is about. */
  readonly target: CardTarget;
  /** Where it stands: the page's date and the text around it. */
  readonly article: Article;
  readonly settings: Settings;
  /** The messages of cards in the reader's language. */
  readonly catalogue: Catalogue;
  /** The marked text as a live range; undefined once it is gone. */
  readonly anchor: () => Range | undefined;
  /** Where the pointer was: picks the line of a mark that wraps. */
  readonly point?: { readonly x: number; readonly y: number };
  /** Opened by a finger: the card is a sheet along the bottom of the window. */
  readonly touch?: boolean;
  /** Move the focus into the card (keyboard, list), and back when it closes. */
  readonly focus: boolean;
  /** Which of how many mentions the reader has stepped to, over all frames of the page; from 1. */
  readonly position?: MentionPosition;
  /** Where the mention stands, to hide it or to report on it. */
  readonly place: MentionPlace;
  /** The address of the page at the top without its fragment; '' where nobody tells. */
  readonly topAddress: () => Promise<string>;
  readonly changeSettings: ChangeSettings;
  readonly openOptions: () => void;
  readonly openExplorer: (subject: ExplorerSubject) => void;
  /** The reader closed the card from inside, or its text scrolled away. */
  readonly onDismiss: () => void;
  /** The reader pinned the card, so that none is live now; or closed the pinned one. Absent where it cannot be pinned. */
  readonly onPinChange?: () => void;
}

/** A mention that the reader has stepped to by keyboard, and whose card is not open. */
export interface StopRequest extends Pick<CardRequest, 'anchor' | 'settings' | 'catalogue'> {
  /** The words that are marked. */
  readonly text: string;
  readonly position: MentionPosition;
  /** The reader wants the card, which gives the focus back here when it closes. */
  readonly onOpen: () => void;
}

/** What of a request goes to another frame: a card that a frame is too small for is shown at the top. */
export type CardAbove = Pick<CardRequest, 'target' | 'article' | 'place' | 'focus' | 'position'>;

/** What the background adds: no frame has a say in what a card above it says. */
export type CardWords = Pick<CardRequest, 'settings' | 'catalogue'>;

/** What the frame that shows it adds. */
export type CardAboveOffers = Pick<CardRequest, 'topAddress' | 'changeSettings' | 'openOptions' | 'openExplorer'>;

/** The live card comes and goes with the pointer; beside it at most one that the reader has pinned, which stays. */
export interface Overlay {
  /** Draw a card where nobody sees it, to be shown faster; the page's tree stays as it is. */
  prepare(request: CardRequest): void;
  show(request: CardRequest): void;
  /** Show the card of a mark in another frame: it stays until the reader closes it. */
  showAbove(card: CardAbove & CardWords, offers: CardAboveOffers): void;
  /** Put the focus at a mention, where the reader can open its card. It goes with the focus. */
  showStop(request: StopRequest): void;
  /** Take that away. */
  hideStop(): void;
  /** Take the live card away. */
  hide(): void;
  /** Take away what came last of what stays by itself: a stop that has the focus, a notice, the pinned card. */
  unpin(): void;
  /** The mark whose card is pinned. */
  pinnedMark(): number | undefined;
  /** The card an event came from inside. */
  cardOf(event: Event): 'live' | 'pinned' | undefined;
  /** Whether the live card has the focus. */
  holdsFocus(): boolean;
  /** Where the live card stands in the window; undefined while none is shown. */
  box(): DOMRect | undefined;
  /** Take the cards out of the page for good. */
  dispose(): void;
}

declare global {
  var pageNotesOverlay: Overlay | undefined;
}
