import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findStatements } from '../../data/find-statements.ts';
import { countInWords, nameInSentence, nameOf } from '../../data/in-words.ts';
import { statementLine } from '../../data/popover-context.ts';
import { answerPairs, namesOf, statementById } from '../../data/queries.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { english, wordsIn } from '../support/words.ts';

const dataset = readDataset(resolve(import.meta.dirname, '../../data'));
const { statements, countries } = dataset;

const found = (query: string) => findStatements(dataset, query, english).map(({ id }) => id);
const datesOf = (id: string) => {
  const { date = '', madePublic } = statementById(dataset, id) ?? {};
  return [date, madePublic ?? date];
};
const remarksOn = (query: string, id: string) =>
  findStatements(dataset, query, english)
    .find((line) => line.id === id)
    ?.meta.slice(2);

const CONCERN = '2019-07-08-concern';
const SUPPORT = '2019-07-12-support';

describe('every statement is found', () => {
  test.each(statements.map((statement) => [statement.id, statement] as const))('%s', (id, statement) => {
    const day = english.date(statement.date);
    const [date, month, year] = day.split(' ');
    const count = statement.approximateCount?.near ?? countInWords(statement, english);
    const queries = [
      statement.date,
      statement.date.slice(0, 7),
      day,
      `${month} ${date}, ${year}`,
      `${month} ${year}`,
      `${month?.slice(0, 3)} ${year}`,
      `${year}`,
      statementLine(statement, english).headline,
      ...(statement.votes ? [] : [`${count}`, `${count} countries`]),
      ...statement.laterCounts.map((later) => `${later.count} states`),
      ...(statement.document ? [statement.document.symbol, statement.document.symbol.toLowerCase()] : []),
      // A code of two letters may be a filling word, as Belarus's is.
      ...countries
        .filter(({ code }) => code === statement.deliveredBy)
        .flatMap(namesOf)
        .filter((name) => name.length > 2),
    ];
    for (const query of queries) expect(found(query), query).toContain(id);
  });
});

describe('a number', () => {
  test('beside a month is a day, with its year a date, and otherwise one of countries', () => {
    expect(found('22')).toContain(CONCERN);
    expect(found('22 countries July 2019')).toEqual([CONCERN]);
    expect(found('22 July 2019')).toEqual([]);
    expect(found('8th July 2019')).toEqual([CONCERN]);
    for (const id of found('22 June')) expect(datesOf(id).some((date) => date.endsWith('-06-22'))).toBe(true);
    for (const id of found('22')) {
      const statement = statementById(dataset, id);
      const counts = [statement?.announcedCount, ...(statement?.laterCounts ?? []).map(({ count }) => count)];
      expect(counts, id).toContain(22);
    }
  });

  test('counted later says so, one announced does not', () => {
    expect(remarksOn('50 countries', SUPPORT)?.at(-1)).toBe('50 counted later');
    expect(remarksOn('37 countries', SUPPORT)?.at(-1)).toBe('12 July 2019');
  });
});

test.each(['٢٢ دولة ٨ يوليو ٢٠١٩', '۲۰۱۹-۰۷-۰۸', '８ يوليو ２０１９'])(
  'the digits of any of our keyboards are read: %s',
  (query) => {
    expect(findStatements(dataset, query, wordsIn('ar')).map(({ id }) => id)).toEqual([CONCERN]);
  },
);

test('a day on which a statement was made public says so', () => {
  expect(remarksOn('10 July 2019', CONCERN)?.at(-1)).toBe('made public 10 July 2019');
  expect(remarksOn('8 July 2019', CONCERN)?.at(-1)).toBe('8 July 2019');
});

test('who read a statement out is told where that is what was asked for', () => {
  for (const { deliveredBy, id, votes } of statements) {
    if (deliveredBy === null) continue;
    const name = nameOf(dataset, deliveredBy, english);
    expect(remarksOn(name, id)?.at(-1)).toBe(
      `${votes ? 'introduced' : 'read out'} by ${nameInSentence(dataset, deliveredBy, english)}`,
    );
    expect(remarksOn(`${id.slice(0, 10)}`, id)?.at(-1)).toBe(english.date(id.slice(0, 10)));
  }
});

test('a document symbol stands beside the line, with a warning where no source confirms it', () => {
  for (const { id, document } of statements) {
    if (!document) continue;
    const remark = remarksOn(document.symbol, id)?.at(-1);
    expect(remark).toBe(document.verified ? document.symbol : `${document.symbol}, not verified`);
  }
});

test('quotes as an article has them', () => {
  expect(found('a letter signed by 22 countries')).toContain(CONCERN);
  expect(found('“joint letter” of 37 states')).toContain(SUPPORT);
});

test('nothing, or nothing but filling words, finds nothing', () => {
  for (const query of ['', '  ', '…', 'the countries', '31 February', 'zzz']) expect(found(query), query).toEqual([]);
});

test('each word narrows what is found, in whatever order, oldest first', () => {
  const word = fc.constantFrom('2019', '2021-', '22', '37', 'letter', 'support', 'concern', 'Cuba', 'Hong', 'vote', 'a/hrc/41');
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), word, (words, more) => {
      const before = found(words.join(' '));
      const narrowed = found([...words, 'of the', more].join(' '));
      expect(before).toEqual(expect.arrayContaining(narrowed));
      expect(found([more, ...words].join(' '))).toEqual(narrowed);
      expect(narrowed).toEqual(narrowed.toSorted());
    }),
  );
});

test('in languages that part no words by spaces, one may begin anywhere', () => {
  const inChinese = (query: string) => findStatements(dataset, query, wordsIn('zh-Hans')).map(({ id }) => id);
  const { headline, meta } = statementLine(statementById(dataset, CONCERN) ?? expect.fail(), wordsIn('zh-Hans'));
  const run = headline.match(/\p{Script=Han}{4,}/u)?.[0] ?? expect.fail(headline);
  for (const part of [run.slice(0, 2), run.slice(1, 3), run.slice(-2)])
    expect(inChinese(`${part} 2019年7月`), part).toContain(CONCERN);
  expect(inChinese(meta[1]?.slice(-3) ?? '')).toContain(CONCERN);
  expect(found('ncern')).toEqual([]);
});

test('anything at all may be asked', () => {
  fc.assert(fc.property(fc.string(), (query) => void expect(found(query).length).toBeLessThanOrEqual(statements.length)));
});

test('both sides are found by the same words', () => {
  for (const { concern, support } of answerPairs(dataset)) {
    for (const { stance, date } of [concern, support]) expect(found(`${stance} ${date}`)).toContain(`${date}-${stance}`);
  }
});
