/** For the tests of data/checks/: the record as it is, changed in one place, and what a check then says. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Check, problemLine, runChecks } from '../../data/checks/check.ts';
import type { DatasetRecord, StatementRecord } from '../../data/schema.ts';
import { inspectDataset } from '../../scripts/read-dataset.ts';

// Not readDataset(), which throws on what the check under test finds.
const { dataset: record } = inspectDataset(resolve(import.meta.dirname, '../../data'));

// biome-ignore lint/suspicious/noExplicitAny: the tests write what no type allows
export type Loose = any;

/** The record, open to change. */
export interface LooseDataset {
  readonly statements: Loose[];
  readonly facts: Loose[];
  readonly countries: Loose[];
  readonly countryRecords: Loose[];
  readonly council: Loose[];
  readonly hosts: Loose[];
  updated: string;
  /** The statement of that id. */
  statement(id: string): Loose;
}

export const CONCERN = '2019-07-08-concern';
export const SUPPORT = '2019-07-12-support';
export const VOTE = '2022-10-06-vote';

/** A mistake somebody could make, and the beginning of the line it is refused with, from the file's name on. */
export type Mistake = readonly [name: string, make: (dataset: LooseDataset) => void, problem: string];

/** Lines of the check about a changed copy of the record. */
function linesOf(check: Check, change: (dataset: LooseDataset) => void = () => {}): string[] {
  if (!record) throw new Error('A data file does not follow the schema: npm run -s dataset -- --check says which.');
  const copy: DatasetRecord = structuredClone(record);
  change(Object.assign(copy as unknown as LooseDataset, { statement: (id: string) => found(copy.statements, id) }));
  return runChecks([check], copy).map((problem) => problemLine('data', problem));
}

/** The record passes the check, and every mistake is refused with a line that says where it is and what to do. */
export function describeCheck(check: Check, mistakes: readonly Mistake[]): void {
  describe(check.name, () => {
    test('finds nothing wrong with the record', () => {
      expect(linesOf(check)).toEqual([]);
    });

    test.each(mistakes)('refuses %s', (_, make, problem) => {
      const lines = linesOf(check, make);
      expect(lines.join('\n')).toContain(`data/${problem}`);
      for (const line of lines) expect(line).toMatch(new RegExp(`^data/\\S+\\.json: .+\\. .+\\. \\[${check.name}\\]$`, 's'));
    });
  });
}

function found(statements: readonly StatementRecord[], id: string): StatementRecord {
  const statement = statements.find((each) => each.id === id);
  if (!statement) throw new Error(`no statement ${id}`);
  return statement;
}
