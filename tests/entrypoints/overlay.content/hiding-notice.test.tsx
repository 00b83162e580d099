// @vitest-environment happy-dom

import { fireEvent, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cardLook } from '../../../components/card-look.ts';
import { DEFAULT_SETTINGS } from '../../../data/settings.ts';
import { createNoticeSurface, type Notice } from '../../../entrypoints/overlay.content/hiding-notice.tsx';
import { catalogueOf } from '../../../scripts/read-messages.ts';

const onGone = vi.fn();
let root: ShadowRoot;

beforeEach(() => {
  onGone.mockClear();
  const host = document.createElement('div');
  document.body.append(host);
  root = host.attachShadow({ mode: 'open' });
  // As far as the notice knows them; the test's document has none.
  Object.assign(HTMLElement.prototype, { showPopover() {}, hidePopover() {} });
});

afterEach(() => {
  document.body.replaceChildren();
});

const button = (name: string) => within(root as unknown as HTMLElement).queryByRole('button', { name });

function show(undo: Notice['undo']) {
  const surface = createNoticeSurface(root, onGone);
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
  surface.show(notice);
  return { fail: () => surface.fail(notice) };
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
});
