/**
 * Everything said between the extension's parts, as discriminated unions. One-off messages go to the background;
 * the popup and the side panel talk to a page's frames over a port named PAGE_LINK (see page-link.ts), because each frame answers
 * for itself and goes on answering while they are open. What is taken from whom: message-schemas.ts.
 */

import type { CardTarget } from '../../data/country-context.ts';
import type { Mention } from '../../data/detection/mention.ts';
import type { MentionPlace } from '../../data/hiding.ts';
import type { Language } from '../../data/languages.ts';
import type { Article } from '../../data/popover-context.ts';
import type { CountryCode, StatementId } from '../../data/schema.ts';
import type { CardAbove, MentionPosition } from './overlay.ts';

/** Content script → background; `openExplorer`, `step` and `annotateTab` also popup → background. */
export type BackgroundRequest =
  /** Put the overlay's script into the frame this comes from. Answer: `true` once it has run. */
  | { readonly type: 'loadOverlay' }
  /** Answer: the messages of cards in a language, a Catalogue. */
  | { readonly type: 'catalogue'; readonly language: Language }
  /** Put the annotator's script into the frame this comes from. Answer: `true` once it has run. */
  | { readonly type: 'loadAnnotator' }
  /** Let the frame this comes from paint marks. Answer: `true` once it can. */
  | { readonly type: 'loadLooks' }
  /**
   * Take out of the frame this comes from what paints marks, if `looks`, and what lets the hosts of these overlays be seen, by their tokens.
   * Answer: `true`.
   */
  | { readonly type: 'removeStyle'; readonly looks: boolean; readonly hosts: readonly string[] }
  /** Show a card in the tab's top frame; null: take it away again. Answer: `true` once it is there. */
  | { readonly type: 'showAbove'; readonly card: CardAbove | null }
  /** Open the options page. */
  | { readonly type: 'openOptions' }
  /** Open the explorer in a tab, at a statement or a country; null: at neither. */
  | ({ readonly type: 'openExplorer' } & ExplorerSubject)
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

/** What the explorer is opened at. */
export interface ExplorerSubject {
  readonly statement: StatementId | null;
  readonly country: CountryCode | null;
}

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

/** What a mention refers to and where it stands: all that its card is made of. */
export interface MentionSubject {
  readonly target: CardTarget;
  readonly article: Article;
  readonly place: MentionPlace;
}

/** Frame → popup or side panel. */
export type FrameNews = FrameReport | PointedOut | FrameLeft;

/** The answer to `pointOut`, unless the mention has gone. */
export interface PointedOut extends MentionSubject {
  readonly type: 'pointedOut';
  readonly token: string;
  readonly mentionId: number;
}

/** What this frame shows, sent on connection and whenever it changes. */
export interface FrameReport {
  readonly type: 'report';
  /** Names the frame for `reveal`, new with each document. */
  readonly token: string;
  readonly host: string;
  readonly url: string;
  readonly top: boolean;
  /** False where the settings keep it from marking. */
  readonly active: boolean;
  readonly mentions: readonly MentionReport[];
}

/** The frame shows this document no more. */
export interface FrameLeft {
  readonly type: 'left';
  readonly token: string;
}

/** Popup or side panel → frame. Other frames ignore it by `token`. */
export type FrameRequest =
  /** Scroll to a mention and open its card. */
  | { readonly type: 'reveal'; readonly token: string; readonly mentionId: number }
  /** Scroll to a mention, paint it apart from all others until the port closes, and tell of it; 0: paint none apart any more. */
  | { readonly type: 'pointOut'; readonly token: string; readonly mentionId: number };

/** Is `message` a request a frame answers? */
export function isFrameRequest(message: unknown): message is FrameRequest {
  const request = message as Partial<FrameRequest> | null | undefined;
  const isKnown = request?.type === 'reveal' || request?.type === 'pointOut';
  return isKnown && typeof request.token === 'string' && Number.isInteger(request.mentionId);
}
