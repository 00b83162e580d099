/** Packages whose bytes depend on nothing but the names and contents of the files in them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** The first day that the format knows. Read as local time, and so the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);

/** The files of a folder, those within others too, by their names with `/` between. */
export function filesIn(directory: string): Map<string, Uint8Array> {
  const names = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)));
  return new Map(names.map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(directory, name))]));
}

/** One package of all the files, in the order of their names. */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const entries: Zippable = Object.fromEntries(sorted.map(([name, content]) => [name, [content, { mtime: NO_TIME }]]));
  return zipSync(entries, { level: 9 });
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
