import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemLine } from '../../data/checks/check.ts';
import { fileProblems, publicFileProblems } from '../../scripts/file-checks.ts';

const DATA = resolve(import.meta.dirname, '../../data');
let dir: string;

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'files-')), 'data');
  cpSync(DATA, dir, { recursive: true });
});

afterEach(() => rmSync(join(dir, '..'), { recursive: true }));

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
}

const lines = () => fileProblems(dir).map((problem) => problemLine('data', problem));

test('the files of the project are written as they should be', () => {
  expect(fileProblems(DATA)).toEqual([]);
});

test('a file that the formatter would write otherwise is named', () => {
  edit('statements/2019-07-08-concern.json', (text) => text.replace('"kind": ', '"kind":'));
  expect(lines()).toEqual([
    'data/statements/2019-07-08-concern.json: is not as the formatter writes it. Run npm run format. [formatting]',
  ]);
});

test('a JSON Schema that is not what the schema and the dictionary make is named', () => {
  edit('README.md', (text) => text.replace('| who signed, joined, withdrew', '| who has signed, joined, withdrawn'));
  expect(lines()).toEqual([
    'data/json-schema/statement.schema.json: is not what schema.ts and README.md make. Run npm run format. [json-schema]',
  ]);
});

test('a day that the changelog does not tell of is named', () => {
  edit('record.json', (text) => text.replace(/"updated": "[^"]+"/, '"updated": "2030-01-02"'));
  expect(lines()).toEqual([
    expect.stringMatching(
      /^data\/record\.json: says 2030-01-02, .* Tell under "## 2 January 2030" what changed\. \[changelog\]$/,
    ),
  ]);
});

test('a file that is no JSON is left to the check of its schema', () => {
  edit('record.json', () => '{');
  expect(lines()).toEqual([]);
});

test('the policy’s schema is as the settings make it, and is named where it is not', () => {
  expect(publicFileProblems(join(DATA, '../public'))).toEqual([]);
  writeFileSync(join(dir, 'managed-schema.json'), '{}');
  expect(publicFileProblems(dir).map((problem) => problemLine('public', problem))).toEqual([
    'public/managed-schema.json: is not what data/settings.ts makes. Run npm run format. [policy-schema]',
  ]);
});
