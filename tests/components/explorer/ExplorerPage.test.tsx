// @vitest-environment happy-dom
/** The explorer's page: a view and what was chosen in it are drawn from the state alone, and both sides alike. */
import { signal } from '@preact/signals';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ExplorerPage } from '../../../components/explorer/ExplorerPage.tsx';
import type { ExplorerWays } from '../../../components/explorer/view.ts';
import { dataset } from '../../../data/dataset.ts';
import {
  changedState,
  DEFAULT_STATE,
  decodeState,
  type ExplorerState,
  encodeState,
  VIEWS,
} from '../../../data/explorer/state.ts';
import { statementInWords } from '../../../data/explorer/view-title.ts';
import type { Words } from '../../../data/messages.ts';
import { statementById } from '../../../data/queries.ts';
import type { Dataset } from '../../../data/schema.ts';
import { accessibilityProblems } from '../../support/accessibility.ts';
import { mirrorDataset } from '../../support/mirror.ts';
import { render } from '../../support/render.tsx';
import { english, wordsIn } from '../../support/words.ts';

afterEach(cleanup);

/** The page at a state, which goes where it is led. */
function show(changes: Partial<ExplorerState>, from: Dataset = dataset, words: Words = english) {
  const state = signal<ExplorerState>({ ...DEFAULT_STATE, ...changes });
  const ways: ExplorerWays = {
    go: (next) => {
      state.value = changedState(state.value, next);
    },
    href: (next) => `#${encodeState(changedState(state.value, next))}`,
    save: vi.fn(),
    copy: vi.fn(),
    print: vi.fn(),
    address: null,
    own: null,
    choosesLanguage: false,
  };
  const { container } = render(<ExplorerPage dataset={from} state={state} ways={ways} />, words);
  return { container, state, ways };
}

const rowsOf = (name: string) =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('row')
    .map((row) => row.textContent);

test.each(VIEWS)('the view %s has its name, says that it is the one shown, and has no fault that axe finds', async (view) => {
  const { container } = show({ view, compared: ['QA', 'SO'], from: '2025-01-01', q: 'qatar', country: 'QA' });
  const links = within(screen.getByRole('navigation', { name: 'Views' })).getAllByRole('link');
  expect(links.filter((link) => link.getAttribute('aria-current') === 'page').map(({ textContent }) => textContent)).toEqual([
    screen.getByRole('main').querySelector('h2')?.textContent,
  ]);
  expect(await accessibilityProblems(container)).toEqual([]);
});

test.each(['en', 'ar', 'zh-Hans'] as const)('a line is parted from its day as the language does: %s', (language) => {
  const words = wordsIn(language);
  show({ view: 'search', q: 'A/HRC/41/G/11' }, dataset, words);
  const statement = statementById(dataset, '2019-07-08-concern');
  if (!statement) throw new Error('no letter');
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toContain(statementInWords(statement, words));
});

test('what a search finds in another language is told apart from the reader’s, and reads in its own direction', () => {
  show({ view: 'search', q: 'terrorism' }, dataset, wordsIn('ar'));
  const hits = [...screen.getByRole('main').querySelectorAll('.us-hits > li')];
  const ofEnglish = (text: string) => {
    const found = hits
      .flatMap((hit) => [...hit.querySelectorAll('[lang="en"]')])
      .find((each) => each.textContent?.includes(text));
    return found?.tagName === 'BDI' || found?.getAttribute('dir') === 'auto';
  };
  const { sources, quotes } = {
    sources: dataset.statements.flatMap((statement) => statement.sources),
    quotes: dataset.statements.flatMap((statement) => statement.quotes),
  };
  const title = sources.find((source) => /terrorism/i.test(source.title ?? '') && source.languages.includes('en'))?.title ?? '';
  const quote = quotes.find(({ text }) => /terrorism/i.test(text))?.text ?? '';
  expect(title).not.toBe('');
  expect(quote).not.toBe('');
  for (const text of [title, quote]) expect(ofEnglish(text), text).toBe(true);
});

test('changes are those between the days that are chosen, of which either may be left out', async () => {
  const { state } = show({ view: 'changes' });
  const choose = (name: string, value: string) => fireEvent.change(screen.getByLabelText(name), { target: { value } });
  choose('After', '2019-07-17');
  choose('Until', '2019-07-18');
  await vi.waitFor(() => expect(state.value).toMatchObject({ from: '2019-07-17', to: '2019-07-18' }));
  expect(screen.getByRole('main').textContent).toContain('Qatar');
  choose('Until', '2019-07-16');
  expect(await screen.findByText('The first day has to be before the second.')).toBeTruthy();
  choose('Until', '');
  await vi.waitFor(() => expect(state.value.to).toBeNull());
});

test('a year that is typed is none until it is of the record', () => {
  const { state } = show({ view: 'changes', from: '2019-07-17' });
  const type = (value: string) => fireEvent.change(screen.getByLabelText('After'), { target: { value } });
  // As a browser tells of it: of 2020, the first digits are years too.
  for (const day of ['0002-07-17', '0020-07-17', '0202-07-17', '9999-07-17']) {
    type(day);
    expect(state.value.from).toBe('2019-07-17');
  }
  type('2020-07-17');
  expect(state.value.from).toBe('2020-07-17');
});

test.each([
  ['Text', /^Changes of sides over Xinjiang at the United Nations/],
  ['BibTeX', /^@\w+\{/],
  ['CSL-JSON', /^\[\s*\{/],
])('what is shown is cited as %s, and it is said that it was copied', async (form, expected) => {
  const { ways } = show({ view: 'changes' });
  fireEvent.click(screen.getByRole('button', { name: form }));
  await vi.waitFor(() => expect(ways.copy).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(expected)));
  await vi.waitFor(() => expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Copied'));
});

describe('the matrix by similarity', () => {
  test('says beside each name how much is alike, and with whom it is compared can be chosen', async () => {
    const { state } = show({ view: 'matrix', country: 'QA' });
    fireEvent.change(screen.getByRole('combobox', { name: 'Sort by' }), { target: { value: 'similarity' } });
    await vi.waitFor(() => expect(state.value).toMatchObject({ sort: 'similarity', like: 'QA' }));
    // All rows are drawn where the page is printed.
    window.dispatchEvent(new Event('beforeprint'));
    const names = () => screen.getAllByRole('rowheader').map((name) => name.textContent);
    await vi.waitFor(() => expect(names()).toHaveLength(dataset.countries.length));
    const isRemarked = (name: string | null) => /(?:\d+ of \d+|none comparable)$/.test(name ?? '');
    await vi.waitFor(() => expect(names().filter((name) => !isRemarked(name))).toEqual(['Qatar']));
    expect(names()[0]).toBe('Qatar');
    fireEvent.change(screen.getByRole('combobox', { name: 'Similar to' }), { target: { value: 'FR' } });
    await vi.waitFor(() => expect(names()[0]).toBe('France'));
    expect(names().filter((name) => !isRemarked(name))).toEqual(['France']);
    expect(screen.getByText(/did the same as France/)).toBeTruthy();
  });

  test('of one regional group shows its countries alone', async () => {
    const { state } = show({ view: 'matrix' });
    fireEvent.change(screen.getByRole('combobox', { name: 'Regional group' }), { target: { value: 'africa' } });
    await vi.waitFor(() => expect(state.value.group).toBe('africa'));
    window.dispatchEvent(new Event('beforeprint'));
    const african = dataset.countries.filter(({ group }) => group === 'africa').map((country) => english.country(country));
    await vi.waitFor(() =>
      expect(
        screen
          .getAllByRole('rowheader')
          .map(({ textContent }) => textContent)
          .toSorted(),
      ).toEqual(african.toSorted()),
    );
  });
});

test.each<[Partial<ExplorerState>, string]>([
  [
    { view: 'matrix', group: 'africa', asOf: '2019-07-18', sort: 'first' },
    'Countries and statements over Xinjiang at the United Nations: where each stands (Africa), as of 18 July 2019. Sort by: First signature.',
  ],
  [{ view: 'search', q: 'qatar' }, 'Search of the record for “qatar”.'],
])('on paper, where there are no controls, %j says what it shows', (changes, expected) => {
  const { container } = show(changes);
  expect([...container.querySelectorAll('main .us-for-print')].map(({ textContent }) => textContent)).toEqual([expected]);
});

describe('what was chosen', () => {
  test('is the card of a statement, the record of a country, or where the one stands on the other', () => {
    const { state } = show({ view: 'changes', statement: '2019-07-12-support' });
    const beside = () => within(screen.getByRole('complementary')).getAllByRole('heading')[0]?.textContent;
    expect(beside()).toBe('37 countries voiced support for China');
    state.value = { ...state.value, statement: null, country: 'QA' };
    return vi.waitFor(() => expect(beside()).toMatch(/^Qatar voiced support for China/));
  });

  test('of what is not known says so and names no source, and of an absence names the list’s', () => {
    show({ view: 'matrix', statement: '2021-03-12-support', country: 'FR' });
    expect(screen.getByRole('complementary').textContent).toMatch(/France.*not known.*The record has no source/);
    cleanup();
    show({ view: 'matrix', statement: '2019-10-29-support', country: 'FR' });
    const card = screen.getByRole('complementary');
    expect(card.textContent).toMatch(/France.*not on the list/);
    expect(within(card).getAllByRole('listitem').length).toBeGreaterThan(0);
  });

  test.each([
    ['QA', '2024-10-22-support-gcc'],
    ['KW', '2021-10-21-support-gulf'],
  ])('is not a signature of %s under a text that nobody has seen, nor in a side’s colour', (country, statement) => {
    show({ view: 'compare', compared: [country, 'SO'], statement, country });
    const card = screen.getByRole('complementary');
    expect(card.textContent).toContain('named as taking part');
    expect(card.textContent).not.toContain('signed');
    expect(card.querySelector('.us-sign')?.className).toBe('us-sign us-is-named-as-taking-part');
    expect(rowsOf('Statement by statement').filter((row) => row.includes('named as taking part'))).not.toEqual([]);
  });

  test('of a vote is that a country had none, never that it is not on a list', () => {
    show({ view: 'matrix', statement: '2022-10-06-vote', country: 'CA' });
    const card = screen.getByRole('complementary').textContent;
    expect(card).toMatch(/Canada.*did not vote.*Not a member of the Council on 6 October 2022/);
    expect(card).not.toContain('not on the list');
  });

  test('of a vote has what a country asked to have recorded instead', () => {
    show({ view: 'matrix', statement: '2022-10-06-vote', country: 'UA' });
    const card = screen.getByRole('complementary').textContent;
    expect(card).toContain('abstained, 6 October 2022; asked on 7 October 2022 to be recorded in favour');
  });

  test('is open where sources differ, and names them', () => {
    show({ view: 'matrix', statement: '2021-06-22-concern', country: 'UA', asOf: '2021-06-24' });
    const card = screen.getByRole('complementary');
    expect(card.textContent).toMatch(/Ukraine.*not known.*the sources do not tell whether it stood on that day/);
    expect(card.textContent).not.toContain('The record has no source');
    expect(within(card).getAllByRole('listitem').length).toBeGreaterThan(1);
  });

  test('is told as of the day that the matrix shows', () => {
    show({ view: 'matrix', statement: '2019-07-12-support', country: 'QA', asOf: '2019-07-17' });
    const card = screen.getByRole('complementary').textContent;
    expect(card).toMatch(/signed, 12 July 2019.*as of 17 July 2019/);
    expect(card).not.toContain('Asked on 18 July');
  });

  test.each<Partial<ExplorerState>>([{ country: 'QA' }, { statement: '2019-07-12-support' }])(
    'tells of today beside a map of a past day, and says so: %j',
    (chosen) => {
      const told = `What is told here is as of ${english.date(dataset.updated)}, the view as of 15 July 2019.`;
      show({ view: 'map', asOf: '2019-07-15', ...chosen });
      expect(screen.getByRole('complementary').textContent).toContain(told);
      cleanup();
      // The timeline is of no day.
      show({ view: 'timeline', asOf: '2019-07-15', ...chosen });
      expect(screen.getByRole('complementary').textContent).not.toContain('What is told here');
    },
  );
});

test('a link in a card that was opened by the address leads to another card, which has the focus', async () => {
  const { state } = show({ view: 'matrix', statement: '2019-07-12-support', country: 'QA' });
  const link = screen.getByRole('link', { name: 'The statement' });
  link.focus();
  // The address is not the page's matter.
  state.value = { ...state.value, country: null };
  await vi.waitFor(() => expect(link.isConnected).toBe(false));
  const card = screen.getByRole('complementary');
  expect(document.activeElement).toBe(within(card).getByRole('heading', { level: 2 }));
});

test('what is open already is opened anew, wherever its card has been followed to', async () => {
  const { state } = show({ view: 'changes', statement: '2019-07-12-support' });
  const card = () => within(screen.getByRole('complementary'));
  const headline = () => card().getByRole('heading', { level: 2 }).textContent;
  const follow = async () => {
    fireEvent.click(card().getByRole('button', { name: 'Algeria' }));
    await vi.waitFor(() => expect(headline()).toMatch(/^Algeria/));
  };
  await follow();
  // Another view leaves the card as it is.
  state.value = { ...state.value, view: 'matrix' };
  await screen.findByRole('heading', { name: 'Matrix' });
  expect(headline()).toMatch(/^Algeria/);
  state.value = { ...state.value };
  await vi.waitFor(() => expect(headline()).toBe('37 countries voiced support for China'));
  await follow();
});

describe('a comparison', () => {
  test('says of every two how far they agree and on how much that rests', () => {
    show({ view: 'compare', compared: ['QA', 'SO'] });
    expect(rowsOf('How far they agree')).toEqual([
      'ComparedAgreedDifferedBoth stayed offNot comparable',
      'Qatar and Somalia0 of 3 (0 %)31116',
    ]);
    expect(rowsOf('Statement by statement')).toContain('12 July 201937 countries voiced support for Chinawithdrewsigneddiffered');
  });

  test('gains what is chosen only once that is added, so that the arrow keys lead through the list', async () => {
    const { state } = show({ view: 'compare', compared: ['QA'] });
    const field = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Country or group' });
    fireEvent.change(field, { target: { value: 'africa' } });
    fireEvent.change(field, { target: { value: 'SO' } });
    expect(field.value).toBe('SO');
    expect(state.value.compared).toEqual(['QA']);
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(state.value.compared).toEqual(['QA', 'SO']);
    await vi.waitFor(() => expect(field.value).toBe(''));
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(state.value.compared).toEqual(['QA', 'SO']);
  });

  test.each([
    ['nothing', ''],
    ['a country that is compared already', 'QA'],
  ])('says what is missing where %s is added, and leads to the field for it', async (_, value) => {
    const { state, container } = show({ view: 'compare', compared: ['QA'] });
    const field = screen.getByRole('combobox', { name: 'Country or group' });
    fireEvent.change(field, { target: { value } });
    const button = screen.getByRole('button', { name: 'Add' });
    button.focus();
    fireEvent.click(button);
    const said = 'Choose a country or group that is not compared yet.';
    await vi.waitFor(() => expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(said));
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(said);
    expect(state.value.compared).toEqual(['QA']);
    expect(await accessibilityProblems(container)).toEqual([]);
    fireEvent.change(field, { target: { value: 'SO' } });
    await vi.waitFor(() => expect(screen.queryByText(said)).toBeNull());
    fireEvent.click(button);
    expect(state.value.compared).toEqual(['QA', 'SO']);
    expect(screen.queryByText(said)).toBeNull();
  });

  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  const addOwnGroup = async () => {
    for (const name of ['Cuba', 'Russia']) fireEvent.click(screen.getByRole('checkbox', { name, hidden: true }));
    fireEvent.click(await screen.findByRole('button', { name: 'Compare a group of 2', hidden: true }));
  };

  test.each([
    ['one is removed', async () => press('Remove Qatar'), ['SO']],
    ['a group of the reader’s own is added', addOwnGroup, ['QA', 'SO', 'CU_RU']],
  ])('no longer says that one is compared already once %s', async (_, change, compared) => {
    const { state } = show({ view: 'compare', compared: ['QA', 'SO'] });
    const field = screen.getByRole('combobox', { name: 'Country or group' });
    fireEvent.change(field, { target: { value: 'QA' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    await vi.waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    await change();
    expect(state.value.compared).toEqual(compared);
    await vi.waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('false'));
    expect(screen.queryByText('Choose a country or group that is not compared yet.')).toBeNull();
  });

  test('loses a member that is removed, and the focus is not lost with the button', () => {
    const { state } = show({ view: 'compare', compared: ['QA', 'africa'] });
    const button = screen.getByRole('button', { name: 'Remove Africa' });
    button.focus();
    fireEvent.click(button);
    expect(state.value.compared).toEqual(['QA']);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Compare' }));
  });

  test('that has no room for more has the focus at its head, where the field to add them was', async () => {
    show({ view: 'compare', compared: ['QA', 'CU', 'RU', 'FR', 'DE', 'JP', 'EG'] });
    fireEvent.change(screen.getByRole('combobox', { name: 'Country or group' }), { target: { value: 'SO' } });
    const button = screen.getByRole('button', { name: 'Add' });
    button.focus();
    fireEvent.click(button);
    await screen.findByText('No more than 8 are compared at a time.');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Compare' }));
  });
});

test('what is on Hong Kong alone, or of unknown text, is not counted as about Xinjiang', () => {
  const { container } = show({});
  expect(container.querySelector('header p')?.textContent).toBe(
    'Who signed what at the United Nations over Xinjiang since 2019: 30 letters, joint statements and votes, 195 countries. 8 more are on Hong Kong alone, or their text is not known.',
  );
});

describe('a map of one statement', () => {
  test('is chosen among all, and left for the whole record', async () => {
    const { state } = show({ view: 'map', country: 'QA' });
    const field = screen.getByRole('combobox', { name: 'Statement' });
    expect(within(field).getAllByRole('option')).toHaveLength(dataset.statements.length + 1);
    fireEvent.change(field, { target: { value: '2019-07-12-support' } });
    await screen.findByRole('listbox', { name: /^Where countries stand: 37 countries voiced support for China/ });
    expect(state.value).toMatchObject({ statement: '2019-07-12-support', country: null });
    expect(screen.getByRole('link', { name: 'Back to the whole record' }).getAttribute('href')).toBe('#view=map');
    fireEvent.change(field, { target: { value: '' } });
    await screen.findByRole('listbox', { name: 'Who voiced concern, and who voiced support for China' });
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  test('leads to where a country stands on it, and back to the card of the statement', async () => {
    const { state } = show({ view: 'map', statement: '2019-07-12-support' });
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'q' });
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'Enter' });
    await vi.waitFor(() => expect(screen.getByRole('complementary').textContent).toMatch(/^Qatar.*withdrew, 18 July 2019/));
    fireEvent.click(within(screen.getByRole('complementary')).getByRole('button', { name: 'Close' }));
    await vi.waitFor(() => expect(screen.getByRole('complementary').textContent).toContain('The 37 signatories'));
    expect(state.value).toMatchObject({ statement: '2019-07-12-support', country: null });
  });

  describe('whose card is closed', () => {
    const card = () => screen.queryByRole('complementary');
    const closeCard = async () => {
      fireEvent.click(within(screen.getByRole('complementary')).getByRole('button', { name: 'Close' }));
      await vi.waitFor(() => expect(card()).toBeNull());
    };
    const isOfStatement = () => screen.getByRole('listbox', { name: /^Where countries stand: 37 countries/ });

    test('stays, as of its day, has the focus at its head, and leads to the card again', async () => {
      const { state } = show({ view: 'map', statement: '2019-07-12-support', asOf: '2019-07-17' });
      within(screen.getByRole('complementary')).getByRole('button', { name: 'Close' }).focus();
      await closeCard();
      isOfStatement();
      expect(screen.getByText('As of 17 July 2019')).toBeTruthy();
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Map' }));
      const link = screen.getByRole('link', { name: 'The statement' });
      link.focus();
      state.value = decodeState(link.getAttribute('href')?.slice(1) ?? '', dataset);
      await vi.waitFor(() => expect(card()?.textContent).toContain('The 37 signatories'));
      expect(document.activeElement).toBe(link);
      await closeCard();
      expect(document.activeElement).toBe(link);
    });

    test('shows where a country stands, and then the map again', async () => {
      show({ view: 'map', statement: '2019-07-12-support' });
      await closeCard();
      fireEvent.keyDown(isOfStatement(), { key: 'q' });
      fireEvent.keyDown(isOfStatement(), { key: 'Enter' });
      await vi.waitFor(() => expect(card()?.textContent).toMatch(/^Qatar.*withdrew/));
      // Over the map, and in the card of the country.
      const ways = screen.getAllByRole('link', { name: 'The statement' }).map((link) => link.getAttribute('href'));
      const way = '#view=map&statement=2019-07-12-support';
      expect(ways).toEqual([way, way]);
      await closeCard();
      isOfStatement();
    });

    test('shows no card in another view either, and is there when the reader comes back', async () => {
      const { state, ways } = show({ view: 'map', statement: '2019-07-12-support' });
      await closeCard();
      ways.go({ view: 'timeline' });
      await screen.findByRole('heading', { name: 'Timeline' });
      expect(card()).toBeNull();
      expect(screen.queryByRole('option', { selected: true })).toBeNull();
      ways.go({ view: 'map' });
      await vi.waitFor(isOfStatement);
      ways.go({ view: 'timeline', statement: '2019-07-08-concern' });
      await vi.waitFor(() => expect(card()?.textContent).toContain('22 countries voiced concern'));
      expect(encodeState(state.value)).toBe('statement=2019-07-08-concern');
    });
  });
});

describe('changes', () => {
  test('are told with the first and the last day on which one is among them', () => {
    show({ view: 'changes', from: '2021-12-31', to: '2022-12-31' });
    const told = within(screen.getByRole('main'))
      .getAllByRole('status')[0]
      ?.textContent?.replace(/[\u2009\u202f]/g, ' ');
    expect(told).toMatch(/^\d+ changes, 1 January – 31 December 2022 \(both days included\)$/);
  });

  test('are told by kind, with day, statement and source', () => {
    show({ view: 'changes', from: '2022-10-30', to: '2022-10-31' });
    expect(rowsOf('From one side to the other')[1]).toMatch(
      /^31 October 2022Somalia50 countries voiced concern, 31 October 202237 countries voiced support for China, 12 July 2019Global Affairs Canada/,
    );
  });

  test('of days the wrong way round are none, and that is said', () => {
    show({ view: 'changes', from: '2022-01-01', to: '2021-01-01' });
    expect(screen.getByText('The first day has to be before the second.')).toBeTruthy();
  });

  test('of both sides are told alike', () => {
    const kinds = (from: Dataset, stance: string) => {
      const { container } = show({ view: 'changes' }, from);
      const rows = [...container.querySelectorAll(`.us-part-of-view tr:has(td .us-side-sign.us-${stance})`)];
      const told = rows.map(
        (row) =>
          `${row.closest('section.us-part-of-view')?.querySelector('h3')?.firstChild?.textContent} ${row.querySelector('th')?.textContent}`,
      );
      cleanup();
      return told.toSorted();
    };
    const mirrored = mirrorDataset(dataset);
    expect(kinds(mirrored, 'support')).toEqual(kinds(dataset, 'concern'));
    expect(kinds(mirrored, 'concern')).toEqual(kinds(dataset, 'support'));
  });
});

test('what is shown is saved as rows, and cited', async () => {
  const { ways } = show({ view: 'compare', compared: ['QA'] });
  fireEvent.click(screen.getByRole('button', { name: 'CSV' }));
  expect(ways.save).toHaveBeenCalledWith({
    name: `undersigned-compare-QA-${dataset.updated}.csv`,
    type: 'text/csv;charset=utf-8',
    // What tells Excel that it is in UTF-8 comes first.
    content: expect.stringMatching(/^\uFEFFcountry,name,statement,.*\nQA,Qatar,/),
  });
  fireEvent.click(screen.getByRole('button', { name: 'BibTeX' }));
  await vi.waitFor(() => expect(ways.copy).toHaveBeenCalledWith(expect.stringMatching(/^@misc\{undersigned-compare-QA,/)));
});
