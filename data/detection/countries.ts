/**
 * Finds names of countries in folded text, in the languages it may be in. What countries are called is data/country-names.ts's and, where
 * text says more, the lexica's; here is how a name is told from another word or from a part of another name. Where that cannot be told,
 * it is left out: a wrong mark is worse than none.
 */
import { displayName, englishNames } from '../country-names.ts';
import type { Country, CountryCode } from '../schema.ts';
import { fold, revealed } from './fold.ts';
import { type CountryLexicon, compile, compilePlain, isWhole } from './lexicon.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './spans.ts';

/** A country with the names that detection goes by. */
export interface NamedCountry {
  readonly code: CountryCode;
  /** In English: the UN's name, shorter ones and others in use. */
  readonly names: readonly string[];
  /** By language, where the browser's own data has a name that the UN does not use. */
  readonly displayNames?: Readonly<Record<string, string>>;
}

/** What detection needs of a country of the dataset. */
export function namedCountry(country: Country): NamedCountry {
  const { code, displayNames } = country;
  return { code, names: englishNames(country), ...(displayNames && { displayNames }) };
}

/** A language with words for countries. */
export interface CountryLanguage {
  readonly lang: string;
  readonly countries: CountryLexicon;
}

interface FoundCountry extends Span {
  readonly code: CountryCode;
}

/** Characters on either side of a name that may make it part of another. */
const BESIDE = 40;
/** Letters of a name up to which accents tell it from other words: "Irã", "França". */
const SHORT = 6;
/** What all statements are about: named in every paragraph. */
const SUBJECT = 'CN';
/** The language that the dataset names countries in. */
const NAMES_OF_DATASET = 'en';

/** Find the countries named in `folded` text in one language; `given` is the text before folding from `start` to `end` of that. */
export type CountryRecognizer = (folded: string, given: (start: number, end: number) => string) => FoundCountry[];

/** Throws where the lexicon is malformed. */
export function createCountryRecognizer(countries: readonly NamedCountry[], language: CountryLanguage): CountryRecognizer {
  const { countries: lexicon } = language;
  // Longest first, so that none is read as the beginning of another: those that are never meant and the subject's too.
  const names = countries.flatMap((country) => namesOf(country, language)).toSorted((a, b) => b.length - a.length);
  const any = compile(`(?:${lexicon.prefix ?? ''})(?<name>${names.map(({ source }) => source).join('|')})`, 'g');
  const never = new Set(lexicon.never?.map((name) => fold(name).text));
  const inLists = new Set(lexicon.inLists);
  const notAfter = lexicon.notAfter === undefined ? undefined : compile(lexicon.notAfter, 'u');
  const notBefore = lexicon.notBefore === undefined ? undefined : compile(lexicon.notBefore, 'u');
  const between = compile(`^(?:\\s?[,;،、，；]\\s?(?:(?:${lexicon.and})\\s?)?|\\s?(?:${lexicon.and})\\s?)(?:the )?$`, 'u');
  const met = new Map<string, Name | undefined>();

  function named(text: string): Name | undefined {
    if (!met.has(text)) {
      const name = names.find(({ first, isAll }) => (first === undefined || first === text[0]) && isAll(text));
      met.set(text, name);
    }
    return met.get(text);
  }

  return (folded, given) => {
    const found = matchesOf(any, folded).flatMap((match) => {
      const name = match.groups?.name ?? '';
      const end = match.index + match[0].length;
      const start = end - name.length;
      const meant = named(name);
      if (!meant || meant.code === SUBJECT || never.has(name)) return [];
      if (!isWhole(folded, match.index, end) || !meant.isAsWritten(given(start, end))) return [];
      const before = folded.slice(Math.max(0, start - BESIDE), start);
      const after = folded.slice(end, end + BESIDE);
      if (notAfter?.test(before) || notBefore?.test(after)) return [];
      if (ABBREVIATION.test(name) && (CAPITALS_BEFORE.test(before) || CAPITALS_AFTER.test(after))) return [];
      return [{ code: meant.code, start, end, isSure: !inLists.has(meant.code) }];
    });
    return inListOfSure(found, (start, end) => between.test(folded.slice(start, end)));
  };
}

/** Where all is in capitals, "US" is as likely to be "us". */
const ABBREVIATION = /^[\p{Lu}.]{2,5}$/u;
const CAPITALS_BEFORE = /(?:^|\P{L})\p{Lu}{3,}\P{L}$/u;
const CAPITALS_AFTER = /^\P{L}\p{Lu}{3,}(?:\P{L}|$)/u;

/** Those that are sure, and the others next to one of those kept in a list. */
function inListOfSure(
  found: readonly (FoundCountry & { readonly isSure: boolean })[],
  isList: (start: number, end: number) => boolean,
): FoundCountry[] {
  const kept = found.map(({ isSure }) => isSure);
  const joins = (index: number, other: number) => {
    const [a, b] = [found[Math.min(index, other)], found[Math.max(index, other)]];
    return kept[other] === true && a !== undefined && b !== undefined && isList(a.end, b.start);
  };
  for (const [index] of found.entries()) kept[index] ||= joins(index, index - 1);
  for (const [index] of [...found.entries()].reverse()) kept[index] ||= joins(index, index + 1);
  return found.filter((_, index) => kept[index]).map(({ code, start, end }) => ({ code, start, end }));
}

/** A name as a pattern for folded text, as written and in capitals. */
interface Name {
  readonly code: CountryCode;
  readonly source: string;
  /** What it begins with, where that is always the same. */
  readonly first: string | undefined;
  readonly length: number;
  /** Whether it matches folded text from end to end. */
  isAll(text: string): boolean;
  /** Whether what stands in a text, not folded, may be it: folding makes other words of short names, and others of kana. */
  isAsWritten(text: string): boolean;
}

function namesOf(country: NamedCountry, { lang, countries: lexicon }: CountryLanguage): Name[] {
  const { code } = country;
  const written =
    lang === NAMES_OF_DATASET ? country.names : (lexicon.locales ?? [lang]).flatMap((locale) => shown(country, locale));
  const sources = [...new Set(written)].map(escaped);
  return [...sources, ...(lexicon.names?.[code]?.split(TOP_LEVEL_BAR) ?? [])].map((source) => {
    const folded = fold(source).text;
    const { length } = folded;
    const all = inflected(folded, lexicon.endings ?? []);
    const exact = KANA_OR_HAN.test(source) ? compilePlain(`^(?:${source})$`, '') : undefined;
    const isAccented = length <= SHORT && folded !== source;
    const both = `${all}|${inCapitals(all)}`;
    // Compiled when first asked for: most countries are named on no page.
    let whole: RegExp | undefined;
    return {
      code,
      source: both,
      first: /^\p{L}/u.exec(all)?.[0],
      length,
      isAll(text) {
        whole ??= compile(`^(?:${both})$`, '');
        return whole.test(text);
      },
      isAsWritten(text) {
        const plain = revealed(text).normalize('NFC');
        return exact ? exact.test(plain) : !isAccented || fold(plain).text !== plain;
      },
    };
  });
}

const KANA_OR_HAN = /[\u3040-\u9FFF]/;

/** The alternatives of a pattern, none of them within brackets. */
const TOP_LEVEL_BAR = /\|(?![^(]*\))/;

/** Without what stands behind in brackets: an older name, "Myanmar (Birma)", or what tells two countries apart, which is then needed. */
function shown({ code, displayNames, names }: NamedCountry, locale: string): string[] {
  const name = displayName({ code, name: names[0] ?? code, ...(displayNames && { displayNames }) }, locale);
  return TOLD_APART.includes(code) ? [name] : [name.replace(/ ?[(（].*/, '')];
}

/** The two Congos. */
const TOLD_APART: readonly CountryCode[] = ['CD', 'CG'];

function inflected(source: string, endings: NonNullable<CountryLexicon['endings']>): string {
  const rules = endings.map(([end, all]) => [compile(`(?:${end})$`, ''), fold(all).text] as const);
  return source
    .split(' ')
    .map((word) => {
      const rule = rules.find(([end]) => end.test(word));
      return rule ? word.replace(...rule) : word;
    })
    .join(' ');
}

function inCapitals(source: string): string {
  return source.replace(/\\.|./gu, (each) => (each.startsWith('\\') ? each : each.toUpperCase()));
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
