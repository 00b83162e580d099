// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { WhatsNew } from '../../components/WhatsNew.tsx';
import type { Release } from '../../data/whats-new.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';

afterEach(cleanup);

const RELEASES: readonly Release[] = [
  { version: '0.3', date: '2026-12-24', changes: ['popup.news.keys'], record: ['popup.news.qatar'] },
  { version: '0.2', date: '2026-11-26', changes: ['popup.news.sidePanel'], record: [] },
];

test('nothing is said where nothing is new', () => {
  const { container } = render(<WhatsNew releases={[]} onSeen={() => undefined} />);
  expect(container.textContent).toBe('');
});

test('what is new unfolds once, newest first, and stays to be read when it counts as seen', async () => {
  const onSeen = vi.fn();
  const { container, rerender } = render(<WhatsNew releases={RELEASES} onSeen={onSeen} />);
  expect(screen.getByText('New in version 0.3')).toBeTruthy();
  const details = container.querySelector('details') as HTMLDetailsElement;
  for (const open of [true, false, true]) {
    details.open = open;
    details.dispatchEvent(new Event('toggle'));
  }
  expect(onSeen).toHaveBeenCalledTimes(1);
  rerender(<WhatsNew releases={[]} onSeen={onSeen} />);
  expect([...container.querySelectorAll('h2, h3')].map(({ textContent }) => textContent)).toEqual([
    '0.3, 24 December 2026',
    'In the record',
    '0.2, 26 November 2026',
  ]);
  expect(container.querySelectorAll('li')).toHaveLength(3);
  expect(await accessibilityProblems(container)).toEqual([]);
});
