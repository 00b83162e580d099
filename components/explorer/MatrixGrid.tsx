/**
 * The grid of the matrix. Only the part in view is drawn, and of that only what is new: a hundred thousand cells scroll as a thousand
 * do. Columns come in blocks, so that scrolling either way draws whole blocks and leaves the others as they are. What is more than a frame
 * has time for, another order in a large window, is drawn in pieces over a few.
 *
 * One cell is a stop for the keyboard; arrow keys lead to the others, heads among them, and Enter opens what a cell is about. When it is
 * printed, all of it is there.
 */
// biome-ignore-all lint/a11y/useSemanticElements: of a table only the part in view could not be drawn and placed
// biome-ignore-all lint/a11y/useFocusableInteractive: cells take the focus, rows do not
import { useSignal } from '@preact/signals';
import { defaultRangeExtractor, type Range } from '@tanstack/virtual-core';
import type { TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type Agreement, comparable } from '../../data/explorer/agreement.ts';
import type { MatrixRow } from '../../data/explorer/matrix.ts';
import { stateInWords } from '../../data/explorer/view-title.ts';
import type { Words } from '../../data/messages.ts';
import type { State } from '../../data/position-table.ts';
import type { CountryCode, Statement } from '../../data/schema.ts';
import { useWords } from '../words.ts';
import { Heads, inBlock, Row } from './MatrixRow.tsx';
import { CELL } from './matrix-signs.ts';
import { createPace } from './pace.ts';
import { type Drawn, usePieces } from './pieces.ts';
import { BLOCK, type RowInView, stepOfRow } from './row-in-view.ts';
import type { ViewProps } from './view.ts';
import { useVirtual } from './virtual.ts';

interface MatrixGridProps extends Pick<ViewProps, 'state' | 'ways'> {
  /** Its columns. */
  readonly statements: readonly Statement[];
  /** In the order in which they are shown. */
  readonly rows: readonly MatrixRow[];
  /** How far each row agrees with one of them, where they are ordered by that. */
  readonly agreements: ReadonlyMap<CountryCode, Agreement> | undefined;
}

/** CSS pixels, as in explorer.css. */
const HEAD = 104;
const ROWS_AHEAD = 6;
/** What a frame has time for, in the unit of row-in-view.ts. */
const ROOM = { first: 250, least: 240, most: 5000 };

/** A place in the grid: row 0 is the head, column 0 the countries' names. */
interface Place {
  readonly row: number;
  readonly column: number;
}

export function MatrixGrid({ statements, rows, agreements, state, ways }: MatrixGridProps) {
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const names = useRef<HTMLDivElement>(null);
  const opened = placeOfChosen();
  const place = useSignal<Place>(opened ?? { row: 1, column: 1 });
  /** Where the focus goes as soon as it is drawn. */
  const wanted = useRef<Place | undefined>(undefined);
  const isPrinting = useIsPrinting();
  /** Whether all in view has been drawn: only then that is drawn, too, which is about to come into view. */
  const isOpen = useSignal(false);
  const hatch = useId();
  const inWords = useMemo(() => eachOnce((state: State) => stateInWords(state, words)), [words]);
  const blocks = Math.ceil(statements.length / BLOCK);
  const active = within(place.value, rows.length, statements.length);
  const activeRow = active.row - 1;
  const activeBlock = active.column === 0 ? 0 : Math.floor((active.column - 1) / BLOCK);

  const vertical = useVirtual({
    count: rows.length,
    estimateSize: () => CELL,
    getScrollElement: () => scroller.current,
    overscan: isOpen.value ? ROWS_AHEAD : 0,
    rangeExtractor: useMemo(() => rangeWith(activeRow), [activeRow]),
  });
  const horizontal = useVirtual({
    count: blocks,
    estimateSize: () => BLOCK * CELL,
    getScrollElement: () => scroller.current,
    horizontal: true,
    isRtl: words.direction === 'rtl',
    overscan: isOpen.value ? 1 : 0,
    rangeExtractor: useMemo(() => rangeWith(activeBlock), [activeBlock]),
  });
  const all = (count: number) => Array.from({ length: count }, (_, index) => index);
  const shownRows = isPrinting ? all(rows.length) : vertical.getVirtualItems().map(({ index }) => index);
  const shownBlocks = isPrinting ? all(blocks) : horizontal.getVirtualItems().map(({ index }) => index);
  const chosenColumn = opened?.column ?? 0;
  const inRow = (row: number) => (active.row === row ? active.column : undefined);
  const drawing = usePieces<RowInView>({
    wanted: rowsInView(),
    pace: useMemo(() => createPace(ROOM), []),
    isAtOnce: isPrinting || !isOpen.value,
    stepOf: (all, before, room) => stepOfRow(all, before, room, urgencyOfBlock),
    draw: (index, { row, blocks }) => (
      // By place: in another order most cells stay what they are.
      <Row
        key={index}
        index={index}
        row={row}
        statements={statements}
        blocks={blocks}
        active={inRow(index + 1)}
        chosen={row.country.code === state.country ? chosenColumn : undefined}
        isOwn={row.country.code === ways.own}
        remark={agreements ? remarkOf(agreements.get(row.country.code), words) : ''}
        hatch={hatch}
        inWords={inWords}
        words={words}
      />
    ),
  });

  useLayoutEffect(() => {
    if (drawing.elements.length > 0) isOpen.value = true;
  });

  useLayoutEffect(() => {
    if (!wanted.current) return;
    const cell = cellAt(scroller.current, wanted.current);
    if (!cell) return;
    wanted.current = undefined;
    // Cells become a stop for the keyboard after this.
    cell.tabIndex = 0;
    cell.focus({ preventScroll: true });
  });

  // What is open when the grid appears, or is opened elsewhere, is brought into view.
  useLayoutEffect(() => {
    if (!opened) return;
    place.value = opened;
    reveal(opened, 'center');
  }, [state.country, state.statement]);

  function urgencyOfBlock(block: number): number {
    const { startIndex = 0, endIndex = 0 } = horizontal.range ?? {};
    return urgencyOf(block, activeBlock, startIndex, endIndex);
  }

  /** What is to be drawn, what is most urgent first. */
  function rowsInView(): Drawn<RowInView> {
    const blocks = shownBlocks.join(' ');
    const { startIndex = 0, endIndex = 0 } = vertical.range ?? {};
    const urgency = (index: number) => urgencyOf(index, activeRow, startIndex, endIndex);
    const byUrgency = shownRows.toSorted((a, b) => urgency(a) - urgency(b));
    return new Map(byUrgency.flatMap((index) => (rows[index] ? [[index, { row: rows[index], blocks }]] : [])));
  }

  /** The place of what is open beside the grid; undefined where nothing is. */
  function placeOfChosen(): Place | undefined {
    const row = rows.findIndex(({ country }) => country.code === state.country) + 1;
    const column = statements.findIndex(({ id }) => id === state.statement) + 1;
    return row + column > 0 ? { row, column } : undefined;
  }

  function goTo(next: Place): void {
    place.value = within(next, rows.length, statements.length);
    wanted.current = place.value;
    reveal(place.value);
  }

  /** Sticky heads cover what is scrolled under them, which virtual rows know nothing of. */
  function reveal({ row, column }: Place, where: 'nearest' | 'center' = 'nearest'): void {
    const box = scroller.current;
    if (!box) return;
    const rtl = words.direction === 'rtl' ? -1 : 1;
    const width = names.current?.offsetWidth ?? 0;
    const scrolled = where === 'nearest' ? nearest : centered;
    const top = row === 0 ? box.scrollTop : scrolled(box.scrollTop, (row - 1) * CELL, box.clientHeight - HEAD);
    const left =
      column === 0 ? box.scrollLeft * rtl : scrolled(box.scrollLeft * rtl, (column - 1) * CELL, box.clientWidth - width);
    box.scrollTo({ top, left: left * rtl, behavior: 'instant' });
  }

  function open({ row, column }: Place): void {
    const country = rows[row - 1]?.country.code ?? null;
    const statement = statements[column - 1]?.id ?? null;
    if (country !== null || statement !== null) ways.go({ country, statement });
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    const next = stepped(event, active, {
      rows: rows.length,
      columns: statements.length,
      page: Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / CELL) - 1),
      rtl: words.direction === 'rtl',
    });
    if (next) goTo(next);
    else if (event.key === 'Enter' || event.key === ' ') open(active);
    else return;
    event.preventDefault();
  }

  function onClick({ target }: TargetedMouseEvent<HTMLElement>): void {
    const pressed = target instanceof Element ? placeOf(target) : undefined;
    if (!pressed) return;
    // A row that is about to be another country's is not what the reader pressed.
    const shown = drawing.drawn.get(pressed.row - 1);
    if (shown && shown.row !== rows[pressed.row - 1]) return;
    place.value = pressed;
    wanted.current = pressed;
    open(pressed);
  }

  return (
    <div
      class="us-matrix"
      ref={scroller}
      role="grid"
      aria-label={words.say('explorer.matrix.name')}
      aria-rowcount={rows.length + 1}
      aria-colcount={statements.length + 1}
      aria-readonly="true"
      aria-busy={!drawing.isWhole}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div class="us-matrix-all" style={{ inlineSize: `calc(var(--us-names) + ${statements.length * CELL}px)` }}>
        <div role="row" aria-rowindex={1} class="us-matrix-head">
          <div role="columnheader" class="us-matrix-corner" ref={names} aria-colindex={1} tabIndex={inRow(0) === 0 ? 0 : -1}>
            {words.say('explorer.country')}
          </div>
          {shownBlocks.map((block) => (
            <Heads
              key={block}
              block={block}
              statements={statements}
              active={inBlock(inRow(0), block)}
              chosen={inBlock(chosenColumn, block)}
              words={words}
            />
          ))}
        </div>
        <svg class="us-matrix-patterns" aria-hidden="true">
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M1 0v6" />
          </pattern>
        </svg>
        <div role="rowgroup" class="us-matrix-rows" style={{ blockSize: `${rows.length * CELL}px` }}>
          {drawing.elements}
        </div>
      </div>
    </div>
  );
}

/** First where the keyboard is, then what the reader sees, then what is around. */
function urgencyOf(index: number, active: number, start: number, end: number): number {
  if (index === active) return 0;
  return index >= start && index <= end ? 1 : 2;
}

/** What is in view, and the one index where the keyboard is: what has the focus stays, and Tab leads there from anywhere. */
function rangeWith(index: number): (range: Range) => number[] {
  return (range) => {
    const drawn = defaultRangeExtractor(range);
    return index < 0 || drawn.includes(index) ? drawn : [...drawn, index].toSorted((a, b) => a - b);
  };
}

function within({ row, column }: Place, rows: number, columns: number): Place {
  return { row: Math.max(0, Math.min(row, rows)), column: Math.max(0, Math.min(column, columns)) };
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** How many rows are in view. */
  readonly page: number;
  readonly rtl: boolean;
}

/** Where a key leads, as in spreadsheets; undefined where it leads nowhere. */
function stepped({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, { row, column }: Place, extent: Extent): Place | undefined {
  if (altKey) return undefined;
  const far = ctrlKey || metaKey;
  const { rows, columns, page, rtl } = extent;
  switch (key) {
    case 'ArrowUp':
      return { row: far ? 1 : row - 1, column };
    case 'ArrowDown':
      return { row: far ? rows : row + 1, column };
    case 'ArrowLeft':
    case 'ArrowRight': {
      const isForward = (key === 'ArrowRight') !== rtl;
      if (far) return { row, column: isForward ? columns : 0 };
      return { row, column: column + (isForward ? 1 : -1) };
    }
    case 'Home':
      return { row: far ? 1 : row, column: 0 };
    case 'End':
      return { row: far ? rows : row, column: columns };
    case 'PageUp':
      return { row: Math.max(1, row - page), column };
    case 'PageDown':
      return { row: row + page, column };
    default:
      return undefined;
  }
}

/** How far to scroll so that a cell at `start` is in view, and no further. */
function nearest(offset: number, start: number, room: number): number {
  if (start < offset) return start;
  return start + CELL > offset + room ? start + CELL - room : offset;
}

/** The same, with the cell in the middle where it was out of view. */
function centered(offset: number, start: number, room: number): number {
  return nearest(offset, start, room) === offset ? offset : Math.max(0, start - (room - CELL) / 2);
}

function cellAt(root: HTMLElement | null, { row, column }: Place): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[aria-rowindex="${row + 1}"] [aria-colindex="${column + 1}"]`) ?? null;
}

/** The place of the cell in which an element is. */
function placeOf(element: Element): Place | undefined {
  const column = element.closest('[aria-colindex]')?.ariaColIndex;
  const row = element.closest('[aria-rowindex]')?.ariaRowIndex;
  return column && row ? { row: Number(row) - 1, column: Number(column) - 1 } : undefined;
}

/** The same function, which keeps what it has answered. */
function eachOnce<Asked, Answer>(of: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const answers = new Map<Asked, Answer>();
  return (asked) => {
    const known = answers.get(asked);
    if (known !== undefined) return known;
    const answer = of(asked);
    answers.set(asked, answer);
    return answer;
  };
}

function remarkOf(agreement: Agreement | undefined, words: Words): string {
  if (!agreement) return '';
  const of = comparable(agreement);
  return of === 0
    ? words.say('explorer.matrix.similarNone')
    : words.say('explorer.matrix.similar', { agreed: words.number(agreement.agreed), comparable: words.number(of) });
}

/** Whether the page is being printed. */
function useIsPrinting(): boolean {
  const isPrinting = useSignal(false);
  useLayoutEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener('beforeprint', () => (isPrinting.value = true), { signal });
    addEventListener('afterprint', () => (isPrinting.value = false), { signal });
    return () => listening.abort();
  }, [isPrinting]);
  return isPrinting.value;
}
