/**
 * Everything that data/ says to a reader is in their language: with every message in brackets, no English is left outside of them but
 * texts and names of the record.
 */
import { describe, expect, test } from 'vitest';
import { articleCheck } from '../../data/article-check.ts';
import { recordAsOf, statementAsOf } from '../../data/as-of.ts';
import { cslCitation, markdownCitation, plainCitation } from '../../data/citation.ts';
import { countryContext } from '../../data/country-context.ts';
import { dataset } from '../../data/dataset.ts';
import { findStatements } from '../../data/find-statements.ts';
import type { Words } from '../../data/messages.ts';
import {
  answerOf,
  answersFor,
  contextFor,
  type PopoverContext,
  type PopoverTarget,
  plainText,
} from '../../data/popover-context.ts';
import { findCountries } from '../../data/queries.ts';
import { errorReport } from '../../data/report.ts';
import type { Dataset, Source, Statement } from '../../data/schema.ts';
import { suggestionsFor } from '../../data/suggestions.ts';
import { outsideBrackets, pseudoWords } from '../support/pseudo.ts';
import { wordsIn } from '../support/words.ts';

const words = pseudoWords();
const ids = dataset.statements.map(({ id }) => id);
const codes = dataset.countries.map(({ code }) => code);
const DATES = ['2018', '2019-07-09', '2019-07-15', '2019-07', '2021-06-24', '2022-10-06', '2023-10-20', '2026-01-01'];
const REASONS = [{ cue: 'count', text: '22' }] as const;
const of = (...link: string[]): PopoverTarget => ({ kind: 'statement', link, reasons: REASONS });
const TARGETS: readonly PopoverTarget[] = [
  { kind: 'xinjiang' },
  ...ids.map((id) => of(id)),
  of('2021-06-22-support', '2021-09-24-support', '2022-06-14-support'),
];

/** What the record says in its own words or others': sentences, titles, publishers, symbols. The longest first, since one may hold another. */
const DATA = [
  ...new Set([
    ...dataset.statements.flatMap(statementTexts),
    ...dataset.facts.flatMap(({ claim, attributedTo, sources }) => [claim, attributedTo, ...sources.flatMap(sourceTexts)]),
    ...dataset.council.flatMap(({ sources }) => sources.flatMap(sourceTexts)),
  ]),
].toSorted((a, b) => b.length - a.length);
/** Fields that are read by programs. */
const CODES = new Set(
  'kind id code stance choice completeness certainty language review cue url type version number URL'.split(' '),
);

function statementTexts({
  id,
  forum,
  stanceBasis,
  summary,
  events,
  quotes,
  caveats,
  group,
  sources,
  document,
}: Statement): string[] {
  return [
    ...[id, forum, stanceBasis, summary, group?.name, group?.note, document?.symbol, ...caveats],
    ...events.map(({ note }) => note),
    ...quotes.flatMap(({ text, by }) => [text, by]),
    ...sources.flatMap(sourceTexts),
  ].filter((text) => typeof text === 'string');
}

function sourceTexts({ publisher, title }: Source): string[] {
  return title === null ? [publisher] : [publisher, title];
}

/** Every text of a value that a reader is shown. */
function shownIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (CODES.has(name) ? [] : shownIn(inner)));
}

/** What of a value's texts is neither a message nor a text of the record. */
function ours(value: unknown): string[] {
  return [...new Set(shownIn(value))].flatMap((text) => {
    const rest = outsideBrackets(text).replace(/https?:\/\/[^\s)]+/g, '');
    if (!/\p{L}/u.test(rest)) return [];
    const left = DATA.reduce((all, known) => all.replaceAll(known, ''), rest);
    return /\p{L}{2}/u.test(left) ? [left] : [];
  });
}

const expectNoneIn = (value: unknown) => expect(ours(value)).toEqual([]);

/** The record with one statement changed into a shape that it does not have so far. */
function changed(id: string, change: Partial<Statement>): Dataset {
  return { ...dataset, statements: dataset.statements.map((each) => (each.id === id ? { ...each, ...change } : each)) };
}

test('a text of ours would be noticed, and texts of the record would not', () => {
  expect(ours({ headline: `22 countries ${words.say('card.kind.letter')}`, kind: 'statement' })).toEqual(['22 countries ']);
  expectNoneIn([dataset.statements[0]?.summary, words.say('card.kind.letter'), '22 · 8']);
});

describe('no English of ours is in', () => {
  test.each(TARGETS.map((target) => [target.kind === 'statement' ? target.link.join(', ') : 'the region', target] as const))(
    'the card of %s, as text, as a citation and in a report',
    (_, target) => {
      const context = contextFor(dataset, target, {}, words);
      expectNoneIn(context);
      expectNoneIn(plainText(context, words).split('\n'));
      expectNoneIn(plainCitation(dataset, context, words).split('\n'));
      expectNoneIn(markdownCitation(dataset, context, words).replaceAll('\\', '').split('\n'));
      expectNoneIn(
        JSON.parse(cslCitation(dataset, context, words)).map(
          ({ id: _, publisher: __, ...item }: Record<string, unknown>) => item,
        ),
      );
      const report = errorReport({ context, text: '22', before: '', after: '', version: '1', address: '2' }, words);
      expectNoneIn([report.title, ...report.body.split('\n')]);
    },
  );

  test.each(DATES)('what is said of a page of %s', (date) => {
    for (const statement of dataset.statements) expectNoneIn(statementAsOf(dataset, statement, date, words));
    expectNoneIn(recordAsOf(dataset, date, words));
    for (const target of TARGETS) expectNoneIn(plainText(contextFor(dataset, target, { date }, words), words).split('\n'));
  });

  test.each(DATES)('what is said of the words of a page of %s', (date) => {
    const named = 'Italy, Qatar, Yemen, Iraq, Fiji and Brazil';
    const text = `On the day 38 countries, including ${named}, signed.`;
    const lines = dataset.statements.flatMap((statement) =>
      [
        [{ value: 38, low: 38, high: 38 }],
        [{ value: 38, low: 39, high: 99 }],
        [19, 16, 12].map((value) => ({ value, low: value, high: value })),
      ].flatMap((counts) =>
        articleCheck(dataset, statement, { text, start: 11, end: 23, counts, reasons: [{ cue: 'date', text: '' }] }, date, words),
      ),
    );
    if (date > '2022-10-06') expect(lines.length).toBeGreaterThan(5);
    expectNoneIn(lines);
  });

  test('the card of any country', () => {
    for (const code of codes) {
      const context = countryContext(dataset, code, words) as PopoverContext;
      expectNoneIn(context);
      expectNoneIn(plainText(context, words).split('\n'));
    }
  });

  test('any answer to a search', () => {
    for (const id of ids) for (const code of codes) expectNoneIn(answerOf(dataset, id, code, words));
    for (const query of ['Cuba', '50 countries', '10 July 2019', 'a/hrc/41', 'Germany']) {
      expectNoneIn(findStatements(dataset, query, words));
      expectNoneIn(suggestionsFor(dataset, query, 9, words));
    }
  });

  test.each<[string, string, Partial<Statement>]>([
    ['an approximate number', '2019-10-29-support', { announcedCount: null, approximateCount: { precision: 'about', near: 60 } }],
    [
      'one on Hong Kong',
      '2020-06-30-support-hong-kong',
      { announcedCount: null, approximateCount: { precision: 'nearly', near: 60 } },
    ],
    ['a letter read out', '2019-07-08-concern', { deliveredBy: 'DE' }],
    [
      'a letter of unknown text',
      '2019-07-08-concern',
      { topics: [], deliveredBy: 'DE', stanceBasis: 'As described by China Daily.' },
    ],
    ['a list whose end is not known', '2019-07-08-concern', { list: 'partial' }],
    ['a list that lacks one', '2019-07-08-concern', { list: 'partial', announcedCount: 23 }],
    ['a count without a day', '2019-07-08-concern', { laterCounts: [{ count: 24, date: null }] }],
    ['a later year', '2019-07-08-concern', { laterCounts: [{ count: 24, date: '2020-01' }] }],
    [
      'a draft that was adopted',
      '2022-10-06-vote',
      { votes: { ...voteOf('2022-10-06-vote'), outcome: 'adopted' }, deliveredBy: null },
    ],
    ['what was made public later', '2022-09-13-support', { madePublic: '2022-09-20' }],
  ])('shapes that the record may come to have: %s', (_, id, change) => {
    const any = changed(id, change);
    for (const date of [undefined, '2019-07-09', '2019-07-20', '2022-09-14', '2026-01-01']) {
      const context = contextFor(any, of(id), date === undefined ? {} : { date }, words);
      expectNoneIn(context);
      expectNoneIn(plainText(context, words).split('\n'));
    }
    for (const code of ['DE', 'CN', 'IT', 'QA']) expectNoneIn(countryContext(any, code, words));
  });
});

function voteOf(id: string): NonNullable<Statement['votes']> {
  const votes = dataset.statements.find((each) => each.id === id)?.votes;
  if (!votes) throw new Error(id);
  return votes;
}

describe('another language', () => {
  const german = wordsIn('de');
  const inGerman = (id: string, to: Words = german) => {
    const context = contextFor(dataset, of(id), {}, to);
    if (context.kind !== 'statement') throw new Error(id);
    return context;
  };

  test('has its own dates, numbers, names and their order', () => {
    const { meta, list } = inGerman('2019-07-12-support');
    expect(meta.at(-1)).toBe('12. Juli 2019');
    expect(list.joinedLater[0]?.label).toBe('zwischen dem 13. und dem 26. Juli 2019');
    expect(list.withdrew[0]?.countries).toEqual([{ code: 'QA', name: 'Katar' }]);
    const names = list.groups[0]?.countries.map(({ name }) => name) ?? [];
    expect(names).toContain('Ägypten');
    expect(names).toEqual(names.toSorted(new Intl.Collator('de').compare));
    expect(inGerman('2019-07-12-support', wordsIn('zh-Hans')).meta.at(-1)).toBe('2019年7月12日');
  });

  test('is told of each source in what language it is, unless that is its own', () => {
    const sources = ids.flatMap((id) => inGerman(id).sources);
    expect(sources.some(({ language }) => language === 'Englisch')).toBe(true);
    expect(sources.filter(({ language }) => language?.includes('Deutsch'))).toEqual([]);
  });

  test('says of texts of the record that they are English where they are not translated', () => {
    const { summary, caveats } = inGerman('2019-07-12-support', pseudoWords());
    for (const { language } of [summary, ...caveats]) expect(language).toBe('en');
  });

  test.each([
    ['de', 'Ägypten', 'EG'],
    ['de', 'agypten', 'EG'],
    ['zh-Hans', '德国', 'DE'],
    ['ru', 'Катар', 'QA'],
    ['ar', 'قطر', 'QA'],
    ['tr', 'Egypt', 'EG'],
  ] as const)('finds a country by the name it has there, and by its English one: %s, %s', (language, query, code) => {
    expect(findCountries(dataset, query, wordsIn(language))[0]?.code).toBe(code);
    expect(answersFor(dataset, '2019-07-12-support', query, wordsIn(language))[0]?.code).toBe(code);
  });

  test.each([
    ['de', '8. Juli 2019'],
    ['fr', '8 juil 2019'],
    ['es', '8 de julio de 2019'],
    ['ru', '8 июля 2019'],
    ['ar', '8 يوليو 2019'],
    ['zh-Hans', '2019年7月8日'],
    ['zh-Hant', '7月8日'],
    ['ja', '2019年7月'],
    ['tr', '8 Temmuz 2019'],
    ['pt', '8 July 2019'],
  ] as const)('finds a statement by its day as it is written there: %s, %s', (language, query) => {
    expect(findStatements(dataset, query, wordsIn(language)).map(({ id }) => id)).toContain('2019-07-08-concern');
  });

  test('takes a number for a day before “de” and the month, not after', () => {
    const found = findStatements(dataset, 'carta de julio de 22 países', wordsIn('es')).map(({ id }) => id);
    expect(found).toEqual(['2019-07-08-concern']);
  });

  test('finds a statement by the first of a month as French writes it', () => {
    expect(findStatements(dataset, '1er juillet 2020', wordsIn('fr')).map(({ id }) => id)).toEqual(['2020-07-01-support']);
  });

  test.each(['de', 'fr', 'es', 'ar', 'ja', 'zh-Hans'] as const)(
    'has suggestions that lead back to what they suggest: %s',
    (language) => {
      const there = wordsIn(language);
      for (const { id, date } of dataset.statements) {
        const led = suggestionsFor(dataset, date, Number.POSITIVE_INFINITY, there).map(({ content }) =>
          findStatements(dataset, content, there).map((line) => line.id),
        );
        expect(led).toContainEqual([id]);
      }
      for (const country of dataset.countries.filter((_, index) => index % 10 === 0)) {
        const [first] = suggestionsFor(dataset, there.country(country), 1, there);
        expect(findCountries(dataset, first?.content ?? '', there)[0]?.code).toBe(country.code);
      }
    },
  );
});
