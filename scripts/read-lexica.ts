/** Reads the lexica from disk, for scripts; the bundle has them through data/finder.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Lexicon } from '../data/detection/lexicon.ts';
import { parseJson } from './parse-json.ts';

const LEXICA = resolve(import.meta.dirname, '../data/lexicon');

/** The files of the lexica, by name. */
export function lexiconFiles(dir: string = LEXICA): string[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(dir, name));
}

/** Every lexicon in `dir`, by file name. Throws naming the file where one is not JSON. */
export function readLexica(dir: string = LEXICA): Lexicon[] {
  return lexiconFiles(dir).map((file) => parseJson(`data/lexicon/${basename(file)}`, readFileSync(file, 'utf8')) as Lexicon);
}
