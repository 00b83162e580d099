/**
 * What is drawn of a row of the matrix, and how it comes to be what is wanted: all at once where another country takes its place, for a row
 * must never show one country's name beside another's positions; new blocks of columns a few at a time.
 */
import type { MatrixRow } from '../../data/explorer/matrix.ts';
import type { Step } from './pieces.ts';

export interface RowInView {
  readonly row: MatrixRow;
  /** The numbers of its blocks, ascending, parted by spaces. */
  readonly blocks: string;
}

/** How many columns are drawn or left as they are together. */
export const BLOCK = 12;
/** Costs are told in cells that get another name or go; one that is made takes as long as a few of those. */
const NEW_CELL = 5;

/** The next step towards all that is wanted of a row. `urgencyOf`: blocks for which it is lower are drawn before others. */
export function stepOfRow(
  all: RowInView,
  before: RowInView | undefined,
  room: number,
  urgencyOf: (block: number) => number,
): Step<RowInView> {
  // Of most rows all is there, in every frame.
  if (before?.row === all.row && before.blocks === all.blocks) return { content: all, cost: 0 };
  const wanted = all.blocks.split(' ');
  const drawn = before?.blocks.split(' ') ?? [];
  const missing = wanted.filter((block) => !drawn.includes(block));
  const kept = wanted.length - missing.length;
  const changed = BLOCK * (drawn.length - kept + (before?.row === all.row ? 0 : kept));
  if (room === 0) return { content: before, cost: 0 };
  const costOfNew = BLOCK * NEW_CELL;
  const fitting = Math.max(1, Math.floor((room - changed) / costOfNew));
  if (fitting >= missing.length) return { content: all, cost: changed + missing.length * costOfNew };
  const waiting = missing.toSorted((a, b) => urgencyOf(Number(a)) - urgencyOf(Number(b))).slice(fitting);
  const blocks = wanted.filter((block) => !waiting.includes(block)).join(' ');
  return { content: { row: all.row, blocks }, cost: changed + fitting * costOfNew };
}
