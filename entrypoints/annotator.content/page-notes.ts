/**
 * What a frame's content script offers to the rest of the extension through its isolated world: the background
 * steps through mentions with it, and so do the project's own tests. Page scripts cannot see it.
 */
import type { ReadingPosition } from '../shared/annotator.ts';
import type { MentionReport } from '../shared/messages.ts';
import type { CardAbove, CardWords, MentionPosition } from '../shared/overlay.ts';

export interface PageNotes {
  /** What the host of this frame's overlay is known by, see hostStyle. No page knows it before the first card. */
  readonly token: string;
  /** The frame's mentions in document order, only those a reader can see. */
  list(): MentionReport[];
  /** How many mentions can be stepped through, and where among them the reader is. */
  position(): ReadingPosition;
  /** Scroll to a mention by its place in `list()` and open its card with the focus inside. */
  open(index: number, position?: MentionPosition): void;
  /** Scroll to a mention by its place in `list()` and put the focus there: Enter opens its card. */
  stopAt(index: number, position: MentionPosition): void;
  /** Close the card and forget the place: stepping goes on in another frame. */
  leave(): void;
  /** Show a card of a frame that is too small for it, the overlay being here; null: take it away. */
  showAbove(card: (CardAbove & CardWords) | null): void;
}

declare global {
  var pageNotes: PageNotes | undefined;
}

export interface FramePosition extends ReadingPosition {
  readonly frameId: number;
}

/** A mention to open: the frame and its index in it, its position among all, and the frame the reader was in. */
export interface Stop {
  readonly frameId: number;
  readonly index: number;
  readonly position: MentionPosition;
  readonly leaves: number | undefined;
}

/** Where a step leads over all `frames` in order, wrapping at both ends. Undefined when no frame has a mention. */
export function stepTo(frames: readonly FramePosition[], direction: 1 | -1): Stop | undefined {
  const at = placeOf(frames, 'current');
  const start = at < 0 && direction < 0 ? 0 : at;
  return stopAt(frames, start + direction);
}

/** The mention that the reader is at: the last one whose card was opened, else the first in the window, else the first of all. */
export function nearestIn(frames: readonly FramePosition[]): Stop | undefined {
  return stopAt(frames, [placeOf(frames, 'current'), placeOf(frames, 'inView'), 0].find((at) => at >= 0) ?? 0);
}

/** Which among the mentions of all frames is the one that a frame names; -1: none does. */
function placeOf(frames: readonly FramePosition[], where: 'current' | 'inView'): number {
  const naming = frames.findIndex((frame) => frame[where] !== null);
  const before = frames.slice(0, Math.max(0, naming)).reduce((sum, { count }) => sum + count, 0);
  return naming < 0 ? -1 : before + (frames[naming]?.[where] ?? 0);
}

function stopAt(frames: readonly FramePosition[], at: number): Stop | undefined {
  const stops = frames.flatMap(({ frameId, count }) => Array.from({ length: count }, (_, index) => ({ frameId, index })));
  const stop = stops.at(at % stops.length || 0);
  const leaves = frames.find(({ current }) => current !== null)?.frameId;
  return stop && { ...stop, position: { number: stops.indexOf(stop) + 1, count: stops.length }, leaves };
}

/** What the toolbar button says of all `frames` together: at most four characters, as many as fit; nothing where there is no mention. */
export function badgeText(frames: readonly { readonly count: number }[]): string {
  const total = frames.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return '';
  return total > 999 ? '999+' : String(total);
}
