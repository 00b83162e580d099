/**
 * What a lexicon is, and how its patterns become regular expressions. All that belongs to a language is in
 * data/lexicon/<lang>.json; names of the region, which a page in any language may hold, are in region.json (`mul`).
 *
 * Patterns are regular expressions with three conveniences: `{name}` stands for a class of the same lexicon, a space
 * for any white space, and letters are folded like the text they meet (see fold.ts), so "Türkistan" finds "Turkistan".
 */
import { foldPattern } from './fold.ts';

export interface Lexicon {
  /** BCP 47; `mul` for what holds in every language. */
  readonly lang: string;
  readonly region?: RegionLexicon;
  readonly topic: TopicLexicon;
  readonly statement?: StatementLexicon;
  readonly countries?: CountryLexicon;
}

export interface RegionLexicon {
  /**
   * By script, Latin where none is given, as they stand in revealed text, not folded: parts of which every name of the region or its
   * people contains one, words for China, each run by itself, and for the UN and its bodies (letter case counts in both), and for rights
   * and their abuse.
   */
  readonly pivots: readonly Pivots[];
  readonly families: readonly NameFamily[];
  /**
   * Related terms, which lead to the region and are none of its names: marked only where a reader wants them. Those there are name the
   * people whom the region is named after, with their language and all that is called after them, its capital, and the two other cities
   * that texts on the matter name most, Kashgar and Hotan. Each means nothing else in any language, and none takes a side: so other
   * peoples and cities are not here, nor what is called differently by the two sides, such as camps and centres. Every name of the
   * people has to contain one of the pivots' names; the cities count on pages that name the region or a statement.
   */
  readonly people?: readonly NameFamily[];
  readonly cities?: readonly NameFamily[];
}

interface Pivots {
  readonly script?: PivotScript;
  readonly names?: string;
  readonly china?: readonly string[];
  readonly un?: string;
  readonly rights?: string;
}

export type PivotScript = 'cyrillic' | 'arabic' | 'han';

/** Names that share a script, and what their surroundings must or must not be. */
export interface NameFamily {
  /** Whether a letter on either side makes it another word. Han and kana run words together. */
  readonly words: boolean;
  /** Groups named `name` narrow the span to a part of the match. */
  readonly names: string;
  /** What makes it no name when it directly precedes or follows. Letter case counts. */
  readonly notAfter?: string;
  readonly notBefore?: string;
  /** Abbreviations among the names, in `any` letters, and as they have to be `written` not to be another word. */
  readonly capitals?: { readonly any: string; readonly written: string };
  /** Family names and titles: `after` one the name is a person's, and so it is where it comes again `unless` the region is spoken of. */
  readonly persons?: { readonly after: string; readonly unless: string };
  /** What shows, with the name and some forty characters around it, that another place is meant. */
  readonly notBeside?: string;
  /** What must stand within some forty characters, for names that mean something else elsewhere. */
  readonly beside?: { readonly names: string; readonly one: string };
}

export interface TopicLexicon {
  /** One of these and a text is about Xinjiang or Uyghurs. */
  readonly names?: string;
  /** One of each, and it is about China's human rights at the UN. */
  readonly together?: readonly string[];
}

export interface StatementLexicon {
  /** Whether words stand apart, so that a phrase may not begin or end within one. Han and kana run them together. */
  readonly words: boolean;
  /** Letters that every text in the language has, so that others are not read in it. */
  readonly letters: string;
  /** Its most common words, to tell it from others in the same script; endings count where a language has few such words. */
  readonly common?: string;
  /** Left out of a mark when a phrase starts with one, with the space behind it where there is one. */
  readonly articles: string;
  /** What stands before a full stop without ending the sentence: initials, titles. Letter case counts. */
  readonly abbreviations: string;
  /** What states that deliver statements are called, by code, inflected forms too. Left out, they go by the dataset's names. */
  readonly speakers?: Readonly<Record<string, string>>;
  /** Words one of which every phrase contains. */
  readonly pivots: string;
  readonly numbers: NumberWords;
  /** January first. */
  readonly months: readonly string[];
  /** Dates, most telling first, with groups `day` and `year`; `{month}` stands for any month, a group `month` for its number. */
  readonly dates: readonly string[];
  /** Whether a month alone counts with a capital only: "may" is a verb, "May" is not. */
  readonly capitalMonths?: boolean;
  /** Nouns for what is signed or read out, inflected forms too. */
  readonly document: string;
  /** Building blocks for the shapes. */
  readonly classes: Readonly<Record<string, string>>;
  /**
   * Phrases. Groups: `n` a number, `speaker` a state that delivers statements, `date` a date, `phrase` the part to mark
   * (else all), `yes`, `no`, `abstain` of a vote. Besides the lexicon's classes: `{number}`, `{date}`, `{speaker}`.
   */
  readonly shapes: readonly Shape[];
  /** Where a sentence turns to something else. */
  readonly clauseBreak: string;
  /** What the words around a phrase say. */
  readonly senses: {
    readonly concern: string;
    readonly support: string;
    /** The document answers another. */
    readonly answer: string;
    readonly letter: string;
    readonly jointStatement: string;
    readonly HRC: string;
    readonly 'UNGA-3C': string;
    /** China, its officials, its abuses: what a sentence must be about. */
    readonly china: string;
    /** The UN and human rights. */
    readonly rights: string;
    /** Other matters that states sign letters and vote about. */
    readonly elsewhere: string;
    /** What states ask for, wish, promise or speak about in a document of any kind, the side they take with China apart. */
    readonly request: string;
    /** What the statements speak about where they name neither the region nor China: detention, observers, interference. */
    readonly matter: string;
    readonly 'hong-kong': string;
    readonly tibet: string;
    /** Groups of states in whose name a statement was made. */
    readonly group: string;
  };
}

/** What text in a language calls countries, beside their names as country-names.ts has them. Letter case counts throughout. */
export interface CountryLexicon {
  /** BCP 47 tags, where not that of the lexicon alone: by whose usage names are spelled. */
  readonly locales?: readonly string[];
  /** Other names, by code: patterns without classes of letters, since they are looked for in capitals too. */
  readonly names?: Readonly<Record<string, string>>;
  /** Those of the names that mean something else more often, or more than one country, and are left out. */
  readonly never?: readonly string[];
  /** Codes of countries whose name is also that of a person or another place: they count in a list of countries only. */
  readonly inLists?: readonly string[];
  /** What stands between the last two of a list. */
  readonly and: string;
  /** What may be written together with a name, before it. */
  readonly prefix?: string;
  /** What the words of a name change to, likewise: the first pattern that fits the end of one, or all of it, is replaced. */
  readonly endings?: readonly (readonly [end: string, inflected: string])[];
  /** What makes it part of another name when it directly precedes or follows. Letter case counts. */
  readonly notAfter?: string;
  readonly notBefore?: string;
}

export interface Shape {
  readonly kind: 'count' | 'document' | 'vote' | 'rejection' | 'symbol';
  readonly pattern: string;
  /** Added to `n`: "Germany and 38 others" are 39. */
  readonly plus?: number;
  /** How much the words themselves say that a document is meant: 2 surely, 0 nothing, below it only beside another. */
  readonly weight: number;
}

export interface NumberWords {
  readonly words: Readonly<Record<string, number>>;
  /** "hundred", "dozen", 十: multiply what stands before, or stand for themselves. */
  readonly multipliers: Readonly<Record<string, number>>;
  /** What a number in words does not stand behind without a gap: the letters, where none is written together with it. */
  readonly notAfter?: string;
  /** What a number before it counts that is no state: years, people, per cent. */
  readonly otherUnits?: string;
  /** What may follow a number that stands for states named before it, besides punctuation: "37 in Geneva", "22 against". */
  readonly alone?: string;
  /** Between the parts of a number. */
  readonly joiner: string;
  /** Before or after a number: fewer than it, more than it, about it. */
  readonly under: string;
  readonly over: string;
  readonly near: string;
}

/** Compile a pattern of a lexicon. `classes` resolve `{name}`, nested ones too; an unknown name throws. */
export function compile(pattern: string, flags: string, classes: Readonly<Record<string, string>> = {}): RegExp {
  refuseBrokenRanges(pattern);
  const source = withAnySpace(foldPattern(expand(pattern, classes)));
  // Ignoring case over all of Unicode makes engines compile for long: only where a pattern asks for its classes.
  return new RegExp(source, /\\p\{/i.test(source) ? flags : flags.replace('u', ''));
}

/** Folded, the range "[а-ё]" would be "[а-е]" and lose most of the alphabet without a word. */
function refuseBrokenRanges(pattern: string): void {
  for (const [characters] of pattern.matchAll(/(?<!\\)\[(?:\\.|[^\]\\])*\]/gs)) {
    for (const [range] of characters
      .slice(1, -1)
      .replace(/\\u[0-9a-f]{4}|\\./gi, ' ')
      .matchAll(/[^ ]-[^ ]/gu)) {
      if (foldPattern(range) !== range) throw new Error(`Lexicon pattern has a range that folding changes: ${range}`);
    }
  }
}

/** Compile a pattern for text that is not folded, letters as they are. */
export function compilePlain(pattern: string, flags: string): RegExp {
  return new RegExp(withAnySpace(pattern), flags);
}

/** Let a space of the pattern be any white space: `\\s` within brackets, none or some where it is optional. */
function withAnySpace(pattern: string): string {
  return pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]| \??/gu, (part) => {
    if (part === ' ') return '\\s{1,80}';
    if (part === ' ?') return '\\s{0,80}';
    return part.startsWith('[') ? part.replaceAll(' ', '\\s') : part;
  });
}

/** Whether `text` has no letter or digit directly before `start` and after `end`; Han and kana part words from others. */
export function isWhole(text: string, start: number, end: number): boolean {
  return !WORD_END.test(text.slice(Math.max(0, start - 2), start)) && !WORD_START.test(text.slice(end, end + 2));
}

/** Letters and figures that make words with their neighbours, within a class of a pattern with the flag `v`. */
export const WORD_CHARACTER = '[\\p{L}\\p{N}]--[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}]';
const WORD_END = new RegExp(`[${WORD_CHARACTER}]$`, 'v');
const WORD_START = new RegExp(`^[${WORD_CHARACTER}]`, 'v');

function expand(pattern: string, classes: Readonly<Record<string, string>>): string {
  return pattern.replace(/(?<!\\[pP])\{([a-zA-Z]\w*)\}/g, (_, name: string) => {
    const source = classes[name];
    if (source === undefined) throw new Error(`Lexicon pattern names an unknown class: ${name}`);
    return `(?:${expand(source, classes)})`;
  });
}
