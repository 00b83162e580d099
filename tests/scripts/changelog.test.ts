import { expect, test } from 'vitest';
import { COMMIT_MARK, changelog, readCommits } from '../../scripts/changelog.ts';

const LOG = [
  `${COMMIT_MARK}Correct who signed in 2019`,
  '',
  'data/statements/2019-07-08-concern.json',
  'tests/data/dataset.test.ts',
  `${COMMIT_MARK}Open the card sooner`,
  '',
  'entrypoints/annotator.content/hover.ts',
  `${COMMIT_MARK}Say what a step is`,
  '',
  'README.md',
  `${COMMIT_MARK}Let a release be empty`,
  '',
].join('\n');

test('commits are read with the files they touch', () => {
  expect(readCommits(LOG).map(({ subject, paths }) => [subject, paths.length])).toEqual([
    ['Correct who signed in 2019', 2],
    ['Open the card sooner', 1],
    ['Say what a step is', 1],
    ['Let a release be empty', 0],
  ]);
  expect(readCommits('')).toEqual([]);
});

test('each change stands once, under the first part that it belongs to', () => {
  expect(changelog('1.2.0', readCommits(LOG))).toBe(
    `# 1.2.0

## The record

- Correct who signed in 2019

## What readers meet

- Open the card sooner

## For contributors

- Say what a step is
`,
  );
});
