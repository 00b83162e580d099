/** Whatever is asked for in an address, in the popup or in the address bar: it is answered with what there is, or not at all. */
import { resolve } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { hiddenKey, mentionKey, pageAddress } from '../../data/hiding.ts';
import { newIssueAddress } from '../../data/report.ts';
import { SETTING_FIELDS } from '../../data/settings.ts';
import { suggestionsFor } from '../../data/suggestions.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { FUZZ, FUZZ_PATIENCE, forAny } from '../support/fuzz.ts';
import { english, wordsIn } from '../support/words.ts';

const dataset = readDataset(resolve(import.meta.dirname, '../../data'));
const arabic = wordsIn('ar');

const word = fc.oneof(
  fc.constantFrom(...dataset.countries.map(({ name }) => name), ...dataset.statements.map(({ id }) => id)),
  fc.constantFrom(
    '2019',
    'July',
    '22',
    'countries',
    'A/HRC/41/G/11',
    'on behalf of',
    '(',
    '[',
    '\\',
    '*',
    '%',
    '&find=',
    '٢٢',
    '新疆',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const anyText = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));

test(
  'any text is answered with a few things of the record, each with words to be known by',
  () => {
    forAny(
      fc.tuple(anyText, fc.constantFrom(english, arabic)),
      ([text, words]) => {
        const suggestions = suggestionsFor(dataset, text, 6, words);
        expect(suggestions.length).toBeLessThanOrEqual(6);
        for (const { content, description } of suggestions) {
          expect(content).not.toBe('');
          expect(description).not.toBe('');
        }
      },
      FUZZ.runs / 5,
    );
  },
  FUZZ_PATIENCE,
);

test(
  'what is kept to hide a mention is what settings take, whatever the page and the text',
  () => {
    const place = fc.record({
      site: fc.string(),
      address: fc.oneof(fc.webUrl(), fc.string()),
      text: anyText,
      before: anyText,
      after: anyText,
    });
    forAny(place, (place) => {
      const key = hiddenKey(place.text);
      expect(hiddenKey(key)).toBe(key);
      expect(mentionKey(place)).toBe(mentionKey({ ...place, address: pageAddress(place.address) }));
      if (key) expect(v.safeParse(SETTING_FIELDS.hiddenTerms[0], [key]).success).toBe(true);
      expect(v.safeParse(SETTING_FIELDS.hiddenMentions[0], [mentionKey(place)]).success).toBe(true);
    });
  },
  FUZZ_PATIENCE,
);

test(
  'a report that is opened in a tracker says there what it said here',
  () => {
    forAny(fc.tuple(anyText, anyText), ([title, body]) => {
      const address = new URL(newIssueAddress('https://example.org/issues/', { title, body }));
      expect(address.origin + address.pathname).toBe('https://example.org/issues/new');
      expect([...address.searchParams]).toEqual([
        ['title', title.toWellFormed()],
        ['body', body.toWellFormed()],
      ]);
    });
  },
  FUZZ_PATIENCE,
);
