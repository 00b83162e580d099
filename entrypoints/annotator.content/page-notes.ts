/**
 * What a frame's content script offers to the rest of the extension through its isolated world: the background
 * steps through mentions with it, and so do the project's own tests. Page scripts cannot see it.
 */
import type { MentionReport } from '../shared/messages.ts';
import type { CardAbove, MentionPosition } from '../shared/overlay.ts';

export interface PageNotes {
  /** The frame's mentions in document order, only those a reader can see. */
  list(): MentionReport[];
  /** How many mentions can be stepped through, and which one the reader is at (null: none so far). */
  position(): { count: number; current: number | null };
  /** Scroll to a mention by its place in `list()` and open its card with the focus inside. */
  open(index: number, position?: MentionPosition): void;
  /** Scroll to a mention by its place in `list()` and put the focus there: Enter opens its card. */
  stopAt(index: number, position: MentionPosition): void;
  /** Close the card and forget the place: stepping goes on in another frame. */
  leave(): void;
  /** Show a card of a frame that is too small for it, the overlay being here; null: take it away. */
  showAbove(card: CardAbove | null): void;
}

declare global {
  var pageNotes: PageNotes | undefined;
}

export interface FramePosition {
  readonly frameId: number;
  readonly count: number;
  readonly current: number | null;
}

/**
 * Where a step leads over all `frames` in order: the frame and the mention's index in it, wrapping at both ends.
 * `leaves` is the frame the reader was in, `position` the mention's among all. Undefined when no frame has a mention.
 */
export function stepTo(
  frames: readonly FramePosition[],
  direction: 1 | -1,
): { frameId: number; index: number; position: MentionPosition; leaves: number | undefined } | undefined {
  const stops = frames.flatMap(({ frameId, count }) => Array.from({ length: count }, (_, index) => ({ frameId, index })));
  const here = frames.find(({ current }) => current !== null);
  const at = here ? stops.findIndex(({ frameId, index }) => frameId === here.frameId && index === here.current) : -1;
  const start = at < 0 && direction < 0 ? 0 : at;
  const next = stops.at((start + direction) % stops.length || 0);
  return next && { ...next, position: { number: stops.indexOf(next) + 1, count: stops.length }, leaves: here?.frameId };
}

/** What the toolbar button says of all `frames` together: at most four characters, as many as fit; nothing where there is no mention. */
export function badgeText(frames: readonly { readonly count: number }[]): string {
  const total = frames.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return '';
  return total > 999 ? '999+' : String(total);
}
