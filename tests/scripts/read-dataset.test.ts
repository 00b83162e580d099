import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataFiles } from '../../scripts/data-files.ts';
import { readDataset } from '../../scripts/read-dataset.ts';

const DATA = resolve(import.meta.dirname, '../../data');
const CONCERN = 'statements/2019-07-08-concern.json';

let root: string;
let dir: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dataset-'));
  dir = join(root, 'data');
  for (const name of dataFiles(DATA)) cpSync(join(DATA, name), join(dir, name), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

// biome-ignore lint/suspicious/noExplicitAny: the tests write what no type allows
type Json = any;

/** Change one file of the copy. */
function edit(name: string, change: (json: Json) => void): void {
  const json = JSON.parse(readFileSync(join(dir, name), 'utf8'));
  change(json);
  writeFileSync(join(dir, name), JSON.stringify(json));
}

/** The lines that the copy is refused with; none when it is accepted. */
function problems(): string[] {
  try {
    readDataset(dir);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
}

test('the dataset is read with its statements oldest first and its countries by name', () => {
  const dataset = readDataset(DATA);
  expect(dataset.statements.map((statement) => statement.id)).toEqual(
    dataset.statements.map((statement) => statement.id).toSorted(),
  );
  expect(dataset.countries.at(0)?.name).toBe('Afghanistan');
  expect(dataset.countries.at(-1)?.name).toBe('Zimbabwe');
});

test('a file that is not JSON is named', () => {
  writeFileSync(join(dir, CONCERN), '{ "id": ');
  expect(problems()).toEqual([expect.stringMatching(/^data\/statements\/2019-07-08-concern\.json: .*JSON/)]);
});

test('every problem is listed with its file and field, not only the first', () => {
  edit(CONCERN, (json) => {
    json.events[3].country = 'Canada';
    json.stance = 'critical';
  });
  edit('facts.json', (json) => {
    json.facts[0].sources = [];
  });
  expect(problems()).toEqual([
    expect.stringContaining('data/facts.json: facts.0.sources: '),
    expect.stringContaining('data/statements/2019-07-08-concern.json: stance: expected '),
    expect.stringContaining('events.3.country: expected an ISO 3166-1 alpha-2 code'),
  ]);
});

test('a file that is not named as its statement is refused', () => {
  edit(CONCERN, (json) => {
    json.id = '2019-07-08-letter';
  });
  expect(problems()).toEqual([
    "data/statements/2019-07-08-concern.json: id: expected the file's name, 2019-07-08-concern, but received 2019-07-08-letter. " +
      'Rename the one or the other. [ids]',
  ]);
});

test('a code that the standard does not know is refused', () => {
  edit('countries.json', (json) => {
    json.countries[0].code = 'XX';
  });
  expect(problems()).toEqual([
    'data/countries.json: XX: countries.0.code: XX is no code of ISO 3166-1. Use the alpha-2 code. [iso-codes]',
  ]);
});

test('a field nobody knows is refused, so that a misspelt one is not lost', () => {
  edit(CONCERN, (json) => {
    json.caveat = 'x';
  });
  expect(problems()).toEqual([
    expect.stringContaining('data/statements/2019-07-08-concern.json: caveat: there is no such field'),
  ]);
});

test('what a check finds is listed with its file, field, remedy and name', () => {
  edit('record.json', (json) => {
    json.updated = '2025-01-01';
  });
  expect(problems()).toContain(
    'data/record.json: updated: expected a day not before 2025-11-21, of 2025-11-21-concern. ' +
      'Set the day of your change, or correct the other. [dates]',
  );
});
