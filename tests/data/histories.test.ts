import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sideChanges, signatoryHistories, stoppedSigning } from '../../data/histories.ts';
import { positionOf } from '../../data/queries.ts';
import type { Dataset, Stance } from '../../data/schema.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { anyDataset, anyDay } from '../support/dataset-arbitraries.ts';

const dataset: Dataset = readDataset(resolve(import.meta.dirname, '../../data'));
const anyStance = fc.constantFrom<Stance>('concern', 'support');

describe('the history of a signatory', () => {
  test('is every signature about Xinjiang, withdrawn ones among them, oldest first', () => {
    const ukraine = signatoryHistories(dataset).find(({ country }) => country === 'UA');
    expect(ukraine?.signatures.map(({ statement, signature }) => [statement.id, signature.withdrew !== undefined])).toEqual([
      ['2021-06-22-concern', true],
      ['2022-10-31-concern', false],
      ['2023-10-18-concern', false],
      ['2025-11-21-concern', false],
    ]);
  });

  test('leaves out statements on Hong Kong alone and those made for a group', () => {
    const ids = new Set(signatoryHistories(dataset).flatMap(({ signatures }) => signatures.map(({ statement }) => statement.id)));
    expect([...ids].filter((id) => /hong-kong|gulf|gcc/.test(id))).toEqual([]);
  });

  test('ends at the day asked for', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, (any, day) => {
        const before = signatoryHistories(any, day);
        const all = new Map(signatoryHistories(any).map(({ country, signatures }) => [country, signatures]));
        for (const { country, signatures } of before) {
          expect(all.get(country)).toEqual(expect.arrayContaining([...signatures]));
          for (const { statement } of signatures) expect(statement.date <= day).toBe(true);
        }
      }),
    );
  });
});

describe('who signed on both sides', () => {
  test('are those that changed sides at least once, and no others', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, (any, day) => {
        const both = signatoryHistories(any, day)
          .filter(({ signatures }) => new Set(signatures.map(({ statement }) => statement.stance)).size === 2)
          .map(({ country }) => country);
        expect([...new Set(sideChanges(any, day).map(({ country }) => country))]).toEqual(both);
      }),
    );
  });

  test('changes from the one side to the other in turn', () => {
    fc.assert(
      fc.property(anyDataset, (any) => {
        for (const { from, to } of sideChanges(any)) {
          expect(from.stance).not.toBe(to.stance);
          expect(from.date <= to.date).toBe(true);
        }
      }),
    );
  });
});

describe('who stopped signing', () => {
  test('signed last before the lists it is known to be absent from', () => {
    fc.assert(
      fc.property(anyDataset, anyStance, (any, stance) => {
        for (const { country, last, absent, unknown } of stoppedSigning(any, stance)) {
          expect(absent.length).toBeGreaterThan(0);
          for (const statement of absent) {
            expect([statement.list, statement.stance]).toEqual(['full', stance]);
            expect(positionOf(any, statement, country)).toBe('not-on-list');
            expect(statement.date >= last.date).toBe(true);
          }
          for (const statement of unknown) expect(positionOf(any, statement, country)).not.toBe('not-on-list');
        }
      }),
    );
  });

  test('are found on the side of concern: Fiji signed in October 2023 and withdrew', () => {
    const fiji = stoppedSigning(dataset, 'concern').find(({ country }) => country === 'FJ');
    expect([fiji?.last.id, fiji?.withdrew]).toEqual(['2023-10-18-concern', true]);
  });

  test('are never read from lists that are not known in full', () => {
    const stopped = stoppedSigning(dataset, 'support');
    expect(stopped.length).toBeGreaterThan(0);
    for (const { absent } of stopped) expect(absent.filter(({ list }) => list !== 'full')).toEqual([]);
    // Of every list of support after its last signature nobody can tell whether Saudi Arabia is on it.
    expect(signatoryHistories(dataset).map(({ country }) => country)).toContain('SA');
    expect(stopped.map(({ country }) => country)).not.toContain('SA');
  });
});
