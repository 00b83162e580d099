/** What every view of the explorer is given, and how it leads to another. */

import type { ExplorerState } from '../../data/explorer/state.ts';
import type { CountryCode, Dataset } from '../../data/schema.ts';
import type { Copy } from '../copying.ts';

export interface ViewProps {
  readonly dataset: Dataset;
  readonly state: ExplorerState;
  readonly ways: ExplorerWays;
}

export interface ExplorerWays {
  /**
   * Show the state with these changes. Each is a step that the browser's back button undoes, unless it takes the `place` of the one
   * before: what changes while a slider is dragged or a word is typed.
   */
  go(changes: Partial<ExplorerState>, options?: { readonly inPlace?: boolean }): void;
  /** The same as an address, for links. */
  href(changes: Partial<ExplorerState>): string;
  /** Give the reader a file. */
  save(file: ExplorerFile): void;
  readonly copy: Copy;
  print(): void;
  /** The page's address where others can open it too: not inside an extension or on a disk. */
  readonly address: string | null;
  /** The reader's own country. */
  readonly own: CountryCode | null;
  /** Whether the language is chosen here, in the state, rather than in settings. */
  readonly choosesLanguage: boolean;
}

interface ExplorerFile {
  readonly name: string;
  /** A media type: `text/csv`. */
  readonly type: string;
  readonly content: string | Blob;
}
