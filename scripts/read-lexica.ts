/** Reads the lexica from disk, for scripts; the bundle has them through data/finder.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Lexicon } from '../data/detection/lexicon.ts';

/** Every lexicon in `dir`, by file name. Throws naming the file where one is not JSON. */
export function readLexica(dir: string = resolve(import.meta.dirname, '../data/lexicon')): Lexicon[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      try {
        return JSON.parse(readFileSync(join(dir, name), 'utf8')) as Lexicon;
      } catch (error) {
        throw new Error(`data/lexicon/${name}: ${(error as Error).message}`);
      }
    });
}
