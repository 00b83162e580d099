/**
 * The finder as it comes to pages that may concern the matter: every lexicon of data/lexicon/ and the statement cues derived
 * from the dataset at build time. The engine itself is data/detection/find-mentions.ts.
 */
import { statementCues } from 'virtual:statement-cues';
import { createFinder, type Finder } from './detection/find-mentions.ts';
import type { Lexicon } from './detection/lexicon.ts';

let finder: Finder | undefined;

/** The page's finder. Its patterns are compiled on first use and then kept. */
export function pageFinder(): Finder {
  finder ??= createFinder(Object.values(LEXICA), statementCues);
  return finder;
}

const LEXICA = import.meta.glob<Lexicon>('./lexicon/*.json', { eager: true, import: 'default' });
