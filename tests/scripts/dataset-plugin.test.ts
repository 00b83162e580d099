import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataFiles, statementFiles } from '../../scripts/data-files.ts';
import { datasetPlugin } from '../../scripts/dataset-plugin.ts';

const DATA = resolve(import.meta.dirname, '../../data');

let root: string;
let dir: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dataset-plugin-'));
  dir = join(root, 'data');
  for (const name of dataFiles(DATA)) cpSync(join(DATA, name), join(dir, name), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

/** Build an entry of the given code; answers with the module it makes. */
async function bundle(code: string): Promise<Record<string, unknown>> {
  const entry = join(root, 'entry.js');
  writeFileSync(entry, code);
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [datasetPlugin(dir)],
    build: { outDir: join(root, 'out'), lib: { entry, formats: ['es'], fileName: () => 'out.mjs' } },
  });
  return import(/* @vite-ignore */ join(root, 'out/out.mjs'));
}

test("a bundle gets the readers' copy of the dataset and the cues of the same statements", async () => {
  const module = await bundle(
    "export { dataset } from 'virtual:dataset'; export { statementCues } from 'virtual:statement-cues';",
  );
  const { dataset, statementCues } = module as { dataset: { statements: { id: string }[] }; statementCues: { id: string }[] };
  expect(dataset.statements.map(({ id }) => `statements/${id}.json`)).toEqual(statementFiles(dir));
  expect(statementCues.map(({ id }) => id)).toEqual(dataset.statements.map(({ id }) => id));
  expect(Object.isFrozen(statementCues[0])).toBe(true);
});

test('every file of the dataset is watched, also when one of them is wrong', () => {
  writeFileSync(join(dir, 'facts.json'), 'not JSON');
  const watched: string[] = [];
  const load = datasetPlugin(dir).load as (this: { addWatchFile(file: string): void }, id: string) => unknown;
  expect(() => load.call({ addWatchFile: (file) => watched.push(file) }, '\0virtual:dataset')).toThrow('data/facts.json');
  expect(watched).toEqual(dataFiles(dir).map((name) => join(dir, name)));
});

test('a bundle that wants the cues only does not carry the dataset', async () => {
  const module = await bundle("export { statementCues } from 'virtual:statement-cues';");
  expect(JSON.stringify(module.statementCues)).not.toContain('publisher');
});

test('a mistake in the data fails the build and is named with its file and field', async () => {
  writeFileSync(join(dir, 'record.json'), '{ "$schema": "./json-schema/record.schema.json", "updated": "yesterday" }');
  await expect(bundle("export { dataset } from 'virtual:dataset';")).rejects.toThrow('data/record.json: updated: ');
});
