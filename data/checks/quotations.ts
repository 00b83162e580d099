/** Quotations are short, and come from a page that a reader can be sent to. */
import { isForReaders } from '../source-tiers.ts';
import { type Check, inStatements } from './check.ts';

/** Most words of a quotation: enough to show what a text says, little enough to be a quotation. */
const MOST_WORDS = 25;

export const quotations: Check = {
  name: 'quotations',
  rule: `A quotation has ${MOST_WORDS} words at most, in any language, and its source is one that readers are shown.`,
  run: inStatements(({ quotes, sources }, say) => {
    quotes.forEach(({ text, source }, index) => {
      const words = countWords(text);
      if (words > MOST_WORDS)
        say(`quotes.${index}.text`, `expected ${MOST_WORDS} words at most but received ${words}`, 'Shorten it.');
      if (sources[source] && !isForReaders(sources[source].tier))
        say(
          `quotes.${index}.source`,
          `source ${source} is evidence, which readers are never sent to`,
          'Quote the original, named beside it.',
        );
    });
  }),
};

/** Words as a reader counts them, also of languages written without spaces. "de-radicalisation" is one. */
export function countWords(text: string): number {
  const joined = text.replace(/(?<=\p{L})[-‐‑'’](?=\p{L})/gu, '');
  return [...new Intl.Segmenter('und', { granularity: 'word' }).segment(joined)].filter(({ isWordLike }) => isWordLike).length;
}
