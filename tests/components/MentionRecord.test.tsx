// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { MentionRecord } from '../../components/MentionRecord.tsx';
import { dataset } from '../../data/dataset.ts';
import { contextFor } from '../../data/popover-context.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';
import { english } from '../support/words.ts';

afterEach(cleanup);

const LETTERS = ['2019-07-08-concern', '2019-07-12-support'] as const;

function record(number: 1 | 2, onStep = vi.fn(async (_direction: 1 | -1) => null), onBack = vi.fn()) {
  const id = LETTERS[number - 1] as string;
  const context = contextFor(dataset, { kind: 'statement', link: [id], reasons: [] }, {}, english);
  return (
    <MentionRecord
      mention={id}
      context={context}
      dataset={dataset}
      position={{ number, count: 2 }}
      onStep={onStep}
      onBack={onBack}
    />
  );
}

test('the record takes the focus, says which mention it is, and leads on and back', async () => {
  const onStep = vi.fn(async (_direction: 1 | -1) => null);
  const onBack = vi.fn();
  const { container } = render(record(1, onStep, onBack));
  expect(document.activeElement).toBe(screen.getByRole('dialog', { name: '22 countries voiced concern' }));
  expect(screen.getByText('Mention 1 of 2').getAttribute('role')).toBe('status');
  screen.getByRole('button', { name: 'Next' }).click();
  screen.getByRole('button', { name: 'Previous' }).click();
  expect(onStep.mock.calls).toEqual([[1], [-1]]);
  screen.getByRole('button', { name: 'All mentions' }).click();
  expect(onBack).toHaveBeenCalledTimes(1);
  expect(await accessibilityProblems(container)).toEqual([]);
});

test('whoever goes on to another record by its buttons keeps the focus on them', () => {
  const { rerender } = render(record(1));
  const next = screen.getByRole('button', { name: 'Next' });
  next.focus();
  rerender(record(2));
  expect(screen.getByRole('dialog', { name: '37 countries voiced support for China' })).toBeTruthy();
  expect(document.activeElement).toBe(next);
});
