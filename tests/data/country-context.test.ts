import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CountryContext, type CountryRow, cardContext, countryContext } from '../../data/country-context.ts';
import { dataset } from '../../data/dataset.ts';
import { sideChanges, stoppedSigning } from '../../data/histories.ts';
import { answerOf, contextFor, plainText } from '../../data/popover-context.ts';
import { isInTally, type Position, positionOf, signaturesOf, withdrawn } from '../../data/queries.ts';
import type { Country, CountryCode, Dataset } from '../../data/schema.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { anyDataset } from '../support/dataset-arbitraries.ts';
import { english } from '../support/words.ts';

function record(code: CountryCode, from: Dataset = dataset): CountryContext {
  const context = countryContext(from, code, english);
  if (!context) throw new Error(`no record of ${code}`);
  return context;
}

const rowsOf = ({ parts }: CountryContext): CountryRow[] => parts.flatMap(({ rows, notKnown }) => [...rows, ...notKnown]);
const all = dataset.countries.map(({ code }) => record(code));
const anyRecord = fc.constantFrom(...all);
const anyStatement = fc.constantFrom(...dataset.statements);

/** How a row of each position begins. */
const WORDS: Record<Position, RegExp> = {
  signed: /^(?:Signed(?!.*withdrew)|Named as taking part)/,
  'joined-later': /^Joined later/,
  withdrew: /withdrew/,
  'not-on-list': /^(?:Not on the list|Not a member of the Council|Did not vote)/,
  'not-announced': /not all who joined later are known$/,
  'not-known': /^Not known/,
  'voted-yes': /^Voted in favour/,
  'voted-no': /^Voted against/,
  abstained: /^Abstained/,
  'group-member': /^Not named, but a member of the group/,
};

describe('the record of a country', () => {
  test('has a row for every statement, once', () => {
    for (const context of all) {
      expect(
        rowsOf(context)
          .map(({ id }) => id)
          .toSorted(),
        context.name,
      ).toEqual(dataset.statements.map(({ id }) => id).toSorted());
    }
  });

  test('says of each statement what is known of the country there, and rests it on the same sources as an answer', () => {
    fc.assert(
      fc.property(anyRecord, anyStatement, (context, statement) => {
        const row = rowsOf(context).find(({ id }) => id === statement.id);
        const answer = answerOf(dataset, statement.id, context.code, english);
        expect(row?.position).toMatch(WORDS[positionOf(dataset, statement, context.code)]);
        expect(row).toMatchObject({ certainty: answer?.certainty, sources: answer?.sources, date: english.date(statement.date) });
      }),
      { numRuns: 500 },
    );
  });

  test('says "not on the list" of lists known in full only', () => {
    fc.assert(
      fc.property(anyRecord, anyStatement, (context, statement) => {
        const row = rowsOf(context).find(({ id }) => id === statement.id);
        if (statement.list !== 'full' || statement.laterList === 'partial') {
          expect(row?.position).not.toMatch(/^Not on the list/);
          expect(row?.certainty).not.toBe('not-on-list');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('keeps what nobody can tell apart, and nothing else', () => {
    for (const { parts, name } of all) {
      for (const { rows, notKnown } of parts) {
        for (const row of notKnown) expect([row.certainty, row.sources], name).toEqual(['not-known', []]);
        expect(rows.filter(({ position }) => /^Not known|not all who joined/.test(position))).toEqual([]);
      }
    }
  });

  test('keeps statements on Hong Kong alone or of unknown text, and votes, out of the sides', () => {
    const counted = new Set(dataset.statements.filter(isInTally).map(({ id }) => id));
    for (const { parts } of all) {
      for (const { stance, rows, notKnown } of parts) {
        for (const { id } of [...rows, ...notKnown]) expect(counted.has(id), id).toBe(stance !== null);
      }
    }
    expect(record('DE').parts.map(({ stance }) => stance)).toEqual(['concern', 'support', null, null]);
    expect(record('DE').parts.at(-1)?.label).toMatch(/^Outside the counts/);
  });

  test('has its statements oldest first', () => {
    for (const { parts } of all) {
      for (const { rows, notKnown } of parts) {
        for (const part of [rows, notKnown]) {
          const ids = part.map(({ id }) => id.slice(0, 10));
          expect(ids).toEqual(ids.toSorted());
        }
      }
    }
  });

  test('is none for a code that is no country', () => {
    expect(countryContext(dataset, 'XX', english)).toBeUndefined();
  });
});

describe('its headline', () => {
  test('answers in twelve words or fewer, with the name there or above it', () => {
    for (const { headline, meta, name } of all) {
      expect(headline.split(/\s+/).length, headline).toBeLessThanOrEqual(12);
      expect(headline.includes(name) || meta.includes(name), name).toBe(true);
    }
  });

  test('counts what was signed, and says "at least" where more can have been', () => {
    for (const { code, headline, name } of all) {
      const sides = Map.groupBy(dataset.statements.filter(isInTally), ({ stance }) => stance);
      const told = [...sides.values()].filter((side) =>
        side.some((each) => signaturesOf(each).some(({ country }) => country === code)),
      );
      const [side, ...others] = told;
      if (!side) expect(headline, name).toMatch(/is on no (?:known )?list of either side$/i);
      else if (others.length > 0) expect(headline, name).toMatch(/signed on both sides/);
      else {
        const signed = side.filter((each) => signaturesOf(each).some(({ country }) => country === code)).length;
        const isKnown = side.every((each) => !/^not-(?:known|announced)$/.test(positionOf(dataset, each, code)));
        expect(headline, name).toContain(['', 'once', 'twice'][signed] ?? `${signed}\u00a0times`);
        expect(headline.includes('at least'), name).toBe(!isKnown);
      }
    }
  });

  test('says that a name was withdrawn', () => {
    for (const { country } of dataset.statements.filter(isInTally).flatMap((each) => withdrawn(each))) {
      expect(record(country).headline).toMatch(/, withdrew (?:once|twice|\d+\stimes)$/);
    }
  });

  test('says in which order a country signed on both sides', () => {
    expect(record('SO').headline).toBe('Somalia signed on both sides: first support, then concern');
  });

  test('has China join in support, which it cannot voice for itself', () => {
    expect(record('CN').headline).toMatch(/^China joined in voicing support at least/);
  });

  test('leaves the name to the line above where both are too long together', () => {
    const long = { ...aCountry('DE'), name: 'The Very Long Name of a Country and its Many Islands', shortName: undefined };
    const context = record('DE', { ...dataset, countries: [long as Country] });
    expect(context.headline).toMatch(/^Voiced concern/);
    expect(context.meta[0]).toBe(long.name);
    expect(plainText(context, english)).toContain(long.name);
  });

  test('says never only of lists known in full', () => {
    fc.assert(
      fc.property(anyDataset, fc.constantFrom('AA', 'BB', 'CC'), (any, code) => {
        const from = { ...any, countries: [{ ...aCountry('DE'), code }] };
        const context = record(code, from);
        const tellsAll = from.statements.every(({ list }) => list === 'full');
        if (tellsAll) expect(`${context.headline} ${context.subhead}`).not.toMatch(/known|at least/);
        if (/is on no list/.test(context.headline)) {
          for (const statement of from.statements) expect(positionOf(from, statement, code)).toBe('not-on-list');
        }
        expect(context.headline.split(/\s+/).length).toBeLessThanOrEqual(12);
      }),
    );
  });
});

describe('what changed', () => {
  test('is every withdrawal, change of side and last list, with its day', () => {
    const told = (code: CountryCode) => record(code).changes.join(' ');
    for (const statement of dataset.statements) {
      for (const { country } of withdrawn(statement)) expect(told(country)).toContain(`of ${english.date(statement.date)}`);
    }
    for (const { country, from, to } of sideChanges(dataset)) {
      for (const { date } of [from, to]) expect(told(country)).toContain(english.date(date));
    }
    for (const stopped of (['concern', 'support'] as const).flatMap((side) => stoppedSigning(dataset, side))) {
      const { country, last, withdrew, unknown } = stopped;
      const sentence = record(country).changes.find((each) =>
        each.startsWith(`Last known on a list of ${last.stance} about Xinjiang `),
      );
      // Its withdrawal is told; that it was "last known" there would have its name still stand.
      if (withdrew) {
        expect(sentence, country).toBeUndefined();
        continue;
      }
      expect(sentence).toContain(`on ${english.date(last.date)}; not on`);
      expect(/; of \d+ more it is not known\.$/.test(sentence ?? ''), sentence).toBe(unknown.length > 0);
    }
  });

  test.each([
    ['QA', 'Withdrew from the letter of 12 July 2019 on 18 July 2019.'],
    ['UA', 'Withdrew from the statement of 22 June 2021 on 24 or 25 June 2021.'],
    ['UA', 'Asked on 7 October 2022 for “yes” to be recorded in the vote of 6 October 2022. The announced result stands.'],
    ['SO', 'Voiced concern on 31 October 2022, having voiced support for China on 12 July 2019.'],
  ])('%s: %s', (code, sentence) => {
    expect(record(code).changes).toContain(sentence);
  });

  test('is nothing where nothing did', () => {
    expect(record('UY').changes).toEqual([]);
  });
});

test('the other side and the vote are told below the headline', () => {
  expect(record('QA').subhead).toContain('; on no known list of concern');
  expect(record('DE').subhead).toBe(
    'Joint letters and statements about Xinjiang at the UN; on no known list of support; ' +
      'on the draft decision of 6 October 2022 it voted in favour',
  );
  expect(record('UY').subhead).toBe('Joint letters and statements about Xinjiang at the UN');
});

test('how much is not known is told, of how much', () => {
  const counted = dataset.statements.filter(isInTally);
  for (const { code, gap, name } of all) {
    const unknown = counted.filter((each) => /^not-(?:known|announced)$/.test(positionOf(dataset, each, code)));
    if (unknown.length === 0) expect(gap, name).toBeUndefined();
    else expect(gap, name).toContain(`${unknown.length} of the ${counted.length} statements`);
  }
});

test('text to paste holds every statement and the day of the record', () => {
  const text = plainText(record('QA'), english);
  for (const { date } of dataset.statements) expect(text).toContain(`${english.date(date)}: `);
  expect(text).toMatch(/Record of \d+ \w+ \d{4}\.$/);
});

test('the full record gives the same as the copy that readers have, sources apart', () => {
  const full = readDataset(resolve(import.meta.dirname, '../../data'));
  for (const { code, headline, subhead, changes } of all)
    expect(record(code, full)).toMatchObject({ headline, subhead, changes });
});

function aCountry(code: CountryCode): Country {
  const country = dataset.countries.find((each) => each.code === code);
  if (!country) throw new Error(code);
  return country;
}

describe('the card opened from a text', () => {
  test('is the record of a country that is named there', () => {
    expect(cardContext(dataset, { kind: 'country', code: 'CU' }, {}, english)).toEqual({ ...record('CU'), isNamed: true });
  });

  test('is the record in brief at a related term, as of the same date as at a name of the region', () => {
    const article = { date: '2020-01-01' };
    const region = contextFor(dataset, { kind: 'xinjiang' }, article, english);
    expect(cardContext(dataset, { kind: 'related' }, article, english)).toEqual({ ...region, isRelated: true });
    expect(cardContext(dataset, { kind: 'country', code: 'XX' }, article, english)).toEqual({ ...region, isRelated: true });
  });

  test('is what it always was at anything else', () => {
    const target = { kind: 'statement', link: ['2019-07-08-concern'], reasons: [] } as const;
    expect(cardContext(dataset, target, {}, english)).toEqual(contextFor(dataset, target, {}, english));
  });
});
