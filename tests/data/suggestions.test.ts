import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countryContext } from '../../data/country-context.ts';
import { findStatements } from '../../data/find-statements.ts';
import { findCountries } from '../../data/queries.ts';
import { suggestionsFor } from '../../data/suggestions.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { english } from '../support/words.ts';

const dataset = readDataset(resolve(import.meta.dirname, '../../data'));
const ALL = Number.POSITIVE_INFINITY;

describe('each suggestion leads back to what it suggests', () => {
  test.each(dataset.statements.map(({ id }) => id))('%s', (id) => {
    const contents = suggestionsFor(dataset, id.slice(0, 10), ALL, english).map(({ content }) => content);
    const led = contents.map((content) => findStatements(dataset, content, english).map((line) => line.id));
    expect(led).toContainEqual([id]);
    for (const content of contents) expect(findCountries(dataset, content, english)).toEqual([]);
  });

  test('every country', () => {
    for (const { code, name } of dataset.countries) {
      const [first] = suggestionsFor(dataset, name, 1, english);
      expect(first?.description).toBe(countryContext(dataset, code, english)?.fullHeadline);
      expect(findCountries(dataset, first?.content ?? '', english)[0]?.code).toBe(code);
    }
  });
});

test('countries come first, and no more than asked for', () => {
  const all = suggestionsFor(dataset, 'Cuba', ALL, english);
  expect(all[0]?.content).toBe('Cuba');
  expect(all.length).toBe(1 + findStatements(dataset, 'Cuba', english).length);
  expect(suggestionsFor(dataset, 'Cuba', 2, english)).toEqual(all.slice(0, 2));
});

test('why a statement is suggested is told as the search tells it', () => {
  const [{ description = '' } = {}] = suggestionsFor(dataset, '50 countries', ALL, english);
  expect(description).toContain('50 counted later');
});

test('nothing typed, nothing suggested', () => {
  expect(suggestionsFor(dataset, ' ', ALL, english)).toEqual([]);
});
