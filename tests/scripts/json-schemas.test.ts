import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFiles } from '../../scripts/data-files.ts';
import { jsonSchemas } from '../../scripts/json-schemas.ts';

const DATA = resolve(import.meta.dirname, '../../data');
const README = readFileSync(join(DATA, 'README.md'), 'utf8');
const schemas = jsonSchemas(README);

describe('the JSON Schemas', () => {
  test('are named by every data file, so that editors find them', () => {
    for (const name of dataFiles(DATA)) {
      const { $schema } = JSON.parse(readFileSync(join(DATA, name), 'utf8'));
      expect(readFileSync(join(DATA, name, '..', $schema), 'utf8').length, name).toBeGreaterThan(100);
    }
  });

  test('explain a field as the dictionary does, wherever it stands', () => {
    const statement = JSON.parse(schemas.get('statement.schema.json') ?? '');
    expect(statement.properties.announcedCount.description).toBe(
      'How many states it was announced for, in words or by a list that was posted as whole. Values: states. Comes from: the text, the list or reports of the day. ' +
        'Missing: null: no exact number was given. Who changes it: anyone.',
    );
    expect(statement.properties.sources.items.properties.tier.description).toMatch(/^How close it is to the event\./);
    expect(statement.properties.events.items.oneOf[0].properties.date.anyOf[1].properties.from.description).toMatch(
      /^The first day it can have been\./,
    );
  });

  test('say what may stand in a field', () => {
    const statement = JSON.parse(schemas.get('statement.schema.json') ?? '');
    expect(statement.properties.kind.enum).toEqual(['letter', 'joint-statement', 'vote']);
    expect(statement.additionalProperties).toBe(false);
  });
});

describe('the dictionary', () => {
  test('has to have a row for every field', () => {
    const without = README.replace(/^\| `forum` .*\n/m, '');
    expect(() => jsonSchemas(without)).toThrow(
      'statements/<id>.json: forum: the schema has it, the dictionary has no row for it',
    );
  });

  test('has to have a field for every row', () => {
    const renamed = README.replace('| `forum` |', '| `venue` |');
    expect(() => jsonSchemas(renamed)).toThrow(
      'statements/<id>.json: venue: the dictionary has a row for it, the schema does not have it',
    );
  });

  test('leaves no cell empty', () => {
    const empty = README.replace('| `forum` | where, in words: body, session, committee |', '| `forum` | |');
    expect(() => jsonSchemas(empty)).toThrow('data/README.md: statements/<id>.json: forum: a cell is empty');
  });
});
