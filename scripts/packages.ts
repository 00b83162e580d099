/** The packages that are handed to the stores, made of the builds and, for Mozilla's reviewers, of the sources. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BUILDS, OTHER_BUILDS } from './builds.ts';
import { root, run } from './tools.ts';
import { filesIn, zipFiles } from './zip-files.ts';

/** Of the sources, what no build needs and is large. */
const LEFT_OUT = /^tests\/(?:gallery\/pictures|releases)\//;

/** The packages by the ends of their names. Reads the builds as they lie there. */
export async function storePackages(): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map([
    ['chrome.zip', zipFiles(filesIn(BUILDS.chromium.directory))],
    ['edge.zip', zipFiles(filesIn(OTHER_BUILDS.edge.directory))],
    ['firefox.zip', zipFiles(filesIn(BUILDS.firefox.directory))],
    ['firefox-sources.zip', zipFiles(await sources())],
  ]);
}

/** What is kept under version control, as it is in the working tree. */
async function sources(): Promise<Map<string, Uint8Array>> {
  const { code, output } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { stdio: 'pipe' });
  if (code !== 0) throw new Error(`git ls-files: ${output}`);
  const names = output.split('\0').filter((name) => name !== '' && !LEFT_OUT.test(name));
  return new Map(names.map((name) => [name, readFileSync(path.join(root, name))]));
}
