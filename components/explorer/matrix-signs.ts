/**
 * The signs of the matrix as shapes: of a block of cells those of one colour are one path, so that ten thousand cells are painted as a
 * few hundred things, and a row that shows another country needs no new style or layout. The same signs alone are explorer.css's.
 */
import type { State } from '../../data/position-table.ts';
import type { Stance } from '../../data/schema.ts';

/** What a path is filled with: a side's colour, that of text, that of edges, or the hatch of what is not known. */
export const INKS = ['not-known', 'edge', 'ink', 'concern', 'support'] as const;
export type Ink = (typeof INKS)[number];

/** What is shown of a cell. */
export interface Sign {
  readonly state: State;
  /** Whose shape and colour it has; null: neither's. */
  readonly stance: Stance | null;
}

/** CSS pixels, as in explorer.css. A cell is as wide as it is high, its lines included. */
export const CELL = 28;
/** Within the lines below and behind it. */
const INNER = CELL - 1;

/** The paths for cells beside each other, the first at the left, by what they are filled with; what no cell has is left out. */
export function signPaths(signs: readonly Sign[]): ReadonlyMap<Ink, string> {
  const paths = new Map<Ink, string>();
  signs.forEach((sign, index) => {
    const { ink, shapes } = drawingOf(sign);
    shapes[index] ??= shapeOf(sign, index * CELL + CELL / 2);
    paths.set(ink, (paths.get(ink) ?? '') + shapes[index]);
  });
  return paths;
}

interface SignDrawing {
  readonly ink: Ink;
  /** As it is drawn in the first, second … cell from the left. */
  readonly shapes: string[];
}

/** Each is drawn once for each place in a block. */
const drawings = new WeakMap<Sign, SignDrawing>();

function drawingOf(sign: Sign): SignDrawing {
  const known = drawings.get(sign);
  if (known) return known;
  const drawing = { ink: inkOf(sign), shapes: [] };
  drawings.set(sign, drawing);
  return drawing;
}

function inkOf({ state, stance }: Sign): Ink {
  if (state === 'not known') return 'not-known';
  if (state === 'not on the list' || state === 'did not vote') return 'edge';
  return stance ?? 'ink';
}

/** Filled where lines of it wind around more often one way than the other. */
function shapeOf({ state, stance }: Sign, x: number): string {
  const outline = (half: number, hole = false) => (stance === 'concern' ? circle(x, half, hole) : square(x, half, hole));
  switch (state) {
    case 'signed':
      return outline(7);
    case 'joined later':
      return outline(7) + outline(5, true) + outline(3);
    case 'withdrew':
      return outline(7) + outline(5, true) + stroke(x, stance === 'concern' ? 4 : 5.5);
    case 'named as taking part':
      return diamond(x, 7) + diamond(x, 4.2, true);
    case 'not on the list':
    case 'did not vote':
      return circle(x, 2);
    case 'not known':
      return `M${x - CELL / 2} 0h${INNER}v${INNER}h${-INNER}z`;
    case 'voted yes':
      return `M${x} ${MIDDLE - 6}l7 12h-14z`;
    case 'voted no':
      return `M${x} ${MIDDLE + 6}l7 -12h-14z`;
    case 'abstained':
      return `M${x - 7} ${MIDDLE - 2}h14v4h-14z`;
    default:
      return state satisfies never;
  }
}

const MIDDLE = CELL / 2;

function circle(x: number, radius: number, hole = false): string {
  const way = hole ? 0 : 1;
  const half = (to: number) => `a${radius} ${radius} 0 0 ${way} ${to} 0`;
  return `M${x - radius} ${MIDDLE}${half(2 * radius)}${half(-2 * radius)}z`;
}

function square(x: number, half: number, hole: boolean): string {
  const side = 2 * half;
  return `M${x - half} ${MIDDLE - half}${hole ? `v${side}h${side}v${-side}z` : `h${side}v${side}h${-side}z`}`;
}

function diamond(x: number, half: number, hole = false): string {
  const right = hole ? -half : half;
  return `M${x} ${MIDDLE - half}l${right} ${half}l${-right} ${half}l${-right} ${-half}z`;
}

/** From the upper left to the lower right, so far from the middle. */
function stroke(x: number, reach: number): string {
  return `M${x - reach + 0.7} ${MIDDLE - reach - 0.7}l${2 * reach} ${2 * reach}l-1.4 1.4l${-2 * reach} ${-2 * reach}z`;
}
