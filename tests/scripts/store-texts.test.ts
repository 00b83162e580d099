import { expect, test } from 'vitest';
import { readStoreTexts, storePage } from '../../scripts/store-texts.ts';

test('the stores have texts in English, and in other languages what the stores take', () => {
  expect([...readStoreTexts().keys()]).toContain('en');
});

test('a page has the name, the summary and the paragraphs, apart from each other', () => {
  expect(storePage({ name: 'Name', summary: 'Sum.', description: ['One.', 'Two.'] })).toBe('Name\n\nSum.\n\nOne.\n\nTwo.\n');
});
