/**
 * Feeds the pointer and keyboard of a page with marks to the hover machine (hover.ts) and does what it decides.
 * Listens to nothing while there is no mark; never cancels an event of the page, except Esc pressed inside the card.
 */
import type { Settings } from '../../data/settings.ts';
import type { Card } from './card.ts';
import { markAt } from './hit-test.ts';
import { type HoverEvent, type HoverState, IDLE, reduceHover, waitOf } from './hover.ts';
import type { Mark, Marks } from './marks.ts';

/** Milliseconds without a pointer event after which the pointer is at rest, however fast it came. */
const AT_REST = 60;

export interface HoverWatcher {
  /** Listen as long as there are marks. */
  listen(on: boolean): void;
  update(settings: Pick<Settings, 'trigger' | 'openDelay'>): void;
  /** Open a mark's card with the focus inside. */
  open(mark: Mark): void;
  dismiss(): void;
  /** Close the card if its mark has gone. */
  forget(mark: Mark): void;
}

export interface HoverParts {
  readonly marks: Marks;
  readonly card: Card;
  readonly shadowRoots: () => readonly ShadowRoot[];
  /** Called before anything else on each event: false when the extension is gone. */
  readonly isAlive: () => boolean;
  readonly onOpen: (mark: Mark) => void;
}

export function createHoverWatcher(
  { marks, card, shadowRoots, isAlive, onOpen }: HoverParts,
  settings: Pick<Settings, 'trigger' | 'openDelay'>,
): HoverWatcher {
  let { trigger, openDelay } = settings;
  let state: HoverState = IDLE;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let last = { x: 0, y: 0, time: 0 };
  let listening: AbortController | undefined;

  function dispatch(event: HoverEvent, focus = false): void {
    const before = state;
    state = reduceHover(state, event);
    if (state === before) return;
    if (state.token !== before.token) {
      clearTimeout(waiting);
      const wait = waitOf(state, openDelay);
      const { token } = state;
      if (wait !== undefined) waiting = setTimeout(() => dispatch({ type: 'waited', token, held: card.holdsFocus() }), wait);
    }
    const shown = shownIn(state);
    if (shown === shownIn(before) && event.type !== 'show') return;
    const mark = shown === null ? undefined : marks.get(shown);
    if (mark) show(mark, focus);
    else card.hide();
  }

  function show(mark: Mark, focus: boolean): void {
    onOpen(mark);
    card.show(mark, focus ? { focus } : { focus, point: { x: last.x, y: last.y } }).catch(() => dispatch({ type: 'dismiss' }));
  }

  function pointAt(event: PointerEvent, speed: number): void {
    const inCard = card.isTarget(event);
    const hovering = trigger === 'hover' || state.at !== 'idle';
    const mark = inCard || !hovering ? undefined : markAt(marks, event.clientX, event.clientY, shadowRoots());
    // With the click trigger the pointer closes cards but opens none.
    const opens = trigger === 'hover' || (state.at !== 'idle' && mark?.id === state.mark);
    dispatch({ type: 'point', mark: opens ? (mark?.id ?? null) : null, inCard, speed, pressed: event.buttons !== 0 });
  }

  function onPointerMove(event: PointerEvent): void {
    if (!isAlive() || event.pointerType === 'touch') return;
    const elapsed = Math.max(1, event.timeStamp - last.time);
    const speed = Math.hypot(event.clientX - last.x, event.clientY - last.y) / elapsed;
    last = { x: event.clientX, y: event.clientY, time: event.timeStamp };
    clearTimeout(resting);
    resting = setTimeout(() => pointAt(event, 0), AT_REST);
    pointAt(event, speed);
  }

  function onPointerDown(event: PointerEvent): void {
    clearTimeout(resting);
    if (!isAlive() || card.isTarget(event)) return;
    // Pressing on the open card's own mark keeps it: a click there means that card.
    const mark = markAt(marks, event.clientX, event.clientY, shadowRoots());
    if (state.at === 'idle' || mark?.id !== state.mark || state.at === 'dwelling') dispatch({ type: 'dismiss' });
  }

  function onClick(event: MouseEvent): void {
    const touch = (event as PointerEvent).pointerType === 'touch';
    if (!isAlive() || !event.isTrusted || !(touch || trigger === 'click') || card.isTarget(event) || isForPage(event)) return;
    const mark = markAt(marks, event.clientX, event.clientY, shadowRoots());
    last = { x: event.clientX, y: event.clientY, time: event.timeStamp };
    if (mark) dispatch({ type: 'show', mark: mark.id });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || state.at === 'idle' || !isAlive()) return;
    if (card.isTarget(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
    dispatch({ type: 'dismiss' });
  }

  return {
    listen(on) {
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
      window.addEventListener('pointermove', onPointerMove, options);
      window.addEventListener('pointerdown', onPointerDown, options);
      window.addEventListener('click', onClick, options);
      window.addEventListener('scroll', () => dispatch({ type: 'scroll' }), options);
      window.addEventListener('keydown', onKeyDown, { ...options, passive: false });
      document.documentElement.addEventListener(
        'pointerleave',
        () => {
          clearTimeout(resting);
          dispatch({ type: 'point', mark: null, inCard: false, speed: 0, pressed: false });
        },
        { passive: true, signal: listening.signal },
      );
    },
    update(settings) {
      ({ trigger, openDelay } = settings);
    },
    open(mark) {
      dispatch({ type: 'show', mark: mark.id }, true);
    },
    dismiss: () => dispatch({ type: 'dismiss' }),
    forget(mark) {
      if (state.at !== 'idle' && state.mark === mark.id) dispatch({ type: 'dismiss' });
    },
  };
}

/** The mark whose card is shown in a state. */
function shownIn(state: HoverState): number | null {
  return state.at === 'open' || state.at === 'leaving' ? state.mark : null;
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
