/**
 * The first look at a page: could any text on it concern the matter at all? Only then is the finder worth bringing. Made of the
 * few words that name the region, its people and the Council, in every language; knows no statement.
 */
import { createGate, type GateLexicon } from './gate.ts';

export interface Scout {
  /** False where neither the text nor, beside it, its neighbours can hold a mention. Errs towards true. */
  mayConcern(text: string): boolean;
}

export function createScout(lexica: readonly GateLexicon[]): Scout {
  return { mayConcern: createGate(lexica) };
}
