// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { shadowRootsBy } from '../../../entrypoints/content/shadow-roots.ts';

const closed = {} as ShadowRoot;

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
