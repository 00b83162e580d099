/** The finder made of the files on disk, for scripts; the bundle has its own through data/finder.ts. */
import { resolve } from 'node:path';
import { type NamedCountry, namedCountry } from '../data/detection/countries.ts';
import { createFinder, type Finder } from '../data/detection/find-mentions.ts';
import { statementCuesOf } from '../data/detection/statement-cues.ts';
import { readDataset } from './read-dataset.ts';
import { readLexica } from './read-lexica.ts';

/** Throws as readDataset() and readLexica() do. */
export function readFinder(): Finder {
  const { statements, countries } = readDataset(DATA);
  return createFinder(readLexica(), statementCuesOf(statements, countries));
}

/** What countries are called, for finding asides. Throws as readDataset() does. */
export function readNamedCountries(): NamedCountry[] {
  return readDataset(DATA).countries.map(namedCountry);
}

const DATA = resolve(import.meta.dirname, '../data');
