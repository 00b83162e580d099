/**
 * Finds what stands beside the matter of a page and is marked where a reader wants it: terms related to the region, and names of
 * countries. Comes after the finder (find-mentions.ts) and changes nothing of what that finds: an aside that overlaps it is none.
 */
import { type CountryRecognizer, createCountryRecognizer, type NamedCountry } from './countries.ts';
import { type FoldedText, fold } from './fold.ts';
import { createLanguageGuess } from './languages.ts';
import type { CountryLexicon, Lexicon, StatementLexicon } from './lexicon.ts';
import type { Aside, CountryMention, MatterMention, PageContext } from './mention.ts';
import { createRegionRecognizer } from './region.ts';
import { overlapTest, preferredApart } from './spans.ts';

export interface AsideFinder {
  /** Cheap: false when the text holds no aside. */
  mayHold(text: string): boolean;
  /**
   * The asides in `text` that overlap none of the mentions found in it, in order, without overlap. Unless the page is about the matter,
   * names of the region's people alone: those of cities and countries mean something only where it is.
   */
  find(text: string, mentions: readonly MatterMention[], page: PageContext, isOnMatter: boolean): Aside[];
}

export interface AsideWishes {
  readonly related: boolean;
  readonly countries: boolean;
}

/** Languages that a text may be in beyond which it is too short to tell: then none is taken. */
const MOST_LANGUAGES = 3;

/** Compile what is wanted; undefined where nothing is. Throws where a lexicon is malformed. */
export function createAsideFinder(
  lexica: readonly Lexicon[],
  countries: readonly NamedCountry[],
  wishes: AsideWishes,
): AsideFinder | undefined {
  if (!wishes.related && !wishes.countries) return undefined;
  const regions = wishes.related ? lexica.flatMap(({ region }) => region ?? []) : [];
  const people = createRegionRecognizer(regions.flatMap((region) => region.people ?? []));
  const cities = createRegionRecognizer(regions.flatMap((region) => region.cities ?? []));
  const named = wishes.countries ? createCountryFinder(lexica, countries) : undefined;
  return {
    mayHold: (text) => LETTER.test(text),
    find(text, mentions, page, isOnMatter) {
      if (!wishes.related && !isOnMatter) return [];
      const folded = fold(text);
      const related = [people, ...(isOnMatter ? [cities] : [])].flatMap((names) => names.recognize(folded.text).names);
      const found: Aside[] = [
        ...related.map(({ start, end }): Aside => ({ kind: 'related', start, end })),
        ...((isOnMatter && named?.(text, folded, page)) || []),
      ].map((aside) => ({ ...aside, start: folded.sourceStart(aside.start), end: folded.sourceEnd(aside.end) }));
      const isTaken = overlapTest(mentions);
      return preferredApart(found.filter((aside) => !isTaken(aside)));
    },
  };
}

const LETTER = /\p{L}/u;

function createCountryFinder(lexica: readonly Lexicon[], countries: readonly NamedCountry[]) {
  const languages = lexica.filter(hasCountries);
  const guess = createLanguageGuess(languages);
  const recognizers = new Map<string, CountryRecognizer>();
  function recognizerOf(lexicon: LexiconWithCountries): CountryRecognizer {
    const known = recognizers.get(lexicon.lang) ?? createCountryRecognizer(countries, lexicon);
    recognizers.set(lexicon.lang, known);
    return known;
  }
  return (text: string, folded: FoldedText, { title = '', lang }: PageContext): CountryMention[] => {
    const given = (start: number, end: number) => text.slice(folded.sourceStart(start), folded.sourceEnd(end));
    const mayBeIn = guess(folded.text, title, lang);
    const possible = languages.filter((each) => mayBeIn(each.lang));
    // Where the text can be in the language that the page says it is in, it is.
    const stated = possible.filter((each) => each.lang === lang?.toLowerCase().split('-')[0]);
    const spoken = stated.length > 0 ? stated : possible;
    if (spoken.length > MOST_LANGUAGES) return [];
    const found = spoken.flatMap((lexicon) => recognizerOf(lexicon)(folded.text, given));
    // The same in Spanish and Portuguese, or longer in one of them.
    return preferredApart(found.toSorted((a, b) => b.end - b.start - (a.end - a.start))).map(({ code, start, end }) => ({
      kind: 'country',
      code,
      start,
      end,
    }));
  };
}

type LexiconWithCountries = Lexicon & { readonly statement: StatementLexicon; readonly countries: CountryLexicon };

function hasCountries(lexicon: Lexicon): lexicon is LexiconWithCountries {
  return lexicon.statement !== undefined && lexicon.countries !== undefined;
}
