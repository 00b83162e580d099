/** Both sides are told, counted and compared alike: with the sides exchanged, every answer is the mirror image. */
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryContext } from '../../data/country-context.ts';
import { dataset } from '../../data/dataset.ts';
import { sideChanges, stoppedSigning } from '../../data/histories.ts';
import { answersFor, contextFor, type PopoverContext, type PopoverTarget, plainText } from '../../data/popover-context.ts';
import { positionTable } from '../../data/position-table.ts';
import { answerPairs, recordOf, tallyAsOf } from '../../data/queries.ts';
import type { CountryCode } from '../../data/schema.ts';
import { overviewText } from '../../scripts/dataset-tables.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { readMessages } from '../../scripts/read-messages.ts';
import { concernFirst, mirror, mirrorDataset, mirrorText } from '../support/mirror.ts';
import { english } from '../support/words.ts';

const mirrored = mirrorDataset(dataset);
const ids = dataset.statements.map(({ id }) => id);
const DAYS = ['2019-07-10', '2019-07-20', '2021-06-24', '2022-12-31', '2026-01-01'];

const statementTarget = (...link: string[]): PopoverTarget => ({ kind: 'statement', link, reasons: [] });
const TARGETS: readonly PopoverTarget[] = [
  { kind: 'xinjiang' },
  ...ids.map((id) => statementTarget(id)),
  statementTarget('2019-07-08-concern', '2019-07-12-support', '2022-10-06-vote'),
];

/** The card's content as its mirror image has it, with what is always shown concern first in that order again. */
function mirrorContext(context: PopoverContext): PopoverContext {
  const image = mirror(context);
  switch (image.kind) {
    case 'statement':
      return { ...image, sides: concernFirst(image.sides) };
    case 'region':
      return { ...image, sides: concernFirst(image.sides), latest: concernFirst(image.latest) };
    case 'country':
      return { ...image, parts: [...concernFirst(image.parts)] };
    case 'choice':
      return image;
    default:
      return image satisfies never;
  }
}

describe('a mirror', () => {
  test('shows something else, and itself again in a second mirror', () => {
    expect(mirrored).not.toEqual(dataset);
    expect(mirrorDataset(mirrored)).toEqual(dataset);
  });

  test.each([
    ['22 countries voiced concern', '22 countries voiced support for China'],
    ['Voiced support for China', 'Voiced concern'],
    ['concern, 8 July 2019', 'support, 8 July 2019'],
    ['concern 13 times, support 16 times', 'concern 16 times, support 13 times'],
    ['2019-07-08-concern', '2019-07-08-support'],
  ])('turns "%s" into "%s"', (text, image) => {
    expect(mirrorText(text)).toBe(image);
    expect(mirrorText(image)).toBe(text);
  });
});

test('a message on one side has its mirror image on the other', () => {
  const messages = readMessages('card', 'en');
  const ofOneSide = Object.keys(messages).filter((id) => mirrorText(id) !== id);
  expect(ofOneSide.length).toBeGreaterThan(20);
  for (const id of ofOneSide) expect(mirrorText(messages[id] ?? ''), id).toBe(messages[mirrorText(id)]);
});

describe('the mirror image of', () => {
  test.each(TARGETS.map((target) => [target.kind === 'statement' ? target.link.join(', ') : 'the region', target] as const))(
    'the card of %s is that card in the mirror',
    (_, target) => {
      const context = contextFor(dataset, target, {}, english);
      const image = contextFor(mirrored, mirror(target), {}, english);
      expect(image).toEqual(mirrorContext(context));
      expect(plainText(image, english).split('\n')).toEqual(plainText(mirrorContext(context), english).split('\n'));
    },
  );

  test.each(DAYS)('what is said of a page of %s and of its words is that in the mirror', (date) => {
    const text = '38 countries, including Italy, Qatar, Yemen and Brazil, signed.';
    const counts = [{ value: 38, low: 38, high: 38 }];
    for (const target of TARGETS.map((each) => (each.kind === 'statement' ? { ...each, counts } : each))) {
      const article = { date, passage: { text, start: 0, end: 12 } };
      const context = contextFor(dataset, target, article, english);
      const image = contextFor(
        mirrored,
        { ...mirror(target), ...('counts' in target && { counts }) } as PopoverTarget,
        article,
        english,
      );
      expect(image).toEqual(mirrorContext(context));
      expect(plainText(image, english)).toEqual(plainText(mirrorContext(context), english));
    }
  });

  test('the card of any country is that card in the mirror', () => {
    const isMirrored = (code: CountryCode) => {
      const [context, image] = [dataset, mirrored].map((from) => countryContext(from, code, english));
      expect(context && image).toBeDefined();
      if (!context || !image) return;
      const expected = mirrorContext(context);
      expect(image).toEqual(expected);
      expect(plainText(image, english)).toBe(plainText(expected, english));
    };
    fc.assert(fc.property(fc.constantFrom(...dataset.countries.map(({ code }) => code)), isMirrored), { numRuns: 30 });
    // Of those that changed sides there are too few to be met by chance.
    for (const { country } of sideChanges(dataset)) isMirrored(country);
  });

  test('every answer to a search for a country is that answer in the mirror', () => {
    // "republic" finds two dozen, the others each a country with something of its own; all of them are in the table below.
    for (const id of ids) {
      for (const name of ['Italy', 'Qatar', 'Yemen', 'Ukraine', 'Fiji', 'Cuba', 'United States', 'republic'])
        expect(answersFor(mirrored, mirrorText(id), name, english)).toEqual(mirror(answersFor(dataset, id, name, english)));
    }
  });

  test('every tally is that tally in the mirror, on any day', () => {
    for (const day of DAYS) expect(tallyAsOf(mirrored, day)).toEqual(mirror(tallyAsOf(dataset, day)));
    // Those of one day have no first, so which of the two is named first is no matter.
    const pairs = (from: typeof dataset) =>
      answerPairs(from).map(({ concern, support, answer }) => [concern.id, support.id, answer?.id]);
    expect(new Set(pairs(mirrored).map(String))).toEqual(
      new Set(pairs(dataset).map(([concern, support, answer]) => String(mirror([support, concern, answer])))),
    );
  });

  test('every record of a country, and what changed in it, is that in the mirror', () => {
    for (const { code } of dataset.countries) expect(recordOf(mirrored, code)).toEqual(mirror(recordOf(dataset, code)));
    expect(sideChanges(mirrored)).toEqual(mirror(sideChanges(dataset)));
    expect(stoppedSigning(mirrored, 'support')).toEqual(mirror(stoppedSigning(dataset, 'concern')));
    expect(stoppedSigning(mirrored, 'concern')).toEqual(mirror(stoppedSigning(dataset, 'support')));
    expect(positionTable(mirrored)).toEqual(mirror(positionTable(dataset)));
  });

  test('the table a maintainer reads is that table in the mirror', () => {
    const record = readDataset(resolve(import.meta.dirname, '../../data'));
    const lines = (text: string) =>
      text
        .split('\n')
        .map((line) => line.replace(/ +/g, ' ').trim())
        .toSorted();
    expect(lines(overviewText(mirror(record), { locale: 'en' }))).toEqual(
      lines(overviewText(record, { locale: 'en' }))
        .map(mirrorText)
        .toSorted(),
    );
  });
});
