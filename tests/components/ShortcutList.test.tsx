// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { ShortcutList } from '../../components/ShortcutList.tsx';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';

afterEach(cleanup);

test('each command is told with its key, or that it has none, and where to change them', async () => {
  const onChange = vi.fn();
  const keys = new Map([
    ['toggle-site', ''],
    ['next-mention', 'Alt+Shift+J'],
    ['_execute_action', 'Alt+A'],
  ]);
  const { container } = render(<ShortcutList keys={keys} onChange={onChange} />);
  const rows = [...container.querySelectorAll('dl > div')].map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(rows).toEqual([
    ['Go to the next mention', 'Alt+Shift+J'],
    ['Turn marking on this site off or on', 'No key'],
  ]);
  screen.getByRole('button', { name: 'Change keys' }).click();
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(await accessibilityProblems(container)).toEqual([]);
});

test('a browser without commands has none told', () => {
  const { container } = render(<ShortcutList keys={new Map()} />);
  expect(container.textContent).toBe('');
});
