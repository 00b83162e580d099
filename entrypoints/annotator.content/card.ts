/** The way from a mark to its card: loads the overlay into the frame when first needed and hands it what to show. */
import type { Mention } from '../../data/detection/mention.ts';
import type { MentionPlace } from '../../data/hiding.ts';
import { type Language, languageFor } from '../../data/languages.ts';
import type { Catalogue } from '../../data/messages.ts';
import type { Settings } from '../../data/settings.ts';
import { isInPage } from '../content/text-blocks.ts';
import type { AnnotatorParts, ChangeSettings } from '../shared/annotator.ts';
import type { CardAbove, CardRequest, MentionPosition, Overlay } from '../shared/overlay.ts';
import { type Mark, rangeOf } from './marks.ts';

/** How a card is asked for: see CardRequest. */
export type ShowOptions = Pick<CardRequest, 'focus' | 'point' | 'touch' | 'position'>;

export interface Card {
  /** Make the card of a mark ready, where nobody sees it. */
  prepare(mark: Mark): Promise<void>;
  /** Show the card of a mark. Resolves when it is there, or when it was hidden before it could be. */
  show(mark: Mark, options: ShowOptions): Promise<void>;
  /** Put the focus at a mark, from where `onOpen` opens its card. */
  stopAt(mark: Mark, position: MentionPosition, onOpen: () => void): Promise<void>;
  /** Take that away. */
  leaveStop(): void;
  hide(): void;
  /** Close the pinned card, and one of this frame that stands above it. */
  unpin(): void;
  /** The mark whose card is pinned, which may have gone since. */
  pinnedMark(): number | undefined;
  /** The card an event came from inside: the one shown here, or the pinned one. */
  cardOf(event: Event): 'live' | 'pinned' | undefined;
  /** Whether the reader is in it: then it is not taken away. */
  holdsFocus(): boolean;
  /** Where it stands; undefined while none is shown. */
  box(): DOMRect | undefined;
  dispose(): void;
}

/** Frames narrower or lower than these, in CSS pixels, have no room to read even a sheet in. */
const LEAST_WIDTH = 260;
const LEAST_HEIGHT = 180;

export interface CardParts {
  readonly settings: () => Settings;
  /** The day, month or year that the page is dated. */
  readonly pageDate: () => string | undefined;
  /** Put the overlay's script into this frame. */
  readonly loadOverlay: () => Promise<unknown>;
  readonly loadCatalogue: AnnotatorParts['loadCatalogue'];
  readonly showAbove: AnnotatorParts['showAbove'];
  readonly openOptions: () => void;
  readonly openExplorer: CardRequest['openExplorer'];
  /** Where a mark's mention stands. */
  readonly placeOf: (mark: Mark) => MentionPlace;
  readonly topAddress: () => Promise<string>;
  readonly changeSettings: ChangeSettings;
  readonly onDismiss: () => void;
  readonly onPinChange: () => void;
}

export function createCard(parts: CardParts): Card {
  const {
    settings,
    pageDate,
    loadOverlay,
    loadCatalogue,
    openOptions,
    openExplorer,
    placeOf,
    topAddress,
    changeSettings,
    onDismiss,
    onPinChange,
  } = parts;
  let overlay: Overlay | undefined;
  let loading: Promise<unknown> | undefined;
  let catalogue: Promise<Catalogue> | undefined;
  let language: Language | undefined;
  let turn = 0;
  /** The turn of the card that was asked for last. */
  let lastShown = 0;
  /** Whether a card of this frame stands above it, as far as is known here. */
  let isAbove = false;

  async function load(): Promise<Overlay | undefined> {
    if (!overlay) {
      if (!globalThis.pageNotesOverlay) {
        loading ??= loadOverlay().finally(() => {
          loading = undefined;
        });
        await loading;
      }
      overlay = globalThis.pageNotesOverlay;
    }
    return overlay;
  }

  function catalogueNow(): Promise<Catalogue> {
    const chosen = settings().language;
    const wanted = languageFor(chosen ? [chosen] : navigator.languages);
    if (catalogue && language === wanted) return catalogue;
    language = wanted;
    const asked = loadCatalogue(wanted);
    catalogue = asked;
    // Asked again for the next card.
    asked.catch(() => {
      if (catalogue === asked) catalogue = undefined;
    });
    return asked;
  }

  function requestFor(mark: Mark, catalogue: Catalogue, options: ShowOptions): CardRequest {
    const place = placeOf(mark);
    return {
      mark: mark.id,
      ...subjectOf(mark, pageDate()),
      settings: settings(),
      catalogue,
      anchor: () => (mark.nodes.every(isInPage) ? safely(() => rangeOf(mark)) : undefined),
      openOptions,
      openExplorer,
      onDismiss,
      onPinChange,
      place,
      topAddress,
      changeSettings,
      ...options,
    };
  }

  /** In place of a card here, where there is no room for one: true if it is there. */
  async function showAbove(mark: Mark, { focus, position }: ShowOptions, mine: number): Promise<boolean> {
    if (!parts.showAbove || !isTooSmall(window)) return false;
    const card: CardAbove = { ...subjectOf(mark, pageDate()), place: placeOf(mark), focus, ...(position && { position }) };
    const isThere = (await parts.showAbove(card).catch(() => false)) === true;
    // Where it is refused, one before it may still stand.
    isAbove ||= isThere;
    // Another card above takes its place by itself.
    if (mine !== turn && mine === lastShown) takeFromAbove();
    return isThere;
  }

  function takeFromAbove(): void {
    if (isAbove) parts.showAbove?.(null).catch(() => undefined);
    isAbove = false;
  }

  return {
    async prepare(mark) {
      if (parts.showAbove && isTooSmall(window)) return;
      const mine = turn;
      const [loaded, catalogue] = await Promise.all([load(), catalogueNow()]);
      if (mine === turn) loaded?.prepare(requestFor(mark, catalogue, { focus: false }));
    },
    async show(mark, options) {
      const mine = ++turn;
      lastShown = mine;
      if (await showAbove(mark, options, mine)) {
        // It is the reader's to close there; here none is open.
        if (mine === turn) onDismiss();
        return;
      }
      const [loaded, catalogue] = await Promise.all([load(), catalogueNow()]);
      if (mine === turn) loaded?.show(requestFor(mark, catalogue, options));
    },
    async stopAt(mark, position, onOpen) {
      const mine = ++turn;
      const [loaded, catalogue] = await Promise.all([load(), catalogueNow()]);
      if (mine !== turn) return;
      const { anchor, settings, place } = requestFor(mark, catalogue, { focus: true });
      loaded?.showStop({ anchor, settings, catalogue, text: place.text, position, onOpen });
    },
    leaveStop() {
      turn++;
      overlay?.hideStop();
    },
    hide() {
      turn++;
      overlay?.hide();
    },
    unpin() {
      overlay?.unpin();
      takeFromAbove();
    },
    pinnedMark: () => overlay?.pinnedMark(),
    cardOf: (event) => overlay?.cardOf(event),
    holdsFocus: () => overlay?.holdsFocus() ?? false,
    box: () => overlay?.box(),
    dispose() {
      turn++;
      takeFromAbove();
      overlay?.dispose();
      overlay = undefined;
    },
  };
}

/** What a mark refers to, and where it stands in a page of this date. */
export function subjectOf({ mention, blockText }: Mark, date: string | undefined): Pick<CardRequest, 'target' | 'article'> {
  return {
    target: targetOf(mention),
    article: { ...(date && { date }), passage: { text: blockText, start: mention.start, end: mention.end } },
  };
}

function isTooSmall({ innerWidth, innerHeight }: Window): boolean {
  return innerWidth < LEAST_WIDTH || innerHeight < LEAST_HEIGHT;
}

/** A mark's text may be cut by the page at any time; then there is no range. */
function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** What a mention's card is about, without where it stands. */
function targetOf(mention: Mention): CardRequest['target'] {
  const { start: _, end: __, ...target } = mention;
  return target;
}
