/** What is around each picture: what it shows, what is pointed at, its key, the same as a table, and the picture as a file. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useMemo, useRef } from 'preact/hooks';
import { useWords } from '../words.ts';
import { DRAWING, KEY, type PictureTexts, pictureAsPng, pictureAsSvg } from './picture-export.ts';
import type { PictureList } from './picture-list.ts';
import { TableScroll } from './TableScroll.tsx';

/** One entry of the key: a sign as it is in the picture, and what it means. */
export interface KeyEntry {
  readonly id: string;
  readonly sign: ComponentChildren;
  readonly text: string;
}

export interface PictureTable {
  readonly head: readonly string[];
  /** As many cells as `head`; the first leads to what `id` names. */
  readonly rows: readonly { readonly id: string; readonly cells: readonly [string, ...string[]] }[];
}

interface PictureProps {
  readonly texts: PictureTexts;
  /** What it tells at a glance, for those who do not see it. */
  readonly description: string;
  /** What is said of the thing that is pointed at; '' where nothing is. */
  readonly told: ReadonlySignal<string>;
  readonly keyEntries: readonly KeyEntry[];
  readonly table: PictureTable;
  /** The file's name without its ending. */
  readonly fileName: string;
  readonly onPick: (id: string) => void;
  /** Give the reader a file; without it none is offered. */
  readonly onSave?: ((blob: Blob, name: string) => void) | undefined;
  readonly children: (ids: { readonly title: string; readonly description: string }) => ComponentChildren;
}

export function Picture(props: PictureProps) {
  const { texts, description, told, keyEntries, table, fileName, onPick, onSave, children } = props;
  const { say } = useWords();
  const figure = useRef<HTMLElement>(null);
  const ids = { title: useId(), description: useId() };
  const failed = useSignal(false);

  async function save(ending: 'png' | 'svg'): Promise<void> {
    if (!figure.current) return;
    try {
      const blob = ending === 'png' ? await pictureAsPng(figure.current, texts) : pictureAsSvg(figure.current, texts);
      failed.value = false;
      onSave?.(blob, `${fileName}.${ending}`);
    } catch {
      failed.value = true;
    }
  }

  return (
    <figure class="us-picture" ref={figure} aria-labelledby={ids.title}>
      <figcaption>
        <b id={ids.title}>{texts.title}</b>
        <span class="us-small">{texts.date}</span>
        <span id={ids.description} class="us-for-readers">
          {description}
        </span>
      </figcaption>
      <Told told={told} hint={say('explorer.picture.hint')} />
      <div class="us-picture-drawing">{children(ids)}</div>
      <ul class="us-picture-key" aria-label={say('explorer.picture.key')} {...{ [KEY]: '' }}>
        {keyEntries.map(({ id, sign, text }) => (
          <li key={id}>
            {sign}
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {texts.note && <p class="us-small">{texts.note}</p>}
      <p class="us-small">{texts.source}</p>
      {onSave && (
        <p class="us-picture-files">
          <button type="button" class="us-button" onClick={() => save('png')}>
            {say('explorer.picture.png')}
          </button>
          <button type="button" class="us-button" onClick={() => save('svg')}>
            {say('explorer.picture.svg')}
          </button>
          <span role="status">{failed.value && say('explorer.picture.failed')}</span>
        </p>
      )}
      <TableOf table={table} title={texts.title} onPick={onPick} />
    </figure>
  );
}

interface DrawingProps {
  /** Those of the texts that name and describe it, as the picture gives them. */
  readonly ids: { readonly title: string; readonly description: string };
  readonly list: PictureList;
  readonly width: number;
  readonly height: number;
  /** The least it is shown at, in CSS pixels. */
  readonly leastWidth?: number | undefined;
  /** What lies under the things that can be picked, and says nothing more than they. */
  readonly ground: ComponentChildren;
  /** The same above them. */
  readonly cover?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The drawing itself: a list of what can be picked in it. */
export function Drawing({ ids, list, width, height, leastWidth, ground, cover, children }: DrawingProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its title is the picture's; a title of its own would cover it when pointed at
    <svg
      viewBox={`0 0 ${width} ${height}`}
      style={leastWidth === undefined ? undefined : { minInlineSize: `${leastWidth}px` }}
      aria-labelledby={ids.title}
      aria-describedby={ids.description}
      {...{ [DRAWING]: '' }}
      {...list.props}
    >
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus */}
      <g aria-hidden="true">{ground}</g>
      {children}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: as above */}
      <g aria-hidden="true">{cover}</g>
    </svg>
  );
}

/** What is pointed at, in a place of its own: nothing covers the picture, and nothing moves. */
function Told({ told, hint }: { readonly told: ReadonlySignal<string>; readonly hint: string }) {
  // Whoever listens is told the same by the list itself.
  return (
    <p class="us-told" aria-hidden="true">
      {told.value || <span class="us-sub">{hint}</span>}
    </p>
  );
}

/** Made when it is opened: the record has thousands of answers, and most readers look at the picture. */
function TableOf({ table, title, onPick }: Pick<PictureProps, 'table' | 'onPick'> & { readonly title: string }) {
  const { say } = useWords();
  const isOpen = useSignal(false);
  const shown = isOpen.value;
  const rows = useMemo(
    () =>
      shown &&
      table.rows.map(({ id, cells: [first, ...others] }) => (
        <tr key={id}>
          <th scope="row">
            <button type="button" class="us-name" onClick={() => onPick(id)}>
              {first}
            </button>
          </th>
          {others.map((cell, index) => (
            <td key={table.head[index + 1]}>{cell}</td>
          ))}
        </tr>
      )),
    [shown, table, onPick],
  );
  return (
    <div class="us-picture-table">
      <button
        type="button"
        class="us-button"
        aria-expanded={shown}
        onClick={() => {
          isOpen.value = !shown;
        }}
      >
        {say('explorer.picture.table')}
      </button>
      {shown && (
        <TableScroll label={title}>
          <table class="us-data">
            <thead>
              <tr>
                {table.head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{rows}</tbody>
          </table>
        </TableScroll>
      )}
    </div>
  );
}
