/** A contribution may break a data file in any way: what is wrong is told with its file, and nothing else happens. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataFiles } from '../../scripts/data-files.ts';
import { inspectDataset, problemLines } from '../../scripts/read-dataset.ts';
import { FUZZ_PATIENCE, forAny } from '../support/fuzz.ts';

const DATA = resolve(import.meta.dirname, '../../data');
const FILES = dataFiles(DATA);

let root: string;
let dir: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'dataset-'));
  dir = join(root, 'data');
  for (const name of FILES) cpSync(join(DATA, name), join(dir, name), { recursive: true });
});

afterAll(() => rmSync(root, { recursive: true }));

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** At a place of a file, found by going down by so many steps, something else is put; or it is written twice, or taken away. */
interface Change {
  readonly file: string;
  readonly path: readonly number[];
  readonly how: 'put' | 'drop' | 'twice' | 'swap';
  readonly value: Json;
}

const anyChange: fc.Arbitrary<Change> = fc.record({
  file: fc.constantFrom(...FILES),
  path: fc.array(fc.nat(400), { minLength: 1, maxLength: 5 }),
  how: fc.constantFrom('put', 'drop', 'twice', 'swap'),
  value: fc.oneof(
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
    fc.constantFrom<Json>('2019-02-30', '2019-07-12', 'ZZ', 'QA', '__proto__', 'constructor', -1, 1e308, '9999-12-31', ''),
  ),
});

/** The same file with the change in it. */
function changed(json: Json, { path: [step = 0, ...rest], how, value }: Change): Json {
  if (typeof json !== 'object' || json === null) return value;
  const names = Object.keys(json);
  const name = names[step % Math.max(1, names.length)];
  if (name === undefined) return value;
  const inner = (json as Record<string, Json>)[name] as Json;
  if (rest.length > 0 && typeof inner === 'object' && inner !== null) {
    const next = changed(inner, { file: '', path: rest, how, value });
    return Array.isArray(json) ? json.with(Number(name), next) : { ...json, [name]: next };
  }
  if (Array.isArray(json)) {
    const at = Number(name);
    if (how === 'drop') return json.toSpliced(at, 1);
    if (how === 'twice') return json.toSpliced(at, 0, inner);
    return how === 'swap' ? [...json.slice(at + 1), ...json.slice(0, at + 1)] : json.with(at, value);
  }
  if (how === 'drop') return Object.fromEntries(Object.entries(json).filter(([each]) => each !== name));
  return { ...json, [how === 'twice' ? `${name}2` : name]: how === 'put' ? value : inner };
}

test(
  'a changed file is valid as a whole, or each problem is told with its file and what to do',
  () => {
    forAny(fc.array(anyChange, { minLength: 1, maxLength: 3 }), (changes) => {
      const touched = new Map<string, Json>();
      for (const change of changes) {
        const before = touched.get(change.file) ?? JSON.parse(readFileSync(join(DATA, change.file), 'utf8'));
        touched.set(change.file, changed(before, change));
      }
      for (const [file, json] of touched) writeFileSync(join(dir, file), JSON.stringify(json));
      try {
        const { dataset, problems } = inspectDataset(dir);
        if (problems.length === 0) expect(dataset?.statements.length).toBeGreaterThan(0);
        for (const line of problemLines(dir, problems)) expect(line).toMatch(/^data\/\S+\.json: .+ \[[a-z-]+\]$/s);
      } finally {
        for (const file of touched.keys()) cpSync(join(DATA, file), join(dir, file));
      }
    });
  },
  FUZZ_PATIENCE,
);
