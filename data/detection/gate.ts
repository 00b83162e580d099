/**
 * The cheap first look: may a text be about the matter at all? All text of every page meets it, so each pattern is made of rare
 * words, and those of another script are tried only where the text holds letters of it.
 */
import { isPlainLatin, revealed } from './fold.ts';
import { compilePlain, type PivotScript, type RegionLexicon } from './lexicon.ts';

/** What of a lexicon the first look needs. */
export interface GateLexicon {
  readonly region?: Pick<RegionLexicon, 'pivots'>;
}

/** Any letter of a script. Ranges, since engines go over them many times faster than over the scripts of Unicode. */
const LETTERS: Readonly<Record<PivotScript, RegExp>> = {
  cyrillic: /[\u0400-\u04FF]/,
  arabic: /[\u0600-\u06FF]/,
  han: /[\u3040-\u9FFF]/,
};

/**
 * A function that says whether a text, not folded, may name the region or its people, or China, the UN and human rights together. Errs
 * towards true, but for names with accents that no spelling of them has.
 */
export function createGate(lexica: readonly GateLexicon[]): (text: string) => boolean {
  const pivots = lexica.flatMap(({ region }) => region?.pivots ?? []);
  const inLatin = concerns(pivots.filter(({ script }) => script === undefined));
  const inAny = concerns(pivots);
  return (text) => {
    // Most text is in Latin letters, and then that is the end of it.
    if (isPlainLatin(text)) return inLatin(text);
    const plain = revealed(text);
    return isPlainLatin(plain) ? inLatin(plain) : inAny(plain);
  };
}

/** Characters around a name of China within which the UN and rights have to be named for a text to be about the three of them. */
const REACH = 1500;

function concerns(pivots: RegionLexicon['pivots']): (text: string) => boolean {
  const compiled = pivots.map(({ script, names, china, un, rights }) => ({
    letters: script && LETTERS[script],
    names: names === undefined ? undefined : compilePlain(names, 'i'),
    // Engines find a plain word a hundred times faster than one of many, and few ways to write a word faster than several words.
    china: (china ?? []).map((source) => compilePlain(source, 'g')),
    rights: rights === undefined ? undefined : compilePlain(rights, 'i'),
    un: un === undefined ? undefined : compilePlain(un, ''),
  }));
  // Asked for in the order that ends soonest: names are rare, China is less so, and bodies of the UN have many names.
  return (text) => {
    const held = compiled.filter(({ letters }) => letters?.test(text) ?? true);
    if (held.some(({ names }) => names?.test(text))) return true;
    return held.some(({ china }) =>
      china.some((pattern) =>
        windowsAround(pattern, text).some(
          (around) => held.some(({ rights }) => rights?.test(around)) && held.some(({ un }) => un?.test(around)),
        ),
      ),
    );
  };
}

/** The text around each match of a pattern; those close together share one. */
function windowsAround(pattern: RegExp, text: string): string[] {
  const windows: string[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    windows.push(text.slice(Math.max(0, match.index - REACH), match.index + REACH));
    pattern.lastIndex = match.index + REACH;
  }
  return windows;
}
