import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataset as bundled } from '../../data/dataset.ts';
import { announcedSignatures, joinedLater, signaturesOf, voteCorrections, withdrawn } from '../../data/queries.ts';
import { hasReaderSource, toReaderDataset } from '../../data/reader-dataset.ts';
import type { Statement } from '../../data/schema.ts';
import { dataFiles } from '../../scripts/data-files.ts';
import { readDataset } from '../../scripts/read-dataset.ts';

const DATA = resolve(import.meta.dirname, '../../data');
const record = readDataset(DATA);

function statement(id: string): Statement {
  const found = record.statements.find((each) => each.id === id);
  if (!found) throw new Error(`no statement ${id}`);
  return found;
}

/** The codes of a list in one order, the better to compare. */
function codes(list: readonly { country: string }[]): string {
  return list
    .map(({ country }) => country)
    .toSorted()
    .join(' ');
}

describe('the record', () => {
  test('holds at least the 38 statements and 46 facts researched first', () => {
    expect(record.statements.length).toBeGreaterThanOrEqual(38);
    expect(record.facts.length).toBeGreaterThanOrEqual(46);
  });

  test('names the 22 that signed the letter of concern of 8 July 2019, and Italy, which joined later', () => {
    const letter = statement('2019-07-08-concern');
    expect(codes(announcedSignatures(letter))).toBe('AT AU BE CA CH DE DK EE ES FI FR GB IE IS JP LT LU LV NL NO NZ SE');
    expect(codes(joinedLater(letter))).toBe('IT');
  });

  test('names the 37 that signed the letter of support of 12 July 2019, Qatar among them, and the 14 that joined later', () => {
    const letter = statement('2019-07-12-support');
    expect(codes(announcedSignatures(letter))).toBe(
      'AE AO BF BH BI BO BY CD CG CM CU DZ EG ER GA KH KM KP KW LA MM NG OM PH PK QA RU SA SD SO SS SY TG TJ TM VE ZW',
    );
    expect(codes(joinedLater(letter))).toBe('BD DJ GQ IQ IR LK MZ NP PS RS UG UZ YE ZM');
  });

  test('has the vote of 6 October 2022 with 17 in favour, 19 against and 11 abstaining', () => {
    const vote = statement('2022-10-06-vote');
    const { votes } = vote;
    expect([votes?.yes.length, votes?.no.length, votes?.abstain.length]).toEqual([17, 19, 11]);
    expect(voteCorrections(vote).map(({ country, recorded, requested }) => [country, recorded, requested])).toEqual([
      ['UA', 'abstain', 'yes'],
    ]);
  });

  test('has three withdrawals', () => {
    const withdrawals = record.statements.flatMap((each) =>
      withdrawn(each).map(({ country, withdrew }) => [each.id, country, withdrew?.date]),
    );
    expect(withdrawals).toEqual([
      ['2019-07-12-support', 'QA', '2019-07-18'],
      ['2021-06-22-concern', 'UA', { from: '2021-06-24', to: '2021-06-25' }],
      ['2023-10-18-concern', 'FJ', '2023-10-30'],
    ]);
  });

  test('lists no state under a group: its members are no signatories', () => {
    const groups = record.statements.filter((each) => each.group);
    expect(groups.map((each) => [each.id, codes(signaturesOf(each))])).toEqual([
      ['2021-06-22-support-gcc', ''],
      ['2021-09-24-support-gcc', ''],
      ['2022-10-31-support-gulf', 'LY SA YE'],
      ['2024-10-22-support-gcc', 'QA'],
    ]);
  });

  test('keeps out of every file what was only remembered, and how the work was done', () => {
    const internal = /from memory|stored (page|copy|corpus|excerpt)|\bbrief\b|seed article|\bcorpus\b/i;
    const offending = dataFiles(DATA).filter((name) =>
      internal.test(readFileSync(join(DATA, name), 'utf8').replace(/"(url|title)": .*/g, '')),
    );
    expect(offending).toEqual([]);
  });
});

describe('what readers are told', () => {
  test('comes with two to four sources for each statement', () => {
    const few = record.statements.filter((each) => each.readerSources.length < 2).map((each) => each.id);
    expect(few).toEqual([]);
  });

  test('leaves out facts of which only a blog was found', () => {
    expect(record.facts.filter((fact) => !hasReaderSource(fact)).map((fact) => fact.id)).toEqual(['sept-2019-event']);
  });
});

describe('the countries', () => {
  test('are the 193 members of the UN and its two observer states', () => {
    expect(record.countries.filter((country) => country.membership === 'member')).toHaveLength(193);
    expect(record.countries.filter((country) => country.membership === 'observer').map((country) => country.name)).toEqual([
      'Holy See',
      'State of Palestine',
    ]);
    expect(record.countries).toHaveLength(195);
  });

  test('stand in the regional groups of the UN in their known sizes', () => {
    const members = Map.groupBy(
      record.countries.filter((country) => country.membership === 'member'),
      (country) => country.group,
    );
    expect(Object.fromEntries([...members].map(([group, countries]) => [group, countries.length]))).toEqual({
      africa: 54,
      'asia-pacific': 54,
      'eastern-europe': 23,
      'latin-america': 33,
      'western-europe': 29,
    });
  });

  test('carry codes that stand for them', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region' });
    const plain = (name: string) =>
      name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/’/g, "'")
        .replace(/\bSt\./g, 'Saint')
        .replace(/&/g, 'and')
        .replace(' - ', '-');
    const strangers = record.countries.filter((country) => {
      const theirs = plain(names.of(country.code) ?? '');
      const ours = [country.name, country.shortName ?? '', ...country.otherNames].map(plain);
      return !ours.some(
        (name) => name !== '' && (theirs === name || theirs.startsWith(`${name} `) || theirs.startsWith(`${name}-`)),
      );
    });
    expect(strangers.map((country) => [country.code, country.name])).toEqual([]);
  });
});

describe('the bundled copy', () => {
  test("is the readers' copy of the record", () => {
    expect(bundled).toEqual(toReaderDataset(record));
  });

  test('cannot be changed by anybody, however deep', () => {
    const open: string[] = [];
    const visit = (value: unknown, path: string) => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) open.push(path);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
    };
    visit(bundled, 'dataset');
    expect(open).toEqual([]);
  });
});
