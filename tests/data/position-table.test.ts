import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PositionRow, positionTable } from '../../data/position-table.ts';
import { positionOf, signaturesAsOf, statementById } from '../../data/queries.ts';
import type { Country } from '../../data/schema.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { anyDataset, anyDay } from '../support/dataset-arbitraries.ts';

const dataset = readDataset(resolve(import.meta.dirname, '../../data'));
const rows = positionTable(dataset);

function row(country: string, statement: string, from: readonly PositionRow[] = rows): PositionRow | undefined {
  return from.find((each) => each.country === country && each.statement === statement);
}

describe('the table of positions', () => {
  test('has a row for every country and statement', () => {
    const all = dataset.countries.length * dataset.statements.length;
    expect(rows).toHaveLength(all);
    expect(new Set(rows.map(({ country, statement }) => `${country} ${statement}`)).size).toBe(all);
  });

  test.each([
    ['DE', '2019-07-08-concern', 'signed', '2019-07-08'],
    ['IT', '2019-07-08-concern', 'joined later', '2019-07-12'],
    ['QA', '2019-07-12-support', 'withdrew', '2019-07-18'],
    ['YE', '2019-07-12-support', 'joined later', '2019-07-12/2019-08-31'],
    ['DE', '2019-07-12-support', 'not on the list', ''],
    ['QA', '2024-10-22-support-gcc', 'named as taking part', '2024-10-22'],
    ['KW', '2021-10-21-support-gulf', 'named as taking part', '2021-10-21'],
    ['BR', '2021-03-12-support', 'not known', ''],
    ['BR', '2019-07-08-concern', 'not known', ''],
    ['US', '2022-10-06-vote', 'voted yes', '2022-10-06'],
    ['CN', '2022-10-06-vote', 'voted no', '2022-10-06'],
    ['UA', '2022-10-06-vote', 'abstained', '2022-10-06'],
    ['CA', '2022-10-06-vote', 'did not vote', ''],
    ['KW', '2024-10-22-support-gcc', 'not known', ''],
  ])('%s, %s: %s', (country, statement, state, date) => {
    expect(row(country, statement)).toMatchObject({ state, date });
  });

  test('says in a note what the state alone does not', () => {
    expect(row('CA', '2022-10-06-vote')?.note).toBe('Not a member of the Council in 2022.');
    expect(row('UA', '2022-10-06-vote')?.note).toContain('"yes"');
    expect(row('BR', '2019-07-08-concern')?.note).toContain('not all who joined later are known');
    expect(row('KW', '2024-10-22-support-gcc')?.note).toBe('No signatory, but a member of the Gulf Cooperation Council.');
  });

  test('gives a source wherever it says where a country stands, and one that readers can be sent to', () => {
    const known = rows.filter(({ state }) => state !== 'not known');
    expect(known.length).toBeGreaterThan(3000);
    expect(known.filter(({ source }) => source === '')).toEqual([]);
    const evidence = new Set(
      dataset.hosts.filter(({ tiers }) => tiers.every((tier) => tier === 'evidence')).map(({ host }) => host),
    );
    expect(rows.filter(({ sourceUrl }) => sourceUrl && evidence.has(new URL(sourceUrl).host))).toEqual([]);
  });

  test('leaves out what was not yet made, and tells what stood that day', () => {
    const then = positionTable(dataset, { asOf: '2019-07-17' });
    expect(new Set(then.map(({ statement }) => statement))).toEqual(new Set(['2019-07-08-concern', '2019-07-12-support']));
    expect(row('QA', '2019-07-12-support', then)?.state).toBe('signed');
    expect(row('YE', '2019-07-12-support', then)).toMatchObject({
      state: 'not known',
      note: expect.stringContaining('Sources do not tell'),
    });
  });

  test('names countries in the language asked for', () => {
    const [only] = positionTable(dataset, {
      locale: 'fr',
      countries: dataset.countries.filter(({ code }) => code === 'DE'),
      statements: dataset.statements.slice(0, 1),
    });
    expect(only?.name).toBe('Allemagne');
  });

  test('has as many rows of those that stand as the query has signatures, on any day', () => {
    const countries: Country[] = ['AA', 'BB', 'CC', 'DD', 'EE', 'FF'].map((code) => ({
      code,
      name: code,
      otherNames: [],
      adjectives: [],
      group: null,
      membership: 'member',
    }));
    fc.assert(
      fc.property(anyDataset, anyDay, (any, asOf) => {
        const from = { ...any, countries };
        const table = positionTable(from, { asOf });
        for (const each of from.statements) {
          const stand = table.filter(
            ({ statement, state }) => statement === each.id && (state === 'signed' || state === 'joined later'),
          );
          expect(stand.map(({ country }) => country).toSorted()).toEqual(
            signaturesAsOf(each, asOf)
              .map(({ country }) => country)
              .toSorted(),
          );
        }
      }),
    );
  });

  test('never reads an absence as more than the list allows', () => {
    for (const { country, statement, state } of rows) {
      const found = statementById(dataset, statement);
      if (!found || !['not on the list', 'did not vote'].includes(state)) continue;
      expect([found.list, positionOf(dataset, found, country)]).toEqual(['full', 'not-on-list']);
      expect(state === 'did not vote').toBe(found.votes !== undefined);
    }
  });
});
