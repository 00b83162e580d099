import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ContextFact, CountryRecord, Host, Quote, SignatureEvent, Source, Statement } from '../../data/schema.ts';

const SOURCE = {
  publisher: 'The Japan Times (Reuters)',
  title: null,
  url: 'https://example.org/a',
  date: '2019-07',
  languages: ['en'],
  supports: 'count',
  tier: 'press',
};

const STATEMENT = {
  id: '2019-07-08-concern',
  date: '2019-07-08',
  kind: 'letter',
  forum: 'UN Human Rights Council, 41st session',
  body: 'HRC',
  stance: 'concern',
  topics: ['xinjiang'],
  deliveredBy: null,
  document: null,
  announcedCount: 1,
  announcedSources: [0],
  laterCounts: [],
  list: 'full',
  laterList: null,
  listOrigins: [{ name: 'The letter', sources: [0] }],
  events: [{ type: 'signed', country: 'AT', date: '2019-07-08', sources: [0] }],
  counterpart: null,
  summary: 'A letter.',
  quotes: [],
  sources: [SOURCE],
  readerSources: [0],
  contextSources: [],
  caveats: [],
  research: [],
  confidence: 'high',
};

/** The fields a value is refused for. */
function refusedFields(schema: v.GenericSchema, value: unknown): string[] {
  return v.safeParse(schema, value).issues?.map((issue) => v.getDotPath(issue) ?? '') ?? [];
}

describe('a statement', () => {
  test('is accepted as it stands in its file', () => {
    expect(refusedFields(Statement, STATEMENT)).toEqual([]);
  });

  test.each([
    ['a field nobody knows', { colour: 'red' }, ['colour']],
    ['a stance of its own wording', { stance: 'critical' }, ['stance']],
    ['a day that is no date', { date: '8 July 2019' }, ['date']],
    ['a day that the calendar does not have', { date: '2021-02-30' }, ['date']],
    ['an id in another form', { id: 'july-letter' }, ['id']],
    ['no source at all', { sources: [] }, ['sources']],
    [
      'a country by name',
      { events: [{ type: 'signed', country: 'Austria', date: '2019-07-08', sources: [0] }] },
      ['events.0.country'],
    ],
    ['a country code in lower case', { deliveredBy: 'at' }, ['deliveredBy']],
    ['a count of none', { announcedCount: 0 }, ['announcedCount']],
  ])('is refused with %s', (_, change, fields) => {
    expect(refusedFields(Statement, { ...STATEMENT, ...change })).toEqual(fields);
  });

  test('is refused without a research field, so that evidence is never lost by accident', () => {
    const { research: _, ...without } = STATEMENT;
    expect(refusedFields(Statement, without)).toEqual(['research']);
  });
});

describe('an event', () => {
  const EVENT = { type: 'withdrew', country: 'UA', date: '2021-06-24', sources: [0] };

  test('has a day, or the first and the last it can have been', () => {
    expect(refusedFields(SignatureEvent, EVENT)).toEqual([]);
    expect(refusedFields(SignatureEvent, { ...EVENT, date: { from: '2021-06-24', to: '2021-06-25' } })).toEqual([]);
  });

  test.each([
    ['a range of one day', { date: { from: '2021-06-24', to: '2021-06-24' } }, ['date']],
    ['no day', { date: null }, ['date']],
    ['no source', { sources: [] }, ['sources']],
    ['a kind nobody knows', { type: 'left' }, ['type']],
    ['a vote that is not about one', { recorded: 'yes' }, ['recorded']],
  ])('is refused with %s', (_, change, fields) => {
    expect(refusedFields(SignatureEvent, { ...EVENT, ...change })).toEqual(fields);
  });
});

describe('a source', () => {
  test('may be named without an address', () => {
    expect(refusedFields(Source, { ...SOURCE, url: null })).toEqual([]);
  });

  test.each([
    ['an address that is none', { url: 'see the library' }, ['url', 'url']],
    ['an address that runs code', { url: 'javascript:alert(1)' }, ['url']],
    ['a tier nobody knows', { tier: 'official' }, ['tier']],
    ['no language', { languages: [] }, ['languages']],
    ['languages in one string', { languages: ['en/zh'] }, ['languages.0']],
    ['a month that does not exist', { date: '2019-13' }, ['date']],
  ])('is refused with %s', (_, change, fields) => {
    expect(refusedFields(Source, { ...SOURCE, ...change })).toEqual(fields);
  });
});

test.each([['  Text'], ['Text '], [''], [' ']])(
  'text is refused with space around it, since a file holds what is shown: "%s"',
  (text) => {
    expect(refusedFields(Quote, { text, source: 0 })).toEqual(['text']);
  },
);

test('a country is in one of the five regional groups of the UN or in none', () => {
  const country = { code: 'FR', formalName: 'French Republic', otherNames: [], adjectives: ['French'], membership: 'member' };
  expect(refusedFields(CountryRecord, { ...country, group: 'western-europe' })).toEqual([]);
  expect(refusedFields(CountryRecord, { ...country, group: null })).toEqual([]);
  expect(refusedFields(CountryRecord, { ...country, group: 'europe' })).toEqual(['group']);
});

test('a context fact says whose account it is', () => {
  const fact = { id: 'a-fact', claim: 'A claim.', attributedTo: 'Reuters', date: '2019', statements: [], sources: [SOURCE] };
  expect(refusedFields(ContextFact, { ...fact, side: 'press' })).toEqual([]);
  expect(refusedFields(ContextFact, fact)).toEqual(['side']);
});

test.each([['https://example.org'], ['Example.org'], ['localhost'], ['']])(
  'a host is a name alone, so "%s" is refused',
  (host) => {
    expect(refusedFields(Host, { host: 'news.example.org', publisher: 'Somebody', tiers: ['press'] })).toEqual([]);
    expect(refusedFields(Host, { host, publisher: 'Somebody', tiers: ['press'] })).toEqual(['host']);
  },
);
