// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { type ListedFrame, type ListedMention, MentionList, mentionTotals } from '../../components/MentionList.tsx';
import { dataset } from '../../data/dataset.ts';
import type { Words } from '../../data/messages.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';
import { english, wordsIn } from '../support/words.ts';

afterEach(cleanup);

function mention(id: number, text: string, ...link: string[]): ListedMention {
  return { id, kind: link.length > 0 ? 'statement' : 'xinjiang', text, before: 'before ', after: ' after', link };
}

const FRAMES: ListedFrame[] = [
  {
    token: 'top',
    mentions: [
      mention(1, 'Xinjiang'),
      mention(2, 'the answer of 37 states', '2019-07-12-support'),
      mention(3, 'joint statement', '2021-06-22-support', '2021-09-24-support'),
      mention(4, 'the letter of the 22', '2019-07-08-concern'),
    ],
  },
  { token: 'inner', mentions: [mention(1, '新疆'), mention(2, 'that letter', '2019-07-08-concern')] },
];

function show(onReveal = vi.fn()) {
  const { container } = render(<MentionList frames={FRAMES} dataset={dataset} onReveal={onReveal} />);
  return { container, onReveal };
}

test('mentions stand under what they refer to: statements by date, then what is unclear, then the region', () => {
  show();
  expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
    '22 countries voiced concern · 2',
    '37 countries voiced support for China · 1',
    'One of 2 statements · 1',
    'Xinjiang · 2',
  ]);
});

test('what stands beside the matter goes last: related terms together, countries one by one', () => {
  const aside = (id: number, text: string, country?: string): ListedMention => ({
    ...mention(id, text),
    kind: country === undefined ? 'related' : 'country',
    ...(country !== undefined && { country }),
  });
  const mentions = [
    aside(1, 'Qatar', 'QA'),
    aside(2, 'Uyghurs'),
    aside(3, 'Cuba', 'CU'),
    mention(4, 'Xinjiang'),
    aside(5, 'Kuba', 'CU'),
  ];
  const frames = [{ token: 'top', mentions: [...mentions, aside(6, 'Kashgar')] }];
  render(<MentionList frames={frames} dataset={dataset} onReveal={() => {}} />);
  expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
    'Xinjiang · 1',
    'Related terms · 2',
    'Cuba · 2',
    'Qatar · 1',
  ]);
  expect(mentionTotals(frames, english)).toBe('1 of the region. 2 related terms, 3 names of countries.');
});

test('countries are in the order of their names in the reader’s language, whatever their codes are', () => {
  const mentions = ['CU', 'DZ', 'EG'].map(
    (country, index): ListedMention => ({ ...mention(index, country), kind: 'country', country }),
  );
  const names = (words: Words) => {
    const { container } = render(
      <MentionList frames={[{ token: 'top', mentions }]} dataset={dataset} onReveal={() => {}} />,
      words,
    );
    return [...container.querySelectorAll('h3 bdi')].map(({ textContent }) => textContent);
  };
  expect(names(english)).toEqual(['Algeria', 'Cuba', 'Egypt']);
  expect(names(wordsIn('de'))).toEqual(['Ägypten', 'Algerien', 'Kuba']);
});

test('each mention is a button with its sentence, in the direction of its own text', () => {
  show();
  const button = screen.getByRole('button', { name: 'before the letter of the 22 after' });
  expect(button.getAttribute('dir')).toBe('auto');
  expect(screen.getAllByRole('button')).toHaveLength(6);
});

test('a button leads to its mention in its own frame', () => {
  const { onReveal } = show();
  fireEvent.click(screen.getByRole('button', { name: 'before that letter after' }));
  expect(onReveal).toHaveBeenCalledExactlyOnceWith('inner', 2);
});

test('totals count mentions over all frames', () => {
  const of = (...mentions: ListedMention[]) => mentionTotals([{ token: 'top', mentions }], english);
  expect(mentionTotals(FRAMES, english)).toBe('4 mentions of letters, statements and votes, 2 of the region.');
  expect(of(mention(1, 'a letter', '2019-07-08-concern'))).toBe('1 mention of letters, statements and votes.');
  expect(of(mention(1, 'Xinjiang'))).toBe('1 of the region.');
  expect(of()).toBe('');
});

test('the list is accessible', async () => {
  const { container } = show();
  expect(await accessibilityProblems(container)).toEqual([]);
});
