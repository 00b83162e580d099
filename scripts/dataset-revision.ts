/** Reads the data files as they were in a revision of git. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFiles } from './data-files.ts';
import type { ParsedFiles } from './dataset-diff.ts';
import { parseJson } from './parse-json.ts';
import { root } from './tools.ts';

/** What git answers where a revision cannot be read, in its own words. */
export class RevisionError extends Error {}

/** The files of the working tree, as they are. Throws where one is no JSON, and names it. */
export function filesNow(dir: string = join(root, 'data')): ParsedFiles {
  return new Map(dataFiles(dir).map((name) => [name, parseJson(`data/${name}`, readFileSync(join(dir, name), 'utf8'))]));
}

/** The data files of a revision: a commit, tag or branch. Throws a RevisionError where there is none of that name, or no git. */
export function filesAt(revision: string): ParsedFiles {
  const commit = commitOf(revision);
  const names = git(['ls-tree', '-r', '-z', '--name-only', commit, './data/'])
    .split('\0')
    .filter((name) => /^data\/(?:statements\/)?[^/]+\.json$/.test(name));
  return new Map(
    names.map((name) => [name.slice('data/'.length), parseJson(`${revision}:${name}`, git(['show', `${commit}:./${name}`]))]),
  );
}

function commitOf(revision: string): string {
  try {
    return git(['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`]).trim();
  } catch (error) {
    throw new RevisionError(`There is no revision "${revision}" (git: ${error instanceof Error ? error.message : error}).`);
  }
}

function git(args: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  if (error) throw new RevisionError(`git could not be started: ${error.message}`);
  if (status !== 0)
    throw new RevisionError(
      stderr
        .trim()
        .split('\n')[0]
        ?.replace(/^fatal: /, '') || `git ended with ${status}`,
    );
  return stdout;
}
