/** Where sentences begin and end in folded text. Knows the stops of all scripts; a language's abbreviations are given. */
import { matchesOf } from './matches.ts';
import type { Span } from './spans.ts';

export interface Sentences {
  /** The sentence that a span stands in, cut where it is longer than a sentence. */
  around(text: string, span: Span): Span;
  /** Where the sentence before the one that starts at `from` starts. */
  before(text: string, from: number): number;
  /** Where the sentence after the one that ends at `from` ends. */
  after(text: string, from: number): number;
}

/** Longer ones are lists or broken markup. */
const LONGEST = 700;
/** Characters before a full stop that can be an abbreviation. */
const ABBREVIATION = 8;
/** Han and kana need no space behind a stop. */
const END = /[。！？]|[.!?؟](?=["'”’»)\]]{0,2}(?:\s|$))|\n/g;

/** `abbreviation` matches what ends in a full stop without ending the sentence, up to the stop. */
export function createSentences(abbreviation: RegExp): Sentences {
  function startBefore(text: string, from: number): number {
    const offset = Math.max(0, from - LONGEST);
    const window = text.slice(offset, from);
    let start = offset;
    for (const match of matchesOf(END, window)) {
      if (match[0] === '.' && abbreviation.test(window.slice(0, match.index))) continue;
      start = offset + match.index + 1;
    }
    return start;
  }

  function endAfter(text: string, from: number): number {
    const window = text.slice(from, from + LONGEST);
    for (const match of matchesOf(END, window)) {
      const before = text.slice(Math.max(0, from - ABBREVIATION), from) + window.slice(0, match.index);
      if (match[0] === '.' && abbreviation.test(before)) continue;
      return from + match.index + 1;
    }
    return from + window.length;
  }

  return {
    around: (text, { start, end }) => ({ start: startBefore(text, start), end: endAfter(text, end) }),
    before: (text, from) => (from > 0 ? startBefore(text, from - 1) : from),
    after: (text, from) => (from < text.length ? endAfter(text, from) : from),
  };
}
