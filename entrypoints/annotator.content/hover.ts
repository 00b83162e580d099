/**
 * When a card opens and closes, as a pure reducer: events in, state out. Times, timers and the DOM are outside
 * (hover-watcher.ts). Each wait carries a token; a timer that comes back with an old one finds nothing to do.
 *
 *            point slow              waited                  leave
 *   ┌──────┐ ────────▶ ┌──────────┐ ────────▶ ┌──────┐ ─────────────────▶ ┌─────────┐
 *   │ idle │           │ dwelling │           │ open │                    │ leaving │
 *   └──────┘ ◀──────── └──────────┘           └──────┘ ◀───────────────── └─────────┘
 *    ▲    │ leave, press    │                    ▲      return, or go to       │
 *    │    │ scroll          │ scroll             │      another mark           │ waited
 *    │    ▼                 ▼                    │ point slow                  ▼
 *    │   ┌────────────────────┐     scroll     ┌───────────────────────────────────┐
 *    │   │     scrolling      │ ◀───────────── │               warm                │
 *    │   └────────────────────┘                └───────────────────────────────────┘
 *    │ waited │                                       │ waited
 *    └────────┴───────────────────────────────────────┘
 *
 * `show` (keyboard, click, list) leads to open and `dismiss` (Esc, press outside) to idle, from every state; the mark
 * whose card was dismissed is shunned until the pointer has left it. Another mark, pointed at slowly and off the way to
 * the card, takes an open card over at once; on the way, once the pointer rests there. A held card (focus inside) is not left.
 */

/** Pointer speed above which it is passing over, not pointing: CSS pixels a millisecond. */
export const PASSING_SPEED = 0.5;
/** Milliseconds after a card has gone in which the next opens at once: its reader is reading cards. */
export const WARM = 400;
/** Milliseconds without a scroll after which it is over; the wheel's clicks and a page's easing come closer together. */
export const SCROLL_REST = 200;
/** Milliseconds a pointer on its way to a card may stop, however short the reader's own delays are. */
export const ON_THE_WAY = 300;

export type HoverState =
  /** `shunned`: the mark whose card was dismissed, while the pointer may still be on it. */
  | { readonly at: 'idle'; readonly token: number; readonly shunned: number | null }
  | { readonly at: 'scrolling'; readonly token: number }
  | { readonly at: 'dwelling'; readonly token: number; readonly mark: number }
  | { readonly at: 'open'; readonly token: number; readonly mark: number }
  | {
      readonly at: 'leaving';
      readonly token: number;
      readonly mark: number;
      /** The pixels to go when the pointer was nearest; null: it is not on the way. */
      readonly toGo: number | null;
      /** Another mark the pointer crosses on the way; resting there, it means that one. */
      readonly next: number | null;
    }
  | { readonly at: 'warm'; readonly token: number };

export type HoverEvent =
  | {
      /** The pointer moved or came to rest. */
      readonly type: 'point';
      /** The mark under it. */
      readonly mark: number | null;
      readonly inCard: boolean;
      /** Pixels to go on the safe way from mark to card or back (corridor.ts); null: not on it. */
      readonly toGo: number | null;
      readonly speed: number;
      /** A button is down: the reader selects or drags. */
      readonly pressed: boolean;
      readonly held: boolean;
    }
  /** A wait is over. */
  | { readonly type: 'waited'; readonly token: number; readonly held: boolean }
  | { readonly type: 'show'; readonly mark: number }
  /** What is under the pointer was scrolled. */
  | { readonly type: 'scroll' }
  | { readonly type: 'dismiss' };

export const IDLE: HoverState = { at: 'idle', token: 0, shunned: null };

/** The state after an event. The same object comes back where nothing changes. */
export function reduceHover(state: HoverState, event: HoverEvent): HoverState {
  const token = state.token + 1;
  switch (event.type) {
    case 'dismiss':
      return state.at === 'idle' ? state : { at: 'idle', token, shunned: shownIn(state) };
    case 'show':
      return { at: 'open', token, mark: event.mark };
    case 'scroll':
      return shownIn(state) === null ? { at: 'scrolling', token } : state;
    case 'point':
      return point(state, event, token);
    case 'waited':
      return event.token === state.token ? waited(state, event.held, token) : state;
    default:
      return event satisfies never;
  }
}

/** The mark whose card is shown in a state. */
export function shownIn(state: HoverState): number | null {
  return state.at === 'open' || state.at === 'leaving' ? state.mark : null;
}

/** How long the state waits before `waited`; undefined: for as long as nothing happens. */
export function waitOf(state: HoverState, delays: { readonly open: number; readonly close: number }): number | undefined {
  switch (state.at) {
    case 'dwelling':
      return delays.open;
    case 'leaving':
      return state.toGo === null ? delays.close : Math.max(state.next === null ? delays.close : delays.open, ON_THE_WAY);
    case 'warm':
      return WARM;
    case 'scrolling':
      return SCROLL_REST;
    case 'idle':
    case 'open':
      return undefined;
    default:
      return state satisfies never;
  }
}

function point(state: HoverState, event: Extract<HoverEvent, { type: 'point' }>, token: number): HoverState {
  const { mark, inCard, toGo, speed, pressed, held } = event;
  // While a button is down the pointer selects or drags; nothing opens, and an open card is not taken away.
  if (pressed) return state.at === 'dwelling' ? { at: 'idle', token, shunned: null } : state;
  const pointedAt = speed < PASSING_SPEED ? mark : null;
  switch (state.at) {
    case 'idle':
      if (state.shunned !== null && mark === state.shunned) return state;
      if (pointedAt !== null) return { at: 'dwelling', token, mark: pointedAt };
      return state.shunned === null ? state : { ...state, shunned: null };
    case 'scrolling':
      return state;
    case 'dwelling':
      if (mark === state.mark) return speed < PASSING_SPEED ? state : { ...state, token };
      return pointedAt === null ? { at: 'idle', token, shunned: null } : { at: 'dwelling', token, mark: pointedAt };
    case 'warm':
      return pointedAt === null ? state : { at: 'open', token, mark: pointedAt };
    case 'open':
      if (inCard || mark === state.mark || held) return state;
      if (toGo === null && pointedAt !== null) return { at: 'open', token, mark: pointedAt };
      return { at: 'leaving', token, mark: state.mark, toGo, next: toGo === null ? null : mark };
    case 'leaving':
      if (inCard || mark === state.mark || held) return { at: 'open', token, mark: state.mark };
      if (toGo === null) {
        if (pointedAt !== null) return { at: 'open', token, mark: pointedAt };
        return state.toGo === null ? state : { ...state, token, toGo, next: null };
      }
      if (state.toGo !== null && toGo >= state.toGo && mark === state.next) return state;
      return { ...state, token, toGo: Math.min(toGo, state.toGo ?? toGo), next: mark };
    default:
      return state satisfies never;
  }
}

function waited(state: HoverState, held: boolean, token: number): HoverState {
  switch (state.at) {
    case 'dwelling':
      return { at: 'open', token, mark: state.mark };
    case 'leaving':
      if (held) return { at: 'open', token, mark: state.mark };
      return state.next === null ? { at: 'warm', token } : { at: 'open', token, mark: state.next };
    case 'warm':
    case 'scrolling':
      return { at: 'idle', token, shunned: null };
    case 'idle':
    case 'open':
      return state;
    default:
      return state satisfies never;
  }
}
