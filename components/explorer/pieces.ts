/**
 * Drawing in pieces: where much is to be drawn anew, a frame draws as much as it has time for, what is most wanted first, and what is
 * not yet its turn stays as it was. So a page answers within a frame however much there is to be seen: a frame in which something else
 * happens, rows are put into another order or scrolled, leaves the drawing to the next ones.
 */

import type { VNode } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Pace } from './pace.ts';

/** What is drawn of each row, by its index. */
export type Drawn<Content> = ReadonlyMap<number, Content>;

/** A step of a row towards what is wanted of it. */
export interface Step<Content> {
  /** `wanted` itself where that is all there; `before` where the row has to wait. */
  readonly content: Content | undefined;
  /** What the step costs to draw, in the unit of `room`. */
  readonly cost: number;
}

/** As much of what is wanted as there is room for, and something where there is any. `before`: what is drawn; undefined where nothing is. */
export type StepOf<Content> = (wanted: Content, before: Content | undefined, room: number) => Step<Content>;

export interface Piece<Content> {
  /** The same content as before where a row has to wait; rows that are not wanted any more are gone. */
  readonly drawn: Drawn<Content>;
  /** Whether all that is wanted is drawn. */
  readonly isWhole: boolean;
  /** Of its steps together. */
  readonly cost: number;
}

/**
 * The next piece, in which as much is drawn as there is room for, and a step at least where there is any.
 *
 * @param wanted What is to be drawn in the end, what is most wanted first.
 */
export function nextPiece<Content>(
  before: Drawn<Content>,
  wanted: Drawn<Content>,
  room: number,
  stepOf: StepOf<Content>,
): Piece<Content> {
  const drawn = new Map<number, Content>();
  let spent = 0;
  let isWhole = true;
  for (const [index, all] of wanted) {
    const { content, cost } = stepOf(all, before.get(index), Math.max(0, room - spent));
    if (content !== undefined) drawn.set(index, content);
    spent += cost;
    isWhole &&= content === all;
  }
  return { drawn, isWhole, cost: spent };
}

/** Of a frame's room, what there is beside all else that is done in it while there is something left to draw. */
const SHARE = 1 / 2;

interface PiecesProps<Content> {
  readonly wanted: Drawn<Content>;
  /** Learns from the frames that have nothing else to do. */
  readonly pace: Pace;
  /** Whether all is drawn without waiting: where nobody uses it yet. */
  readonly isAtOnce: boolean;
  readonly stepOf: StepOf<Content>;
  /** With the index as its key. */
  readonly draw: (index: number, content: Content) => VNode;
}

/** What of the rows is drawn by now, in their order; the component is drawn anew with each frame until all of it is. */
export function usePieces<Content>({ wanted, pace, isAtOnce, stepOf, draw }: PiecesProps<Content>) {
  const before = useRef<Drawn<Content>>(new Map());
  const elements = useRef<ReadonlyMap<number, VNode>>(new Map());
  /** Since a frame was asked for. */
  const spent = useRef(0);
  /** Whether this frame was asked for to draw the next piece. */
  const isAsked = useRef(false);
  /** Whether all that was wanted the last time is drawn. */
  const wasWhole = useRef(false);
  const [, drawNext] = useReducer((count: number) => count + 1, 0);
  const { drawn, isWhole, cost } = nextPiece(before.current, wanted, room(), stepOf);
  wasWhole.current = isWhole;
  spent.current += cost;
  const inOrder = [...drawn].toSorted(([a], [b]) => a - b);
  elements.current = new Map(
    inOrder.map(([index, content]) => {
      // Preact passes over an element that is the same as before.
      const waiting = content === before.current.get(index) ? elements.current.get(index) : undefined;
      return [index, waiting ?? draw(index, content)];
    }),
  );
  before.current = drawn;
  useLayoutEffect(() => {
    if (isWhole) return undefined;
    const drawPiece = () => {
      const began = performance.now();
      spent.current = 0;
      isAsked.current = true;
      drawNext(undefined);
      // Its turn comes when the browser has done its part of the frame.
      setTimeout(() => {
        isAsked.current = false;
        pace.note(spent.current, performance.now() - began);
      });
    };
    // A frame that may be under way has had its piece.
    let asked = requestAnimationFrame(isAsked.current ? drawPiece : () => (asked = requestAnimationFrame(drawPiece)));
    return () => cancelAnimationFrame(asked);
  });
  return { elements: [...elements.current.values()], drawn, isWhole };

  function room(): number {
    if (isAtOnce) return Number.POSITIVE_INFINITY;
    if (isAsked.current) return pace.room;
    return wasWhole.current ? 0 : pace.room * SHARE;
  }
}
