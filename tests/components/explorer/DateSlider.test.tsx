// @vitest-environment happy-dom
/** The slider of days: its stops are the days of changes, and each says in words what changed. */
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DateSlider } from '../../../components/explorer/DateSlider.tsx';
import { dataset } from '../../../data/dataset.ts';
import { changeDays } from '../../../data/explorer/standing.ts';
import { statementById } from '../../../data/queries.ts';
import { accessibilityProblems } from '../../support/accessibility.ts';
import { render } from '../../support/render.tsx';
import { wordsIn } from '../../support/words.ts';

afterEach(cleanup);

const slider = () => screen.getByRole('slider', { name: 'As of' });
const days = changeDays(dataset);

function show(value: string | null, onChange: (day: string | null) => void = () => undefined): string {
  const { container } = render(<DateSlider dataset={dataset} value={value} onChange={onChange} />);
  return container.querySelector('p')?.textContent ?? '';
}

test.each([
  ['2019-07-08', '22 countries voiced concern.'],
  [
    '2019-07-12',
    '37 countries voiced support for China. 1 country joined “22 countries voiced concern, 8 July 2019” later: Italy.',
  ],
  ['2019-07-18', 'Qatar withdrew.'],
  ['2022-08-25', 'About 40 countries voiced support for China.'],
  ['2024-09-24', '10 countries voiced concern. Nearly 80 countries voiced support for China.'],
  ['2022-10-06', 'The Human Rights Council voted.'],
  ['2022-10-07', 'Ukraine asked for another vote to be recorded.'],
  ['2021-06-24', 'Of that day no change is certain.'],
  ['2021-06-25', 'By that day Ukraine had withdrawn.'],
])('on %s it says: %s', (day, said) => {
  expect(show(day)).toBe(said);
  expect(slider().getAttribute('aria-valuetext')).toBe(screen.getByRole('status').textContent);
});

test('its sentences follow each other as in the reader’s language', () => {
  const { container } = render(
    <DateSlider dataset={dataset} value="2019-07-12" onChange={() => undefined} />,
    wordsIn('zh-Hans'),
  );
  expect(container.querySelector('p')?.textContent).toMatch(/。[^ ].*。$/);
});

test('a day between two stops stays the day, at the stop before it', () => {
  show('2019-07-20');
  expect(slider().getAttribute('aria-valuetext')).toBe('20 July 2019');
  expect((slider() as HTMLInputElement).valueAsNumber).toBe(days.indexOf('2019-07-18'));
});

test('the last stop is the end of the record, whatever comes', () => {
  const onChange = vi.fn();
  expect(show(null, onChange)).toBe('Last change, 21 November 2025: 15 countries voiced concern.');
  expect((slider() as HTMLInputElement).valueAsNumber).toBe(days.length - 1);
  fireEvent.input(slider(), { target: { value: '0' } });
  expect(onChange).toHaveBeenLastCalledWith('2019-07-08');
  fireEvent.input(slider(), { target: { value: String(days.length - 1) } });
  expect(onChange).toHaveBeenLastCalledWith(null);
});

test('says of those who joined later how many they are, and what they joined', () => {
  expect(show('2019-07-26')).toMatch(
    /^By that day 13 countries had joined “37 countries voiced support for China, 12 July 2019”: Bangladesh, /,
  );
});

test('of one statement has the days on which that changed', () => {
  const of = (id: string, value: string | null = null) => {
    const { container } = render(
      <DateSlider dataset={dataset} statement={statementById(dataset, id)} value={value} onChange={() => undefined} />,
    );
    const said = container.querySelector('p')?.textContent;
    cleanup();
    return said;
  };
  expect(of('2019-07-12-support', '2019-07-18')).toBe('Qatar withdrew.');
  expect(of('2019-07-12-support')).toMatch(/^Last change, 31 August 2019: By that day 1 country had joined .*: Yemen\.$/);
  expect(of('2024-10-22-support-gcc', '2024-10-22')).not.toContain('0 countries');
});

describe('of a statement on which nothing changed later', () => {
  function showOne(value: string | null) {
    const onChange = vi.fn<(day: string | null) => void>();
    const statement = statementById(dataset, '2019-10-29-concern');
    const { container } = render(<DateSlider dataset={dataset} statement={statement} value={value} onChange={onChange} />);
    const move = (by: number) => {
      const input = slider() as HTMLInputElement;
      fireEvent.input(input, { target: { value: String(input.valueAsNumber + by) } });
      return onChange.mock.lastCall?.[0];
    };
    return { said: container.querySelector('p')?.textContent, move };
  }

  test('goes back to before it was made', () => {
    const { said, move } = showOne(null);
    expect(said).toBe('Last change, 29 October 2019: 23 countries voiced concern.');
    expect(move(-1)).toBe('2019-10-28');
  });

  test.each(['2019-10-28', '2019-07-08'])('on %s says that it had not been made, and leads to it', (day) => {
    const { said, move } = showOne(day);
    expect(said).toBe('Not yet made on that day.');
    expect(move(1)).toBeNull();
  });

  test('on a day after it leads back as well', () => {
    expect(showOne('2020-01-01').move(-1)).toBe('2019-10-28');
  });
});

test('keeps nobody out', async () => {
  const { container } = render(<DateSlider dataset={dataset} value="2019-07-12" onChange={() => undefined} />);
  expect(await accessibilityProblems(container)).toEqual([]);
});
