import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AsOf, isPageDate, recordAsOf, statementAsOf } from '../../data/as-of.ts';
import { dataset } from '../../data/dataset.ts';
import { loadedWordIn } from '../../data/loaded-words.ts';
import { statementById } from '../../data/queries.ts';
import type { Statement, StatementId } from '../../data/schema.ts';
import { anyDataset, anyDay } from '../support/dataset-arbitraries.ts';
import { english } from '../support/words.ts';

function statement(id: StatementId): Statement {
  const found = statementById(dataset, id);
  if (!found) throw new Error(`${id} is not in the dataset`);
  return found;
}

const asOf = (id: StatementId, date: string) => statementAsOf(dataset, statement(id), date, english);
const textOf = (note: AsOf | undefined) => [note?.title, note?.known, ...(note?.since ?? []), ...(note?.unsure ?? [])].join(' ');

describe('a statement on the date of a page', () => {
  test('is told as known then, apart from what happened since and what may have happened before or after', () => {
    expect(asOf('2019-07-12-support', '2019-07-15')).toEqual({
      title: 'On the page’s date, 15 July 2019',
      known: '37 announced.',
      since: [
        'Between 13 and 26 July 2019: 13 joined, made public on 26 July 2019.',
        '18 July 2019: Qatar withdrew, made public in August 2019.',
        '26 July 2019: 50 counted.',
      ],
      unsure: ['Between 12 July and 31 August 2019: Yemen joined.'],
    });
  });

  test('has what happened by that day, that day included', () => {
    expect(asOf('2019-07-08-concern', '2019-07-11')?.known).toBe('22 announced.');
    expect(asOf('2019-07-08-concern', '2019-07-12')).toMatchObject({
      known: '22 announced; Italy joined on 12 July 2019.',
      since: ['29 July 2019: 24 counted.'],
    });
  });

  test('tells when it became public to a page of the days before', () => {
    expect(asOf('2019-07-08-concern', '2019-07-09')?.known).toBe('22 had signed; not public yet.');
    expect(asOf('2019-07-08-concern', '2019-07-09')?.since[0]).toBe('10 July 2019: made public.');
    expect(textOf(asOf('2019-07-08-concern', '2019-07-11'))).not.toContain('public');
  });

  test.each([
    ['2019-07-12-support', '2019-07-20', 'since', '18 July 2019: Qatar withdrew, made public in August 2019.'],
    ['2019-07-12-support', '2019-08-10', 'unsure', '18 July 2019: Qatar withdrew, made public in August 2019.'],
    ['2021-06-22-concern', '2021-06-23', 'since', '24 or 25 June 2021: Ukraine withdrew.'],
    ['2021-06-22-concern', '2021-06-24', 'unsure', '24 or 25 June 2021: Ukraine withdrew.'],
    ['2021-06-22-support', '2021-07-10', 'since', '14 July 2021: 68 counted.'],
    ['2021-06-22-support', '2021-07-10', 'unsure', 'Between 2 and 14 July 2021: Nigeria joined.'],
    ['2021-06-22-support', '2021-07-10', 'since', 'Between 14 and 20 July 2021: Lebanon joined.'],
    ['2023-10-18-concern', '2023-10-20', 'since', '30 October 2023: Fiji withdrew; 50 counted.'],
    ['2022-10-06-vote', '2022-10-06', 'since', '7 October 2022: Ukraine asked to be recorded in favour.'],
  ] as const)('%s, %s: %s, %s', (id, date, part, line) => {
    expect(asOf(id, date)?.[part]).toContain(line);
  });

  test.each([
    ['2019-07', 'At the end of the page’s month, July 2019'],
    ['2019', 'At the end of the page’s year, 2019'],
  ])('of a page dated %s is told as of its end', (date, title) => {
    expect(asOf('2019-07-08-concern', date)?.title).toBe(title);
  });

  test('that is later than the page is said to be', () => {
    expect(asOf('2019-07-12-support', '2019-07-01')).toEqual({
      title: 'On the page’s date, 1 July 2019',
      known: 'before this letter, which is of 12 July 2019.',
      since: [],
      unsure: [],
    });
  });

  test('takes one short line where it has changed, but not since, and none where it never has', () => {
    expect(asOf('2019-07-12-support', '2025-12-08')).toMatchObject({
      known: 'as on this card; no change since is known.',
      since: [],
      unsure: [],
    });
    // That its one later count has no day is no reason to speak of it on every page.
    expect(asOf('2021-06-22-concern', '2025-12-08')?.unsure).toEqual([]);
    expect(asOf('2019-10-29-concern', '2025-12-08')).toBeUndefined();
  });

  test('says nothing to a date that is none', () => {
    for (const date of ['', 'yesterday', '15 July 2019', '2019-7-15', '2019-13', '20190715'])
      expect(asOf('2019-07-12-support', date), date).toBeUndefined();
  });
});

describe('on any date of any record', () => {
  test('everything that has a day is told as known, since or unsure, and none of it twice', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, (any, day) => {
        for (const each of any.statements) {
          const note = statementAsOf(any, each, day, english);
          if (!note || day < each.date || (note.since.length === 0 && note.unsure.length === 0)) continue;
          for (const { type, country } of each.events.filter(({ type }) => type === 'withdrew')) {
            const told = `${note.known} ${note.since.join(' ')} ${note.unsure.join(' ')}`.match(
              new RegExp(`${country}[^.;:]* ${type}`, 'g'),
            );
            const isCounted = /\d withdrew/.test(textOf(note));
            expect(told?.length === 1 || isCounted, `${country} in ${textOf(note)}`).toBe(true);
          }
        }
      }),
    );
  });

  test('what is told as since cannot have happened by then', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dataset.statements), anyDay, (each, day) => {
        for (const line of statementAsOf(dataset, each, day, english)?.since ?? []) {
          const year = Number(/\d{4}(?=:)/.exec(line)?.[0]);
          expect(year, line).toBeGreaterThanOrEqual(Number(day.slice(0, 4)));
        }
      }),
    );
  });

  test('no word takes a side, and no text is thrown at', () => {
    for (const each of dataset.statements)
      for (const date of ['2018', '2019-07-09', '2019-07-20', '2021-06-23', '2022-10-06', '2023-10-20', '2030-01-01'])
        expect(loadedWordIn(textOf(statementAsOf(dataset, each, date, english)))).toBeUndefined();
    fc.assert(
      fc.property(
        fc.string(),
        (text) => isPageDate(text) || statementAsOf(dataset, statement('2019-07-12-support'), text, english) === undefined,
      ),
    );
  });
});

describe('the record on the date of a page', () => {
  const inTotal = (text: string) => (text.match(/\d+/g) ?? []).map(Number);

  test('says how many of each side there were, and how many came since', () => {
    const note = recordAsOf(dataset, '2019-07-15', english);
    expect(note?.title).toBe('On the page’s date, 15 July 2019');
    expect(note?.known).toBe('Statements of concern 1, of support 1.');
    const later = recordAsOf(dataset, '2019-07-01', english)?.since.join() ?? '';
    expect(inTotal(later)).toEqual(inTotal(note?.since.join() ?? '').map((count) => count + 1));
  });

  test('counts a vote with what it came after', () => {
    expect(recordAsOf(dataset, '2022-10-05', english)?.since[0]).toContain('a vote');
    expect(recordAsOf(dataset, '2022-10-06', english)?.since[0]).not.toContain('vote');
  });

  test('has none before the first, and says nothing where none came since', () => {
    expect(recordAsOf(dataset, '2015', english)?.known).toBe('No statement in the record yet.');
    expect(recordAsOf(dataset, dataset.updated, english)).toBeUndefined();
    expect(recordAsOf(dataset, 'soon', english)).toBeUndefined();
  });
});
