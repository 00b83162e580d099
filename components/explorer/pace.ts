/**
 * How much a frame has time for. What that is differs from computer to computer, and on one from moment to moment: so it begins low, grows
 * while frames are done early, and shrinks as soon as one was late.
 */

/** Milliseconds that drawing may take in a frame; of the 16.7 that most screens give it, the browser needs some too. */
const BUDGET = 8;
/** How much faster or slower, at most, the next piece is than the last. */
const FASTER = 1.5;
const SLOWER = 0.5;

export interface Pace {
  /** How much may be drawn in the next frame, in the unit of what is told to `note`. */
  readonly room: number;
  /** So much was drawn in a frame, and it took so many milliseconds with all that the browser made of it. */
  note(drawn: number, milliseconds: number): void;
}

/** A pace that begins with so much room, and never has less than `least` or more than `most`. */
export function createPace({
  first,
  least,
  most,
}: {
  readonly first: number;
  readonly least: number;
  readonly most: number;
}): Pace {
  let room = first;
  return {
    get room() {
      return room;
    },
    note(drawn, milliseconds) {
      const factor = Math.min(FASTER, Math.max(SLOWER, BUDGET / Math.max(milliseconds, 1)));
      // A small piece that was early says nothing of a larger one.
      if (factor > 1 && drawn < room) return;
      room = Math.min(most, Math.max(least, room * factor));
    },
  };
}
