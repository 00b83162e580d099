// @vitest-environment happy-dom
/** The timeline: every statement is a choice that says what is known of it, and both sides are drawn alike. */
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Timeline } from '../../../components/explorer/Timeline.tsx';
import { dataset } from '../../../data/dataset.ts';
import type { Dataset } from '../../../data/schema.ts';
import { accessibilityProblems } from '../../support/accessibility.ts';
import { mirrorDataset } from '../../support/mirror.ts';
import { render } from '../../support/render.tsx';
import { wordsIn } from '../../support/words.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const list = () => screen.getByRole('listbox', { name: 'Letters, joint statements and the vote, by both sides' });
const reached = () => document.getElementById(list().getAttribute('aria-activedescendant') ?? '')?.getAttribute('data-id');

function narrow(): void {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(320);
}

describe('the timeline', () => {
  test('has every statement and the vote, in order', () => {
    render(<Timeline dataset={dataset} picked={null} onPick={() => undefined} />);
    expect(
      within(list())
        .getAllByRole('option')
        .map((option) => option.getAttribute('data-id')),
    ).toEqual(dataset.statements.map(({ id }) => id));
  });

  test.each([
    '12 July 2019, voiced support for China: 37 countries, all known by name, 13 more counted later, 14 known to have joined later, 1 withdrew',
    '1 July 2020, voiced support for China: 46 countries, 27 not known by name',
    '25 August 2022, voiced support for China: about 40 countries',
    '22 June 2021, voiced support for China: made in the name of a group, outside the counts',
    '30 June 2020, voiced support for China, outside the counts: 53 countries, all known by name',
    '6 October 2022, vote: 17 yes, 19 no, 11 abstained, 1 asked for another vote to be recorded',
  ])('says “%s”', (name) => {
    render(<Timeline dataset={dataset} picked={null} onPick={() => undefined} />);
    expect(within(list()).getByRole('option', { name })).toBeTruthy();
  });

  test('is walked through by arrows, forwards in time, and Enter picks', () => {
    const onPick = vi.fn();
    render(<Timeline dataset={dataset} picked={null} onPick={onPick} />);
    for (const [key, id] of [
      ['Home', '2019-07-08-concern'],
      ['ArrowRight', '2019-07-12-support'],
      ['ArrowDown', '2019-10-29-concern'],
      ['ArrowLeft', '2019-07-12-support'],
      ['ArrowUp', '2019-07-08-concern'],
      ['End', '2025-11-21-concern'],
    ] as const) {
      fireEvent.keyDown(list(), { key });
      expect(reached()).toBe(id);
    }
    expect(document.querySelector('.us-told')?.textContent).toBe(
      '21 November 2025, voiced concern: 15 countries, all known by name',
    );
    fireEvent.keyDown(list(), { key: ' ' });
    expect(onPick).toHaveBeenLastCalledWith('2025-11-21-concern');
  });

  test('runs from the right in Arabic', () => {
    render(<Timeline dataset={dataset} picked={null} onPick={() => undefined} />, wordsIn('ar'));
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'Home' });
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'ArrowLeft' });
    expect(
      document.getElementById(screen.getByRole('listbox').getAttribute('aria-activedescendant') ?? '')?.getAttribute('data-id'),
    ).toBe('2019-07-12-support');
    const left = (id: string) => Number(document.querySelector(`[data-id="${id}"] .us-reach`)?.getAttribute('x'));
    expect(left('2025-11-21-concern')).toBeLessThan(left('2019-07-08-concern'));
  });

  test('picks what is clicked', () => {
    const onPick = vi.fn();
    render(<Timeline dataset={dataset} picked={null} onPick={onPick} />);
    const bar = document.querySelector('[data-id="2022-10-06-vote"] path');
    if (!bar) throw new Error('no vote');
    fireEvent.click(bar);
    expect(onPick).toHaveBeenLastCalledWith('2022-10-06-vote');
  });

  test('is a table too, whose rows lead to the same', () => {
    const onPick = vi.fn();
    render(<Timeline dataset={dataset} picked={null} onPick={onPick} />);
    fireEvent.click(screen.getByRole('button', { name: 'The same as a table' }));
    const rows = screen.getAllByRole('row').slice(1);
    const cells = (day: RegExp) =>
      [...(rows.find((row) => day.test(row.textContent ?? ''))?.children ?? [])].map((cell) => cell.textContent);
    expect(rows).toHaveLength(dataset.statements.length);
    expect(cells(/^1 July 2020/)).toEqual(['1 July 2020', 'voiced support for China', '46', '19', '27', '0', '0', '0']);
    expect(cells(/^6 October 2022/)).toEqual(['6 October 2022', 'vote', '17 yes, 19 no, 11 abstained', '', '', '', '', '']);
    fireEvent.click(screen.getByRole('button', { name: '1 July 2020' }));
    expect(onPick).toHaveBeenLastCalledWith('2020-07-01-support');
  });

  test('tells of a remainder only where one is known, and of a number what it is', () => {
    render(<Timeline dataset={dataset} picked={null} onPick={() => undefined} />);
    const labelOf = (id: string) => document.querySelector(`[role="option"][data-id="${id}"]`)?.getAttribute('aria-label');
    expect(labelOf('2019-07-08-concern')).toContain('22 countries, all known by name');
    expect(labelOf('2020-07-01-support')).toContain('46 countries, 27 not known by name');
    expect(labelOf('2021-06-22-concern')).toMatch(/44 countries(?!.*known by name)/);
    expect(labelOf('2022-08-25-support')).toBe('25 August 2022, voiced support for China: about 40 countries');
    expect(labelOf('2024-09-24-support')).toBe('24 September 2024, voiced support for China: nearly 80 countries');
    fireEvent.click(screen.getByText('The same as a table'));
    const cells = screen.getAllByRole('row').map((row) => [...row.children].map(({ textContent }) => textContent));
    // Announced, known by name, not known by name.
    expect(cells.find((row) => row.includes('nearly 80'))?.slice(2, 5)).toEqual(['nearly 80', '1', '']);
  });

  test.each([
    ['wide', () => undefined],
    ['narrow', narrow],
  ])('keeps nobody out where it is %s', async (_, lay) => {
    lay();
    const { container } = render(<Timeline dataset={dataset} picked="2019-07-12-support" onPick={() => undefined} />);
    expect(await accessibilityProblems(container)).toEqual([]);
    expect(screen.getByRole('option', { selected: true }).getAttribute('data-id')).toBe('2019-07-12-support');
  });

  test('has a row for each in narrow places, none over another', () => {
    narrow();
    render(<Timeline dataset={dataset} picked={null} onPick={() => undefined} />);
    const rows = [...document.querySelectorAll('.us-reach')].map((row) => [
      Number(row.getAttribute('y')),
      Number(row.getAttribute('height')),
    ]);
    expect(rows).toHaveLength(dataset.statements.length);
    rows.slice(1).forEach(([y = 0], index) => {
      const [before = 0, height = 0] = rows[index] ?? [];
      expect(y).toBeGreaterThanOrEqual(before + height);
    });
  });
});

describe('on known lists of both sides', () => {
  /** How long each part of each bar is, whichever side of the axis it is on. */
  function lengths(from: Dataset): string[] {
    const { container } = render(<Timeline dataset={from} picked={null} onPick={() => undefined} />);
    const all = [...container.querySelectorAll('[role="option"]')].map((option) =>
      [...option.querySelectorAll('rect:not(.us-reach)')]
        .map((part) => `${part.getAttribute('class')} ${Number(part.getAttribute('height')).toFixed(3)}`)
        .join(', '),
    );
    cleanup();
    return all;
  }

  test('are drawn to one scale, by the same shapes', () => {
    expect(lengths(mirrorDataset(dataset))).toEqual(lengths(dataset));
  });

  test('grow from the axis, each its own way', () => {
    render(<Timeline dataset={dataset} picked={null} onPick={() => undefined} />);
    const middle = Number(list().getAttribute('viewBox')?.split(' ')[3]) / 2;
    for (const option of list().querySelectorAll('[role="option"]')) {
      const part = option.querySelector('.us-bar-named, .us-bar-unnamed');
      if (!part) continue;
      const isAbove = Number(part.getAttribute('y')) < middle;
      expect(isAbove, option.getAttribute('data-id') ?? '').toBe(option.classList.contains('us-concern'));
    }
  });
});
