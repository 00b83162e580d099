/** The way from a mark to its card: loads the overlay into the frame when first needed and hands it what to show. */
import { hiddenKey, type MentionPlace, mentionKey } from '../../data/hiding.ts';
import type { Settings } from '../../data/settings.ts';
import { isInPage } from '../content/text-blocks.ts';
import type { ChangeSettings } from '../shared/annotator.ts';
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
  /** Put the overlay's script into this frame. */
  readonly loadOverlay: () => Promise<unknown>;
  readonly openOptions: () => void;
  /** Where a mark's mention stands. */
  readonly placeOf: (mark: Mark) => MentionPlace;
  readonly topAddress: () => Promise<string>;
  readonly changeSettings: ChangeSettings;
  readonly onDismiss: () => void;
}

export function createCard(parts: CardParts): Card {
  const { settings, loadOverlay, openOptions, placeOf, topAddress, changeSettings, onDismiss } = parts;
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
      const place = placeOf(mark);
      overlay.show({
        target:
          mention.kind === 'xinjiang'
            ? { kind: 'xinjiang' }
            : { kind: 'statement', link: mention.link, reasons: mention.reasons },
        settings: settings(),
        anchor: () => (mark.nodes.every(isInPage) ? safely(() => rangeOf(mark)) : undefined),
        focus,
        openOptions,
        onDismiss,
        place,
        entries: { mention: mentionKey(place), term: hiddenKey(place.text) },
        topAddress,
        changeSettings,
        ...(point && { point }),
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
