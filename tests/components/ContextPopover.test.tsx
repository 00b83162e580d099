// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CardActions } from '../../components/CardFoot.tsx';
import { ContextPopover } from '../../components/ContextPopover.tsx';
import { dataset } from '../../data/dataset.ts';
import { contextFor, type PopoverTarget } from '../../data/popover-context.ts';
import type { Dataset, Stance, StatementId } from '../../data/schema.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';
import { english, wordsIn } from '../support/words.ts';

afterEach(cleanup);

const CONCERN_22 = [
  ...['Australia', 'Austria', 'Belgium', 'Canada', 'Denmark', 'Estonia', 'Finland', 'France', 'Germany', 'Iceland', 'Ireland'],
  ...['Japan', 'Latvia', 'Lithuania', 'Luxembourg', 'Netherlands', 'New Zealand', 'Norway', 'Spain', 'Sweden', 'Switzerland'],
  'United Kingdom',
];

const SUPPORT_37 = [
  ...[
    'Algeria',
    'Angola',
    'Bahrain',
    'Belarus',
    'Bolivia',
    'Burkina Faso',
    'Burundi',
    'Cambodia',
    'Cameroon',
    'Comoros',
    'Congo',
  ],
  ...['Cuba', 'DR Congo', 'Egypt', 'Eritrea', 'Gabon', 'Kuwait', 'Laos', 'Myanmar', 'Nigeria', 'North Korea', 'Oman', 'Pakistan'],
  ...['Philippines', 'Qatar', 'Russia', 'Saudi Arabia', 'Somalia', 'South Sudan', 'Sudan', 'Syria', 'Tajikistan', 'Togo'],
  ...['Turkmenistan', 'United Arab Emirates', 'Venezuela', 'Zimbabwe'],
];

const to = (...link: StatementId[]): PopoverTarget => ({ kind: 'statement', link, reasons: [] });

function show(target: PopoverTarget, actions?: CardActions, from: Dataset = dataset): HTMLElement {
  render(<ContextPopover context={contextFor(from, target, {}, english)} dataset={from} {...(actions && { actions })} />);
  return screen.getByRole('dialog');
}

const headline = () => screen.getByRole('heading', { level: 2 }).textContent;

/** Names in the list under a heading, remarks left out. */
function namesUnder(heading: string): string[] {
  const list = screen.getByRole('heading', { name: heading, level: 3 }).nextElementSibling;
  return [...(list?.querySelectorAll('dd') ?? [])].flatMap((row) =>
    (row.textContent ?? '').replace(/ \([^)]*\)/g, '').split(', '),
  );
}

function search(text: string): HTMLElement {
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: text } });
  const status = screen.getByRole('searchbox').parentElement?.querySelector<HTMLElement>('[role="status"]');
  if (!status) throw new Error('no place for answers');
  return status;
}

describe('the card of a statement', () => {
  test('names the 22 of July 2019, and Italy apart as joining later', () => {
    const card = show(to('2019-07-08-concern'));
    expect(headline()).toBe('22 countries voiced concern');
    expect(namesUnder('The 22 signatories').toSorted()).toEqual(CONCERN_22);
    expect(namesUnder('Joined later')).toEqual(['Italy']);
    expect(card.querySelector('header p')?.textContent).toBe('Letter · UN Human Rights Council · 8 July 2019');
  });

  test('names the 37 of July 2019, those of 26 July apart, and Qatar as withdrawn', () => {
    show(to('2019-07-12-support'));
    expect(headline()).toBe('37 countries voiced support for China');
    expect(namesUnder('The 37 signatories').toSorted()).toEqual(SUPPORT_37);
    expect(namesUnder('Joined later')).toHaveLength(14);
    expect(namesUnder('Withdrew')).toEqual(['Qatar']);
  });

  test('is a dialog named by its headline, in English whatever the page speaks', () => {
    const card = show(to('2019-07-08-concern'));
    expect(screen.getByRole('dialog', { name: '22 countries voiced concern' })).toBe(card);
    expect([card.lang, card.dir]).toEqual(['en', 'ltr']);
  });

  test('is named by its own headline beside another card, and by that of the view that is open', () => {
    const first = show(to('2019-07-08-concern'));
    fireEvent.click(screen.getByRole('button', { name: /^37 countries voiced support for China/ }));
    render(<ContextPopover context={contextFor(dataset, { kind: 'xinjiang' }, {}, english)} dataset={dataset} />);
    const second = screen.getAllByRole('dialog').find((card) => card !== first);
    expect(screen.getByRole('dialog', { name: '37 countries voiced support for China' })).toBe(first);
    expect(screen.getByRole('dialog', { name: /^Since / })).toBe(second);
  });

  test('answers for any country of the world', () => {
    show(to('2019-07-08-concern'));
    expect(search('italy').textContent).toContain('Italy: Joined later, 12 July 2019');
    expect(search('Deutsch').textContent).toBe('No country of that name.');
    expect(search('german').textContent).toContain('Germany: Signed on 8 July 2019');
    expect(search('').textContent).toBe('');
  });

  test('says with the answer what it rests on, with a link where readers can be sent there', () => {
    show(to('2019-07-08-concern'));
    const answer = search('italy');
    expect(within(answer).getByRole('link', { name: 'Il Foglio' }).getAttribute('href')).toMatch(/^https:\/\/www\.ilfoglio\.it/);
    expect(answer.textContent).toContain('Il Foglio · press · in Italian');
  });

  test('sets off in the list what is searched for', () => {
    const card = show(to('2019-07-08-concern'));
    search('Germany');
    expect([...card.querySelectorAll('.us-found')].map((each) => each.textContent)).toEqual(['Germany']);
  });

  test('says of an incomplete list that absence is not known', () => {
    show(to('2021-03-12-support'));
    expect(screen.getByRole('heading', { name: '1 of 64 known by name' })).toBeTruthy();
    expect(screen.getByText('63 are not known by name. A country that is not listed here may have taken part.')).toBeTruthy();
    expect(search('Pakistan').textContent).toContain('Not known: the list is incomplete');
  });

  test('opens sources in a new tab that learns nothing of the page', () => {
    const card = show(to('2019-07-08-concern'));
    const links = within(card).getAllByRole('link');
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      expect(link.getAttribute('target')).toBe('_blank');
      expect(link.getAttribute('rel')).toBe('noopener noreferrer');
      expect(link.getAttribute('href')).toMatch(/^https?:/);
    }
    expect(screen.getByText('symbol not verified')).toBeTruthy();
  });

  test('shows the three lists of a vote alike', () => {
    const card = show(to('2022-10-06-vote'));
    expect([...card.querySelectorAll('dt')].map((label) => label.textContent)).toEqual([
      'In favour · 17',
      'Against · 19',
      'Abstained · 11',
    ]);
    expect(card.querySelector('.us-concern, .us-support')).toBeNull();
    expect(within(card).getByText(/Ukraine, recorded as abstaining, asked on 7 October 2022/)).toBeTruthy();
  });

  test('counts members of a group only where they are named', () => {
    const card = show(to('2021-06-22-support-gcc'));
    expect(
      screen.getByRole('heading', { name: 'Members of the Gulf Cooperation Council; counted only where named' }),
    ).toBeTruthy();
    expect(card.querySelector('.us-bar')).toBeNull();
  });
});

describe('ways inside the card', () => {
  test('a choice leads to each candidate and back, and the focus goes along', () => {
    show(to('2020-10-06-concern', '2021-06-22-concern'));
    expect(headline()).toBe('This could be one of two');
    fireEvent.click(screen.getByRole('button', { name: /^44 countries voiced concern/ }));
    expect(headline()).toBe('44 countries voiced concern');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(headline()).toBe('This could be one of two');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  });

  test('the first view leaves the focus where it was', () => {
    show(to('2019-07-08-concern'));
    expect(document.activeElement).toBe(document.body);
  });

  test('each side leads to the other', () => {
    show(to('2019-07-08-concern'));
    fireEvent.click(screen.getByRole('button', { name: /^37 countries voiced support for China/ }));
    expect(headline()).toBe('37 countries voiced support for China');
    fireEvent.click(screen.getByRole('button', { name: /^22 countries voiced concern/ }));
    expect(headline()).toBe('22 countries voiced concern');
  });

  test('the record leads to every statement of its table', () => {
    const card = show({ kind: 'xinjiang' });
    const table = card.querySelector('table');
    if (!table) throw new Error('no table');
    expect(table.querySelectorAll('tbody tr').length).toBe(table.querySelectorAll('tbody button').length);
    const vote = [...table.querySelectorAll('button')].find((button) => button.textContent === 'Vote');
    if (!vote) throw new Error('no vote');
    fireEvent.click(vote);
    expect(headline()).toMatch(/^The draft was rejected/);
  });

  test('a search is over when another statement is shown', () => {
    show(to('2019-07-08-concern'));
    search('Italy');
    fireEvent.click(screen.getByRole('button', { name: /^37 countries voiced support for China/ }));
    expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe('');
  });

  test('being pinned leaves the reader where they are in it, and another mention starts over at its own first view', () => {
    const view = (key: number, target: PopoverTarget, pinned = false) => (
      <ContextPopover key={key} context={contextFor(dataset, target, {}, english)} dataset={dataset} pinned={pinned} />
    );
    const choice = to('2020-10-06-concern', '2021-06-22-concern');
    const { rerender } = render(view(1, choice));
    fireEvent.click(screen.getByRole('button', { name: /^44 countries voiced concern/ }));
    rerender(view(1, choice, true));
    expect(headline()).toBe('44 countries voiced concern');
    rerender(view(2, to('2019-07-08-concern')));
    expect(headline()).toBe('22 countries voiced concern');
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  });
});

describe('what can be done with the card', () => {
  test('only what the host can do is offered', () => {
    const card = show(to('2019-07-08-concern'));
    for (const name of ['Close', 'Hide…, not helpful here', 'Copy', 'Report an error', 'Settings']) {
      expect(within(card).queryByRole('button', { name })).toBeNull();
    }
  });

  test('is pinned with its button, or with Enter where the card itself has the focus', () => {
    const actions = { togglePin: vi.fn() };
    const card = show(to('2019-07-08-concern'), actions);
    const pin = screen.getByRole('button', { name: 'Pin' });
    expect(pin.getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(pin);
    fireEvent.keyDown(card, { key: 'Enter' });
    expect(actions.togglePin).toHaveBeenCalledTimes(2);
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });
    fireEvent.keyDown(card, { key: ' ' });
    expect(actions.togglePin).toHaveBeenCalledTimes(2);
    cleanup();
    render(
      <ContextPopover
        context={contextFor(dataset, to('2019-07-08-concern'), {}, english)}
        dataset={dataset}
        actions={actions}
        pinned
      />,
    );
    expect(screen.getByRole('button', { name: 'Pin' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('each button does its one thing', () => {
    const actions = { close: vi.fn(), openOptions: vi.fn() };
    show(to('2019-07-08-concern'), actions);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(actions.close).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    expect(actions.openOptions).toHaveBeenCalledOnce();
  });

  test('"Why?" tells what was matched', () => {
    const reasons = [
      { cue: 'count', text: '39 countries' },
      { cue: 'deliveredBy', text: 'Germany' },
    ] as const;
    show({ kind: 'statement', link: ['2020-10-06-concern'], reasons });
    const why = screen.getByRole('button', { name: 'Why?' });
    expect(why.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(why);
    expect(why.getAttribute('aria-expanded')).toBe('true');
    const panel = document.getElementById(why.getAttribute('aria-controls') ?? '');
    expect([...(panel?.querySelectorAll('dt, dd') ?? [])].map((each) => each.textContent)).toEqual([
      'Number',
      '39 countries',
      'Delivered by',
      'Germany',
    ]);
  });
});

test.each([
  ['ar', 'rtl', 'العدد'],
  ['fr', 'ltr', 'Nombre'],
] as const)('"Why?" is answered in the language of the reader: %s', (language, dir, name) => {
  const context = contextFor(
    dataset,
    {
      kind: 'statement',
      link: ['2020-10-06-concern'],
      reasons: [{ cue: 'count', text: '39 countries' }],
    },
    {},
    english,
  );
  const words = wordsIn(language);
  render(<ContextPopover context={context} dataset={dataset} />, words);
  fireEvent.click(screen.getByRole('button', { name: words.say('card.foot.why') }));
  const panel = screen.getByText(name).closest('[lang]');
  expect([panel?.getAttribute('lang'), panel?.getAttribute('dir')]).toEqual([language, dir]);
});

test('both sides are shown alike: exchanging them exchanges colours and words, nothing else', () => {
  const exchanged: Dataset = {
    ...dataset,
    statements: dataset.statements.map((statement) => ({ ...statement, stance: opposite(statement.stance) })),
  };
  for (const { id, stance } of dataset.statements) {
    if (stance === null) continue;
    const [before, after] = [dataset, exchanged].map((from) => {
      const html = withoutSides(show(to(id), {}, from), from === dataset);
      cleanup();
      return html;
    });
    expect(after, id).toBe(before);
  }
});

function opposite(stance: Stance | null): Stance | null {
  return stance && (stance === 'concern' ? 'support' : 'concern');
}

/**
 * The card's markup with each side's colour and the words of headline and legend as placeholders. Sides stand in one
 * order, concern first, so theirs is turned round where the two are exchanged.
 */
function withoutSides(card: HTMLElement, asRecorded: boolean): string {
  const [concern, support] = asRecorded ? ['A', 'B'] : ['B', 'A'];
  const placeholders = (text: string) =>
    text
      .replace('voiced concern', `did ${concern}`)
      .replace('voiced support for China', `did ${support}`)
      .replace(/\bconcern\b/, concern)
      .replace(/\bsupport\b/, support);
  for (const sides of card.querySelectorAll('.us-bar, .us-legend')) {
    if (!asRecorded) sides.append(...[...sides.children].toReversed());
  }
  for (const words of card.querySelectorAll('h2, .us-line b, .us-legend li, .us-notice')) {
    words.textContent = placeholders(words.textContent ?? '');
  }
  card.setAttribute('aria-label', placeholders(card.getAttribute('aria-label') ?? ''));
  return card.outerHTML
    .replace(/ id="[^"]*"/g, '')
    .replace(/(?<=class="[^"]*)us-concern/g, concern)
    .replace(/(?<=class="[^"]*)us-support/g, support);
}

test.each([
  ['a full list', to('2019-07-12-support')],
  ['an incomplete list', to('2020-07-01-support')],
  ['a vote', to('2022-10-06-vote')],
  ["a group's statement", to('2021-06-22-support-gcc')],
  ['a choice', to('2020-10-06-concern', '2021-06-22-concern')],
  ['the record in brief', { kind: 'xinjiang' } as const],
])('the card of %s is accessible', async (_, target) => {
  const card = show(target, { close() {}, togglePin() {}, openOptions() {} });
  expect(await accessibilityProblems(card)).toEqual([]);
});

test('what is quoted, a day within a range, and a sentence after another are set as the reader’s language does', () => {
  const words = wordsIn('zh-Hant');
  const context = contextFor(dataset, to('2019-07-12-support'), { date: '2019-07-15' }, words);
  if (context.kind !== 'statement') throw new Error('no statement');
  render(<ContextPopover context={context} dataset={dataset} />, words);
  const card = screen.getByRole('dialog');
  const quotes = [...card.querySelectorAll('blockquote > p > [lang]')].map(({ textContent }) => textContent);
  expect(quotes).toEqual(context.quotes.map(({ text }) => `「${text.text}」`));
  expect(card.textContent).toContain('2019年7月12日至8月31日之間');
  for (const foot of card.querySelectorAll('.us-small')) expect(foot.textContent).not.toMatch(/。 /);
});
