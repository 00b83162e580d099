import { expect, test } from 'vitest';
import { LANGUAGES } from '../../data/languages.ts';
import { readStoreTexts, storePage, storeText } from '../../scripts/store-texts.ts';

test('the stores have texts in every language, each with as many paragraphs', () => {
  const texts = readStoreTexts();
  expect([...texts.keys()].toSorted()).toEqual([...LANGUAGES].toSorted());
  for (const [language, { description }] of texts) expect(description, language).toHaveLength(4);
});

test('numbers of two figures or more are the same in every language', () => {
  const numbers = (text: string) => (text.match(/\d\d+/g) ?? []).toSorted();
  for (const [language, { description }] of readStoreTexts())
    expect(numbers(description.join()), language).toEqual(['2019', '22', '45']);
});

test.each([
  ['too little', { description: ['Short.'] }, /250/],
  ['too much', { description: ['x'.repeat(10_001)] }, /10000/],
  ['an empty paragraph', { description: ['x'.repeat(300), ''] }, /description\.1/],
  ['a field that no store has', { description: ['x'.repeat(300)], colour: 'red' }, /colour/],
])('a text with %s is refused with its file', (_, file, reason) => {
  expect(() => storeText('fr', file)).toThrow(reason);
  expect(() => storeText('fr', file)).toThrow('store/fr.json');
});

test('a page has the name, the summary and the paragraphs, apart from each other', () => {
  expect(storePage({ name: 'Name', summary: 'Sum.', description: ['One.', 'Two.'] })).toBe('Name\n\nSum.\n\nOne.\n\nTwo.\n');
});
