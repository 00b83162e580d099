// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type CardActions, CardFoot } from '../../components/CardFoot.tsx';
import { HidingNotice } from '../../components/HidingNotice.tsx';
import { type CardTarget, cardContext } from '../../data/country-context.ts';
import { dataset } from '../../data/dataset.ts';
import { HIDING_KINDS, type Hiding, type HidingKind } from '../../data/hiding.ts';
import { LANGUAGES } from '../../data/languages.ts';
import { contextFor, type PopoverTarget } from '../../data/popover-context.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';
import { english, wordsIn } from '../support/words.ts';

afterEach(cleanup);

const LETTER: PopoverTarget = {
  kind: 'statement',
  link: ['2019-07-08-concern'],
  reasons: [{ cue: 'count', text: '22 countries' }],
};
const CHOICE: PopoverTarget = { kind: 'statement', link: ['2020-10-06-concern', '2021-06-22-concern'], reasons: [] };
const ADDRESS = 'https://news.example/article';
const DETAILS = {
  text: 'letter signed by 22 countries',
  before: 'In July a ',
  after: ' came.',
  address: ADDRESS,
  version: '1.2.3',
  tracker: null,
};

function show(actions: CardActions = {}, target: CardTarget = LETTER) {
  const { container } = render(
    <CardFoot context={cardContext(dataset, target, {}, english)} dataset={dataset} actions={actions} onSources={() => {}} />,
  );
  return container as HTMLElement;
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const names = () => screen.getAllByRole('button').map((button) => button.textContent);

test('one panel is open at a time, and its button tells', () => {
  const hiding = { text: 'Xinjiang', kinds: HIDING_KINDS, hide() {} };
  show({ hiding, copy() {} });
  const expanded = () => screen.getAllByRole('button', { expanded: true }).map((button) => button.textContent);
  press('Hide…, not helpful here');
  expect(expanded()).toEqual(['Hide…']);
  press('Copy');
  expect(expanded()).toEqual(['Copy']);
  expect(screen.queryByRole('button', { name: 'Hide this mention' })).toBeNull();
  press('Copy');
  expect(screen.queryByRole('button', { expanded: true })).toBeNull();
});

test.each<[CardTarget, string]>([
  [{ kind: 'xinjiang' }, 'Marked because this is a name of the region.'],
  [{ kind: 'related' }, 'Marked because this is a term related to the region.'],
  [{ kind: 'country', code: 'CU' }, 'Marked because this is the name of a country.'],
])('where nothing had to be weighed, it is told what was marked: %j', (target, sentence) => {
  show({}, target);
  press('Why?');
  expect(screen.getByText(sentence)).toBeTruthy();
});

test.each(LANGUAGES)('what a button is called has in it what it says, so that it can be spoken to: %s', (language) => {
  const hiding = { text: 'Xinjiang', kinds: HIDING_KINDS, hide() {} };
  const context = contextFor(dataset, LETTER, {}, english);
  const actions = { hiding, copy() {}, report: DETAILS };
  render(<CardFoot context={context} dataset={dataset} actions={actions} onSources={() => {}} />, wordsIn(language));
  for (const button of screen.getAllByRole('button')) {
    const said = button.textContent ?? '';
    expect((button.getAttribute('aria-label') ?? said).toLowerCase()).toContain(said.toLowerCase());
  }
});

describe('"Not helpful here"', () => {
  test('offers what can be hidden, small to large, and does it with one press', () => {
    const hide = vi.fn<(kind: HidingKind) => void>();
    show({ hiding: { text: '22 countries', kinds: HIDING_KINDS, hide } });
    press('Hide…, not helpful here');
    const labels = [
      'Hide this mention',
      'Hide “22 countries” everywhere',
      'Turn off on this page',
      'Turn off on this site',
      'Turn off for an hour',
      'Turn off everywhere',
    ];
    expect(
      within(screen.getByRole('list'))
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(labels);
    for (const label of labels) press(label);
    expect(hide.mock.calls.map(([kind]) => kind)).toEqual([...HIDING_KINDS]);
  });

  test.each<[Hiding, string]>([
    [{ kind: 'mention', entry: 'example.org 1 x' }, 'This mention is hidden.'],
    [{ kind: 'term', entry: '22 countries' }, '“22 Countries” is hidden everywhere.'],
    [{ kind: 'page', entry: ADDRESS }, 'Off on this page.'],
    [{ kind: 'site', entry: 'news.example' }, 'Off on news.example.'],
    [{ kind: 'hour', until: Date.parse('2026-03-01T15:40') }, 'Off until 15:40.'],
    [{ kind: 'everywhere' }, 'Off everywhere.'],
  ])('is followed by what was done and the way back: %j', async (hiding, said) => {
    const [onUndo, onClose] = [vi.fn(), vi.fn()];
    const { container } = render(
      <HidingNotice hiding={hiding} text="22 Countries" failed={false} onUndo={onUndo} onClose={onClose} />,
    );
    expect(screen.getByRole('heading').textContent).toBe(said);
    press('Undo');
    expect(onUndo).toHaveBeenCalledOnce();
    press('Close');
    expect(onClose).toHaveBeenCalledOnce();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('offers no way back from what the browser did not do', () => {
    render(<HidingNotice hiding={{ kind: 'everywhere' }} text="x" failed onUndo={() => {}} onClose={() => {}} />);
    expect(screen.getByRole('heading').textContent).toContain('did not save');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});

describe('"Copy"', () => {
  test('gives the card in each form, and says politely each time that it is done', async () => {
    const copy = vi.fn((_text: string) => new Promise<void>((resolve) => setTimeout(resolve, 60)));
    show({ copy });
    press('Copy');
    for (const name of ['Text', 'Citation', 'Markdown', 'CSL-JSON']) {
      press(name);
      await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
      await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copied'));
    }
    const [text, citation, markdown, csl] = copy.mock.calls.map(([text]) => text);
    for (const each of [text, citation, markdown, csl]) expect(each).toContain('https://docs.un.org/en/A/HRC/41/G/11');
    expect(text).toContain('Australia');
    expect(citation).not.toContain('Australia');
    expect(markdown).toContain('](https://docs.un.org/en/A/HRC/41/G/11)');
    expect(JSON.parse(csl ?? '')[0]).toMatchObject({ number: 'A/HRC/41/G/11' });
  });

  test('tells of a copy that failed', async () => {
    show({ copy: () => Promise.reject(new Error('denied')) });
    press('Copy');
    press('Text');
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copying failed'));
  });
});

describe('"Report an error"', () => {
  test('without a tracker copies a text, with the address of the page only where the reader ticks it', async () => {
    const copy = vi.fn(async (_text: string) => {});
    const foot = show({ copy, report: DETAILS });
    press('Report an error');
    expect(within(foot).queryByRole('link')).toBeNull();
    press('Copy a report');
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copied'));
    fireEvent.click(screen.getByRole('checkbox', { name: 'With the address of this page' }));
    await vi.waitFor(() => expect(foot.querySelector('pre')?.textContent).toContain(ADDRESS));
    press('Copy a report');
    await vi.waitFor(() => expect(copy).toHaveBeenCalledTimes(2));
    const [without, with_] = copy.mock.calls.map(([text]) => text);
    expect(without).toContain('[letter signed by 22 countries]');
    expect(without).toContain('2019-07-08-concern');
    expect(without).not.toContain(ADDRESS);
    expect(with_).toContain(ADDRESS);
  });

  test('with a tracker leads to a new issue there, filled in with the text that is shown', () => {
    const foot = show({ copy() {}, report: { ...DETAILS, tracker: 'https://tracker.example/issues' } });
    press('Report an error');
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Open a new issue' });
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
    const url = new URL(link.href);
    expect(url.origin + url.pathname).toBe('https://tracker.example/issues/new');
    expect(url.searchParams.get('body')).toBe(foot.querySelector('pre')?.textContent);
    expect(names()).not.toContain('Copy a report');
  });
});

test.each([
  ['a statement', LETTER],
  ['a choice', CHOICE],
  ['the record in brief', { kind: 'xinjiang' } as const],
])('the foot of the card of %s is accessible with each panel open', async (_, target) => {
  const hiding = { text: 'Xinjiang', kinds: HIDING_KINDS, hide() {} };
  const foot = show({ close() {}, copy() {}, openOptions() {}, hiding, report: DETAILS }, target);
  for (const name of ['Why?', 'Hide…, not helpful here', 'Copy', 'Report an error']) {
    press(name);
    expect(await accessibilityProblems(foot), name).toEqual([]);
  }
});
