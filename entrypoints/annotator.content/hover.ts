/**
 * When a card opens and closes, as a pure reducer: events in, state out. Times, timers and the DOM are outside
 * (hover-watcher.ts). Each wait carries a token; a timer that comes back with an old one finds nothing to do.
 *
 *                 point at mark, slow                      rested
 *        ┌──────┐ ───────────────────▶ ┌──────────┐ ─────────────────▶ ┌──────┐
 *   ────▶│ idle │                      │ dwelling │                    │ open │◀──┐
 *        └──────┘ ◀─────────────────── └──────────┘                    └──────┘   │ point at card or its mark
 *            ▲     leave, press, scroll                            leave │        │
 *            │                                                           ▼        │
 *            │               graced                                 ┌─────────┐   │
 *            ├──────────────────────────────────────────────────────│ leaving │───┘
 *            └── dismiss (Esc, press outside), from any state       └─────────┘ ──▶ dwelling on another mark
 *
 *   `show` (keyboard, click, list) leads to open from every state. A held card (focus inside) is not left.
 */

/** Pointer speed above which it is passing over, not pointing: CSS pixels a millisecond. */
export const PASSING_SPEED = 0.5;
/** Milliseconds a card stays after the pointer has left it and its mark. */
export const GRACE = 300;

export type HoverState =
  | { readonly at: 'idle'; readonly token: number }
  | { readonly at: 'dwelling'; readonly token: number; readonly mark: number }
  | { readonly at: 'open'; readonly token: number; readonly mark: number }
  /** `next`: another mark the pointer rests on while the card is still there. */
  | { readonly at: 'leaving'; readonly token: number; readonly mark: number; readonly next: number | null };

export type HoverEvent =
  /** The pointer moved. `mark`: the mark under it. `pressed`: a button is down or text is being selected. */
  | {
      readonly type: 'point';
      readonly mark: number | null;
      readonly inCard: boolean;
      readonly speed: number;
      readonly pressed: boolean;
    }
  /** A wait is over. */
  | { readonly type: 'waited'; readonly token: number; readonly held: boolean }
  | { readonly type: 'show'; readonly mark: number }
  | { readonly type: 'scroll' }
  | { readonly type: 'dismiss' };

export const IDLE: HoverState = { at: 'idle', token: 0 };

/** The state after an event. The same object comes back where nothing changes. */
export function reduceHover(state: HoverState, event: HoverEvent): HoverState {
  const token = state.token + 1;
  switch (event.type) {
    case 'dismiss':
      return state.at === 'idle' ? state : { at: 'idle', token };
    case 'show':
      return { at: 'open', token, mark: event.mark };
    case 'scroll':
      return state.at === 'dwelling' ? { at: 'idle', token } : state;
    case 'point':
      return point(state, event, token);
    case 'waited':
      return event.token === state.token ? waited(state, event.held, token) : state;
    default:
      return event satisfies never;
  }
}

/** How long the state waits before `waited`: the reader's delay, the grace, or not at all. */
export function waitOf(state: HoverState, openDelay: number): number | undefined {
  if (state.at === 'dwelling') return openDelay;
  if (state.at === 'leaving') return state.next === null ? GRACE : Math.min(openDelay, GRACE);
  return undefined;
}

function point(state: HoverState, event: Extract<HoverEvent, { type: 'point' }>, token: number): HoverState {
  const { mark, inCard, speed, pressed } = event;
  // While a button is down the pointer selects or drags; nothing opens, and an open card is not taken away.
  if (pressed) return state.at === 'dwelling' ? { at: 'idle', token } : state;
  const pointedAt = speed < PASSING_SPEED ? mark : null;
  switch (state.at) {
    case 'idle':
      return pointedAt === null ? state : { at: 'dwelling', token, mark: pointedAt };
    case 'dwelling':
      if (mark === state.mark) return speed < PASSING_SPEED ? state : { ...state, token };
      return pointedAt === null ? { at: 'idle', token } : { at: 'dwelling', token, mark: pointedAt };
    case 'open':
      if (inCard || mark === state.mark) return state;
      return { at: 'leaving', token, mark: state.mark, next: pointedAt };
    case 'leaving':
      if (inCard || mark === state.mark) return { at: 'open', token, mark: state.mark };
      return pointedAt === state.next || (pointedAt === null && mark === state.next)
        ? state
        : { at: 'leaving', token: pointedAt === null ? state.token : token, mark: state.mark, next: pointedAt };
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
      return state.next === null ? { at: 'idle', token } : { at: 'open', token, mark: state.next };
    case 'idle':
    case 'open':
      return state;
    default:
      return state satisfies never;
  }
}
