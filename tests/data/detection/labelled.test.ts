/** The labelled paragraphs themselves: marks that cut what they say, and enough of everything. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../../../scripts/read-dataset.ts';
import { languageOf, readLabelled } from '../../../scripts/read-labelled.ts';

const paragraphs = readLabelled();
const probes = readLabelled(resolve(import.meta.dirname, 'probes'));
const ids = new Set(readDataset(resolve(import.meta.dirname, '../../../data')).statements.map(({ id }) => id));
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt', 'ru', 'tr', 'zh'];

describe('the labelled paragraphs', () => {
  test('are at least 600 written after the first, 60 a language, half of the first 84 of each to score only', () => {
    const later = paragraphs.filter(({ id }) => /^[a-z]{2}-[2-9]\d\d$/.test(id));
    expect(later.length).toBeGreaterThanOrEqual(600);
    for (const language of LANGUAGES) {
      const own = later.filter((each) => languageOf(each) === language);
      expect(own.length, language).toBeGreaterThanOrEqual(60);
      expect(own.filter(({ split }) => split === 'score').length, language).toBeGreaterThanOrEqual(30);
    }
  });

  test('hold traps: a third of each language refers to no statement', () => {
    for (const language of LANGUAGES) {
      const own = paragraphs.filter((each) => languageOf(each) === language && /-[2-9]\d\d$/.test(each.id));
      const traps = own.filter(({ mentions }) => mentions.every(({ kind }) => kind !== 'statement'));
      expect(traps.length / own.length, language).toBeGreaterThan(1 / 3);
    }
  });

  test('mark what they say, in order, and link to what there is', () => {
    for (const each of [...paragraphs, ...probes]) {
      let start = 0;
      for (const mention of each.mentions) {
        expect(each.text.slice(mention.start, mention.end), each.id).toBe(mention.text);
        expect(mention.text, each.id).toBe(mention.text.trim());
        expect(mention.start, each.id).toBeGreaterThanOrEqual(start);
        start = mention.start;
        expect(mention.link !== undefined, each.id).toBe(mention.kind === 'statement');
        for (const id of mention.link ?? []) expect(ids, each.id).toContain(id);
      }
    }
  });

  test('have ids of their own', () => {
    for (const set of [paragraphs, probes]) expect(new Set(set.map(({ id }) => id)).size).toBe(set.length);
  });
});
