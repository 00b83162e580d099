/**
 * The finder as it comes to pages that may concern the matter: every lexicon of data/lexicon/ and the statement cues derived
 * from the dataset at build time. The engine itself is data/detection/find-mentions.ts.
 */
import { namedCountries } from 'virtual:named-countries';
import { statementCues } from 'virtual:statement-cues';
import { type AsideFinder, type AsideWishes, createAsideFinder } from './detection/asides.ts';
import { createFinder, type Finder } from './detection/find-mentions.ts';
import type { Lexicon } from './detection/lexicon.ts';

let finder: Finder | undefined;

/** The page's finder. Its patterns are compiled on first use and then kept. */
export function pageFinder(): Finder {
  finder ??= createFinder(Object.values(LEXICA), statementCues);
  return finder;
}

/** What finds the asides that are wished for; undefined where none are. */
export function pageAsideFinder(wishes: AsideWishes): AsideFinder | undefined {
  return createAsideFinder(Object.values(LEXICA), namedCountries, wishes);
}

const LEXICA = import.meta.glob<Lexicon>('./lexicon/*.json', { eager: true, import: 'default' });
