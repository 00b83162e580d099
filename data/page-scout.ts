/** The scout as it is bundled into every page: the words of its first look are cut from the lexica at build time. */
import { scoutLexica } from 'virtual:scout-lexica';
import { createScout, type Scout } from './detection/scout.ts';

let scout: Scout | undefined;

/** The page's scout. Its patterns are compiled on first use and then kept. */
export function pageScout(): Scout {
  scout ??= createScout(scoutLexica);
  return scout;
}
