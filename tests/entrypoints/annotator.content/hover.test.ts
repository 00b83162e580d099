import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type HoverEvent,
  type HoverState,
  IDLE,
  ON_THE_WAY,
  PASSING_SPEED,
  reduceHover,
  shownIn,
  waitOf,
} from '../../../entrypoints/annotator.content/hover.ts';

type PointEvent = Extract<HoverEvent, { type: 'point' }>;

const at = (mark: number | null, more: Partial<PointEvent> = {}): PointEvent => ({
  type: 'point',
  mark,
  inCard: false,
  toGo: null,
  speed: 0.1,
  pressed: false,
  held: false,
  ...more,
});
const fast = { speed: PASSING_SPEED };
const away = at(null);
const inCard = at(null, { inCard: true });
const scroll: HoverEvent = { type: 'scroll' };
const dismiss: HoverEvent = { type: 'dismiss' };
const waited = (state: HoverState, held = false): HoverEvent => ({ type: 'waited', token: state.token, held });
const stateAfter = (...events: (HoverEvent | ((state: HoverState) => HoverEvent))[]): HoverState =>
  events.reduce<HoverState>((state, event) => reduceHover(state, typeof event === 'function' ? event(state) : event), IDLE);

/** How each state of the diagram is reached, by mark 1. */
const PATHS = {
  idle: [],
  scrolling: [scroll],
  dwelling: [at(1)],
  open: [at(1), waited],
  leaving: [at(1), waited, away],
  /** On its way to the card, with 20 pixels to go. */
  'on the way': [at(1), waited, at(null, { toGo: 20 })],
  warm: [at(1), waited, away, waited],
} as const;
const from = (state: keyof typeof PATHS, ...events: (HoverEvent | ((state: HoverState) => HoverEvent))[]): HoverState =>
  stateAfter(...PATHS[state], ...events);

describe('one test an arrow', () => {
  test('idle → dwelling: point slow', () => {
    expect(from('idle', at(1))).toMatchObject({ at: 'dwelling', mark: 1 });
  });
  test('idle → scrolling: scroll', () => {
    expect(from('idle', scroll).at).toBe('scrolling');
  });
  test('dwelling → idle: leave', () => {
    expect(from('dwelling', away).at).toBe('idle');
  });
  test('dwelling → idle: press', () => {
    expect(from('dwelling', at(1, { pressed: true })).at).toBe('idle');
  });
  test('dwelling → scrolling: scroll', () => {
    expect(from('dwelling', scroll).at).toBe('scrolling');
  });
  test('dwelling → open: waited', () => {
    expect(from('dwelling', waited)).toMatchObject({ at: 'open', mark: 1 });
  });
  test('open → leaving: leave', () => {
    expect(from('open', away)).toMatchObject({ at: 'leaving', mark: 1, toGo: null, next: null });
  });
  test('leaving → open: return to the card or its mark, at any speed', () => {
    expect(from('leaving', inCard)).toMatchObject({ at: 'open', mark: 1 });
    expect(from('leaving', at(1, { speed: 3 }))).toMatchObject({ at: 'open', mark: 1 });
  });
  test('leaving → open: go to another mark', () => {
    expect(from('leaving', at(2))).toMatchObject({ at: 'open', mark: 2 });
  });
  test('leaving → warm: waited', () => {
    expect(from('leaving', waited).at).toBe('warm');
  });
  test('warm → open: point slow', () => {
    expect(from('warm', at(2))).toMatchObject({ at: 'open', mark: 2 });
  });
  test('warm → scrolling: scroll', () => {
    expect(from('warm', scroll).at).toBe('scrolling');
  });
  test('warm → idle: waited', () => {
    expect(from('warm', waited).at).toBe('idle');
  });
  test('scrolling → idle: waited', () => {
    expect(from('scrolling', waited).at).toBe('idle');
  });
  test.each(Object.keys(PATHS) as (keyof typeof PATHS)[])('%s → idle: dismiss', (state) => {
    expect(from(state, dismiss).at).toBe('idle');
  });
  test.each(Object.keys(PATHS) as (keyof typeof PATHS)[])('%s → open: show', (state) => {
    expect(from(state, { type: 'show', mark: 9 })).toMatchObject({ at: 'open', mark: 9 });
  });
});

describe('what keeps a state', () => {
  test('idle: passing over, or a button that is down', () => {
    for (const event of [at(1, fast), at(1, { pressed: true }), away]) expect(from('idle', event)).toBe(IDLE);
  });
  test('idle: the mark whose card was dismissed, until the pointer has left it', () => {
    const dismissed = from('open', dismiss);
    expect(reduceHover(dismissed, at(1))).toBe(dismissed);
    expect(stateAfter(...PATHS.open, dismiss, away, at(1))).toMatchObject({ at: 'dwelling', mark: 1 });
    expect(reduceHover(dismissed, at(2))).toMatchObject({ at: 'dwelling', mark: 2 });
  });
  test('scrolling: wherever the pointer is, and begun again by each scroll', () => {
    const state = from('scrolling');
    for (const event of [at(1), away, inCard]) expect(reduceHover(state, event)).toBe(state);
    expect(reduceHover(reduceHover(state, scroll), waited(state)).at).toBe('scrolling');
  });
  test('dwelling: begun again on another mark, and by fast movement over the same', () => {
    expect(from('dwelling', at(2))).toMatchObject({ at: 'dwelling', mark: 2 });
    const before = from('dwelling');
    const state = reduceHover(before, at(1, fast));
    expect(state).toMatchObject({ at: 'dwelling', mark: 1 });
    expect(reduceHover(state, waited(before)).at).toBe('dwelling');
    expect(reduceHover(before, at(1))).toBe(before);
  });
  test('open: the card, its mark, a scroll, a button that is down, the focus inside', () => {
    const state = from('open');
    for (const event of [inCard, at(1), scroll, at(2, { pressed: true }), at(2, { held: true })])
      expect(reduceHover(state, event)).toBe(state);
  });
  test('open: another mark off the way takes over at once, but not in passing', () => {
    expect(from('open', at(2))).toMatchObject({ at: 'open', mark: 2 });
    expect(from('open', at(2, fast))).toMatchObject({ at: 'leaving', mark: 1, next: null });
  });
  test('leaving: the focus inside brings it back', () => {
    expect(from('leaving', (state) => waited(state, true))).toMatchObject({ at: 'open', mark: 1 });
    expect(from('leaving', at(2, { held: true }))).toMatchObject({ at: 'open', mark: 1 });
  });
  test('warm: passing over', () => {
    const state = from('warm');
    expect(reduceHover(state, at(2, fast))).toBe(state);
  });
});

describe('on the way', () => {
  test('each step nearer begins the wait anew, a step that gains nothing does not', () => {
    const before = from('on the way');
    expect(reduceHover(before, at(null, { toGo: 12 })).token).not.toBe(before.token);
    expect(reduceHover(before, at(null, { toGo: 20 }))).toBe(before);
    expect(reduceHover(before, at(null, { toGo: 25 }))).toBe(before);
  });
  test('another mark does not take over while it is crossed, however slowly', () => {
    const crossing = from('on the way', at(2, { toGo: 15, speed: 0 }), at(2, { toGo: 9, speed: 0 }), at(null, { toGo: 4 }));
    expect(crossing).toMatchObject({ at: 'leaving', mark: 1, next: null });
    expect(reduceHover(crossing, inCard)).toMatchObject({ at: 'open', mark: 1 });
  });
  test('a pointer that rests on another mark means that one', () => {
    expect(from('on the way', at(2, { toGo: 15 }), waited)).toMatchObject({ at: 'open', mark: 2 });
  });
  test('a pointer that stops between lets the card go', () => {
    expect(from('on the way', waited).at).toBe('warm');
  });
  test('straying ends it: another mark takes over at once', () => {
    expect(from('on the way', at(2, { toGo: 15 }), away)).toMatchObject({ at: 'leaving', toGo: null, next: null });
    expect(from('on the way', at(2))).toMatchObject({ at: 'open', mark: 2 });
  });
  test('it can be gone with delays of nothing', () => {
    expect(waitOf(from('on the way'), { open: 0, close: 0 })).toBe(ON_THE_WAY);
    expect(waitOf(from('on the way', at(2, { toGo: 15 })), { open: 0, close: 0 })).toBe(ON_THE_WAY);
  });
});

test.each<[keyof typeof PATHS, readonly HoverEvent[], number | undefined]>([
  ['idle', [], undefined],
  ['dwelling', [], 300],
  ['open', [], undefined],
  ['leaving', [], 500],
  // Another mark on the way to the card has to be rested on as any other.
  ['on the way', [at(2, { toGo: 15 })], 300],
])('the wait of %s is the one that the reader has set', (state, events, milliseconds) => {
  expect(waitOf(from(state, ...events), { open: 300, close: 500 })).toBe(milliseconds);
});

const marks = fc.integer({ min: 1, max: 3 });
const points: fc.Arbitrary<PointEvent> = fc.record({
  type: fc.constant('point' as const),
  mark: fc.option(marks),
  inCard: fc.boolean(),
  toGo: fc.option(fc.integer({ min: 0, max: 300 })),
  speed: fc.double({ min: 0, max: 3, noNaN: true }),
  pressed: fc.boolean(),
  held: fc.boolean(),
});
/** Of the current wait, whichever it is when it comes. */
const waits = fc.boolean().map((held) => (state: HoverState) => waited(state, held));
const byItself = fc.oneof(points, waits, fc.constant(scroll));
const events = fc.oneof(
  { weight: 6, arbitrary: byItself },
  fc.record({ type: fc.constant('show' as const), mark: marks }),
  fc.constant(dismiss),
);
const states = fc.array(events, { maxLength: 25 }).map((past) => stateAfter(...past));

describe('whatever happened before', () => {
  const always = <Event>(arbitrary: fc.Arbitrary<Event>, holds: (state: HoverState, event: Event) => void) =>
    fc.assert(fc.property(states, arbitrary, holds), { numRuns: 500 });

  test('a wait that was overtaken changes nothing', () => {
    always(fc.integer({ min: 1, max: 1000 }), (state, age) => {
      expect(reduceHover(state, { type: 'waited', token: state.token - age, held: false })).toBe(state);
    });
  });

  test('nothing opens while a button is down, and nothing goes', () => {
    always(points, (state, event) => {
      expect(shownIn(reduceHover(state, { ...event, pressed: true }))).toBe(shownIn(state));
    });
  });

  test('a scroll neither opens nor closes, and nothing opens from a pointer until it is over', () => {
    always(fc.array(points, { maxLength: 10 }), (state, moves) => {
      const scrolled = reduceHover(state, scroll);
      expect(shownIn(scrolled)).toBe(shownIn(state));
      if (shownIn(state) === null) expect(shownIn(moves.reduce(reduceHover, scrolled))).toBeNull();
    });
  });

  test('from nothing shown a card comes only after a wait, or shortly after another', () => {
    always(fc.array(points, { maxLength: 10 }), (state, moves) => {
      if (shownIn(state) === null && state.at !== 'warm') expect(shownIn(moves.reduce(reduceHover, state))).toBeNull();
    });
  });

  test('dismissing leads to idle, and no movement on the same mark brings the card back', () => {
    always(fc.array(points, { maxLength: 10 }), (state, moves) => {
      const dismissed = reduceHover(state, dismiss);
      expect(dismissed.at).toBe('idle');
      const shown = shownIn(state);
      const onIt = moves.map((move) => ({ ...move, mark: shown }));
      if (shown !== null) expect(onIt.reduce(reduceHover, dismissed)).toBe(dismissed);
    });
  });

  test('a card that holds the focus is left by no movement and no wait', () => {
    always(points, (state, event) => {
      const shown = shownIn(state);
      if (shown === null) return;
      expect(shownIn(reduceHover(state, { ...event, held: true }))).toBe(shown);
      expect(shownIn(reduceHover(state, waited(state, true)))).toBe(shown);
    });
  });

  test('no timer runs while the pointer is on the card or its mark', () => {
    always(points, (state, event) => {
      const shown = shownIn(state);
      if (shown === null) return;
      for (const on of [{ inCard: true }, { mark: shown, inCard: false }]) {
        const next = reduceHover(state, { ...event, pressed: false, ...on });
        expect(shownIn(next)).toBe(shown);
        expect(waitOf(next, { open: 0, close: 0 })).toBeUndefined();
      }
    });
  });

  test('a pointer that comes nearer and nearer on the way reaches the card, whatever lies between', () => {
    const ways = fc.array(fc.tuple(fc.option(marks), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 12 });
    always(ways, (state, steps) => {
      const shown = shownIn(state);
      if (shown === null) return;
      let left = 1000;
      let next = [inCard, at(null, { toGo: left })].reduce(reduceHover, state);
      for (const [mark, step] of steps) {
        left -= step;
        const before = next;
        next = reduceHover(next, at(mark, { toGo: left, speed: 0 }));
        expect(shownIn(next)).toBe(shown);
        // A wait from before the step has lost its token.
        expect(reduceHover(next, waited(before))).toBe(next);
      }
      expect(reduceHover(next, inCard)).toMatchObject({ at: 'open', mark: shown });
    });
  });

  test('the same object comes back exactly when nothing has changed', () => {
    always(byItself, (state, event) => {
      const next = reduceHover(state, typeof event === 'function' ? event(state) : event);
      if (next !== state) expect(next).not.toEqual(state);
    });
  });
});
