/**
 * `npm run format` calls this: writes every data file as formatRecord() does, and the JSON Schemas anew. A file it cannot read it
 * leaves alone, and says so.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareEvents } from '../data/event-date.ts';
import { dataFiles, schemaOf } from './data-files.ts';
import { formatRecord } from './format-record.ts';
import { jsonSchemas } from './json-schemas.ts';

const dir = resolve(import.meta.dirname, '../data');

for (const name of dataFiles(dir)) {
  try {
    write(name, formatRecord(schemaOf(name), inOrder(JSON.parse(readFileSync(join(dir, name), 'utf8')))));
  } catch {
    process.exitCode = 1;
    console.error(`data/${name} is left as it is: npm run check says what is wrong with it.`);
  }
}

mkdirSync(join(dir, 'json-schema'), { recursive: true });
for (const [name, text] of jsonSchemas(readFileSync(join(dir, 'README.md'), 'utf8'))) write(`json-schema/${name}`, text);

/** A statement's events have one order, which nobody should have to keep by hand. */
function inOrder(value: { events?: unknown }): unknown {
  return Array.isArray(value.events) ? { ...value, events: value.events.toSorted(compareEvents) } : value;
}

/** Only where it changes something, so that what is printed is what changed. */
function write(name: string, text: string): void {
  const file = join(dir, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(file, text);
  console.log(`data/${name}`);
}
