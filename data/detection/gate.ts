/**
 * The cheap first look: may a text be about the matter at all? All text of every page meets it, so each pattern is made of rare
 * words, and those of another script are tried only where a letter stands that each of them has: engines find a single letter many
 * times faster than a pattern.
 */
import { isPlainLatin, revealed } from './fold.ts';
import { compilePlain, type PivotKind, type RegionLexicon } from './lexicon.ts';

/** What of a lexicon the first look needs. */
export interface GateLexicon {
  readonly region?: Pick<RegionLexicon, 'pivots'>;
}

/**
 * A function that says whether a text, not folded, may name the region or its people, or China, the UN and human rights together. Errs
 * towards true, but for names with accents that no spelling of them has.
 */
export function createGate(lexica: readonly GateLexicon[]): (text: string) => boolean {
  const pivots = lexica.flatMap(({ region }) => region?.pivots ?? []);
  const latin = compilePlain(
    pivots.flatMap(({ letters, names, china }) => (letters === undefined ? [names ?? [], china ?? []].flat() : [])).join('|') ||
      '(?!)',
    'i',
  );
  const mayName = anyOf(pivots, 'names', 'i');
  const mayNameChina = anyOf(pivots, 'china', 'i');
  const mayNameUn = anyOf(pivots, 'un', '');
  const mayNameRights = anyOf(pivots, 'rights', 'i');
  return (text) => {
    // Cheapest of all, and the end of it for most text in Latin letters.
    if (isPlainLatin(text) && !latin.test(text)) return false;
    const plain = revealed(text);
    return mayName(plain) || (mayNameChina(plain) && mayNameUn(plain) && mayNameRights(plain));
  };
}

function anyOf(pivots: RegionLexicon['pivots'], kind: PivotKind, flags: string): (text: string) => boolean {
  const tests = pivots.flatMap(({ letters = '', [kind]: source }) =>
    source === undefined ? [] : [{ letters: [...letters], pattern: compilePlain(source, flags) }],
  );
  return (text) =>
    tests.some(
      ({ letters, pattern }) => (letters.length === 0 || letters.some((letter) => text.includes(letter))) && pattern.test(text),
    );
}
