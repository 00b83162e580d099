import { expect, test } from 'vitest';
import { dataset } from '../../../data/dataset.ts';
import { DEFAULT_STATE, type ExplorerState } from '../../../data/explorer/state.ts';
import { positionTitle, viewSlug, viewTitle } from '../../../data/explorer/view-title.ts';
import { english, wordsIn } from '../../support/words.ts';

test.each<[Partial<ExplorerState>, string]>([
  [{ view: 'timeline' }, 'Letters, joint statements and votes over Xinjiang at the United Nations, in time'],
  [{ view: 'map', asOf: '2019-07-18' }, 'Map of where countries stand on Xinjiang at the United Nations, as of 18 July 2019'],
  [
    { view: 'matrix', group: 'africa', asOf: '2019-07-18' },
    'Countries and statements over Xinjiang at the United Nations: where each stands (Africa), as of 18 July 2019',
  ],
  // Only the matrix and the map are shown as of a day.
  [{ view: 'compare', asOf: '2019-07-18' }, 'Compare'],
  [
    { view: 'compare', compared: ['QA', 'CU_RU', 'africa'] },
    'Qatar; 2 countries: Cuba and Russia; Africa compared: statements over Xinjiang at the United Nations',
  ],
  [{ view: 'compare', compared: ['QA', 'SO'] }, 'Qatar and Somalia compared: statements over Xinjiang at the United Nations'],
  [{ view: 'changes' }, 'Changes of sides over Xinjiang at the United Nations'],
  [
    { view: 'changes', from: '2019-07-12', to: '2019-07-18' },
    `Changes of sides over Xinjiang at the United Nations, ${english.dateRange('2019-07-13', '2019-07-18')} (both days included)`,
  ],
  [{ view: 'search', q: ' ' }, 'Search'],
  [{ view: 'search', q: ' qatar ' }, 'Search of the record for “qatar”'],
])('%j is called what a reader looks at', (changes, title) => {
  expect(viewTitle(dataset, { ...DEFAULT_STATE, ...changes }, english)).toBe(title);
});

test('a title in Arabic has words of its own beside the names in it, by which it runs from right to left wherever it stands', () => {
  const arabic = wordsIn('ar');
  const matrix = { ...DEFAULT_STATE, view: 'matrix', group: 'africa', asOf: '2019-07-18' } as const;
  const position = { ...matrix, country: 'QA', statement: '2019-07-12-support' } as const;
  for (const title of [viewTitle(dataset, matrix, arabic), positionTitle(dataset, position, arabic)]) {
    expect(title).toContain(arabic.date('2019-07-18'));
    // What is within isolates has no say in it.
    expect(title?.replace(/\u2068[^\u2068\u2069]*\u2069/g, '')).toMatch(/^[^\p{L}\u2068]*\p{Script=Arabic}/u);
  }
});

test.each<[Partial<ExplorerState>, string]>([
  [{ view: 'timeline', asOf: '2019-07-18' }, 'timeline'],
  [{ view: 'matrix' }, 'matrix'],
  [{ view: 'matrix', group: 'africa', asOf: '2019-07-18' }, 'matrix-africa-as-of-2019-07-18'],
  [{ view: 'map', statement: '2019-07-12-support', asOf: '2019-07-18' }, 'map-2019-07-12-support-as-of-2019-07-18'],
  [{ view: 'compare', compared: ['QA', 'CU_RU', 'africa'] }, 'compare-QA-CU_RU-africa'],
  [{ view: 'changes', to: '2019-07-18' }, 'changes-until-2019-07-18'],
  [{ view: 'changes', from: '2019-07-12', to: '2019-07-18' }, 'changes-after-2019-07-12-until-2019-07-18'],
  [{ view: 'search', q: ' Côte d’Ivoire? ' }, 'search-cote-divoire'],
  [{ view: 'search', q: ' ' }, 'search'],
])('a file of %j is told from those of other days, places and words by its name: %s', (changes, slug) => {
  expect(viewSlug({ ...DEFAULT_STATE, ...changes })).toBe(slug);
});

test('changes that are asked for the wrong way round have no days, and those without a first one that of the record', () => {
  const title = (changes: Partial<ExplorerState>) =>
    viewTitle(dataset, { ...DEFAULT_STATE, view: 'changes', ...changes }, english);
  expect(title({ from: '2019-07-18', to: '2019-07-12' })).toBe(title({}));
  expect(title({ to: '2019-07-12' })).toContain(english.dateRange('2019-07-08', '2019-07-12'));
});
