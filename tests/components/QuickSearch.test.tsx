// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { QuickSearch } from '../../components/QuickSearch.tsx';
import { WordsProvider } from '../../components/words.ts';
import { countryContext } from '../../data/country-context.ts';
import { dataset } from '../../data/dataset.ts';
import { findStatements } from '../../data/find-statements.ts';
import type { Words } from '../../data/messages.ts';
import { statementLine } from '../../data/popover-context.ts';
import { findCountries, statementById } from '../../data/queries.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';
import { english, wordsIn } from '../support/words.ts';

afterEach(cleanup);

function show(initial = '') {
  const setCountry = vi.fn(async () => undefined);
  const { container } = render(
    <QuickSearch dataset={dataset} initial={initial} country={null} actions={{ setCountry }}>
      <p>The page</p>
    </QuickSearch>,
  );
  return { container, setCountry };
}

const LABEL = 'Find a country or a statement';
const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: LABEL });
const ask = (text: string) => fireEvent.input(field(), { target: { value: text } });
const buttons = () => screen.getAllByRole('button').map((button) => button.querySelector('b')?.textContent);
const recordOf = (code: string) => countryContext(dataset, code, english)?.fullHeadline;
const headlineOf = (id: string) => {
  const statement = statementById(dataset, id);
  return statement && statementLine(statement, english).headline;
};

/** As a reader does: the button has the focus when it is pressed. */
function press(name: string | undefined): void {
  const button = screen.getAllByRole('button').find((each) => each.querySelector('b')?.textContent === name);
  if (!button) throw new Error(`No answer “${name}”`);
  button.focus();
  fireEvent.click(button);
}

describe('answers', () => {
  test('stand in place of the page while something is asked', () => {
    show();
    expect(screen.getByText('The page').closest('[hidden]')).toBeNull();
    ask('Qatar');
    expect(screen.getByText('The page').closest('[hidden]')).not.toBeNull();
    ask(' ');
    expect(screen.getByText('The page').closest('[hidden]')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('a country is answered with its record', () => {
    show();
    ask('qatar');
    expect(buttons()[0]).toBe(recordOf('QA'));
  });

  test.each(['July 2019', '2019-07-12', '22 countries', 'Cuba', 'A/HRC/41/G/11', 'draft decision'])(
    '%s is answered with the statements it fits, both sides in one list',
    (query) => {
      show(query);
      expect(field().value).toBe(query);
      const lines = findStatements(dataset, query, english).map(({ headline }) => headline);
      const records = findCountries(dataset, query, english).map(({ code }) => recordOf(code));
      expect(lines.length).toBeGreaterThan(0);
      expect(buttons()).toEqual([...records, ...lines]);
      expect(screen.getByRole('status').textContent).toContain(`${lines.length} letter`);
    },
  );

  test('of many countries the best five are shown, and how many there are is told', () => {
    show('united');
    const all = findCountries(dataset, 'united', english).length;
    expect(all).toBeGreaterThan(1);
    show('s');
    const many = findCountries(dataset, 's', english).length;
    expect(screen.getAllByRole('status').at(-1)?.textContent).toContain(`${many} countries`);
    expect(screen.getAllByRole('status').at(-1)?.textContent).toContain('the first 5 countries are shown');
    // With no statement among the answers, and with some.
    const isAlone = (query: string) => findStatements(dataset, query, english).length === 0;
    const alone = ['mo', 'ma', 'sa', 'be'].find((query) => isAlone(query) && findCountries(dataset, query, english).length > 5);
    show(alone ?? '');
    expect(screen.getAllByRole('status').at(-1)?.textContent).toMatch(/^\d+ countries found; the first 5 countries are shown\.$/);
  });

  test('what no word of the record answers is read as a text', () => {
    const read = vi.fn(() => ['2019-07-12-support', '2019-07-08-concern', 'unknown']);
    render(<QuickSearch dataset={dataset} initial="They wrote to Geneva" read={read} country={null} actions={{}} />);
    expect(read).toHaveBeenCalledExactlyOnceWith('They wrote to Geneva');
    expect(screen.getByRole('heading').textContent).toBe('What the text may mean');
    expect(buttons()).toEqual([headlineOf('2019-07-12-support'), headlineOf('2019-07-08-concern')]);
    ask('Qatar');
    expect(read).toHaveBeenCalledTimes(1);
    expect(buttons()[0]).toBe(recordOf('QA'));
  });

  test('nothing found is told, with what could be asked', () => {
    show('Atlantis');
    expect(screen.getByRole('status').textContent).toContain('Nothing in the record');
    expect(screen.queryByRole('heading')).toBeNull();
  });
});

describe('a card', () => {
  const dialog = () => screen.getByRole('dialog');

  test('opens in place, with the focus on its headline, and Back leads to the answer it came from', () => {
    show('2019-07-12');
    press(headlineOf('2019-07-12-support'));
    expect(dialog().getAttribute('aria-label')).toBe(headlineOf('2019-07-12-support'));
    expect(document.activeElement).toBe(within(dialog()).getByRole('heading', { level: 2 }));
    expect(screen.queryByRole('searchbox', { name: LABEL })).toBeNull();
    fireEvent.click(within(dialog()).getByRole('button', { name: 'Back' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(field().value).toBe('2019-07-12');
    expect(document.activeElement?.querySelector('b')?.textContent).toBe(headlineOf('2019-07-12-support'));
  });

  test('leads on to others, and Back leads one step back at a time', () => {
    show('Qatar');
    press(recordOf('QA'));
    const row = dialog().querySelector<HTMLElement>('.us-rows button');
    row?.focus();
    if (row) fireEvent.click(row);
    const shown = () => dialog().querySelector('.us-card-view:not([hidden]) h2')?.textContent;
    expect(shown()).not.toBe(countryContext(dataset, 'QA', english)?.headline);
    const back = () => dialog().querySelector<HTMLElement>('.us-card-view:not([hidden]) [aria-label="Back"]')?.click();
    back();
    return vi.waitFor(() => expect(shown()).toBe(countryContext(dataset, 'QA', english)?.headline));
  });

  test('of the best answer opens with Enter in the field: a country before a statement', () => {
    show('Cuba');
    field().focus();
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(dialog().getAttribute('aria-label')).toBe(countryContext(dataset, 'CU', english)?.headline);
    fireEvent.click(within(dialog()).getByRole('button', { name: 'Back' }));
    expect(document.activeElement).toBe(field());
    ask('July 2019');
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(dialog().getAttribute('aria-label')).toBe(findStatements(dataset, 'July 2019', english)[0]?.headline);
  });

  test.each([
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['guinea', 'GN'],
    ['Sudan', 'SD'],
    ['DRC', 'CD'],
    ['qata', 'QA'],
  ])('of the one country that “%s” means opens with Enter', (query, code) => {
    show(query);
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(dialog().getAttribute('aria-label')).toBe(countryContext(dataset, code, english)?.headline);
  });

  test.each([
    ['Congo', 'en', ['CG', 'CD']],
    ['Congolese', 'en', ['CG', 'CD']],
    ['Korea', 'en', ['KP', 'KR']],
    ['Kongo', 'de', ['CG', 'CD']],
    ['Nig', 'en', ['NE', 'NG']],
  ] as const)(
    'opens with Enter of none where “%s” may mean more than one: the reader is led to them',
    (query, language, codes) => {
      const words = wordsIn(language);
      render(<QuickSearch dataset={dataset} initial={query} country={null} actions={{}} />, words);
      const input = screen.getByRole('searchbox');
      input.focus();
      fireEvent.keyDown(input, { key: 'Enter' });
      expect(screen.queryByRole('dialog')).toBeNull();
      const records = codes.map((code) => countryContext(dataset, code, words)?.fullHeadline);
      expect(buttons().slice(0, codes.length).toSorted()).toEqual(records.toSorted());
      expect(document.activeElement).toBe(screen.getAllByRole('button')[0]);
    },
  );

  test('explains no mark, since none led to it, and can make a country the reader’s own', () => {
    const { setCountry } = show('Qatar');
    press(recordOf('QA'));
    expect(screen.queryByRole('button', { name: 'Why?' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show Qatar first in every card' }));
    expect(setCountry).toHaveBeenCalledExactlyOnceWith('QA');
  });

  test('is in the language that is chosen meanwhile, and so is what was opened from it', () => {
    const within = (words: Words) => (
      <WordsProvider value={words}>
        <QuickSearch dataset={dataset} initial="Qatar" country={null} actions={{}} />
      </WordsProvider>
    );
    const { rerender } = render(within(english));
    press(recordOf('QA'));
    const row = dialog().querySelector<HTMLElement>('.us-rows button');
    if (row) fireEvent.click(row);
    const german = wordsIn('de');
    rerender(within(german));
    const [statement, country] = [...dialog().querySelectorAll('h2')].map(({ textContent }) => textContent).toReversed();
    expect(country).toBe(countryContext(dataset, 'QA', german)?.headline);
    expect(dataset.statements.map((each) => statementLine(each, german).headline)).toContain(statement);
  });

  test('Enter with nothing found opens nothing', () => {
    show('Atlantis');
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

test('is accessible with answers and with a card', async () => {
  const { container } = show('Qatar');
  expect(await accessibilityProblems(container)).toEqual([]);
  press(recordOf('QA'));
  expect(await accessibilityProblems(container)).toEqual([]);
});
