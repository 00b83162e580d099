/**
 * Feeds the pointer and keyboard of a page with marks to the hover machine (hover.ts) and does what it decides.
 * Listens to nothing while there is neither mark nor pinned card; never cancels an event of the page, except Esc pressed inside
 * a card.
 */
import type { Settings } from '../../data/settings.ts';
import { holds } from '../content/own-properties.ts';
import type { MentionPosition } from '../shared/overlay.ts';
import type { Card, ShowOptions } from './card.ts';
import { distanceTo, type Point, toGo } from './corridor.ts';
import { markAt, rectsOf } from './hit-test.ts';
import { type HoverEvent, type HoverState, IDLE, reduceHover, SCROLL_REST, shownIn, waitOf } from './hover.ts';
import type { Mark, Marks } from './marks.ts';

/** Milliseconds without a pointer event after which the pointer is at rest, however fast it came. */
const AT_REST = 60;

/**
 * Milliseconds the pointer has to be slow on a mark before its card is made ready: longer than a sweep is on one, slow for a
 * moment as it may be, and early enough for the card to be ready when the reader's delay is over.
 */
const PREPARE_AFTER = 80;

/**
 * Milliseconds before the reader's delay is over at which the card is put up, to be in the frame that is painted when it is over:
 * browsers hand out pointer events at the start of a frame, so a timer of so many whole frames comes just too late for the last.
 */
const AHEAD = 8;

/** The names a key has in keyboard events and its flag in those of the pointer. */
const KEYS = {
  alt: { name: 'Alt', flag: 'altKey' },
  ctrl: { name: 'Control', flag: 'ctrlKey' },
  shift: { name: 'Shift', flag: 'shiftKey' },
} as const;

type HoverSettings = Pick<Settings, 'trigger' | 'triggerKey' | 'openDelay' | 'closeDelay'>;

export interface HoverWatcher {
  /** Listen as long as there are marks. */
  listen(on: boolean): void;
  update(settings: HoverSettings): void;
  /** Open a mark's card with the focus inside. */
  open(mark: Mark, position?: MentionPosition): void;
  dismiss(): void;
  /** Close the card if its mark has gone. */
  forget(mark: Mark): void;
  /** The live card has become the pinned one, or the pinned one was closed. */
  onPinChange(): void;
}

export interface HoverParts {
  readonly marks: Marks;
  readonly card: Card;
  /** Whether a mark opens its card; of the others the one whose card is open is pointed at all the same. */
  readonly isShown: (mark: Mark) => boolean;
  readonly shadowRoots: () => readonly ShadowRoot[];
  /** Called before anything else on each event: false when the extension is gone. */
  readonly isAlive: () => boolean;
  readonly onOpen: (mark: Mark) => void;
}

export function createHoverWatcher(
  { marks, card, isShown, shadowRoots, isAlive, onOpen }: HoverParts,
  initialSettings: HoverSettings,
): HoverWatcher {
  let settings = initialSettings;
  let state: HoverState = IDLE;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let preparing: ReturnType<typeof setTimeout> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** The pointer as it was last seen in the window. */
  let last: PointerEvent | undefined;
  /** Where the pointer was last on the open card or its mark. */
  let departure: (Point & { readonly from: 'card' | 'mark' }) | undefined;
  /** Whether the key is held that the `modifier` trigger asks for. */
  let keyHeld = false;
  let hasMarks = false;
  let listening: AbortController | undefined;

  function dispatch(event: HoverEvent, options: ShowOptions = { focus: false }): void {
    const before = state;
    state = reduceHover(state, event);
    if (state === before) return;
    if (state.token !== before.token) {
      clearTimeout(waiting);
      clearTimeout(preparing);
      if (state.at === 'dwelling') preparing = setTimeout(prepare, PREPARE_AFTER, marks.get(state.mark));
      const wait = waitOf(state, { open: settings.openDelay, close: settings.closeDelay });
      const { token } = state;
      const due = wait !== undefined && state.at === 'dwelling' ? Math.max(0, wait - AHEAD) : wait;
      if (due !== undefined)
        waiting = setTimeout(() => dispatch({ type: 'waited', token, held: card.holdsFocus() }, here()), due);
    }
    const shown = shownIn(state);
    if (shown === shownIn(before) && event.type !== 'show') return;
    const mark = shown === null ? undefined : marks.get(shown);
    if (mark) show(mark, options);
    else card.hide();
  }

  function show(mark: Mark, options: ShowOptions): void {
    departure = options.point && { ...options.point, from: 'mark' };
    onOpen(mark);
    card.show(mark, options).catch(() => dispatch({ type: 'dismiss' }));
  }

  function prepare(mark: Mark | undefined): void {
    // What fails now is tried again when the card is to be shown.
    if (mark) card.prepare(mark).catch(() => {});
  }

  const here = () => ({ focus: false, ...(last && { point: { x: last.clientX, y: last.clientY } }) });

  function pointAt(event: PointerEvent, speed: number): void {
    const { clientX: x, clientY: y } = event;
    const shown = shownIn(state);
    const over = card.cardOf(event);
    const inCard = over === 'live';
    // With another trigger the pointer closes cards but opens none.
    const opens = settings.trigger === 'hover' || (settings.trigger === 'modifier' && keyHeld);
    const found = over || !(opens || shown !== null) ? undefined : markUnder(x, y);
    const mark = found && (found.id === shown || (opens && found.id !== card.pinnedMark())) ? found.id : null;
    dispatch(
      {
        type: 'point',
        mark,
        inCard,
        toGo: inCard || mark === shown ? null : wayFrom({ x, y }),
        speed,
        pressed: event.buttons !== 0,
        held: card.holdsFocus(),
      },
      here(),
    );
    if (inCard || (mark !== null && mark === shownIn(state))) departure = { x, y, from: inCard ? 'card' : 'mark' };
  }

  function markUnder(x: number, y: number): Mark | undefined {
    return markAt(marks, x, y, shadowRoots(), (mark) => isShown(mark) || mark.id === shownIn(state));
  }

  /** Pixels to go from mark to card, or back; null if the pointer has left the way, or no card is open. */
  function wayFrom(at: Point): number | null {
    const shown = shownIn(state);
    const mark = shown === null ? undefined : marks.get(shown);
    if (!mark || !departure) return null;
    const destination = departure.from === 'mark' ? card.box() : nearestLine(mark, at);
    return destination ? toGo(departure, destination, at) : null;
  }

  function onPointerMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    // Browsers repeat the last move when something has moved under a pointer that rests.
    if (event.clientX === last?.clientX && event.clientY === last.clientY && event.buttons === last.buttons) return;
    const speed = last ? speedBetween(last, event) : Number.POSITIVE_INFINITY;
    last = event;
    keyHeld = event[KEYS[settings.triggerKey].flag];
    restAfter(state.at === 'scrolling' ? SCROLL_REST + AT_REST : AT_REST);
    pointAt(event, speed);
  }

  function restAfter(delay: number): void {
    clearTimeout(resting);
    resting = setTimeout(() => last && pointAt(last, 0), delay);
  }

  function onPointerDown(event: PointerEvent): void {
    clearTimeout(resting);
    if (event.pointerType !== 'touch') last = event;
    const over = card.cardOf(event);
    if (over === 'live') return;
    // Pressing on the open card's own mark keeps it: a click there means that card.
    const mark = over ? undefined : markUnder(event.clientX, event.clientY);
    if (!mark || mark.id !== shownIn(state)) dispatch({ type: 'dismiss' });
  }

  function onClick(event: MouseEvent): void {
    const touch = (event as PointerEvent).pointerType === 'touch';
    const opens = touch || settings.trigger === 'click';
    if (!opens || card.cardOf(event) || isForPage(event)) return;
    const mark = markUnder(event.clientX, event.clientY);
    // A card that is open already goes on as it is.
    if (mark && mark.id !== card.pinnedMark() && mark.id !== shownIn(state))
      dispatch({ type: 'show', mark: mark.id }, { focus: false, touch, point: { x: event.clientX, y: event.clientY } });
  }

  /** A scroll moves other text under a pointer that rests: that is not pointing. One that is moving comes to rest after it. */
  function onScroll({ target, timeStamp }: Event): void {
    if (!last || !holds(target as Node, last.target as Node)) return;
    if (timeStamp - last.timeStamp < AT_REST) restAfter(SCROLL_REST + AT_REST);
    else clearTimeout(resting);
    dispatch({ type: 'scroll' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    // While a word is being composed, the keys are the input method's.
    if (event.isComposing) return;
    if (event.key !== 'Escape') {
      // With any other key besides, it is a shortcut.
      holdKey(event.key === KEYS[settings.triggerKey].name);
      return;
    }
    if (card.cardOf(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (shownIn(state) === null) card.unpin();
    dispatch({ type: 'dismiss' });
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (event.key === KEYS[settings.triggerKey].name) holdKey(false);
  }

  function holdKey(held: boolean): void {
    if (settings.trigger !== 'modifier' || held === keyHeld) return;
    keyHeld = held;
    if (last) pointAt(last, 0);
  }

  function listenIfNeeded(): void {
    const on = hasMarks || card.pinnedMark() !== undefined;
    if (on === (listening !== undefined)) return;
    if (!on) {
      listening?.abort();
      listening = undefined;
      clearTimeout(resting);
      dispatch({ type: 'dismiss' });
      return;
    }
    listening = new AbortController();
    const options = { capture: true, passive: true, signal: listening.signal };
    window.addEventListener('pointermove', own(onPointerMove), options);
    window.addEventListener('pointerdown', own(onPointerDown), options);
    window.addEventListener('click', own(onClick), options);
    window.addEventListener('scroll', own(onScroll), options);
    window.addEventListener('keydown', own(onKeyDown), { ...options, passive: false });
    window.addEventListener('keyup', own(onKeyUp), options);
    document.documentElement.addEventListener('pointerleave', own(onPointerLeave), { passive: true, signal: listening.signal });
  }

  /** Of a reader's doing, and heard while there is an extension: what a page makes up itself opens no card and closes none. */
  function own<Heard extends Event>(listener: (event: Heard) => void): (event: Heard) => void {
    return (event) => {
      if (event.isTrusted && isAlive()) listener(event);
    };
  }

  function onPointerLeave(): void {
    clearTimeout(resting);
    last = undefined;
    const nowhere = { mark: null, inCard: false, toGo: null, speed: 0, pressed: false };
    dispatch({ type: 'point', ...nowhere, held: card.holdsFocus() });
  }

  return {
    listen(on) {
      hasMarks = on;
      listenIfNeeded();
    },
    update(next) {
      settings = next;
    },
    open(mark, position) {
      dispatch({ type: 'show', mark: mark.id }, { focus: true, ...(position && { position }) });
    },
    dismiss: () => dispatch({ type: 'dismiss' }),
    forget(mark) {
      if ('mark' in state && state.mark === mark.id) dispatch({ type: 'dismiss' });
    },
    onPinChange() {
      if (shownIn(state) !== null && shownIn(state) === card.pinnedMark()) dispatch({ type: 'dismiss' });
      listenIfNeeded();
    },
  };
}

/** CSS pixels a millisecond. */
function speedBetween(before: PointerEvent, now: PointerEvent): number {
  const way = Math.hypot(now.clientX - before.clientX, now.clientY - before.clientY);
  return way / Math.max(1, now.timeStamp - before.timeStamp);
}

/** The line of a mark that is nearest to a point. */
function nearestLine(mark: Mark, at: Point): DOMRect | undefined {
  return rectsOf(mark).toSorted((a, b) => distanceTo(a, at) - distanceTo(b, at))[0];
}

/** A click on a link or control, or the end of a selection, is the page's. */
function isForPage(event: MouseEvent): boolean {
  const target = event.composedPath()[0];
  if (
    target instanceof Element &&
    target.closest('a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"]')
  ) {
    return true;
  }
  return document.getSelection()?.isCollapsed === false;
}
