/** Both sides are told in words that take neither. */
import { loadedWordIn } from '../loaded-words.ts';
import { readerTexts } from '../reader-texts.ts';
import type { Check } from './check.ts';

export const wording: Check = {
  name: 'wording',
  rule: 'What readers are told in our own words has no word that takes a side.',
  run: (dataset) =>
    readerTexts(dataset).flatMap(({ file, record, field, text }) => {
      const loaded = loadedWordIn(text);
      return loaded
        ? [
            {
              file,
              record,
              field,
              what: `"${loaded.word}" ${loaded.entry.reason}`,
              fix: `Say instead: ${loaded.entry.instead}.`,
            },
          ]
        : [];
    }),
};
