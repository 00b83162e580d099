import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  GRACE,
  type HoverEvent,
  type HoverState,
  IDLE,
  PASSING_SPEED,
  reduceHover,
  waitOf,
} from '../../../entrypoints/annotator.content/hover.ts';

const at = (mark: number | null, more: Partial<Extract<HoverEvent, { type: 'point' }>> = {}): HoverEvent => ({
  type: 'point',
  mark,
  inCard: false,
  speed: 0.1,
  pressed: false,
  ...more,
});
const inCard = at(null, { inCard: true });
const waited = (state: HoverState, held = false): HoverEvent => ({ type: 'waited', token: state.token, held });
const stateAfter = (...events: (HoverEvent | ((state: HoverState) => HoverEvent))[]): HoverState =>
  events.reduce<HoverState>((state, event) => reduceHover(state, typeof event === 'function' ? event(state) : event), IDLE);

const dwelling = [at(1)];
const open = [at(1), waited];
const leaving = [...open, at(null)];

describe('one test an arrow', () => {
  test('idle → dwelling when the pointer rests on a mark', () => {
    expect(stateAfter(at(1))).toMatchObject({ at: 'dwelling', mark: 1 });
  });
  test('idle stays idle while the pointer passes over', () => {
    expect(stateAfter(at(1, { speed: PASSING_SPEED }))).toBe(IDLE);
  });
  test('idle stays idle while a button is down', () => {
    expect(stateAfter(at(1, { pressed: true }))).toBe(IDLE);
  });
  test('dwelling → idle when the pointer leaves', () => {
    expect(stateAfter(...dwelling, at(null)).at).toBe('idle');
  });
  test('dwelling → idle when a button goes down', () => {
    expect(stateAfter(...dwelling, at(1, { pressed: true })).at).toBe('idle');
  });
  test('dwelling → idle when the page scrolls', () => {
    expect(stateAfter(...dwelling, { type: 'scroll' }).at).toBe('idle');
  });
  test('dwelling starts again on another mark', () => {
    expect(stateAfter(...dwelling, at(2))).toMatchObject({ at: 'dwelling', mark: 2 });
  });
  test('dwelling starts its wait again when the pointer moves on fast over the same mark', () => {
    const before = stateAfter(...dwelling);
    const state = reduceHover(before, at(1, { speed: 2 }));
    expect(state).toMatchObject({ at: 'dwelling', mark: 1 });
    expect(reduceHover(state, waited(before)).at).toBe('dwelling');
  });
  test('dwelling → open when rested', () => {
    expect(stateAfter(...open)).toMatchObject({ at: 'open', mark: 1 });
  });
  test('open stays open on scroll, over its mark and in the card', () => {
    const state = stateAfter(...open);
    for (const event of [{ type: 'scroll' } as const, at(1), inCard, at(null, { pressed: true })])
      expect(reduceHover(state, event)).toBe(state);
  });
  test('open → leaving when the pointer leaves mark and card', () => {
    expect(stateAfter(...leaving)).toMatchObject({ at: 'leaving', mark: 1, next: null });
  });
  test('leaving → open when the pointer comes to the card or back to the mark', () => {
    expect(stateAfter(...leaving, inCard)).toMatchObject({ at: 'open', mark: 1 });
    expect(stateAfter(...leaving, at(1, { speed: 3 }))).toMatchObject({ at: 'open', mark: 1 });
  });
  test('leaving → idle when the grace is over', () => {
    expect(stateAfter(...leaving, waited).at).toBe('idle');
  });
  test('leaving → open again when the reader is inside the card', () => {
    expect(stateAfter(...leaving, (state) => waited(state, true))).toMatchObject({ at: 'open', mark: 1 });
  });
  test('leaving → open on the mark the pointer went on to', () => {
    expect(stateAfter(...open, at(2), waited)).toMatchObject({ at: 'open', mark: 2 });
  });
  test('leaving forgets the next mark when the pointer goes on', () => {
    expect(stateAfter(...open, at(2), at(null), waited).at).toBe('idle');
  });
  test('any state → idle when dismissed', () => {
    for (const events of [dwelling, open, leaving]) expect(stateAfter(...events, { type: 'dismiss' }).at).toBe('idle');
  });
  test('any state → open when shown', () => {
    for (const events of [[], dwelling, open, leaving])
      expect(stateAfter(...events, { type: 'show', mark: 9 })).toMatchObject({ at: 'open', mark: 9 });
  });
});

const events: fc.Arbitrary<HoverEvent> = fc.oneof(
  fc.record({
    type: fc.constant('point' as const),
    mark: fc.option(fc.integer({ min: 1, max: 3 })),
    inCard: fc.boolean(),
    speed: fc.double({ min: 0, max: 3, noNaN: true }),
    pressed: fc.boolean(),
  }),
  fc.record({ type: fc.constant('show' as const), mark: fc.integer({ min: 1, max: 3 }) }),
  fc.constant({ type: 'scroll' as const }),
  fc.constant({ type: 'dismiss' as const }),
);

describe('whatever happens', () => {
  test('a wait that was overtaken changes nothing', () => {
    fc.assert(
      fc.property(fc.array(events, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 1000 }), (past, age) => {
        const state = stateAfter(...past);
        expect(reduceHover(state, { type: 'waited', token: state.token - age, held: false })).toBe(state);
      }),
    );
  });

  test('no card opens by pointer alone before a wait is over', () => {
    const pointing = events.filter(({ type }) => type !== 'show');
    fc.assert(
      fc.property(fc.array(pointing, { maxLength: 30 }), (past) => ['idle', 'dwelling'].includes(stateAfter(...past).at)),
    );
  });

  test('a state that waits says how long, and only such a state', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 20 }), fc.integer({ min: 0, max: 1000 }), (past, delay) => {
        const state = stateAfter(...past);
        const wait = waitOf(state, delay);
        expect(wait !== undefined).toBe(state.at === 'dwelling' || state.at === 'leaving');
        if (state.at === 'leaving' && state.next === null) expect(wait).toBe(GRACE);
      }),
    );
  });
});
