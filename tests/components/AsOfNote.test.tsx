// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { ContextPopover } from '../../components/ContextPopover.tsx';
import { dataset } from '../../data/dataset.ts';
import { type Article, contextFor, type PopoverTarget } from '../../data/popover-context.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';
import { english } from '../support/words.ts';

afterEach(cleanup);

const SUPPORT = '2019-07-12-support';
const passage = { text: 'A letter signed by 50 countries arrived.', start: 2, end: 31 };
const counts = [{ value: 50, low: 50, high: 50 }];

function show(
  article: Article,
  target: PopoverTarget = { kind: 'statement', link: [SUPPORT], reasons: [], counts },
): HTMLElement {
  render(<ContextPopover context={contextFor(dataset, target, article, english)} dataset={dataset} article={article} />);
  return screen.getByRole('region', { name: 'Details' });
}

describe('what a card says of its page', () => {
  test('stands before the list, with what was known on its date apart from what happened since', () => {
    const headings = within(show({ date: '2019-07-15', passage }))
      .getAllByRole('heading')
      .map(({ textContent }) => textContent);
    expect(headings.slice(0, 4)).toEqual([
      'The text and the record',
      'On the page’s date, 15 July 2019',
      'Since',
      'Then or since, not known which',
    ]);
    expect(headings.indexOf('The 37 signatories')).toBeGreaterThan(3);
    const since = screen.getByRole('heading', { name: 'Since' }).nextElementSibling;
    expect(since?.textContent).toContain('Qatar withdrew');
    expect(since?.textContent).not.toContain('announced');
  });

  test('puts the words of the text beside the record', () => {
    show({ date: '2019-07-12', passage });
    const line = screen.getByRole('heading', { name: 'The text and the record' }).nextElementSibling;
    expect(line?.textContent).toBe('Text: 50. Record on 12 July 2019: 37; since 26 July 2019: 50.');
  });

  test('takes one line where nothing has changed since, and none where the page has no date', () => {
    const body = show({ date: '2025-12-08', passage });
    expect(within(body).getByText('On the page’s date, 8 December 2025:', { exact: false }).tagName).toBe('P');
    expect(screen.queryByRole('heading', { name: 'Since' })).toBeNull();
    cleanup();
    expect(show({}).textContent).not.toContain('page’s date');
  });

  test('is told of the other side as well, with the same date and without the text', () => {
    show({ date: '2019-07-15', passage });
    fireEvent.click(screen.getByRole('button', { name: /^22 countries voiced concern/ }));
    expect(screen.getByRole('heading', { name: 'On the page’s date, 15 July 2019' }).nextElementSibling?.textContent).toBe(
      '22 announced; Italy joined on 12 July 2019.',
    );
    expect(screen.queryByRole('heading', { name: 'The text and the record' })).toBeNull();
  });

  test('is told of the region in numbers of statements', () => {
    const body = show({ date: '2019-07-15' }, { kind: 'xinjiang' });
    expect(body.textContent).toContain('On the page’s date, 15 July 2019Statements of concern 1, of support 1.Since');
  });

  test('is read out in order', async () => {
    const card = show({ date: '2019-07-15', passage }).closest<HTMLElement>('[role="dialog"]');
    expect(card && (await accessibilityProblems(card))).toEqual([]);
  });
});
