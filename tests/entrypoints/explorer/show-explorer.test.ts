// @vitest-environment happy-dom
/** What browsers differ in where the explorer keeps its state and gives files: what is shown and saved is the same in all. */
import { signal } from '@preact/signals';
import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataset } from '../../../data/dataset.ts';
import { decodeState } from '../../../data/explorer/state.ts';
import { showExplorer } from '../../../entrypoints/explorer/show-explorer.tsx';
import { english } from '../../support/words.ts';

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function show(address: string) {
  const state = signal(decodeState(address, dataset));
  showExplorer({ state, words: signal(english), country: signal(null), choosesLanguage: false });
  return state;
}

test('a browser that takes no more addresses shows what is typed all the same', async () => {
  const state = show('view=search');
  const refuse = () => {
    throw new DOMException('too many', 'SecurityError');
  };
  vi.spyOn(history, 'replaceState').mockImplementation(refuse);
  vi.spyOn(history, 'pushState').mockImplementation(refuse);
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'qatar' } });
  await vi.waitFor(() => expect(state.value.q).toBe('qatar'));
  await vi.waitFor(() => expect(screen.getByRole('main').textContent).toContain('Qatar'));
});

test('a file is there for as long as a browser may take to read it, and then no longer', () => {
  show('view=changes');
  vi.useFakeTimers();
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:a');
  const revoke = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.href);
  });
  fireEvent.click(screen.getByRole('button', { name: 'CSV' }));
  expect(saved).toEqual(['blob:a']);
  vi.advanceTimersByTime(10_000);
  expect(revoke).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(revoke).toHaveBeenCalledExactlyOnceWith('blob:a');
});
