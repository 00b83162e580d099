/**
 * Reads numbers as text gives them: figures of any script (already folded to ASCII), words of a lexicon,
 * and "nearly two dozen" as the range it stands for. Does not know what is being counted.
 */
import { foldPattern } from './fold.ts';
import { compile, type NumberWords } from './lexicon.ts';
import { matchesOf } from './matches.ts';

export interface ReadNumber {
  /** The number as it stands. */
  readonly value: number;
  /** What it may stand for: the number itself where it is given exactly. */
  readonly low: number;
  readonly high: number;
}

export interface NumberReader {
  /** The source of a pattern for one number with its approximation, for use within shapes. */
  readonly pattern: string;
  /** The same without an approximation. */
  readonly exactPattern: string;
  /** What it runs itself. */
  readonly patterns: readonly RegExp[];
  /** Undefined when the phrase holds no number. */
  read(phrase: string): ReadNumber | undefined;
}

/** How far off "about 40" may be. */
const ABOUT = 3;

export function createNumberReader(words: NumberWords): NumberReader {
  const values = new Map(
    Object.entries({ ...words.words, ...words.multipliers }).map(([word, value]) => [foldWord(word), value]),
  );
  const alternatives = [...values.keys()].sort((a, b) => b.length - a.length).join('|');
  const approximation = [words.under, words.over, words.near].map((source) => `(?:${source})`).join('|');
  const figures = '(?<![\\d.,])\\d{1,3}(?!\\d|[.,]\\d)';
  const inWords = `${words.notAfter === undefined ? '' : `(?<!${words.notAfter})`}(?:${alternatives})(?:(?:${words.joiner})(?:${alternatives})){0,5}`;
  const exactPattern = `(?:${figures}|${inWords})`;
  const pattern = `(?:(?:${approximation}) ?)?(?:${figures}(?:\\+|-plus)?|${inWords})`;
  const word = compile(alternatives, 'giu');
  const [under, over, near] = [words.under, words.over, words.near].map((source) => compile(source, 'iu')) as [
    RegExp,
    RegExp,
    RegExp,
  ];
  const multipliers = new Set(Object.keys(words.multipliers).map(foldWord));

  function read(phrase: string): ReadNumber | undefined {
    const digits = /\d{1,3}/.exec(phrase)?.[0];
    const value = digits === undefined ? readWords(phrase) : Number(digits);
    if (value === undefined || value === 0) return undefined;
    if (under.test(phrase)) return { value, low: value - ABOUT - 1, high: value };
    // A round number may hide up to the next round one: "more than 40" was said of 48.
    if (over.test(phrase) || /\d(?:\+|-plus)/.test(phrase))
      return { value, low: value, high: value + (value % 10 === 0 ? 9 : ABOUT) };
    if (near.test(phrase)) return { value, low: value - ABOUT, high: value + ABOUT };
    return { value, low: value, high: value };
  }

  function readWords(phrase: string): number | undefined {
    let total = 0;
    let current = 0;
    for (const [token] of matchesOf(word, phrase)) {
      const key = foldWord(token);
      const value = values.get(key) ?? 0;
      if (!multipliers.has(key)) current += value;
      else if (value < 100) current = (current || 1) * value;
      else {
        total += (current || 1) * value;
        current = 0;
      }
    }
    return total + current || undefined;
  }

  return { pattern, exactPattern, patterns: [word, under, over, near], read };
}

function foldWord(word: string): string {
  return foldPattern(word).toLowerCase().replace(/\s+/g, ' ');
}
