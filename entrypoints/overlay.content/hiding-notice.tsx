/**
 * The notice that stands in a card's place when the reader has hidden something there. It needs no mark: that one is gone, and often
 * the annotator with it. It goes as a card does: when the pointer has left it, by Esc, by a press beside it; never by itself.
 */
import { render } from 'preact';
import type { CardLook } from '../../components/card-look.ts';
import { HidingNotice } from '../../components/HidingNotice.tsx';
import { WordsProvider } from '../../components/words.ts';
import type { Hiding } from '../../data/hiding.ts';
import type { Catalogue } from '../../data/messages.ts';
import { cardWords } from './card-words.ts';
import { whenDismissed } from './dismissal.ts';
import { dress } from './page-theme.ts';

/** However short cards stay, a notice has to be reached: it is small, and stands where something else was. */
const LEAST_STAY = 300;

export interface Notice {
  readonly hiding: Hiding;
  /** The words that were marked. */
  readonly text: string;
  /** Where the card stood, and in it what was pressed. */
  readonly card: DOMRect;
  readonly pressed: DOMRect | undefined;
  readonly look: CardLook;
  /** The messages of cards in the reader's language. */
  readonly catalogue: Catalogue;
  /** Move the focus to "Undo", and back when the notice goes. */
  readonly focus: boolean;
  /** Milliseconds it stays after the pointer has left it. */
  readonly stay: number;
  readonly undo: () => Promise<void>;
}

export interface NoticeSurface {
  show(notice: Notice): void;
  /** Say that the browser did not do it, if the notice is still there. */
  fail(notice: Notice): void;
  hide(): void;
  readonly isOpen: boolean;
}

/** `onGone` is called each time a notice has gone. */
export function createNoticeSurface(root: ShadowRoot, onGone: () => void): NoticeSurface {
  const surface = document.createElement('div');
  surface.className = 'surface';
  surface.popover = 'manual';
  root.append(surface);
  let shown: Notice | undefined;
  let listening: AbortController | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let focusBefore: Element | null = null;

  function draw(notice: Notice, failed = false): void {
    const undo = () => {
      notice.undo().then(
        () => shown === notice && hide(),
        () => fail(notice),
      );
    };
    render(
      <WordsProvider value={cardWords(notice.catalogue)}>
        <HidingNotice hiding={notice.hiding} text={notice.text} failed={failed} onUndo={undo} onClose={hide} />
      </WordsProvider>,
      surface,
    );
  }

  function show(notice: Notice): void {
    hide();
    shown = notice;
    // Within a pinned card, say.
    focusBefore = root.activeElement ?? document.activeElement;
    dress(surface, notice.look);
    draw(notice);
    surface.showPopover();
    place(notice);
    if (notice.focus) focusFirst();
    listen(notice.stay);
  }

  function fail(notice: Notice): void {
    if (shown !== notice) return;
    const hadFocus = holdsFocus();
    draw(notice, true);
    // "Undo" has gone, and with it the focus that was on it.
    if (hadFocus) focusFirst();
  }

  function focusFirst(): void {
    surface.querySelector('button')?.focus({ preventScroll: true });
  }

  function holdsFocus(): boolean {
    return surface.contains(root.activeElement);
  }

  /** Within the card's place, where its lines began, so that the pointer is on it. */
  function place({ card, pressed, catalogue }: Notice): void {
    const { width, height } = surface.getBoundingClientRect();
    const wanted = pressed ? pressed.top + pressed.height / 2 - height / 2 : card.bottom;
    const top = Math.max(card.top, Math.min(wanted, card.bottom - height));
    const left = cardWords(catalogue).direction === 'rtl' ? card.right - width : card.left;
    Object.assign(surface.style, { left: `${left}px`, top: `${top}px` });
  }

  function listen(stay: number): void {
    listening = new AbortController();
    const options = { capture: true, passive: true, signal: listening.signal };
    const isInside = (event: Event) => event.target === root.host;
    const leave = () => {
      leaving ??= setTimeout(() => (isHeld() ? back() : hide()), Math.max(stay, LEAST_STAY));
    };
    const back = () => {
      clearTimeout(leaving);
      leaving = undefined;
    };
    // What a page makes up itself neither keeps it nor sends it away.
    window.addEventListener(
      'pointermove',
      (event) => event.isTrusted && (isInside(event) ? back() : event.pointerType !== 'touch' && leave()),
      options,
    );
    document.documentElement.addEventListener('pointerleave', (event) => event.isTrusted && leave(), {
      passive: true,
      signal: listening.signal,
    });
    whenDismissed(root.host, listening.signal, hide);
  }

  /** A reader who came by keyboard is in it; one who pressed with the pointer left the focus there and is gone. */
  function isHeld(): boolean {
    return surface.querySelector(':focus-visible') !== null;
  }

  function hide(): void {
    if (!shown) return;
    shown = undefined;
    listening?.abort();
    clearTimeout(leaving);
    leaving = undefined;
    const hadFocus = holdsFocus();
    surface.hidePopover();
    render(null, surface);
    if (hadFocus && focusBefore instanceof HTMLElement && focusBefore.isConnected) focusBefore.focus({ preventScroll: true });
    focusBefore = null;
    onGone();
  }

  return {
    show,
    fail,
    hide,
    get isOpen() {
      return shown !== undefined;
    },
  };
}
