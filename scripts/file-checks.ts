/** Checks of the data files as files, which the build does not need and a change has to pass: how they are written. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../data/checks/check.ts';
import { dataFiles, schemaOf } from './data-files.ts';
import { ENGLISH } from './english.ts';
import { formatRecord } from './format-record.ts';
import { jsonSchemas } from './json-schemas.ts';
import { POLICY_SCHEMA, policySchema } from './policy-schema.ts';

/** Everything wrong with how the files in `dir` are written; nothing of files that do not follow the schema. */
export function fileProblems(dir: string): Problem[] {
  return [...formatting(dir), ...schemas(dir), ...changelog(dir)];
}

/** Whether the files in `dir`, the folder of public files, that are made from others are up to date. */
export function publicFileProblems(dir: string): Problem[] {
  return attempt(() => readFileSync(join(dir, POLICY_SCHEMA), 'utf8')) === policySchema()
    ? []
    : [problem('policy-schema', POLICY_SCHEMA, 'is not what data/settings.ts makes', FORMAT)];
}

const FORMAT = 'Run npm run format.';

function formatting(dir: string): Problem[] {
  return dataFiles(dir).flatMap((file) => {
    const text = attempt(() => readFileSync(join(dir, file), 'utf8'));
    const formatted = attempt(() => formatRecord(schemaOf(file), JSON.parse(text ?? '')));
    return formatted === undefined || formatted === text
      ? []
      : [problem('formatting', file, 'is not as the formatter writes it', FORMAT)];
  });
}

function schemas(dir: string): Problem[] {
  let made: Map<string, string>;
  try {
    made = jsonSchemas(readFileSync(join(dir, 'README.md'), 'utf8'));
  } catch (error) {
    const what = error instanceof Error ? error.message.replaceAll('\n', ' ') : String(error);
    return [problem('json-schema', 'README.md', what, 'Give each field of schema.ts its row in the dictionary.')];
  }
  return [...made].flatMap(([name, text]) => {
    const file = join(dir, 'json-schema', name);
    return existsSync(file) && readFileSync(file, 'utf8') === text
      ? []
      : [problem('json-schema', `json-schema/${name}`, 'is not what schema.ts and README.md make', FORMAT)];
  });
}

/** Readers are shown a day, and what changed that day has to be told. */
function changelog(dir: string): Problem[] {
  const updated: unknown = attempt(() => JSON.parse(readFileSync(join(dir, 'record.json'), 'utf8')).updated);
  if (typeof updated !== 'string') return [];
  const newest = /^## (.+)$/m.exec(readFileSync(join(dir, 'CHANGELOG.md'), 'utf8'))?.[1];
  return newest === ENGLISH.date(updated)
    ? []
    : [
        problem(
          'changelog',
          'record.json',
          `says ${updated}, and the newest day of CHANGELOG.md is ${newest ?? 'none'}`,
          `Tell under "## ${ENGLISH.date(updated)}" what changed.`,
        ),
      ];
}

function problem(check: string, file: string, what: string, fix: string): Problem {
  return { check, file, record: '', field: '', what, fix };
}

/** The result, or undefined where it throws: a file that is not there or not as the schema says is readDataset()'s business. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
