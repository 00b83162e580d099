// @vitest-environment happy-dom
/** Drawing in pieces: each is within its room, none takes back what is drawn, and after enough of them all that is wanted is there. */
import { render, waitFor } from '@testing-library/preact';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Pace } from '../../../components/explorer/pace.ts';
import { type Drawn, nextPiece, type StepOf, usePieces } from '../../../components/explorer/pieces.ts';

const COST = 10;
/** A letter is drawn anew at once, or waits. */
const stepOf: StepOf<string> = (wanted, before, room) => {
  if (wanted === before) return { content: wanted, cost: 0 };
  return room > 0 ? { content: wanted, cost: COST } : { content: before, cost: 0 };
};
const drawn = (entries: readonly (readonly [number, string])[]): Drawn<string> => new Map(entries);

test('what is most wanted is drawn first, and what has to wait stays as it was', () => {
  const before = drawn([
    [1, 'France'],
    [2, 'Ghana'],
    [3, 'Cuba'],
  ]);
  const wanted = drawn([
    [3, 'Japan'],
    [1, 'Kenya'],
    [2, 'Ghana'],
    [4, 'Nauru'],
  ]);
  const piece = nextPiece(before, wanted, COST, stepOf);
  expect([...piece.drawn]).toEqual([
    [3, 'Japan'],
    [1, 'France'],
    [2, 'Ghana'],
  ]);
  expect(piece.isWhole).toBe(false);
});

test('what is not wanted any more is gone at once', () => {
  const before = drawn([
    [1, 'France'],
    [2, 'Ghana'],
  ]);
  expect(nextPiece(before, drawn([[2, 'Ghana']]), COST, stepOf)).toEqual({
    drawn: drawn([[2, 'Ghana']]),
    isWhole: true,
    cost: 0,
  });
});

test('a row is drawn even where it costs more than there is room for', () => {
  expect(nextPiece(drawn([]), drawn([[1, 'France']]), 1, stepOf)).toEqual({
    drawn: drawn([[1, 'France']]),
    isWhole: true,
    cost: COST,
  });
});

const rows = fc
  .uniqueArray(fc.tuple(fc.nat(40), fc.constantFrom('a', 'b', 'c')), { selector: ([index]) => index })
  .map((entries) => drawn(entries));

test('whatever is drawn and wanted, it takes as many pieces as the rows to draw need, and then all of it is there', () => {
  fc.assert(
    fc.property(rows, rows, fc.integer({ min: 1, max: 50 }), (before, wanted, room) => {
      const toDraw = [...wanted].filter(([index, content]) => before.get(index) !== content).length;
      const inOne = Math.ceil(room / COST);
      let piece = { drawn: before, isWhole: false };
      let pieces = 0;
      while (!piece.isWhole) {
        const last = piece.drawn;
        piece = nextPiece(last, wanted, room, stepOf);
        pieces++;
        const changed = [...piece.drawn].filter(([index, content]) => last.get(index) !== content);
        expect(changed.length).toBeLessThanOrEqual(inOne);
        expect(changed.every(([index, content]) => wanted.get(index) === content)).toBe(true);
      }
      expect(pieces).toBe(Math.max(1, Math.ceil(toDraw / inOne)));
      expect(new Map(piece.drawn)).toEqual(new Map(wanted));
    }),
  );
});

interface RowsProps {
  readonly wanted: Drawn<string>;
  readonly seen: string[];
  readonly note: Pace['note'];
}

/** A list of rows, of which one is drawn in a frame. */
function Rows({ wanted, seen, note }: RowsProps) {
  const { elements, isWhole } = usePieces({
    wanted,
    pace: { room: COST, note },
    isAtOnce: false,
    stepOf,
    draw: (index, content) => <li key={index}>{content}</li>,
  });
  return (
    <ul
      aria-busy={!isWhole}
      ref={(list) => {
        if (list) seen.push(list.textContent);
      }}
    >
      {elements}
    </ul>
  );
}

test('a page draws one piece a frame until all is there, rows that wait as they were, and says that it is busy', async () => {
  const seen: string[] = [];
  const note = vi.fn();
  const before = drawn([
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
  ]);
  const { container, rerender } = render(<Rows wanted={before} seen={seen} note={note} />);
  const list = container.querySelector('ul');
  expect([list?.textContent, list?.getAttribute('aria-busy')]).toEqual(['a', 'true']);
  await waitFor(() => expect([list?.textContent, list?.getAttribute('aria-busy')]).toEqual(['abc', 'false']));
  // The frame of the last piece is over.
  await waitFor(() => expect(note).toHaveBeenCalledTimes(2));
  seen.length = 0;
  const after = drawn([
    [3, 'f'],
    [1, 'd'],
    [2, 'e'],
  ]);
  rerender(<Rows wanted={after} seen={seen} note={note} />);
  await waitFor(() => expect([list?.textContent, list?.getAttribute('aria-busy')]).toEqual(['def', 'false']));
  // The frame in which it was asked for has all else to do.
  expect(seen).toEqual(['abc', 'abf', 'dbf', 'def']);
});
