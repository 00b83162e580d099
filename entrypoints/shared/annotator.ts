/**
 * Where the annotator, brought to a frame that may concern the matter, and the content script meet: a global of the frame's isolated
 * world, which page scripts cannot see.
 */
import type { Language } from '../../data/languages.ts';
import type { Catalogue } from '../../data/messages.ts';
import type { Settings } from '../../data/settings.ts';
import type { Scope, ShadowRootOf } from '../content/text-blocks.ts';
import type { MentionReport, MentionSubject } from './messages.ts';
import type { CardAbove, CardRequest, MentionPosition } from './overlay.ts';

/** Store what a function makes of the settings as they are stored now. Rejects where the browser refuses. */
export type ChangeSettings = (change: (now: Settings) => Partial<Settings>) => Promise<void>;

export interface AnnotatorParts {
  readonly settings: Settings;
  /** A text of the page, to prepare for texts like it. */
  readonly sample: string;
  readonly shadowRootOf: ShadowRootOf;
  /** Shadow trees met so far. */
  readonly shadowRoots: () => readonly ShadowRoot[];
  /** False when the extension has gone: then nothing is done any more. */
  readonly isAlive: () => boolean;
  /** Marks have come or gone. */
  readonly onMarks: () => void;
  /** The page is left with marks in it, for good or to be gone back to. */
  readonly onLeft: () => void;
  readonly loadOverlay: () => Promise<unknown>;
  /** The messages of cards. */
  readonly loadCatalogue: (language: Language) => Promise<Catalogue>;
  /** Show a card at the top of the page, or with null none any more. Rejects where that cannot be; absent at the top itself. */
  readonly showAbove?: (card: CardAbove | null) => Promise<unknown>;
  readonly openOptions: () => void;
  readonly openExplorer: CardRequest['openExplorer'];
  /** The host name of the page at the top; '' where it has none. */
  readonly site: string;
  /** The address of the page at the top without its fragment; '' where nobody tells. */
  readonly topAddress: () => Promise<string>;
  readonly changeSettings: ChangeSettings;
}

/** Where in a list of mentions a reader is, as indices into it. */
export interface ReadingPosition {
  readonly count: number;
  /** The one whose card was opened last; null: none so far. */
  readonly current: number | null;
  /** The first that stands in the window; null: none does. */
  readonly inView: number | null;
}

/** Marks the frame's mentions, keeps the marks true to the text, and shows cards. */
export interface Annotator {
  /** Read scopes into marks, after whatever is being read. */
  read(scopes: readonly Scope[]): Promise<void>;
  /** The page has changed: forget marks whose text has gone or, with `editing`, become something to edit. */
  tidy(editing: boolean): void;
  update(settings: Settings): void;
  /** The mentions in document order, only those a reader can see. */
  list(): MentionReport[];
  /** How many mentions `list()` has, and where in it the reader is. */
  position(): ReadingPosition;
  /** Scroll to a mention and open its card with the focus inside: by its place in `list()`, or by its id. */
  open(which: { readonly index: number } | { readonly id: number }, position?: MentionPosition): void;
  /** Scroll to a mention by its place in `list()` and put the focus there, without its card. */
  stopAt(index: number, position: MentionPosition): void;
  /** Scroll to a mention, by its id, paint it apart from all others, and tell of it; undefined where it has gone. 0: paint none apart. */
  pointOut(id: number): MentionSubject | undefined;
  /** Close the card and forget the place. */
  leave(): void;
  /** What reading took so far; it counts apart from the content script, whose modules it has copies of. */
  millisecondsSpent(): number;
  /** Take marks and card away for good. */
  dispose(): void;
}

declare global {
  var pageNotesAnnotator: ((parts: AnnotatorParts) => Annotator) | undefined;
}
