/**
 * Everything said between the extension's parts, as discriminated unions. One-off messages go to the background;
 * the popup talks to a page's frames over a port named PAGE_LINK (see page-link.ts), because each frame answers
 * for itself and goes on answering while the popup is open.
 */

import type { Mention } from '../../data/detection/mention.ts';
import type { Language } from '../../data/languages.ts';
import type { CountryCode, StatementId } from '../../data/schema.ts';
import type { CardAbove, MentionPosition } from './overlay.ts';

/** Content script → background, and of the last two kinds popup → background. */
export type BackgroundRequest =
  /** Put the overlay's script into the frame this comes from. Answer: `true` once it has run. */
  | { readonly type: 'loadOverlay' }
  /** Answer: the messages of cards in a language, a Catalogue. */
  | { readonly type: 'catalogue'; readonly language: Language }
  /** Put the annotator's script into the frame this comes from. Answer: `true` once it has run. */
  | { readonly type: 'loadAnnotator' }
  /** Show a card in the tab's top frame; null: take it away again. Answer: `true` once it is there. */
  | { readonly type: 'showAbove'; readonly card: CardAbove | null }
  /** Open the options page. */
  | { readonly type: 'openOptions' }
  /** Which page does the tab show? For frames that cannot see their top. Answer: its address, or ''. */
  | { readonly type: 'topAddress' }
  /** Do the reader's rules for sites keep marks off the page at this address? Answer: a boolean. */
  | { readonly type: 'isRuledOut'; readonly address: string }
  /** Marks have come or gone in the frame this comes from. Answer: `true` once the toolbar button says so. */
  | { readonly type: 'marksChanged' }
  /** Open the card of the next (1) or previous (-1) mention of a tab. Answer: a StepAnswer. */
  | { readonly type: 'step'; readonly tabId: number; readonly direction: 1 | -1 }
  /** Put the content script into a tab that was opened before we were let in. Answer: `true` once it has run. */
  | { readonly type: 'annotateTab'; readonly tabId: number };

/** The mention that a step led to; null where there is none. */
export type StepAnswer = MentionPosition | null;

export const PAGE_LINK = 'page-link';

/** One mention as the popup lists it. `before` and `after` are the text around it, cut at word boundaries. */
export interface MentionReport {
  readonly id: number;
  readonly kind: Mention['kind'];
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** Statements it refers to, best first; empty for all else. */
  readonly link: readonly StatementId[];
  /** The country it names. */
  readonly country?: CountryCode;
}

/** Frame → popup: what this frame shows, sent on connection and whenever it changes. */
export interface FrameReport {
  /** Names the frame for `reveal`, new with each document. */
  readonly token: string;
  readonly host: string;
  readonly url: string;
  readonly top: boolean;
  /** False where the settings keep it from marking. */
  readonly active: boolean;
  readonly mentions: readonly MentionReport[];
}

/** Popup → frame: scroll to a mention and open its card. Other frames ignore it by `token`. */
export type FrameRequest = { readonly type: 'reveal'; readonly token: string; readonly mentionId: number };

/** One that was left out here would be answered by nobody. */
const REQUESTS: Readonly<Record<BackgroundRequest['type'], true>> = {
  loadOverlay: true,
  catalogue: true,
  loadAnnotator: true,
  showAbove: true,
  openOptions: true,
  topAddress: true,
  isRuledOut: true,
  step: true,
  marksChanged: true,
  annotateTab: true,
};

/** Is `message` one of the requests the background answers? Anything else is not ours to answer. */
export function isBackgroundRequest(message: unknown): message is BackgroundRequest {
  const type = (message as { type?: unknown } | null | undefined)?.type;
  return typeof type === 'string' && Object.hasOwn(REQUESTS, type);
}

/** Is `message` a request a frame answers? */
export function isFrameRequest(message: unknown): message is FrameRequest {
  const request = message as Partial<FrameRequest> | null | undefined;
  return request?.type === 'reveal' && typeof request.token === 'string' && Number.isInteger(request.mentionId);
}
