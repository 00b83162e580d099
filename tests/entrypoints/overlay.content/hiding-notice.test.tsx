// @vitest-environment happy-dom

import { fireEvent, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cardLook } from '../../../components/card-look.ts';
import { DEFAULT_SETTINGS } from '../../../data/settings.ts';
import { createNoticeSurface, type Notice, type NoticeSurface } from '../../../entrypoints/overlay.content/hiding-notice.tsx';
import { catalogueOf } from '../../../scripts/read-messages.ts';

const onGone = vi.fn();
let root: ShadowRoot;
let surface: NoticeSurface | undefined;

beforeEach(() => {
  onGone.mockClear();
  const host = document.createElement('div');
  document.body.append(host);
  root = host.attachShadow({ mode: 'open' });
  // As far as the notice knows them; the test's document has none.
  Object.assign(HTMLElement.prototype, { showPopover() {}, hidePopover() {} });
});

afterEach(() => {
  surface?.hide();
  document.body.replaceChildren();
});

const button = (name: string) => within(root as unknown as HTMLElement).queryByRole('button', { name });

function show(undo: Notice['undo']) {
  const shown = createNoticeSurface(root, onGone);
  surface = shown;
  const notice: Notice = {
    hiding: { kind: 'everywhere' },
    text: 'Xinjiang',
    card: new DOMRect(),
    pressed: undefined,
    look: cardLook(DEFAULT_SETTINGS, 'light'),
    catalogue: catalogueOf('card', 'en'),
    focus: true,
    stay: 0,
    undo,
  };
  shown.show(notice);
  return { fail: () => shown.fail(notice) };
}

describe('the notice', () => {
  test('goes when what was hidden is back', async () => {
    show(async () => undefined);
    fireEvent.click(button('Undo') as HTMLElement);
    await vi.waitFor(() => expect(onGone).toHaveBeenCalledOnce());
    expect(root.textContent).toBe('');
  });

  test('stays to say that the browser did not take it back, and keeps the focus', async () => {
    show(() => Promise.reject(new Error('The extension has gone.')));
    expect(root.activeElement).toBe(button('Undo'));
    fireEvent.click(button('Undo') as HTMLElement);
    await vi.waitFor(() => expect(root.textContent).toBe('The browser did not save the change.'));
    expect(root.activeElement).toBe(button('Close'));
    expect(onGone).not.toHaveBeenCalled();
  });

  test('gives the focus back to where it was in another card', () => {
    const other = document.createElement('input');
    root.append(other);
    other.focus();
    show(async () => undefined);
    fireEvent.click(button('Close') as HTMLElement);
    expect(root.activeElement).toBe(other);
  });

  test('says that something was not hidden at all, and keeps the focus', () => {
    show(async () => undefined).fail();
    expect(root.textContent).toBe('The browser did not save the change.');
    expect(root.activeElement).toBe(button('Close'));
  });

  describe('with a pointer', () => {
    beforeEach(() => {
      show(async () => undefined);
      vi.useFakeTimers();
    });

    afterEach(() => {
      vi.useRealTimers();
    });

    /** Of a reader's doing, or made up by the page: the test's document tells the two apart no better than it is told. */
    function send(target: Element, type: 'pointermove' | 'pointerleave', isTrusted: boolean): void {
      const event = new PointerEvent(type, { bubbles: type === 'pointermove', composed: true, pointerType: 'mouse' });
      Object.defineProperty(event, 'isTrusted', { value: isTrusted });
      target.dispatchEvent(event);
    }

    test.each(['pointermove', 'pointerleave'] as const)('goes after a reader’s %s beside it, and not after a page’s', (type) => {
      send(document.documentElement, type, false);
      vi.runAllTimers();
      expect(onGone).not.toHaveBeenCalled();
      send(document.documentElement, type, true);
      vi.runAllTimers();
      expect(onGone).toHaveBeenCalledOnce();
    });

    test.each([
      ['is kept by a reader’s pointer that is back', true],
      ['is not kept by one that the page made up', false],
    ])('%s', (_, isTrusted) => {
      // The focus would keep it too.
      (root.activeElement as HTMLElement).blur();
      send(document.documentElement, 'pointerleave', true);
      send(root.host, 'pointermove', isTrusted);
      vi.runAllTimers();
      expect(onGone).toHaveBeenCalledTimes(isTrusted ? 0 : 1);
    });
  });
});
