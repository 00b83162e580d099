// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Welcome } from '../../components/Welcome.tsx';
import { DEFAULT_SETTINGS } from '../../data/settings.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';

afterEach(cleanup);

function show(changes: Partial<Parameters<typeof Welcome>[0]> = {}) {
  const onSet = vi.fn();
  const onAllow = vi.fn();
  const { container } = render(
    <Welcome
      settings={DEFAULT_SETTINGS}
      canChoose
      managed={[]}
      countries={[{ code: 'QA', name: 'Qatar' }]}
      isKeptOut={false}
      onSet={onSet}
      onAllow={onAllow}
      {...changes}
    />,
  );
  return { container, onSet, onAllow };
}

test('every choice is optional, and set as it is made', async () => {
  const { container, onSet } = show();
  fireEvent.change(screen.getByRole('combobox', { name: 'Language' }), { target: { value: 'tr' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Your country' }), { target: { value: 'QA' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Your country' }), { target: { value: '' } });
  fireEvent.click(screen.getByRole('radio', { name: 'A mark is clicked' }));
  expect(onSet.mock.calls).toEqual([
    ['language', 'tr'],
    ['country', 'QA'],
    ['country', null],
    ['trigger', 'click'],
  ]);
  expect(screen.queryByRole('button', { name: 'Allow on all sites' })).toBeNull();
  expect(await accessibilityProblems(container)).toEqual([]);
});

test('what an administrator has set cannot be chosen', () => {
  show({ managed: ['language', 'country', 'trigger'] });
  for (const control of screen.getAllByRole<HTMLSelectElement>('combobox')) expect(control.disabled).toBe(true);
  expect(screen.getByRole<HTMLFieldSetElement>('group', { name: 'The card opens when' }).disabled).toBe(true);
});

test('where the browser keeps the extension out, it says so and has a button for it', async () => {
  const { container, onAllow } = show({ isKeptOut: true });
  screen.getByRole('button', { name: 'Allow on all sites' }).click();
  expect(onAllow).toHaveBeenCalledTimes(1);
  expect(await accessibilityProblems(container)).toEqual([]);
});

test('once it is let in, the button has gone and the focus is on the headline', () => {
  const props = { settings: DEFAULT_SETTINGS, canChoose: true, managed: [], countries: [], onSet: vi.fn(), onAllow: vi.fn() };
  const { rerender } = render(<Welcome {...props} isKeptOut />);
  screen.getByRole('button', { name: 'Allow on all sites' }).focus();
  rerender(<Welcome {...props} isKeptOut={false} />);
  expect(screen.queryByRole('button', { name: 'Allow on all sites' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});
