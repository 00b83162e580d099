// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { MentionStop } from '../../components/MentionStop.tsx';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';

afterEach(cleanup);

function show() {
  const [onOpen, onLeave] = [vi.fn(), vi.fn()];
  const { container } = render(
    <MentionStop text="22 countries" position={{ number: 4, count: 20 }} onOpen={onOpen} onLeave={onLeave} />,
  );
  return { container, onOpen, onLeave };
}

test('a stop says which mention it is, of what words, and what to do', async () => {
  const { container, onOpen } = show();
  const stop = screen.getByRole('button', { name: 'Mention 4 of 20: “22 countries”. Press Enter to open its card.' });
  expect(stop.textContent).toContain('4 of 20');
  fireEvent.click(stop);
  expect(onOpen).toHaveBeenCalledOnce();
  expect(await accessibilityProblems(container)).toEqual([]);
});

test.each([
  [false, {}],
  [true, { shiftKey: true }],
])('Tab leaves it in place of the browser, back: %s', (back, keys) => {
  const { onLeave } = show();
  const stop = screen.getByRole('button');
  const tab = createEvent.keyDown(stop, { key: 'Tab', ...keys });
  fireEvent(stop, tab);
  expect(tab.defaultPrevented).toBe(true);
  expect(onLeave).toHaveBeenCalledExactlyOnceWith(back);
  const other = createEvent.keyDown(stop, { key: 'a' });
  fireEvent(stop, other);
  expect(other.defaultPrevented).toBe(false);
});
