/**
 * Reads the dataset's files and checks them, each against the schema and then all against the rules of data/checks/. Used by
 * the build, the tests and the command-line tools; pages get the result only (scripts/dataset-plugin.ts).
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { ALL_CHECKS } from '../data/checks/all-checks.ts';
import { type Problem, problemLine, runChecks } from '../data/checks/check.ts';
import {
  type CompleteCountry,
  type CountryRecord,
  type DatasetRecord,
  StatementFile,
  type StatementRecord,
} from '../data/schema.ts';
import { completeCountry } from './complete-countries.ts';
import { SINGLE_FILES, type SingleFile, statementFiles } from './data-files.ts';

/**
 * The dataset in `dir` (the project's `data` folder): statements oldest first, countries by name.
 *
 * Throws one Error that lists every problem found, a line each: `data/statements/x.json: events.3.country: …`.
 */
export function readDataset(dir: string): DatasetRecord {
  const { dataset, problems } = inspectDataset(dir);
  if (problems.length > 0 || !dataset) throw new Error(`The dataset is not valid:\n${problemLines(dir, problems).join('\n')}`);
  return dataset;
}

/** Everything wrong with the dataset in `dir`, and the dataset itself wherever every file follows the schema. */
export function inspectDataset(dir: string): { readonly dataset?: DatasetRecord; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = <Name extends SingleFile>(name: Name) => readFile(dir, name, SINGLE_FILES[name], problems);

  const council = read('council.json');
  const countries = read('countries.json');
  const facts = read('facts.json');
  const hosts = read('hosts.json');
  const record = read('record.json');
  const statements = statementFiles(dir).map((name) => readStatement(dir, name, problems));
  const completed = countries && completeCountries(countries.countries, problems);

  // Across files only where each could be read: a reference into a file that is broken is not a second mistake.
  if (!council || !countries || !completed || !facts || !hosts || !record || !statements.every((each) => each !== undefined))
    return { problems };
  const dataset: DatasetRecord = {
    statements,
    facts: facts.facts,
    countries: completed,
    countryRecords: countries.countries,
    council: council.years,
    hosts: hosts.hosts,
    updated: record.updated,
  };
  return { dataset, problems: [...problems, ...runChecks(ALL_CHECKS, dataset)] };
}

/** The problems as they are printed, a line each. */
export function problemLines(dir: string, problems: readonly Problem[]): string[] {
  return problems.map((problem) => problemLine(basename(dir), problem));
}

/** A file's content; undefined, with the problems noted, where it is not what the schema says. */
function readFile<Schema extends v.GenericSchema>(
  dir: string,
  file: string,
  schema: Schema,
  problems: Problem[],
): v.InferOutput<Schema> | undefined {
  const say = (field: string, what: string, fix: string) =>
    problems.push({ check: 'schema', file, record: '', field, what, fix });
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(dir, file), 'utf8'));
  } catch (error) {
    say('', error instanceof Error ? error.message : String(error), 'Mend the JSON: an editor shows where it breaks.');
    return undefined;
  }
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  for (const issue of result.issues)
    say(v.getDotPath(issue) ?? '', inWords(issue.message), 'data/README.md says what the field holds.');
  return undefined;
}

function readStatement(dir: string, file: string, problems: Problem[]): StatementRecord | undefined {
  const content = readFile(dir, file, StatementFile, problems);
  if (!content) return undefined;
  const { $schema: _, ...statement } = content;
  const id = basename(file, '.json');
  if (statement.id === id) return statement;
  problems.push({
    check: 'ids',
    file,
    record: '',
    field: 'id',
    what: `expected the file's name, ${id}, but received ${statement.id}`,
    fix: 'Rename the one or the other.',
  });
  return undefined;
}

/** The countries by name, with their other codes; undefined, with the problems noted, where a code is none. */
function completeCountries(records: readonly CountryRecord[], problems: Problem[]): CompleteCountry[] | undefined {
  const completed = records.map(completeCountry);
  records.forEach((record, index) => {
    if (completed[index]) return;
    problems.push({
      check: 'iso-codes',
      file: 'countries.json',
      record: record.code,
      field: `countries.${index}.code`,
      what: `${record.code} is no code of ISO 3166-1`,
      fix: 'Use the alpha-2 code.',
    });
  });
  const collator = new Intl.Collator('en');
  return completed.every((each) => each !== undefined)
    ? completed.toSorted((a, b) => collator.compare(a.name, b.name))
    : undefined;
}

/** valibot's "Invalid type: Expected string but received null", without what the line says already. */
function inWords(message: string): string {
  return message
    .replace(/^Invalid [^:]+: Expected never but.*/, 'there is no such field')
    .replace(/^Invalid [^:]+: Expected/, 'expected');
}
