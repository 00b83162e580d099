/** The safe way from a mark to its card, and back: where a pointer may be without meaning anything else. Pure geometry. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels around the point of departure that belong to the way: hands do not set off in a straight line. */
export const BREADTH = 2;

/**
 * Pixels still to go to a box for a pointer that departed for it from a point; null if it has strayed. The way is all that
 * lies between: what a square around the point sweeps while it moves to the box and grows to its size.
 */
export function toGo(departure: Point, destination: Box, at: Point): number | null {
  const start = {
    left: departure.x - BREADTH,
    top: departure.y - BREADTH,
    right: departure.x + BREADTH,
    bottom: departure.y + BREADTH,
  };
  return isBetween(start, destination, at) ? distanceTo(destination, at) : null;
}

/** Pixels from a point to a box, 0 inside. */
export function distanceTo({ left, top, right, bottom }: Box, { x, y }: Point): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** Whether a point is in one of the boxes or anywhere between: in a box on the way of the one becoming the other. */
function isBetween(start: Box, end: Box, { x, y }: Point): boolean {
  // On the way from 0 to 1 each side of the box lets the point in from some time on, or up to some time.
  let [from, until] = [0, 1];
  for (const [atStart, atEnd] of [
    [start.left - x, end.left - x],
    [x - start.right, x - end.right],
    [start.top - y, end.top - y],
    [y - start.bottom, y - end.bottom],
  ] as const) {
    if (atStart > 0 && atEnd > 0) return false;
    if (atStart > 0) from = Math.max(from, atStart / (atStart - atEnd));
    else if (atEnd > 0) until = Math.min(until, atStart / (atStart - atEnd));
  }
  return from <= until;
}
