/** Whoever builds the same sources gets the same packages, byte for byte: here and in a clean copy somewhere else. */
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BROWSER_NAMES } from '../../scripts/browsers.ts';
import { BUILD_ENVIRONMENT, BUILDS } from '../../scripts/builds.ts';
import { root, run } from '../../scripts/tools.ts';
import { filesIn, sha256, zipFiles } from '../../scripts/zip-files.ts';

let copy: string;

beforeAll(async () => {
  copy = mkdtempSync(path.join(tmpdir(), 'clean-'));
  const { output } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { stdio: 'pipe' });
  for (const name of output.split('\0').filter((each) => each !== '' && !each.startsWith('tests/')))
    cpSync(path.join(root, name), path.join(copy, name));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test.each(BROWSER_NAMES)(
  'the package for %s is the same from a clean copy',
  async (name) => {
    const wxt = path.join(copy, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
    // Neither the day nor the place on Earth comes into it.
    const { code, output } = await run(process.execPath, [wxt, ...BUILDS[name].arguments, copy], {
      stdio: 'pipe',
      env: { ...BUILD_ENVIRONMENT, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
    });
    expect(code, output).toBe(0);
    const [here, there] = [BUILDS[name].directory, path.join(copy, '.output', path.basename(BUILDS[name].directory))].map(
      filesIn,
    );
    expect([...(there ?? []).keys()].toSorted()).toEqual([...(here ?? []).keys()].toSorted());
    for (const [file, content] of here ?? []) expect(sha256(there?.get(file) ?? new Uint8Array()), file).toBe(sha256(content));
    expect(sha256(zipFiles(there ?? new Map()))).toBe(sha256(zipFiles(here ?? new Map())));
  },
  180_000,
);
