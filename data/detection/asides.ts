/**
 * Finds what stands beside the matter of a page and is marked where a reader wants it: terms related to the region, and names of
 * countries. Comes after the finder (find-mentions.ts) and changes nothing of what that finds: an aside that overlaps it is none.
 */
import { type CountryRecognizer, createCountryRecognizer, type NamedCountry } from './countries.ts';
import { type FoldedText, fold } from './fold.ts';
import { createGate } from './gate.ts';
import { createLanguageGuess } from './languages.ts';
import { type CountryLexicon, compile, type Lexicon, type StatementLexicon } from './lexicon.ts';
import type { Aside, CountryMention, MatterMention, PageContext } from './mention.ts';
import { createRegionRecognizer } from './region.ts';
import { overlapTest, preferredApart } from './spans.ts';

export interface AsideFinder {
  /** Whether it looks for names of countries, which mean something only on a page about the matter. */
  readonly countries: boolean;
  /** Cheap: false when the text holds no aside. */
  mayHold(text: string): boolean;
  /** The asides in `text` that overlap none of the mentions found in it, in order, without overlap; without countries if so asked. */
  find(text: string, mentions: readonly MatterMention[], page: PageContext, options: { readonly countries: boolean }): Aside[];
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
  const related = wishes.related ? createRelatedFinder(lexica) : undefined;
  const named = wishes.countries ? createCountryFinder(lexica, countries) : undefined;
  return {
    countries: wishes.countries,
    mayHold: (text) => related?.mayHold(text) === true || named?.mayHold(text) === true,
    find(text, mentions, page, options) {
      if (!related && !options.countries) return [];
      const folded = fold(text);
      const isTaken = overlapTest(mentions);
      const found: Aside[] = [
        ...(related?.find(folded) ?? []),
        ...((options.countries && named?.find(text, folded, page)) || []),
      ].map((aside) => ({ ...aside, start: folded.sourceStart(aside.start), end: folded.sourceEnd(aside.end) }));
      return preferredApart(found.filter((aside) => !isTaken(aside)));
    },
  };
}

function createRelatedFinder(lexica: readonly Lexicon[]) {
  const recognizer = createRegionRecognizer(lexica.flatMap(({ region }) => region?.related ?? []));
  return {
    mayHold: createGate(lexica, { related: true }),
    find: ({ text }: FoldedText): Aside[] =>
      recognizer.recognize(text).names.map(({ start, end }) => ({ kind: 'related', start, end })),
  };
}

function createCountryFinder(lexica: readonly Lexicon[], countries: readonly NamedCountry[]) {
  const languages = lexica.filter(hasCountries);
  const guess = createLanguageGuess(languages);
  const recognizers = new Map<string, CountryRecognizer>();
  function recognizerOf(lexicon: LexiconWithCountries): CountryRecognizer {
    const known = recognizers.get(lexicon.lang) ?? createCountryRecognizer(countries, lexicon);
    recognizers.set(lexicon.lang, known);
    return known;
  }
  return {
    mayHold: (text: string) => NAME_LIKE.test(text),
    find(text: string, folded: FoldedText, { title = '', lang }: PageContext): CountryMention[] {
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
    },
  };
}

/** A letter that a name may begin with: a capital, or one of a script that has none. */
const NAME_LIKE = compile('[\\p{Lu}\\p{Lo}]', 'u');

type LexiconWithCountries = Lexicon & { readonly statement: StatementLexicon; readonly countries: CountryLexicon };

function hasCountries(lexicon: Lexicon): lexicon is LexiconWithCountries {
  return lexicon.statement !== undefined && lexicon.countries !== undefined;
}
