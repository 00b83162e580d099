/**
 * `npm run format` calls this: writes every data file as formatRecord() does, and the JSON Schemas and the policy's schema anew. A file it cannot read it
 * leaves alone, and says so.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareEvents } from '../data/event-date.ts';
import { dataFiles, schemaOf } from './data-files.ts';
import { formatRecord } from './format-record.ts';
import { jsonSchemas } from './json-schemas.ts';
import { POLICY_SCHEMA, policySchema } from './policy-schema.ts';

const dir = resolve(import.meta.dirname, '../data');

for (const name of dataFiles(dir)) {
  try {
    write(name, formatRecord(schemaOf(name), inOrder(JSON.parse(readFileSync(join(dir, name), 'utf8')))));
  } catch {
    process.exitCode = 1;
    console.error(`data/${name} is left as it is: npm run -s dataset -- --check says what is wrong with it.`);
  }
}

try {
  const schemas = jsonSchemas(readFileSync(join(dir, 'README.md'), 'utf8'));
  mkdirSync(join(dir, 'json-schema'), { recursive: true });
  for (const [name, text] of schemas) write(`json-schema/${name}`, text);
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
}

write(`../public/${POLICY_SCHEMA}`, policySchema());

/** Lists that have one order, which nobody should have to keep by hand. */
function inOrder(file: Record<string, unknown>): unknown {
  const { events, votes, group, countries, hosts, years } = file;
  return {
    ...file,
    ...(Array.isArray(events) && { events: events.toSorted(compareEvents) }),
    ...(isRecord(votes) && { votes: { ...votes, ...sortedCodes(votes, ['yes', 'no', 'abstain']) } }),
    ...(isRecord(group) && { group: { ...group, ...sortedCodes(group, ['members']) } }),
    ...(Array.isArray(countries) && { countries: sortedBy(countries, 'code') }),
    ...(Array.isArray(hosts) && { hosts: sortedBy(hosts, 'host') }),
    ...(Array.isArray(years) && {
      years: sortedBy(years, 'year').map((year) => ({ ...year, ...sortedCodes(year, ['members']) })),
    }),
  };
}

function sortedCodes(record: Record<string, unknown>, lists: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(lists.flatMap((name) => (Array.isArray(record[name]) ? [[name, record[name].toSorted()]] : [])));
}

function sortedBy(records: readonly Record<string, unknown>[], key: string): Record<string, unknown>[] {
  return records.toSorted((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Only where it changes something, so that what is printed is what changed. */
function write(name: string, text: string): void {
  const file = join(dir, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(file, text);
  console.log(join('data', name));
}
