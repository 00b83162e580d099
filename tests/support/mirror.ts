/**
 * The mirror image of the record: every statement of concern one of support and the other way round, and everything said of them in
 * words exchanged alike. What is made of the mirror image has to be the mirror image of what is made of the record.
 */
import type { Dataset, Stance } from '../../data/schema.ts';

/** The record with its sides exchanged, ids and all, in the order it has. */
export function mirrorDataset(dataset: Dataset): Dataset {
  return mirror(dataset);
}

/** The value with every text in it mirrored. */
export function mirror<T>(value: T): T {
  if (typeof value === 'string') return mirrorText(value) as T;
  if (Array.isArray(value)) return value.map(mirror) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [mirrorText(key), mirror(inner)])) as T;
}

/**
 * The text as it reads with the sides exchanged: "voiced concern" for "voiced support for China" and so on, whatever the case. Of
 * a text that gives both sides a number, concern first, the numbers change places and the words stay.
 */
export function mirrorText(text: string): string {
  if (BOTH_NUMBERED.test(text)) return text.replace(BOTH_NUMBERED, '$1$4$3$2');
  return text.replace(SIDE_WORDS, (word) => {
    const other = OTHER_WORD[word.toLowerCase()] ?? word;
    return /^\p{Lu}/u.test(word) ? `${other.charAt(0).toUpperCase()}${other.slice(1)}` : other;
  });
}

/** What is always shown concern first, in that order again. */
export function concernFirst<T extends { readonly stance: Stance | null }>(sides: readonly T[]): T[] {
  return sides.toSorted((a, b) => ORDER.indexOf(a.stance) - ORDER.indexOf(b.stance));
}

const ORDER: readonly (Stance | null)[] = ['concern', 'support', null];
const SIDE_WORDS = /voiced support for China|voiced concern|concern|support/gi;
const OTHER_WORD: Readonly<Record<string, string>> = {
  'voiced support for china': 'voiced concern',
  'voiced concern': 'voiced support for China',
  concern: 'support',
  support: 'concern',
};
const BOTH_NUMBERED = /(\bconcern\b\D*?)(\d+)(\D*?\bsupport\b\D*?)(\d+)/i;
