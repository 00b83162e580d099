/**
 * The first look at a page: could any text on it concern the matter at all? Only then is the finder worth bringing. Made of the
 * few words that name the region, its people and the Council, in every language; knows no statement.
 */
import { fold, revealed } from './fold.ts';
import { createGate, type GateLexicon } from './gate.ts';

export interface Scout {
  /**
   * False where neither the text nor, beside it, its neighbours can hold a mention. Errs towards true, but for names with accents
   * that no spelling of them has.
   */
  mayConcern(text: string): boolean;
}

export function createScout(lexica: readonly GateLexicon[]): Scout {
  const gate = createGate(lexica);
  return {
    mayConcern(text) {
      if (!gate.mayMatter(text)) return false;
      const plain = revealed(text);
      // Folding costs more than looking: only for texts of China and the UN.
      return gate.mayName(plain) || (gate.mayTellOfChinaAtUn(plain) && gate.isAbout(fold(plain).text));
    },
  };
}
