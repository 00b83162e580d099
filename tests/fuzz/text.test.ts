/** Any text a page may hold, put together from what detection looks for: what is found lies in the text, and no first look misses it. */
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScout } from '../../data/detection/scout.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { readFinder } from '../../scripts/read-finder.ts';
import { readLabelled } from '../../scripts/read-labelled.ts';
import { readLexica } from '../../scripts/read-lexica.ts';
import { FUZZ_PATIENCE, forAny } from '../support/fuzz.ts';

const finder = readFinder();
const scout = createScout(readLexica());
const { statements } = readDataset(resolve(import.meta.dirname, '../../data'));
const ids = new Set(statements.map(({ id }) => id));

/** Whole paragraphs, and the pieces that they are made of. */
const paragraphs = readLabelled().map(({ text }) => text);
const pieces = [...new Set(paragraphs.flatMap((text) => text.split(/(?<=[\s，。、])/)))];

/** What breaks words: invisible, combining, half a character, a line, an object in the text, a bracket that is never closed. */
const odd = fc.constantFrom(
  '\u00ad',
  '\u200b',
  '\u200f',
  '\u0301',
  '\ud83d',
  '\udc00',
  '\n',
  '\ufffc',
  '\0',
  '«',
  '(',
  '“',
  '１',
  'İ',
  'ß',
  'ﬁ',
  '\u0130',
);

const assembled = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, odd, fc.string({ unit: 'grapheme', maxLength: 5 })), {
    maxLength: 25,
  })
  .map((parts) => parts.join(''));

/** A paragraph with a few characters cut out and something else put in. */
const mutilated = fc
  .tuple(
    fc.constantFrom(...paragraphs),
    fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.oneof(odd, fc.constantFrom(...pieces), fc.constant(''))), { maxLength: 4 }),
  )
  .map(([paragraph, edits]) =>
    edits.reduce((text, [at, length, put]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + put + text.slice(start + length);
    }, paragraph),
  );

const anyText = fc.oneof(assembled, mutilated, fc.string({ unit: 'binary', maxLength: 60 }));
const anyPage = fc.record(
  {
    title: anyText,
    nearby: anyText,
    date: fc.constantFrom('2019', '2019-07-20', '2022-10'),
    earlier: fc.subarray([...ids], { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

test(
  'mentions lie in the text one after the other, each linked to a statement that there is, and always the same',
  () => {
    forAny(fc.tuple(anyText, anyPage, anyText), ([text, page, other]) => {
      const found = finder.findMentions(text, page);
      let end = 0;
      for (const mention of found) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.end).toBeGreaterThan(mention.start);
        end = mention.end;
        if (mention.kind === 'xinjiang') continue;
        expect(mention.link.length).toBeGreaterThan(0);
        for (const id of mention.link) expect(ids).toContain(id);
      }
      expect(end).toBeLessThanOrEqual(text.length);
      // Nothing of one text stays for the next.
      finder.findMentions(other, page);
      expect(finder.findMentions(text, page)).toEqual(found);
    });
  },
  FUZZ_PATIENCE,
);

test(
  'where a mention is found, the looks that are taken before did not say that there is none',
  () => {
    forAny(fc.tuple(anyText, anyPage), ([text, page]) => {
      const found = finder.findMentions(text, page);
      if (found.length > 0) expect(finder.mayHoldMention(text)).toBe(true);
      // A page that names a document and nothing else is not looked for: see data/detection/scout.ts.
      if (found.some(({ kind }) => kind === 'xinjiang')) expect(scout.mayConcern(text)).toBe(true);
    });
  },
  FUZZ_PATIENCE,
);
