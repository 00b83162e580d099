// @vitest-environment happy-dom
/** Countries inside the card: their records, the way there and back, and the reader's own. */
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CardActions } from '../../components/CardFoot.tsx';
import { ContextPopover } from '../../components/ContextPopover.tsx';
import { countryContext } from '../../data/country-context.ts';
import { dataset } from '../../data/dataset.ts';
import { answerOf, contextFor, type PopoverTarget, statementLine } from '../../data/popover-context.ts';
import { isInTally, statementById } from '../../data/queries.ts';
import type { CountryCode, StatementId } from '../../data/schema.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';
import { english } from '../support/words.ts';

afterEach(cleanup);

const CONCERN = '2019-07-08-concern';
const SUPPORT = '2019-07-12-support';

function show(target: StatementId | 'xinjiang', own: CountryCode | null = null, actions: CardActions = {}): HTMLElement {
  const wanted: PopoverTarget = target === 'xinjiang' ? { kind: 'xinjiang' } : { kind: 'statement', link: [target], reasons: [] };
  render(<ContextPopover context={contextFor(dataset, wanted, {}, english)} dataset={dataset} country={own} actions={actions} />);
  return screen.getByRole('dialog');
}

const headline = () => screen.getByRole('heading', { level: 2 }).textContent;
const headlineOf = (code: CountryCode) => countryContext(dataset, code, english)?.headline;
const lineOf = (id: StatementId) => {
  const statement = statementById(dataset, id);
  if (!statement) throw new Error(id);
  return statementLine(statement, english);
};
const answerIn = (id: StatementId, code: CountryCode) =>
  `${answerOf(dataset, id, code, english)?.name}: ${answerOf(dataset, id, code, english)?.answer}`;

/** The line on the reader's own country in the view that is shown. */
const ownLine = () => screen.getByRole('dialog').querySelector<HTMLElement>('.us-card-view:not([hidden]) .us-own');

/** As a reader does: the button has the focus when it is pressed. */
function press(button: HTMLElement): void {
  button.focus();
  fireEvent.click(button);
}

function search(text: string): HTMLElement {
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: text } });
  return screen.getByRole('status');
}

describe('a country in a card', () => {
  test('is a button in every list, and the list reads as before', () => {
    const card = show(SUPPORT);
    for (const row of card.querySelectorAll('.us-groups dd')) {
      const names = (row.textContent ?? '').split(/, (?![^(]*\))/).map((name) => name.replace(/ \(.*\)$/, ''));
      expect(
        within(row as HTMLElement)
          .getAllByRole('button')
          .map((button) => button.textContent),
      ).toEqual(names);
    }
  });

  test.each([
    ['a list', SUPPORT, () => screen.getAllByRole('button', { name: 'Qatar' })[0], 'QA'],
    ['the members of a group', '2021-06-22-support-gcc', () => screen.getByRole('button', { name: 'Oman' }), 'OM'],
    ['a vote', '2022-10-06-vote', () => screen.getByRole('button', { name: 'India' }), 'IN'],
    ['the search', CONCERN, () => within(search('uruguay')).getByRole('button', { name: 'Uruguay' }), 'UY'],
  ] as const)('leads from %s to its record', (_, id, find, code) => {
    show(id);
    const button = find();
    if (!button) throw new Error(code);
    press(button);
    expect(headline()).toBe(headlineOf(code));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
    expect(screen.getByRole('dialog', { name: headlineOf(code) ?? '' })).toBeTruthy();
  });

  test('leads on to each statement, and back to where the reader was, with the focus and what was searched for', () => {
    show(CONCERN);
    const answers = search('qatar');
    const name = within(answers).getByRole('button', { name: 'Qatar' });
    press(name);
    const withdrawn = screen.getByRole('button', { name: /^12 July 2019 Signed, withdrew on 18 July 2019/ });
    press(withdrawn);
    expect(headline()).toBe(lineOf(SUPPORT).headline);
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect([headline(), document.activeElement]).toEqual([headlineOf('QA'), withdrawn]);
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect([headline(), document.activeElement]).toEqual([lineOf(CONCERN).headline, name]);
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('qatar');
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  });

  test('goes back to where a view was scrolled', () => {
    const card = show(CONCERN);
    const body = card.querySelector<HTMLElement>('.us-body');
    if (!body) throw new Error('no body');
    body.scrollTop = 120;
    press(screen.getByRole('button', { name: 'Germany' }));
    // What a browser does to a part that is not laid out any more.
    body.scrollTop = 0;
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(body.scrollTop).toBe(120);
  });
});

describe('the record of a country', () => {
  test('shows both sides by one structure: a heading, rows, and what is not known folded', () => {
    show(CONCERN);
    press(screen.getByRole('button', { name: 'Germany' }));
    const context = countryContext(dataset, 'DE', english);
    const parts = [...screen.getByRole('dialog').querySelectorAll<HTMLElement>('.us-part')];
    expect(parts.map((part) => part.querySelector('h3')?.textContent)).toEqual(context?.parts.map(({ label }) => label));
    for (const [index, part] of parts.entries()) {
      const { rows = [], notKnown = [] } = context?.parts[index] ?? {};
      expect(part.querySelectorAll('.us-rows button')).toHaveLength(rows.length + notKnown.length);
      expect(part.querySelectorAll('details .us-rows button')).toHaveLength(notKnown.length);
      if (notKnown.length > 0) expect(part.querySelector('summary')?.textContent).toBe(`Not known · ${notKnown.length}`);
      expect([...part.children].map(({ tagName }) => tagName)).toEqual(
        notKnown.length > 0 ? ['H3', 'OL', 'DETAILS'] : ['H3', 'OL'],
      );
    }
  });

  test.each(['QA', 'UA', 'UY', 'SO'])('%s is accessible', async (code) => {
    const context = countryContext(dataset, code, english);
    if (!context) throw new Error(code);
    const { container } = render(
      <ContextPopover context={context} dataset={dataset} country={code} actions={{ async setCountry() {}, close() {} }} />,
    );
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});

describe('the country of one’s own', () => {
  test('is nowhere as long as none is set', () => {
    const card = show(CONCERN);
    expect(card.querySelector('.us-own')).toBeNull();
    cleanup();
    expect(within(show('xinjiang')).queryByRole('button', { name: /^Germany/ })).toBeNull();
  });

  test.each(dataset.statements.map(({ id }) => id))('comes first in the card of %s, as the search answers it', (id) => {
    const card = show(id, 'QA');
    const own = ownLine();
    if (!own) throw new Error('no line');
    expect(own.textContent).toBe(answerIn(id, 'QA'));
    expect(own.className).toContain(`us-${answerOf(dataset, id, 'QA', english)?.certainty}`);
    expect(own.compareDocumentPosition(screen.getByRole('searchbox')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(card.querySelectorAll('.us-own')).toHaveLength(1);
    press(own);
    expect(headline()).toBe(headlineOf('QA'));
  });

  test('has its headline in the record in brief, which leads to its own', () => {
    show('xinjiang', 'DE');
    press(screen.getByRole('button', { name: new RegExp(`^${headlineOf('DE')}`) }));
    expect(headline()).toBe(headlineOf('DE'));
  });

  test('is passed over where the record does not know it', () => {
    expect(show(CONCERN, 'XX').querySelector('.us-own')).toBeNull();
  });

  test('is set where a country is searched for, in the card at hand as well, and unset there', () => {
    const setCountry = vi.fn(async () => undefined);
    show(CONCERN, null, { setCountry });
    const offer = within(search('germany')).getByRole('button', { name: 'Show Germany first in every card' });
    press(offer);
    expect(setCountry).toHaveBeenLastCalledWith('DE');
    expect(ownLine()?.textContent).toBe(answerIn(CONCERN, 'DE'));
    expect(document.activeElement).toBe(offer);
    fireEvent.click(screen.getByRole('button', { name: 'Stop showing Germany first' }));
    expect(setCountry).toHaveBeenLastCalledWith(null);
    expect(ownLine()).toBeNull();
  });

  test('is set in a country’s record, and the cards one goes back to show it', () => {
    const setCountry = vi.fn(async () => undefined);
    show(CONCERN, null, { setCountry });
    press(screen.getByRole('button', { name: 'Japan' }));
    press(screen.getByRole('button', { name: 'Show Japan first in every card' }));
    expect(setCountry).toHaveBeenLastCalledWith('JP');
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(ownLine()?.textContent).toBe(answerIn(CONCERN, 'JP'));
  });

  test('leaves the focus in the card where the line that led to it has gone with the choice', () => {
    show(CONCERN, 'DE', { async setCountry() {} });
    press(ownLine() as HTMLElement);
    press(screen.getByRole('button', { name: 'Stop showing Germany first' }));
    press(screen.getByRole('button', { name: 'Back' }));
    expect(ownLine()).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
  });

  test('is as before where the browser, or an administrator, refuses to keep it', async () => {
    const refused = Promise.reject(new Error('managed'));
    show(CONCERN, 'DE', { setCountry: () => refused });
    press(within(search('japan')).getByRole('button', { name: 'Show Japan first in every card' }));
    await vi.waitFor(() => expect(ownLine()?.textContent).toBe(answerIn(CONCERN, 'DE')));
  });

  test('cannot be set where it could not be kept', () => {
    show(CONCERN);
    expect(within(search('germany')).queryByRole('button', { name: /first in every card/ })).toBeNull();
  });
});

test('the table of the chart says how many are not known by name', () => {
  const card = show('xinjiang');
  const cells = [...card.querySelectorAll('tbody tr')].map((row) => row.lastElementChild?.textContent ?? '');
  const incomplete = dataset.statements.filter((each) => isInTally(each) && each.announcedCount && each.list !== 'full');
  expect(cells.filter((cell) => /not known/.test(cell)).length).toBeGreaterThan(0);
  for (const { announcedCount, events } of incomplete) {
    const named = events.filter(({ type }) => type === 'signed').length;
    const unnamed = Math.max(0, (announcedCount ?? 0) - named);
    expect(cells).toContain(unnamed > 0 ? `${named} ${unnamed} not known` : String(named));
  }
});
