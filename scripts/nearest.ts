/** What somebody may have meant by a word that is not known. */
import { distance } from 'fastest-levenshtein';

/**
 * The candidates nearest to the word, nearest first: by letters to change, less the letters they begin with alike, since people
 * mistype an end more often than a beginning and leave ends off.
 */
export function nearest(word: string, candidates: readonly string[], most = 3): string[] {
  const wanted = word.toLowerCase();
  return candidates
    .map((candidate) => ({ candidate, far: farFrom(wanted, candidate.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

function farFrom(wanted: string, candidate: string): number {
  let alike = 0;
  while (alike < wanted.length && wanted[alike] === candidate[alike]) alike++;
  return distance(wanted, candidate) - alike;
}
