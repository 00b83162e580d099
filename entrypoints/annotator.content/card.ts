/** The way from a mark to its card: loads the overlay into the frame when first needed and hands it what to show. */

import type { Settings } from '../../data/settings.ts';
import { isInPage } from '../content/text-blocks.ts';
import type { Overlay } from '../shared/overlay.ts';
import { type Mark, rangeOf } from './marks.ts';

export interface Card {
  /** Show the card of a mark. Resolves when it is there, or when it was hidden before it could be. */
  show(mark: Mark, options: { focus: boolean; point?: { x: number; y: number } }): Promise<void>;
  hide(): void;
  /** Whether an event came from inside the card. */
  isTarget(event: Event): boolean;
  /** Whether the reader is in it: then it is not taken away. */
  holdsFocus(): boolean;
  dispose(): void;
}

export interface CardParts {
  readonly settings: () => Settings;
  /** The day, month or year that the page is dated. */
  readonly pageDate: () => string | undefined;
  /** Put the overlay's script into this frame. */
  readonly loadOverlay: () => Promise<unknown>;
  readonly pauseSite: (() => void) | undefined;
  readonly openOptions: () => void;
  readonly onDismiss: () => void;
}

export function createCard({ settings, pageDate, loadOverlay, pauseSite, openOptions, onDismiss }: CardParts): Card {
  let overlay: Overlay | undefined;
  let turn = 0;

  return {
    async show(mark, { focus, point }) {
      const mine = ++turn;
      if (!overlay) {
        if (!globalThis.pageNotesOverlay) await loadOverlay();
        overlay = globalThis.pageNotesOverlay;
      }
      if (!overlay || mine !== turn) return;
      const { mention } = mark;
      const date = pageDate();
      const counts = mention.kind === 'statement' && mention.counts ? { counts: mention.counts } : {};
      overlay.show({
        target:
          mention.kind === 'xinjiang'
            ? { kind: 'xinjiang' }
            : { kind: 'statement', link: mention.link, reasons: mention.reasons, ...counts },
        article: { ...(date && { date }), passage: { text: mark.blockText, start: mention.start, end: mention.end } },
        settings: settings(),
        anchor: () => (mark.nodes.every(isInPage) ? safely(() => rangeOf(mark)) : undefined),
        focus,
        openOptions,
        onDismiss,
        ...(point && { point }),
        ...(pauseSite && { pauseSite }),
      });
    },
    hide() {
      turn++;
      overlay?.hide();
    },
    isTarget: (event) => overlay !== undefined && event.target === overlay.host,
    holdsFocus: () => overlay?.holdsFocus() ?? false,
    dispose() {
      turn++;
      overlay?.dispose();
      overlay = undefined;
    },
  };
}

/** A mark's text may be cut by the page at any time; then there is no range. */
function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
