import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_CHECKS } from '../../../data/checks/all-checks.ts';

const CHECKS = resolve(import.meta.dirname, '../../../data/checks');
const TESTS = import.meta.dirname;

/** The files of a folder without their endings, but for these. */
function namesIn(folder: string, ...others: string[]): string[] {
  return readdirSync(folder)
    .map((file) => basename(file).replace(/(?:\.test)?\.ts$/, ''))
    .filter((name) => !others.includes(name))
    .toSorted();
}

test('every check is run, is named as its file, and has its tests', () => {
  const names = ALL_CHECKS.map(({ name }) => name).toSorted();
  expect(names).toEqual(namesIn(CHECKS, 'check', 'all-checks'));
  expect(names).toEqual(namesIn(TESTS, 'all-checks'));
});

test('every rule is a sentence', () => {
  for (const { name, rule } of ALL_CHECKS) expect(rule, name).toMatch(/^\p{Lu}.+\.$/u);
});
