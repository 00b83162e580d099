/** A row on its way to what is wanted of it: it never mixes two countries, keeps to its room, and gets there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RowInView, stepOfRow } from '../../../components/explorer/row-in-view.ts';
import type { MatrixRow } from '../../../data/explorer/matrix.ts';

/** A block of new cells. */
const NEW_BLOCK = 60;
const [france, ghana] = ['France', 'Ghana'].map((name) => ({ name }) as MatrixRow) as [MatrixRow, MatrixRow];
const inOrder = (block: number) => block;

test('new blocks are drawn as many as there is room for, the most urgent first', () => {
  const all = { row: france, blocks: '0 1 2 3' };
  const step = stepOfRow(all, { row: france, blocks: '0' }, 2 * NEW_BLOCK, (block) => -block);
  expect(step).toEqual({ content: { row: france, blocks: '0 2 3' }, cost: 2 * NEW_BLOCK });
});

test('a row without room waits as it is, and one that is done costs nothing', () => {
  const all = { row: ghana, blocks: '0 1' };
  const before = { row: france, blocks: '0 1' };
  expect(stepOfRow(all, before, 0, inOrder)).toEqual({ content: before, cost: 0 });
  expect(stepOfRow(all, undefined, 0, inOrder)).toEqual({ content: undefined, cost: 0 });
  expect(stepOfRow(all, { ...all }, 0, inOrder)).toEqual({ content: all, cost: 0 });
});

test('another country takes the row at once', () => {
  const all = { row: ghana, blocks: '0 1' };
  expect(stepOfRow(all, { row: france, blocks: '0 1' }, 1, inOrder)).toEqual({ content: all, cost: 24 });
});

const rowInView = fc.record({
  row: fc.constantFrom(france, ghana),
  blocks: fc.uniqueArray(fc.nat(9), { minLength: 1 }).map((blocks) => blocks.toSorted((a, b) => a - b).join(' ')),
});

test('whatever is drawn and wanted, each step shows the one country alone, and after a few all of it is there', () => {
  fc.assert(
    fc.property(rowInView, fc.option(rowInView, { nil: undefined }), fc.integer({ min: 1, max: 400 }), (all, before, room) => {
      const wanted = all.blocks.split(' ');
      let last: RowInView | undefined = before;
      for (let steps = 0; last !== all; steps++) {
        expect(steps).toBeLessThan(12);
        const { content, cost } = stepOfRow(all, last, room, inOrder);
        expect(content?.row).toBe(all.row);
        const blocks = content?.blocks.split(' ') ?? [];
        expect(wanted.filter((block) => blocks.includes(block))).toEqual(blocks);
        // What takes a row over, and one block at least, need more now and then.
        expect(cost).toBeLessThanOrEqual(Math.max(room, 20 * 12 + NEW_BLOCK));
        last = content;
      }
    }),
  );
});
