import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFiles, schemaOf } from '../../scripts/data-files.ts';
import { formatRecord } from '../../scripts/format-record.ts';

const DATA = resolve(import.meta.dirname, '../../data');

describe('a data file', () => {
  test.each(dataFiles(DATA))('%s is byte for byte what the formatter writes (npm run format)', (name) => {
    const text = readFileSync(join(DATA, name), 'utf8');
    expect(formatRecord(schemaOf(name), JSON.parse(text))).toBe(text);
  });

  test('is written the same whatever the order of its fields', () => {
    const name = 'statements/2019-07-08-concern.json';
    const text = readFileSync(join(DATA, name), 'utf8');
    const reversed = Object.fromEntries(Object.entries(JSON.parse(text)).toReversed());
    expect(formatRecord(schemaOf(name), reversed)).toBe(text);
  });

  test('is not written at all where it is not what the schema says, since that would lose what it says', () => {
    expect(() => formatRecord(schemaOf('record.json'), { updated: '2026-11-25', remark: 'x' })).toThrow();
  });
});
