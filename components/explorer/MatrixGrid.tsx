/**
 * The grid of the matrix. Only the part in view is drawn, and of that only what is new: a hundred thousand cells scroll as a thousand
 * do. Columns come in blocks, so that scrolling either way draws whole blocks and leaves the others as they are.
 *
 * Cells are one empty element each with its name; what is seen of them is drawn by the block (see matrix-signs.ts). One cell is a stop
 * for the keyboard; arrow keys lead to the others, heads among them, and Enter opens what a cell is about. When it is printed, all of it
 * is there.
 */
// biome-ignore-all lint/a11y/useSemanticElements: of a table only the part in view could not be drawn and placed
// biome-ignore-all lint/a11y/useFocusableInteractive: cells take the focus, rows do not
import { useSignal } from '@preact/signals';
import { defaultRangeExtractor, type Range } from '@tanstack/virtual-core';
import { Component, createRef, type TargetedKeyboardEvent, type TargetedMouseEvent } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type Agreement, comparable } from '../../data/explorer/agreement.ts';
import type { MatrixRow } from '../../data/explorer/matrix.ts';
import { stateInWords } from '../../data/explorer/view-title.ts';
import { remarked } from '../../data/in-words.ts';
import type { Words } from '../../data/messages.ts';
import { statementLine } from '../../data/popover-context.ts';
import type { State } from '../../data/position-table.ts';
import type { CountryCode, Statement } from '../../data/schema.ts';
import { useWords } from '../words.ts';
import { CELL, INKS, type Sign, signPaths } from './matrix-signs.ts';
import { signOf } from './PositionSign.tsx';
import { SideSign } from './StatementLink.tsx';
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
/** How many columns are drawn or left as they are together. */
const BLOCK = 12;
const ROWS_AHEAD = 6;

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
    overscan: ROWS_AHEAD,
    rangeExtractor: useMemo(() => rangeWith(activeRow), [activeRow]),
  });
  const horizontal = useVirtual({
    count: blocks,
    estimateSize: () => BLOCK * CELL,
    getScrollElement: () => scroller.current,
    horizontal: true,
    isRtl: words.direction === 'rtl',
    overscan: 1,
    rangeExtractor: useMemo(() => rangeWith(activeBlock), [activeBlock]),
  });
  const all = (count: number) => Array.from({ length: count }, (_, index) => index);
  const shownRows = isPrinting ? all(rows.length) : vertical.getVirtualItems().map(({ index }) => index);
  const shownBlocks = isPrinting ? all(blocks) : horizontal.getVirtualItems().map(({ index }) => index);
  const chosenColumn = opened?.column ?? 0;

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
    place.value = pressed;
    wanted.current = pressed;
    open(pressed);
  }

  const inRow = (row: number) => (active.row === row ? active.column : undefined);
  return (
    <div
      class="us-matrix"
      ref={scroller}
      role="grid"
      aria-label={words.say('explorer.matrix.name')}
      aria-rowcount={rows.length + 1}
      aria-colcount={statements.length + 1}
      aria-readonly="true"
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
          {shownRows.map((index) => {
            const row = rows[index];
            if (!row) return null;
            const { code } = row.country;
            return (
              // By place: in another order most cells stay what they are.
              <Row
                key={index}
                index={index}
                row={row}
                statements={statements}
                blocks={shownBlocks.join(' ')}
                active={inRow(index + 1)}
                chosen={code === state.country ? chosenColumn : undefined}
                isOwn={code === ways.own}
                remark={agreements ? remarkOf(agreements.get(code), words) : ''}
                hatch={hatch}
                inWords={inWords}
                words={words}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  readonly index: number;
  readonly row: MatrixRow;
  readonly statements: readonly Statement[];
  /** The numbers of the blocks that are drawn, parted by spaces: a value, to be compared. */
  readonly blocks: string;
  /** The column that is a stop for the keyboard; undefined: in another row. */
  readonly active: number | undefined;
  /** The column that is open beside the grid, 0 being the name; undefined: none. */
  readonly chosen: number | undefined;
  readonly isOwn: boolean;
  /** Beside the name. */
  readonly remark: string;
  /** The pattern of what is not known. */
  readonly hatch: string;
  readonly inWords: (state: State) => string;
  readonly words: Words;
}

/** Draws itself anew only for other props: most rows stay as they are while the grid scrolls. */
abstract class Steady<Props extends object> extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return (Object.keys(next) as (keyof Props)[]).some((name) => next[name] !== this.props[name]);
  }
}

class Row extends Steady<RowProps> {
  override render({ index, row, statements, blocks, active, chosen, isOwn, remark, hatch, inWords, words }: RowProps) {
    return (
      <div role="row" aria-rowindex={index + 2} class="us-matrix-row" style={{ insetBlockStart: `${index * CELL}px` }}>
        <div
          role="rowheader"
          class={isOwn ? 'us-matrix-name us-own' : 'us-matrix-name'}
          aria-colindex={1}
          tabIndex={active === 0 ? 0 : -1}
          aria-selected={chosen === 0 ? true : undefined}
        >
          <span>{isOwn ? remarked(row.name, words.say('explorer.own'), words) : row.name}</span>
          {remark && <small>{remark}</small>}
        </div>
        {blocks.split(' ').map((block) => (
          <Cells
            key={block}
            block={Number(block)}
            row={row}
            statements={statements}
            active={inBlock(active, Number(block))}
            chosen={inBlock(chosen, Number(block))}
            hatch={hatch}
            inWords={inWords}
            rtl={words.direction === 'rtl'}
          />
        ))}
      </div>
    );
  }
}

interface BlockProps {
  readonly block: number;
  readonly statements: readonly Statement[];
  /** The column that is a stop for the keyboard; undefined: none of this block. */
  readonly active: number | undefined;
  readonly chosen: number | undefined;
}

interface CellsProps extends BlockProps, Pick<RowProps, 'row' | 'hatch' | 'inWords'> {
  readonly rtl: boolean;
}

/**
 * The cells of a row in a block. Those are elements without Preact, which would compare all that each is with all that it was: of ten
 * thousand cells that takes longer than all else.
 */
class Cells extends Steady<CellsProps> {
  private readonly box = createRef<HTMLDivElement>();
  private signs: readonly Sign[] = [];
  private readonly drawn: { readonly cell: HTMLElement; name: string }[] = [];
  private stop: HTMLElement | undefined;
  private open: HTMLElement | undefined;

  override componentDidMount(): void {
    this.drawCells();
  }

  override componentDidUpdate(): void {
    this.drawCells();
  }

  override render({ block, row, statements, hatch, rtl }: CellsProps) {
    this.signs = signsIn(row, statements).slice(block * BLOCK, (block + 1) * BLOCK);
    const paths = signPaths(rtl ? this.signs.toReversed() : this.signs);
    return (
      <div role="none" class="us-matrix-block" style={placeOfBlock(block, this.signs.length)}>
        <div role="none" class="us-matrix-cells" ref={this.box} />
        <svg class="us-matrix-signs" aria-hidden="true">
          {INKS.map((ink) => {
            const path = paths.get(ink);
            return (
              path && <path key={ink} class={`us-${ink}`} d={path} fill={ink === 'not-known' ? `url(#${hatch})` : undefined} />
            );
          })}
        </svg>
      </div>
    );
  }

  private drawCells(): void {
    const { block, active, chosen, inWords } = this.props;
    const from = block * BLOCK;
    this.signs.forEach(({ state }, offset) => {
      const name = inWords(state);
      const known = this.drawn[offset];
      if (known?.name === name) return;
      const cell = known?.cell ?? emptyCell(from + offset + 1);
      cell.setAttribute('aria-label', name);
      this.drawn[offset] = { cell, name };
      if (!known) this.box.current?.append(cell);
    });
    for (const { cell } of this.drawn.splice(this.signs.length)) cell.remove();
    const at = (column: number | undefined) => (column === undefined ? undefined : this.drawn[column - 1 - from]?.cell);
    const [stop, open] = [at(active), at(chosen)];
    // Without an index it would lose the focus.
    if (stop !== this.stop && this.stop) this.stop.tabIndex = -1;
    if (stop) stop.tabIndex = 0;
    if (open !== this.open) this.open?.removeAttribute('aria-selected');
    open?.setAttribute('aria-selected', 'true');
    this.stop = stop;
    this.open = open;
  }
}

function emptyCell(column: number): HTMLElement {
  const cell = document.createElement('div');
  cell.setAttribute('class', 'us-matrix-cell');
  cell.setAttribute('role', 'gridcell');
  cell.setAttribute('aria-colindex', String(column + 1));
  return cell;
}

/** What a row shows; looked up once, since it is drawn again wherever an order puts it. */
function signsIn(row: MatrixRow, statements: readonly Statement[]): readonly Sign[] {
  const known = signsOfRows.get(row);
  if (known) return known;
  const signs = statements.map((statement, index) => signOf(statement, row.positions[index] ?? 'not-known'));
  signsOfRows.set(row, signs);
  return signs;
}

/** A row belongs to one matrix, whose statements are always the same. */
const signsOfRows = new WeakMap<MatrixRow, readonly Sign[]>();

class Heads extends Steady<BlockProps & { readonly words: Words }> {
  override render({ block, statements, active, chosen, words }: typeof this.props) {
    const from = block * BLOCK;
    const shown = statements.slice(from, from + BLOCK);
    return (
      <div role="none" class="us-matrix-block" style={placeOfBlock(block, shown.length)}>
        {shown.map((statement, offset) => {
          const column = from + offset + 1;
          const { headline } = statementLine(statement, words);
          return (
            <div
              key={statement.id}
              role="columnheader"
              class="us-matrix-statement"
              aria-colindex={column + 1}
              aria-label={`${headline}, ${words.date(statement.date)}`}
              aria-selected={chosen === column ? true : undefined}
              title={headline}
              tabIndex={active === column ? 0 : -1}
            >
              {/* Figures stand upright in every language, and take no more room in one than in another. */}
              <time dateTime={statement.date}>{statement.date}</time>
              <SideSign statement={statement} />
            </div>
          );
        })}
      </div>
    );
  }
}

function placeOfBlock(block: number, columns: number) {
  return {
    insetInlineStart: `calc(var(--us-names) + ${block * BLOCK * CELL}px)`,
    inlineSize: `${columns * CELL}px`,
  };
}

/** What is in view, and the one index where the keyboard is: what has the focus stays, and Tab leads there from anywhere. */
function rangeWith(index: number): (range: Range) => number[] {
  return (range) => {
    const drawn = defaultRangeExtractor(range);
    return index < 0 || drawn.includes(index) ? drawn : [...drawn, index].toSorted((a, b) => a - b);
  };
}

/** The column where it is one of the block. */
function inBlock(column: number | undefined, block: number): number | undefined {
  return column !== undefined && column > block * BLOCK && column <= (block + 1) * BLOCK ? column : undefined;
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
