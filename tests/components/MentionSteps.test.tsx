// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { MentionSteps } from '../../components/MentionSteps.tsx';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';

afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const said = () => screen.getByRole('status').textContent;

test('a step is asked for and where it led is told', async () => {
  const onStep = vi.fn(async (direction: 1 | -1) => ({ number: direction === 1 ? 1 : 3, count: 3 }));
  const { container } = render(<MentionSteps count={3} onStep={onStep} />);
  expect(said()).toBe('3 mentions');
  press('Next');
  await vi.waitFor(() => expect(said()).toBe('Mention 1 of 3'));
  press('Previous');
  await vi.waitFor(() => expect(said()).toBe('Mention 3 of 3'));
  expect(onStep.mock.calls).toEqual([[1], [-1]]);
  expect(await accessibilityProblems(container)).toEqual([]);
});

test('a number is told no more once mentions have come or gone', async () => {
  const onStep = async () => ({ number: 2, count: 3 });
  const { rerender } = render(<MentionSteps count={3} onStep={onStep} />);
  press('Next');
  await vi.waitFor(() => expect(said()).toBe('Mention 2 of 3'));
  rerender(<MentionSteps count={1} onStep={onStep} />);
  expect(said()).toBe('1 mention');
});

test('a step that leads nowhere or fails leaves the count', async () => {
  const onStep = vi.fn<() => Promise<null>>().mockResolvedValueOnce(null).mockRejectedValueOnce(new Error('The tab has gone'));
  render(<MentionSteps count={3} onStep={onStep} />);
  press('Next');
  press('Previous');
  await vi.waitFor(() => expect(onStep).toHaveBeenCalledTimes(2));
  expect(said()).toBe('3 mentions');
});

test('where there is no mention there is nothing to step through', () => {
  const { container } = render(<MentionSteps count={0} onStep={async () => null} />);
  expect(container.textContent).toBe('');
});
