/**
 * A row of the matrix, and the head above them. Each draws itself anew only where it is given something else, and of that only the blocks
 * of columns that are new.
 *
 * Cells are one empty element each with its name; what is seen of them is drawn by the block (see matrix-signs.ts).
 */
// biome-ignore-all lint/a11y/useSemanticElements: of a table only the part in view could not be drawn and placed
// biome-ignore-all lint/a11y/useFocusableInteractive: cells take the focus, rows do not
import { Component, createRef } from 'preact';
import type { MatrixRow } from '../../data/explorer/matrix.ts';
import { remarked } from '../../data/in-words.ts';
import type { Words } from '../../data/messages.ts';
import { statementLine } from '../../data/popover-context.ts';
import type { State } from '../../data/position-table.ts';
import type { Statement } from '../../data/schema.ts';
import { CELL, INKS, type Sign, signPaths } from './matrix-signs.ts';
import { signOf } from './PositionSign.tsx';
import { BLOCK } from './row-in-view.ts';
import { SideSign } from './StatementLink.tsx';

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

export class Row extends Steady<RowProps> {
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

export class Heads extends Steady<BlockProps & { readonly words: Words }> {
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

/** The column where it is one of the block. */
export function inBlock(column: number | undefined, block: number): number | undefined {
  return column !== undefined && column > block * BLOCK && column <= (block + 1) * BLOCK ? column : undefined;
}
