/** Which files the dataset consists of, and which schema holds for each. Paths are relative to the data folder. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CouncilFile, CountriesFile, FactsFile, HostsFile, RecordFile, StatementFile } from '../data/schema.ts';

/** The files there is one of. */
export const SINGLE_FILES = {
  'council.json': CouncilFile,
  'countries.json': CountriesFile,
  'facts.json': FactsFile,
  'hosts.json': HostsFile,
  'record.json': RecordFile,
} as const;

export type SingleFile = keyof typeof SINGLE_FILES;

/** Every file of the dataset in `dir`: what a watcher has to watch. */
export function dataFiles(dir: string): string[] {
  return [...Object.keys(SINGLE_FILES), ...statementFiles(dir)];
}

/** Statement files, in the order of the ids they are named by, which is the order of their days. */
export function statementFiles(dir: string): string[] {
  return readdirSync(join(dir, 'statements'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'))
    .sort()
    .map((id) => `statements/${id}.json`);
}

/** The schema of a file of dataFiles(). */
export function schemaOf(name: string): (typeof SINGLE_FILES)[SingleFile] | typeof StatementFile {
  return Object.hasOwn(SINGLE_FILES, name) ? SINGLE_FILES[name as SingleFile] : StatementFile;
}
