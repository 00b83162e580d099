// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createShadowWatch, shadowRootsBy, shadowTreesIn } from '../../../entrypoints/content/shadow-roots.ts';

const closed = document.createElement('div').attachShadow({ mode: 'closed' });

function element(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild as Element;
}

describe('the shadow tree of an element', () => {
  test('is given where it is open, without asking further', () => {
    const host = element('<p></p>');
    const root = host.attachShadow({ mode: 'open' });
    const openOrClosedShadowRoot = vi.fn(() => closed);
    expect(shadowRootsBy({ openOrClosedShadowRoot })(host)).toBe(root);
    expect(shadowRootsBy(undefined)(host)).toBe(root);
    expect(openOrClosedShadowRoot).not.toHaveBeenCalled();
  });

  test.each([
    ['<x-card>text</x-card>', true],
    ['<div></div>', true],
    ['<span></span>', true],
    ['<div>text</div>', false],
    ['<img>', false],
  ])('of %s is asked for in Chromium: %s', (html, asked) => {
    const openOrClosedShadowRoot = vi.fn(() => closed);
    expect(shadowRootsBy({ openOrClosedShadowRoot })(element(html))).toBe(asked ? closed : null);
    expect(openOrClosedShadowRoot).toHaveBeenCalledTimes(asked ? 1 : 0);
  });

  test('is a property of the element in Firefox', () => {
    const host = Object.assign(element('<div>text</div>'), { openOrClosedShadowRoot: closed });
    expect(shadowRootsBy(undefined)(host)).toBe(closed);
  });
});

describe('shadow trees below a scope', () => {
  test('are left out where nothing is read', () => {
    document.body.innerHTML = '<div contenteditable><x-inner></x-inner></div>';
    const host = document.querySelector('x-inner') as Element;
    host.attachShadow({ mode: 'open' }).innerHTML = 'edited';
    const steps = shadowTreesIn(
      [[document.body]],
      ({ shadowRoot }) => shadowRoot,
      () => true,
    );
    expect(steps.next()).toEqual({ done: true, value: [] });
  });

  test('are found within others too, and given once', () => {
    document.body.innerHTML = '<x-outer></x-outer><p></p>';
    const outer = (document.body.firstElementChild as Element).attachShadow({ mode: 'open' });
    outer.innerHTML = '<p>one</p><x-inner></x-inner>';
    (outer.lastElementChild as Element).attachShadow({ mode: 'open' }).innerHTML = 'two';
    const known = new Set<ShadowRoot>();
    const found = () => {
      const steps = shadowTreesIn(
        [[document.body]],
        ({ shadowRoot }) => shadowRoot,
        (root) => !known.has(root) && known.add(root) === known,
      );
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return step.value.map((tree) => tree.map(({ textContent }) => textContent).join(''));
      }
    };
    expect(found()).toEqual(['one', 'two']);
    expect(found()).toEqual([]);
  });
});

describe('the watch for shadow trees', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('looks again ever more seldom, and in the end no more, until it is restarted', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('requestIdleCallback', (work: () => void) => work());
    const look = vi.fn(async () => undefined);
    const watch = createShadowWatch(look);
    watch.restart();
    await vi.advanceTimersByTimeAsync(1000);
    expect(look).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(3_600_000);
    const calls = look.mock.calls.length;
    expect(calls).toBeLessThan(10);
    watch.restart();
    await vi.advanceTimersByTimeAsync(400);
    expect(look).toHaveBeenCalledTimes(calls + 1);
    watch.stop();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(look).toHaveBeenCalledTimes(calls + 1);
  });

  test('goes on after a look that failed', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('requestIdleCallback', (work: () => void) => work());
    const look = vi.fn(async () => undefined).mockRejectedValueOnce(new Error('gone'));
    createShadowWatch(look).restart();
    await vi.runAllTimersAsync();
    expect(look.mock.calls.length).toBeGreaterThan(1);
  });

  test.each([
    ['the browser is busy', 500, 0],
    ['a look takes long', 0, 500],
  ])('has one look at a time under way however often it is restarted, and none once stopped: %s', async (_, idleAfter, takes) => {
    vi.useFakeTimers();
    vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work, idleAfter));
    const look = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, takes)));
    const watch = createShadowWatch(look);
    watch.restart();
    const restarting = setInterval(() => watch.restart(), 700);
    await vi.advanceTimersByTimeAsync(14_000);
    // One for each wait and what it takes from its end to that of the look, at most.
    expect(look.mock.calls.length).toBeGreaterThan(10);
    expect(look.mock.calls.length).toBeLessThanOrEqual(14_000 / 800 + 1);
    clearInterval(restarting);
    const calls = look.mock.calls.length;
    watch.restart();
    await vi.advanceTimersByTimeAsync(400);
    watch.stop();
    const begun = look.mock.calls.length - calls;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(look).toHaveBeenCalledTimes(calls + begun);
  });
});
