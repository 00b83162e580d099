/** The labelled paragraphs themselves: marks that cut what they say, and enough of everything. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../../../scripts/read-dataset.ts';
import { languageOf, readLabelled } from '../../../scripts/read-labelled.ts';

const paragraphs = readLabelled();
const ids = new Set(readDataset(resolve(import.meta.dirname, '../../../data')).statements.map(({ id }) => id));
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt', 'ru', 'tr', 'zh'];

describe('the labelled paragraphs', () => {
  test('are at least 600 written after the first, 60 a language, half of them to score only', () => {
    const later = paragraphs.filter(({ id }) => /^[a-z]{2}-[23]\d\d$/.test(id));
    expect(later.length).toBeGreaterThanOrEqual(600);
    for (const language of LANGUAGES) {
      const own = later.filter((each) => languageOf(each) === language);
      expect(own.length, language).toBeGreaterThanOrEqual(60);
      expect(own.filter(({ split }) => split === 'score').length, language).toBeGreaterThanOrEqual(30);
    }
  });

  test('hold traps: a third of each language refers to no statement', () => {
    for (const language of LANGUAGES) {
      const own = paragraphs.filter((each) => languageOf(each) === language && /-[23]\d\d$/.test(each.id));
      const traps = own.filter(({ mentions }) => mentions.every(({ kind }) => kind !== 'statement'));
      expect(traps.length / own.length, language).toBeGreaterThan(1 / 3);
    }
  });

  test.each(paragraphs.map((paragraph) => [paragraph.id, paragraph] as const))(
    '%s marks what it says, and links to what there is',
    (_, each) => {
      let start = 0;
      for (const mention of each.mentions) {
        expect(each.text.slice(mention.start, mention.end)).toBe(mention.text);
        expect(mention.text).toBe(mention.text.trim());
        expect(mention.start).toBeGreaterThanOrEqual(start);
        start = mention.start;
        expect(mention.link !== undefined).toBe(mention.kind === 'statement');
        for (const id of mention.link ?? []) expect(ids).toContain(id);
      }
    },
  );

  test('have ids of their own', () => {
    expect(new Set(paragraphs.map(({ id }) => id)).size).toBe(paragraphs.length);
  });
});
