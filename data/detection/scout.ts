/**
 * The first look at a page: could any text on it concern the matter at all? Only then is the finder worth bringing. Made of the
 * few words that name the region, its people and the Council, in every language; knows no statement.
 */
import { fold, hasInvisible } from './fold.ts';
import { createGate, type GateLexicon } from './gate.ts';

export interface Scout {
  /** False where neither the text nor, beside it, its neighbours can hold a mention. Errs towards true. */
  mayConcern(text: string): boolean;
}

export function createScout(lexica: readonly GateLexicon[]): Scout {
  const gate = createGate(lexica);
  const test = (text: string) => gate.mayHoldName(text) || gate.isAbout(text);
  return {
    // Accents and invisible characters hide a name from a plain look; folding costs more, so it comes second and rarely.
    mayConcern: (text) => test(text) || ((hasInvisible(text) || ACCENTED.test(text)) && test(fold(text).text)),
  };
}

/** Latin letters with marks, which patterns have without. */
const ACCENTED = /[\u00C0-\u024F\u1E00-\u1EFF]/;
