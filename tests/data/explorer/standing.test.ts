/** Where countries stand by a day; what is expected was read from the files of the statements. */
import { describe, expect, test } from 'vitest';
import { dataset } from '../../../data/dataset.ts';
import {
  type CountryStanding,
  changeDays,
  changesOn,
  STANDINGS,
  type Standing,
  standingCounts,
  standingsOver,
} from '../../../data/explorer/standing.ts';
import { isInTally, positionOf } from '../../../data/queries.ts';
import type { CountryCode, Dataset } from '../../../data/schema.ts';
import { mirrorDataset } from '../../support/mirror.ts';

/** For one day. */
const standingsAsOf = (of: Dataset, asOf?: string) => standingsOver(of)(asOf);

function of(code: CountryCode, asOf?: string): CountryStanding {
  const found = standingsAsOf(dataset, asOf).find((standing) => standing.code === code);
  if (!found) throw new Error(code);
  return found;
}

describe('a country’s standing', () => {
  test.each<[string, CountryCode, string | undefined, Standing]>([
    ['nothing is known of Germany before the first statement, and nothing there is to know', 'DE', '2019-07-07', 'neither'],
    ['Germany signed the first letter of concern', 'DE', '2019-07-08', 'concern'],
    ['Germany never signed on the other side, as far as is known', 'DE', undefined, 'concern'],
    ['Qatar was on no list when the first letter had a full one', 'QA', '2019-07-08', 'neither'],
    ['Qatar signed the letter of support', 'QA', '2019-07-12', 'support'],
    ['Qatar stood on it until the day before it withdrew', 'QA', '2019-07-17', 'support'],
    ['Qatar withdrew, and its name stands nowhere else', 'QA', '2019-07-18', 'not-known'],
    ['Somalia was among the first 37 of support', 'SO', '2019-07-12', 'support'],
    ['Somalia was still on one side alone the day before it signed on the other', 'SO', '2022-10-30', 'support'],
    ['Somalia signed with the 50 of concern', 'SO', '2022-10-31', 'both'],
    ['Somalia’s two signatures stand', 'SO', undefined, 'both'],
    ['Fiji signed with the 51', 'FJ', '2023-10-18', 'concern'],
    ['Italy joined the first letter four days later', 'IT', '2019-07-12', 'concern'],
    ['Italy was not on it when it was sent', 'IT', '2019-07-11', 'not-known'],
    ['Nepal joined the letter of support on 26 July', 'NP', '2019-07-26', 'support'],
    ['Nepal had not by the day before', 'NP', '2019-07-25', 'not-known'],
    ['Yemen joined on a day that no source gives', 'YE', '2019-07-26', 'not-known'],
    ['Yemen had joined by the end of August', 'YE', '2019-08-31', 'support'],
    ['China is on lists of support', 'CN', undefined, 'support'],
    ['India is on no list that is known', 'IN', undefined, 'not-known'],
  ])('%s', (_, code, asOf, expected) => {
    expect(of(code, asOf).standing).toBe(expected);
  });

  test('counts a withdrawal apart from the signatures that stand', () => {
    expect(of('QA', '2019-07-17').sides.support).toEqual({ made: 1, signed: 1, withdrew: 0, notKnown: 0 });
    expect(of('QA', '2019-07-18').sides.support).toEqual({ made: 1, signed: 0, withdrew: 1, notKnown: 0 });
  });

  test('leaves open what sources leave open: Ukraine signed between 22 and 24 June 2021 and withdrew by the 25th', () => {
    const before = of('UA', '2021-06-21').sides.concern;
    expect(of('UA', '2021-06-23').sides.concern).toEqual({ ...before, made: before.made + 1, notKnown: before.notKnown + 1 });
    expect(of('UA', '2021-06-25').sides.concern).toEqual({ ...before, made: before.made + 1, withdrew: before.withdrew + 1 });
  });

  test('tells of the vote beside it, and takes no side by it', () => {
    expect(of('IN').votes.map(({ choice }) => choice)).toEqual(['abstained']);
    expect(of('IN', '2022-10-05').votes).toEqual([]);
    expect(of('DE').votes.map(({ choice }) => choice)).toEqual(['yes']);
  });

  test('is what positionOf() says of each statement, for every country and any day', () => {
    const standingsBy = standingsOver(dataset);
    // In both directions, since what was looked up is kept.
    const days = [
      '2019-07-01',
      '2019-07-08',
      '2019-07-09',
      '2019-07-13',
      '2019-07-26',
      '2021-06-23',
      '2021-06-26',
      '2022-10-31',
      '9999-12-31',
    ];
    for (const day of [...days, ...days.toReversed()])
      for (const { code, sides } of standingsBy(day))
        for (const stance of ['concern', 'support'] as const) {
          const positions = dataset.statements
            .filter((statement) => isInTally(statement) && statement.stance === stance && statement.date <= day)
            .map((statement) => positionOf(dataset, statement, code, day));
          const number = (...wanted: string[]) => positions.filter((position) => wanted.includes(position)).length;
          expect(sides[stance], `${code} ${stance} ${day}`).toEqual({
            made: positions.length,
            signed: number('signed', 'joined-later'),
            withdrew: number('withdrew'),
            notKnown: number('not-known', 'not-announced'),
          });
        }
  });

  test('is never that a country is on no list while some list is not known', () => {
    for (const day of changeDays(dataset))
      for (const { code, standing, sides } of standingsAsOf(dataset, day))
        if (standing === 'neither') expect([code, sides.concern.notKnown, sides.support.notKnown]).toEqual([code, 0, 0]);
  });

  test('is the mirror image with the sides exchanged', () => {
    const exchanged = { concern: 'support', support: 'concern', both: 'both', neither: 'neither', 'not-known': 'not-known' };
    for (const day of ['2019-07-26', undefined]) {
      const standings = standingsAsOf(dataset, day);
      const mirrored = standingsAsOf(mirrorDataset(dataset), day);
      expect(mirrored.map(({ standing }) => standing)).toEqual(standings.map(({ standing }) => exchanged[standing]));
      expect(mirrored.map(({ sides }) => sides)).toEqual(
        standings.map(({ sides }) => ({ concern: sides.support, support: sides.concern })),
      );
    }
  });

  test('is counted for every country once', () => {
    const counts = standingCounts(standingsAsOf(dataset));
    expect(STANDINGS.reduce((sum, standing) => sum + counts[standing], 0)).toBe(dataset.countries.length);
    expect(counts.both).toBe(1);
  });
});

describe('the days of changes', () => {
  const days = changeDays(dataset);

  test('are days on which somebody stands elsewhere than the day before', () => {
    const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    const standings = (day: string) => JSON.stringify(standingsAsOf(dataset, day));
    // Ukraine's withdrawal may have been that day, but its signature was as unsure already; a vote's announced result stands.
    expect(days.filter((day) => standings(day) === standings(dayBefore(day)))).toEqual(['2021-06-24', '2022-10-07']);
    for (const statement of dataset.statements.filter(isInTally)) expect(days).toContain(statement.date);
    for (const day of ['2019-07-18', '2019-07-26', '2019-08-31', '2021-06-25', '2023-10-30']) expect(days).toContain(day);
  });

  test('are in order, each once', () => {
    expect(days).toEqual([...new Set(days)].toSorted());
  });

  test('say what happened', () => {
    const { made, events } = changesOn(dataset, '2019-07-12');
    expect(made.map(({ id }) => id)).toEqual(['2019-07-12-support']);
    expect(events.map(({ statement, event }) => [statement.id, event.type, event.country])).toEqual([
      ['2019-07-08-concern', 'joined', 'IT'],
    ]);
    expect(changesOn(dataset, '2019-07-18').events.map(({ event }) => [event.type, event.country])).toEqual([['withdrew', 'QA']]);
  });
});
