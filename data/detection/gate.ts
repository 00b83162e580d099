/**
 * The cheap first look: may a text be about the matter at all? All text of every page meets it, so each pattern is made of rare
 * words, and those of another script are tried only where a letter stands that each of them has: engines find a single letter many
 * times faster than a pattern.
 */
import { isPlainLatin } from './fold.ts';
import { compilePlain, type PivotKind, type RegionLexicon } from './lexicon.ts';

/** What of a lexicon the first look needs. */
export interface GateLexicon {
  readonly region?: Pick<RegionLexicon, 'pivots'>;
}

export interface Gate {
  /** Cheapest of all: false where a text in Latin letters holds none of the words the other looks for. */
  mayMatter(text: string): boolean;
  /**
   * Whether revealed text may name the region or its people, or China, the UN and human rights together. Errs towards true, but for
   * names with accents that no spelling of them has.
   */
  mayBeAbout(text: string): boolean;
}

export function createGate(lexica: readonly GateLexicon[]): Gate {
  const pivots = lexica.flatMap(({ region }) => region?.pivots ?? []);
  const latin = compilePlain(
    pivots.flatMap(({ letters, names, china }) => (letters === undefined ? [names, china] : [])).join('|'),
    'i',
  );
  const [mayName, china, un, rights] = [
    anyOf(pivots, 'names', 'i'),
    anyOf(pivots, 'china', 'i'),
    anyOf(pivots, 'un', ''),
    anyOf(pivots, 'rights', 'i'),
  ];
  return {
    mayMatter: (text) => !isPlainLatin(text) || latin.test(text),
    mayBeAbout: (text) => mayName(text) || (china(text) && un(text) && rights(text)),
  };
}

function anyOf(pivots: RegionLexicon['pivots'], kind: PivotKind, flags: string): (text: string) => boolean {
  const tests = pivots.map(({ letters = '', [kind]: source }) => ({
    letters: [...letters],
    pattern: compilePlain(source, flags),
  }));
  return (text) =>
    tests.some(
      ({ letters, pattern }) => (letters.length === 0 || letters.some((letter) => text.includes(letter))) && pattern.test(text),
    );
}
