/**
 * Drawing in pieces: where much is to be drawn anew, a frame draws as much as it has time for, what is most wanted first, and what is
 * not yet its turn stays as it was. So a page answers within a frame however much there is to be seen.
 */

import type { VNode } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';

/** What is drawn of each row, by its index. */
export type Drawn<Content> = ReadonlyMap<number, Content>;

/** What it costs to draw a row, in the unit of `room`: 0 where it is drawn already; `before` is undefined where nothing is. */
export type CostOf<Content> = (content: Content, before: Content | undefined) => number;

export interface Piece<Content> {
  /** The same content as before where a row has to wait; rows that are not wanted any more are gone. */
  readonly drawn: Drawn<Content>;
  /** Whether all that is wanted is drawn. */
  readonly isWhole: boolean;
}

/**
 * The next piece, in which as much is drawn as there is room for, and a row at least.
 *
 * @param wanted What is to be drawn in the end, what is most wanted first.
 */
export function nextPiece<Content>(
  before: Drawn<Content>,
  wanted: Drawn<Content>,
  room: number,
  costOf: CostOf<Content>,
): Piece<Content> {
  const drawn = new Map<number, Content>();
  let left = room;
  let isWhole = true;
  for (const [index, content] of wanted) {
    const known = before.get(index);
    const cost = costOf(content, known);
    if (cost === 0 || left > 0) {
      drawn.set(index, content);
      left -= cost;
    } else {
      isWhole = false;
      if (known !== undefined) drawn.set(index, known);
    }
  }
  return { drawn, isWhole };
}

interface PiecesProps<Content> {
  readonly wanted: Drawn<Content>;
  /** For one frame. */
  readonly room: number;
  readonly costOf: CostOf<Content>;
  /** With the index as its key. */
  readonly draw: (index: number, content: Content) => VNode;
}

/** What of the rows is drawn by now, in their order; the component is drawn anew with each frame until all of it is. */
export function usePieces<Content>({ wanted, room, costOf, draw }: PiecesProps<Content>) {
  const before = useRef<Drawn<Content>>(new Map());
  const elements = useRef<ReadonlyMap<number, VNode>>(new Map());
  const [, drawNext] = useReducer((count: number) => count + 1, 0);
  const { drawn, isWhole } = nextPiece(before.current, wanted, room, costOf);
  const inOrder = [...drawn].toSorted(([a], [b]) => a - b);
  before.current = drawn;
  elements.current = new Map(
    inOrder.map(([index, content]) => {
      // Preact passes over an element that is the same as before.
      const waiting = content === wanted.get(index) ? undefined : elements.current.get(index);
      return [index, waiting ?? draw(index, content)];
    }),
  );
  // After the picture, and with the next: a frame that is begun has had its piece.
  useEffect(() => {
    if (isWhole) return undefined;
    const asked = requestAnimationFrame(() => drawNext(undefined));
    return () => cancelAnimationFrame(asked);
  });
  return { elements: [...elements.current.values()], drawn, isWhole };
}
