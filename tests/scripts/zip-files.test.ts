import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesIn, sha256, zipFiles } from '../../scripts/zip-files.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'zip-'));
  mkdirSync(path.join(directory, 'inner'));
  writeFileSync(path.join(directory, 'inner', 'b.txt'), 'two');
  writeFileSync(path.join(directory, 'a.txt'), 'one');
});

afterEach(() => rmSync(directory, { recursive: true }));

test('a package holds what the folder does', () => {
  const unpacked = unzipSync(zipFiles(filesIn(directory)));
  expect(Object.entries(unpacked).map(([name, content]) => [name, Buffer.from(content).toString()])).toEqual([
    ['a.txt', 'one'],
    ['inner/b.txt', 'two'],
  ]);
});

test('is the same bytes whenever the files were written and in whatever order they are read', () => {
  const files = filesIn(directory);
  const before = zipFiles(files);
  utimesSync(path.join(directory, 'a.txt'), 1_000_000_000, 1_000_000_000);
  expect(sha256(zipFiles(filesIn(directory)))).toBe(sha256(before));
  expect(sha256(zipFiles(new Map([...files].reverse())))).toBe(sha256(before));
});

test('is other bytes where one differs', () => {
  const before = zipFiles(filesIn(directory));
  writeFileSync(path.join(directory, 'a.txt'), 'One');
  expect(sha256(zipFiles(filesIn(directory)))).not.toBe(sha256(before));
});
