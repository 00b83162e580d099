import { expect, test } from 'vitest';
import { dataset } from '../../../data/dataset.ts';
import { answerState } from '../../../data/explorer/answer-state.ts';
import { encodeState } from '../../../data/explorer/state.ts';
import { suggestionsFor } from '../../../data/suggestions.ts';
import { english, wordsIn } from '../../support/words.ts';

const answer = (text: string) => encodeState(answerState(dataset, text, english));

test.each([
  ['Qatar', 'view=matrix&country=QA'],
  ['turkey', 'view=matrix&country=TR'],
  ['A/HRC/41/G/11', 'statement=2019-07-08-concern'],
  ['July 2019', 'view=search&q=July+2019'],
  ['Guinea', 'view=matrix&country=GN'],
  // Names of more than one.
  ['Congo', 'view=search&q=Congo'],
  ['korea', 'view=search&q=korea'],
  [' who? ', 'view=search&q=who%3F'],
])('“%s” leads to %s', (text, state) => {
  expect(answer(text)).toBe(state);
});

test('what the address bar offers leads where it says', () => {
  for (const { code, name } of dataset.countries) {
    const [{ content = '' } = {}] = suggestionsFor(dataset, name, 1, english);
    expect(answer(content), content).toBe(`view=matrix&country=${code}`);
  }
  for (const { content } of suggestionsFor(dataset, '37 countries', 5, english)) expect(answer(content)).toMatch(/^statement=/);
});

test('a country is known by its name in the reader’s language', () => {
  expect(encodeState(answerState(dataset, 'Katar', wordsIn('de')))).toBe('view=matrix&country=QA');
});

test('a text of any length is cut to what a state holds', () => {
  expect(answerState(dataset, '😀'.repeat(300), english).q.length).toBeLessThanOrEqual(200);
});
