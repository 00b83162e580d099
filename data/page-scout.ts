/** The scout as it is bundled into every page: the words of its first look are cut from the lexica at build time. */
import { scoutLexica } from 'virtual:scout-lexica';
import { createScout, type Scout } from './detection/scout.ts';

const scouts = new Map<boolean, Scout>();

/** The page's scout, which looks for related terms too where they are wanted. Its patterns are compiled on first use and then kept. */
export function pageScout(related: boolean): Scout {
  const scout = scouts.get(related) ?? createScout(scoutLexica, { related });
  scouts.set(related, scout);
  return scout;
}
