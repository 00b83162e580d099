import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earliest, latest } from '../../data/event-date.ts';
import {
  announcedSignatures,
  answerPairs,
  counterpartOf,
  countLine,
  countriesNamed,
  countryByCode,
  documentLink,
  factsFor,
  findCountries,
  groupByRegion,
  isCouncilMember,
  joinedLater,
  latestPair,
  type Position,
  positionOf,
  recordOf,
  type Signature,
  signaturesAsOf,
  signaturesOf,
  statementById,
  tallyAsOf,
  uncertainAsOf,
  voteCorrections,
  withdrawn,
} from '../../data/queries.ts';
import type { Dataset, Stance, Statement } from '../../data/schema.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { anyDataset, anyDay } from '../support/dataset-arbitraries.ts';
import { english } from '../support/words.ts';

const dataset: Dataset = readDataset(resolve(import.meta.dirname, '../../data'));

function statement(id: string): Statement {
  const found = statementById(dataset, id);
  if (!found) throw new Error(`no statement ${id}`);
  return found;
}

const codes = (signatures: readonly Signature[]) => signatures.map(({ country }) => country).toSorted();
const names = (query: string) => findCountries(dataset, query, english).map(({ name }) => name);

const CONCERN_2019 = statement('2019-07-08-concern');
const SUPPORT_2019 = statement('2019-07-12-support');

const anyStatement = fc.constantFrom(...dataset.statements);
const anyCountry = fc.constantFrom(...dataset.countries.map(({ code }) => code));

describe('looking up by id or code', () => {
  test('answers nothing for what is not there', () => {
    expect(statementById(dataset, '2018-01-01-concern')).toBeUndefined();
    expect(countryByCode(dataset, 'XX')).toBeUndefined();
  });

  test('finds every statement and every country', () => {
    for (const each of dataset.statements) expect(statementById(dataset, each.id)).toBe(each);
    for (const each of dataset.countries) expect(countryByCode(dataset, each.code)).toBe(each);
  });
});

describe('a search for countries', () => {
  test.each([
    ['North Korea', "Democratic People's Republic of Korea"],
    ['turkey', 'Türkiye'],
    ['Turkiye', 'Türkiye'],
    ['TÜRKİYE', 'Türkiye'],
    ['U.K.', 'United Kingdom of Great Britain and Northern Ireland'],
    ['britain', 'United Kingdom of Great Britain and Northern Ireland'],
    ['US', 'United States of America'],
    ['UAE', 'United Arab Emirates'],
    ['swaziland', 'Eswatini'],
    ['Burma', 'Myanmar'],
    ['Cape Verde', 'Cabo Verde'],
    ['cote divoire', "Côte d'Ivoire"],
    ['Côte d’Ivoire', "Côte d'Ivoire"],
    ['Ivory Coast', "Côte d'Ivoire"],
    ['Macedonia', 'North Macedonia'],
    ['Czech Republic', 'Czechia'],
    ['Laos', "Lao People's Democratic Republic"],
    ['DR Congo', 'Democratic Republic of the Congo'],
    ['Vatican', 'Holy See'],
    ['Palestine', 'State of Palestine'],
    ['German', 'Germany'],
    ['dutch', 'Netherlands (Kingdom of the)'],
    ['são tomé', 'Sao Tome and Principe'],
    ['fj', 'Fiji'],
  ])('finds "%s" first as %s', (query, name) => {
    expect(names(query)[0]).toBe(name);
  });

  test('puts a whole name before a beginning, and a beginning before a later word', () => {
    expect(names('niger')).toEqual(['Niger', 'Nigeria']);
    expect(names('guinea')).toEqual(['Guinea', 'Guinea-Bissau', 'Equatorial Guinea', 'Papua New Guinea']);
  });

  test('finds nothing for nothing, or for what no country is called', () => {
    expect(names('')).toEqual([]);
    expect(names(' . ')).toEqual([]);
    expect(names('atlantis')).toEqual([]);
  });

  test('finds each country by each of its names, in capitals too', () => {
    for (const country of dataset.countries) {
      for (const name of [country.name, country.shortName ?? country.name, ...country.otherNames, ...country.adjectives]) {
        expect(findCountries(dataset, name.toUpperCase(), english), name).toContain(country);
      }
    }
  });

  test('by a whole name finds those that have it, and no others', () => {
    const codesNamed = (name: string) => countriesNamed(dataset, name).map(({ code }) => code);
    expect(codesNamed('turkiye')).toEqual(['TR']);
    expect(codesNamed('Congolese')).toEqual(['CG', 'CD']);
    expect(codesNamed('Hellenic Republic')).toEqual(['GR']);
    expect(codesNamed('GRC')).toEqual(['GR']);
    expect(codesNamed('Germ')).toEqual([]);
    expect(codesNamed('')).toEqual([]);
  });

  test('takes whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => new Set(findCountries(dataset, query, english)).size <= 195),
    );
  });
});

describe('signatures as of a day', () => {
  test('are the 22 announced on 8 July 2019, and 23 with Italy from the 12th', () => {
    const announced = 'AT AU BE CA CH DE DK EE ES FI FR GB IE IS JP LT LU LV NL NO NZ SE'.split(' ');
    expect(codes(announcedSignatures(CONCERN_2019))).toEqual(announced);
    expect(codes(signaturesAsOf(CONCERN_2019, '2019-07-11'))).toEqual(announced);
    expect(codes(signaturesAsOf(CONCERN_2019, '2019-07-12'))).toEqual([...announced, 'IT'].toSorted());
    expect(codes(joinedLater(CONCERN_2019))).toEqual(['IT']);
    expect(codes(joinedLater(CONCERN_2019, '2019-07-11'))).toEqual([]);
  });

  test('are the 37 announced on 12 July 2019, 36 without Qatar, 49 with the thirteen, and the 50 published with Yemen', () => {
    expect(signaturesAsOf(SUPPORT_2019, '2019-07-12')).toEqual(announcedSignatures(SUPPORT_2019));
    const sizes = ['2019-07-11', '2019-07-12', '2019-07-17', '2019-07-18', '2019-07-26', '2019-08-31'].map(
      (day) => signaturesAsOf(SUPPORT_2019, day).length,
    );
    expect(sizes).toEqual([0, 37, 37, 36, 49, 50]);
    expect(signaturesAsOf(SUPPORT_2019)).toHaveLength(50);
    expect(codes(withdrawn(SUPPORT_2019))).toEqual(['QA']);
    expect(codes(withdrawn(SUPPORT_2019, '2019-07-17'))).toEqual([]);
  });

  test('never hold a state twice, nor one that withdrew, nor one that had not yet signed', () => {
    fc.assert(
      fc.property(anyStatement, anyDay, (each, day) => {
        const standing = signaturesAsOf(each, day);
        expect(new Set(codes(standing)).size).toBe(standing.length);
        expect(standing.filter(({ withdrew }) => withdrew && earliest(withdrew.date) <= day)).toEqual([]);
        expect(standing.filter(({ signed }) => latest(signed.date) > day)).toEqual([]);
      }),
    );
  });

  test('with those withdrawn are all that ever signed, at the end of the record', () => {
    for (const each of dataset.statements) {
      expect(codes([...signaturesAsOf(each), ...withdrawn(each)]), each.id).toEqual(codes(signaturesOf(each)));
      expect(codes([...announcedSignatures(each), ...joinedLater(each)]), each.id).toEqual(codes(signaturesOf(each)));
    }
  });
});

describe('a day that is not certain', () => {
  const CANADA = statement('2021-06-22-concern');

  test('leaves it open whether Ukraine stood on the list of June 2021, until it had surely gone', () => {
    const uncertain = ['2021-06-21', '2021-06-22', '2021-06-24', '2021-06-25'].map((day) => codes(uncertainAsOf(CANADA, day)));
    expect(uncertain).toEqual([[], ['UA'], ['UA'], []]);
    expect(codes(withdrawn(CANADA, '2021-06-24'))).toEqual([]);
    expect(codes(withdrawn(CANADA, '2021-06-25'))).toEqual(['UA']);
  });

  test('puts no signature in two of: standing, withdrawn, uncertain', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, ({ statements }, day) => {
        for (const each of statements) {
          const all = [...signaturesAsOf(each, day), ...withdrawn(each, day), ...uncertainAsOf(each, day)];
          expect(new Set(codes(all)).size).toBe(all.length);
        }
      }),
    );
  });
});

describe('the tally as of a day', () => {
  test('is joins less withdrawals, and what was counted beyond them is unknown', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, (any, day) => {
        for (const { statement: each, joins, withdrawals, uncertain, unknown } of tallyAsOf(any, day)) {
          expect(joins - withdrawals).toBe(signaturesAsOf(each, day).length);
          expect(uncertain).toBe(uncertainAsOf(each, day).length);
          expect(unknown).toBeGreaterThanOrEqual(0);
          if (each.announcedCount !== null) expect(joins + uncertain + unknown).toBeGreaterThanOrEqual(each.announcedCount);
        }
      }),
    );
  });

  test('holds a statement from its day on', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, (any, day) => {
        expect(tallyAsOf(any, day).map((each) => each.statement)).toEqual(any.statements.filter(({ date }) => date <= day));
      }),
    );
  });

  test.each([
    ['2019-07-10', [['2019-07-08-concern', 22, 0, 0]]],
    [
      '2019-07-29',
      [
        ['2019-07-08-concern', 23, 0, 1],
        ['2019-07-12-support', 50, 1, 0],
      ],
    ],
  ])('of %s', (day, rows) => {
    // Yemen is uncertain until the end of August: of the 51 names 50 are sure.
    expect(tallyAsOf(dataset, day).map((each) => [each.statement.id, each.joins, each.withdrawals, each.unknown])).toEqual(rows);
  });

  test('leaves the many nobody named unknown', () => {
    const cuba = tallyAsOf(dataset).find((each) => each.statement.id === '2021-10-21-support');
    expect([cuba?.joins, cuba?.unknown]).toEqual([1, 61]);
  });
});

describe('statements that answer one another', () => {
  test('are of opposite sides, each in one pair at most', () => {
    const pairs = answerPairs(dataset);
    expect(pairs.map(({ concern, support }) => [concern.stance, support.stance])).toEqual(
      pairs.map(() => ['concern', 'support']),
    );
    const ids = pairs.flatMap(({ concern, support }) => [concern.id, support.id]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(dataset.statements.flatMap((each) => (each.counterpart ? [each.id] : [])).toSorted());
  });

  test('name the later as the answer, and neither of two on one day', () => {
    expect(answerPairs(dataset).map(({ concern, answer }) => [concern.id, answer?.id ?? null])).toEqual([
      ['2019-07-08-concern', '2019-07-12-support'],
      ['2019-10-29-concern', null],
      ['2020-06-30-concern', '2020-07-01-support'],
      ['2020-10-06-concern', null],
      ['2021-06-22-concern', null],
      ['2021-10-21-concern', null],
      ['2022-06-14-concern', null],
      ['2022-10-31-concern', null],
      ['2023-10-18-concern', '2023-10-18-concern'],
      ['2024-09-24-concern', null],
      ['2024-10-22-concern', null],
    ]);
  });

  test('never share a signatory at the end of the record', () => {
    for (const { concern, support } of answerPairs(dataset)) {
      const both = codes(signaturesAsOf(concern)).filter((code) => codes(signaturesAsOf(support)).includes(code));
      expect(both, concern.id).toEqual([]);
    }
  });
});

test("the one vote corrected is Ukraine's abstention of October 2022, from the day after", () => {
  const vote = statement('2022-10-06-vote');
  expect(voteCorrections(vote, '2022-10-06')).toEqual([]);
  expect(voteCorrections(vote).map(({ country, recorded, requested, date }) => [country, recorded, requested, date])).toEqual([
    ['UA', 'abstain', 'yes', '2022-10-07'],
  ]);
});

describe('the position of a country', () => {
  const CASES: [id: string, country: string, asOf: string | undefined, position: Position | 'not-yet'][] = [
    ['2019-07-08-concern', 'DE', undefined, 'signed'],
    ['2019-07-08-concern', 'IT', '2019-07-08', 'not-on-list'],
    ['2019-07-08-concern', 'IT', '2019-07-11', 'not-announced'],
    ['2019-07-08-concern', 'IT', undefined, 'joined-later'],
    // A 24th state was counted and is not known by name: it may be any.
    ['2019-07-08-concern', 'LI', undefined, 'not-announced'],
    ['2019-07-08-concern', 'LI', '2019-07-08', 'not-on-list'],
    ['2019-07-08-concern', 'DE', '2019-07-07', 'not-yet'],
    ['2019-07-12-support', 'QA', '2019-07-17', 'signed'],
    ['2019-07-12-support', 'QA', '2019-07-18', 'withdrew'],
    ['2019-07-12-support', 'QA', undefined, 'withdrew'],
    ['2019-07-12-support', 'UZ', '2019-07-25', 'not-on-list'],
    ['2019-07-12-support', 'UZ', undefined, 'joined-later'],
    ['2019-07-12-support', 'YE', '2019-07-26', 'not-known'],
    ['2019-07-12-support', 'YE', undefined, 'joined-later'],
    ['2019-07-12-support', 'KG', undefined, 'not-on-list'],
    ['2019-10-29-support', 'SA', undefined, 'not-on-list'],
    ['2020-07-01-support', 'BY', undefined, 'signed'],
    ['2020-07-01-support', 'LA', undefined, 'not-known'],
    ['2021-03-12-support', 'MV', undefined, 'not-known'],
    ['2021-06-22-concern', 'UA', '2021-06-22', 'not-known'],
    ['2021-06-22-concern', 'UA', undefined, 'withdrew'],
    ['2021-06-22-concern', 'KR', undefined, 'not-known'],
    ['2021-06-22-support-gcc', 'QA', undefined, 'group-member'],
    ['2021-06-22-support-gcc', 'DE', undefined, 'not-known'],
    ['2022-10-06-vote', 'UA', undefined, 'abstained'],
    ['2022-10-06-vote', 'SO', undefined, 'voted-yes'],
    ['2022-10-06-vote', 'ID', undefined, 'voted-no'],
    ['2022-10-06-vote', 'SE', undefined, 'not-on-list'],
    ['2022-10-31-support-gulf', 'SA', undefined, 'signed'],
    ['2022-10-31-support-gulf', 'AE', undefined, 'group-member'],
    ['2023-10-18-concern', 'FJ', '2023-10-29', 'signed'],
    ['2023-10-18-concern', 'FJ', '2023-10-30', 'withdrew'],
  ];

  test.each(CASES)('%s: %s as of %s is %s', (id, country, asOf, position) => {
    expect(positionOf(dataset, statement(id), country, asOf)).toBe(position);
  });

  test('is never read from absence on a list that is not full', () => {
    fc.assert(
      fc.property(anyStatement, anyCountry, fc.option(anyDay, { nil: undefined }), (each, country, asOf) => {
        if (positionOf(dataset, each, country, asOf) !== 'not-on-list') return;
        expect(each.list).toBe('full');
        if (asOf === undefined) expect(each.laterList).not.toBe('partial');
      }),
    );
  });

  test('agrees with the signatures standing that day', () => {
    fc.assert(
      fc.property(anyStatement, anyCountry, anyDay, (each, country, day) => {
        const stands = signaturesAsOf(each, day).some((signature) => signature.country === country);
        const position = positionOf(dataset, each, country, day);
        expect(position === 'signed' || position === 'joined-later').toBe(stands);
      }),
    );
  });
});

describe('the record of a country', () => {
  test('has an entry for every statement, oldest first', () => {
    fc.assert(
      fc.property(anyCountry, (country) => {
        expect(recordOf(dataset, country).map((entry) => entry.statement)).toEqual(dataset.statements);
      }),
    );
  });

  test('shows what Ukraine did, withdrawal and abstention included', () => {
    const acts = recordOf(dataset, 'UA')
      .filter(({ position }) => !position.startsWith('not-'))
      .map((entry) => [entry.statement.id, entry.position, entry.signature?.withdrew?.date ?? null]);
    expect(acts).toEqual([
      ['2021-06-22-concern', 'withdrew', { from: '2021-06-24', to: '2021-06-25' }],
      ['2022-10-06-vote', 'abstained', null],
      ['2022-10-31-concern', 'signed', null],
      ['2023-10-18-concern', 'signed', null],
      ['2025-11-21-concern', 'signed', null],
    ]);
  });

  test('holds nothing made after the day asked for, nor a signature not yet given', () => {
    const entries = recordOf(dataset, 'IT', '2019-07-11');
    expect(entries.map((entry) => [entry.statement.id, entry.signature])).toEqual([['2019-07-08-concern', undefined]]);
  });
});

describe('a statement of the other side', () => {
  test('answers in turn', () => {
    expect(counterpartOf(dataset, CONCERN_2019)).toBe(SUPPORT_2019);
    expect(counterpartOf(dataset, SUPPORT_2019)).toBe(CONCERN_2019);
  });

  test('is not made up for one on Hong Kong alone, a group statement or a vote', () => {
    for (const id of ['2020-06-30-support-hong-kong', '2021-06-22-support-gcc', '2022-10-06-vote']) {
      expect(counterpartOf(dataset, statement(id)), id).toBeUndefined();
    }
  });

  test('is found for the newest pair', () => {
    const pair = latestPair(dataset);
    expect([pair?.concern.id, pair?.support.id]).toEqual(['2024-10-22-concern', '2024-10-22-support']);
    expect(latestPair({ ...dataset, statements: [] })).toBeUndefined();
  });
});

describe('both sides', () => {
  /** The dataset with every stance turned round. */
  const swapped: Dataset = {
    ...dataset,
    statements: dataset.statements.map((each) => ({
      ...each,
      stance: each.stance && (each.stance === 'concern' ? 'support' : 'concern'),
    })),
  };

  test('are treated alike: a country stands the same when the stances are swapped', () => {
    fc.assert(
      fc.property(anyCountry, fc.option(anyDay, { nil: undefined }), (country, asOf) => {
        const positions = (of: Dataset) => recordOf(of, country, asOf).map(({ position }) => position);
        expect(positions(swapped)).toEqual(positions(dataset));
      }),
    );
  });

  test('are counted alike: swapping the stances swaps the sides of the tally', () => {
    const sides = (of: Dataset, ...stances: Stance[]) =>
      stances.map((stance) =>
        tallyAsOf(of).flatMap(({ statement, joins, unknown }) =>
          statement.stance === stance ? [[statement.id, joins, unknown]] : [],
        ),
      );
    expect(sides(swapped, 'support', 'concern')).toEqual(sides(dataset, 'concern', 'support'));
  });
});

describe('the tally over the years', () => {
  const tally = tallyAsOf(dataset);

  test('counts every letter and statement about Xinjiang once, and no group, vote or other topic', () => {
    const counted = tally.map((entry) => entry.statement.id).toSorted();
    const expected = dataset.statements
      .filter(({ topics, group, kind }) => topics.includes('xinjiang') && !group && kind !== 'vote')
      .map(({ id }) => id)
      .toSorted();
    expect(counted).toEqual(expected);
    expect(counted.filter((id) => /hong-kong|gcc|gulf|vote/.test(id) || id === '2021-03-05-support')).toEqual([]);
  });

  test.each([
    ['announced', '2019-10-29-concern', 23],
    ['said to be near a number', '2024-09-24-support', 80],
    ['names where a whole list came without a number', '2022-09-13-support', 28],
  ])('counts those %s: %s', (_, id, number) => {
    const { joins = 0, uncertain = 0, unknown = 0 } = tally.find(({ statement }) => statement.id === id) ?? {};
    expect(joins + uncertain + unknown).toBe(number);
  });
});

describe('membership of the Council', () => {
  test('is known for the year of the vote, and everybody who voted had it', () => {
    const { votes, date } = statement('2022-10-06-vote');
    const members = dataset.countries.filter(({ code }) => isCouncilMember(dataset, code, date)).map(({ code }) => code);
    expect(members).toHaveLength(47);
    expect(members.toSorted()).toEqual([...(votes?.yes ?? []), ...(votes?.no ?? []), ...(votes?.abstain ?? [])].toSorted());
    expect(isCouncilMember(dataset, 'RU', date)).toBe(false);
  });

  test('is not known for a year that the record does not need', () => {
    expect(isCouncilMember(dataset, 'DE', '2019-07-08')).toBeUndefined();
  });
});

describe('the count of a statement', () => {
  test('is the number announced and the latest one counted after', () => {
    expect(countLine(CONCERN_2019)).toMatchObject({
      announced: 22,
      approximate: null,
      named: 22,
      later: { count: 24, date: '2019-07-29' },
    });
    expect(countLine(statement('2021-06-22-support')).later).toMatchObject({ count: 69, date: '2021-09' });
    expect(countLine(statement('2023-10-18-concern')).later).toMatchObject({ count: 50, date: '2023-10-30' });
  });

  test('is in words where no number is known', () => {
    expect(countLine(statement('2024-09-24-support'))).toEqual({
      announced: null,
      approximate: { precision: 'nearly', near: 80 },
      named: 1,
      later: null,
    });
  });
});

describe('countries by region', () => {
  test('stand in the largest group first, and those in none last', () => {
    const groups = groupByRegion(dataset, ['VA', 'FR', 'DE', 'JP', 'XX']);
    expect(groups.map(({ group, countries }) => [group, countries.map(({ name }) => name)])).toEqual([
      ['western-europe', ['France', 'Germany']],
      ['asia-pacific', ['Japan']],
      [null, ['Holy See']],
    ]);
  });

  test('are all the countries asked for, once each', () => {
    fc.assert(
      fc.property(fc.array(anyCountry), (wanted) => {
        const grouped = groupByRegion(dataset, wanted).flatMap(({ countries }) => countries.map(({ code }) => code));
        expect(grouped.toSorted()).toEqual([...new Set(wanted)].toSorted());
      }),
    );
  });
});

test('a document links to the UN by its symbol, and says when the symbol is not verified', () => {
  expect(documentLink(SUPPORT_2019)).toEqual({
    symbol: 'A/HRC/41/G/17',
    url: 'https://docs.un.org/en/A/HRC/41/G/17',
    verified: true,
  });
  expect(documentLink(CONCERN_2019)?.verified).toBe(false);
  expect(documentLink(statement('2019-10-29-concern'))).toBeUndefined();
});

test('the facts beside a statement are those that name it, oldest first', () => {
  const facts = factsFor(dataset, statement('2021-06-22-concern'));
  expect(facts.map(({ id }) => id)).toEqual(['china-note-event-2021', 'ukraine-withdrew-2021']);
});
