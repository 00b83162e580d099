import fc from 'fast-check';
import { lexer, type Token, type Tokens } from 'marked';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { cslCitation, markdownCitation, plainCitation } from '../../data/citation.ts';
import { countryContext } from '../../data/country-context.ts';
import { dataset } from '../../data/dataset.ts';
import { contextFor, type PopoverContext } from '../../data/popover-context.ts';
import type { StatementId } from '../../data/schema.ts';
import { english, wordsIn } from '../support/words.ts';

const to = (...link: StatementId[]) => contextFor(dataset, { kind: 'statement', link, reasons: [] }, {}, english);
const LETTER = to('2019-07-08-concern');
const CHOICE = to('2020-10-06-concern', '2021-06-22-concern');
const REGION = contextFor(dataset, { kind: 'xinjiang' }, {}, english);
const STATE = `Undersigned dataset of ${english.date(dataset.updated)}.`;

/** As much of https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json as is used; that allows no other fields either. */
const CslItems = v.pipe(
  v.array(
    v.strictObject({
      type: v.picklist(['document', 'article-newspaper', 'report', 'webpage', 'dataset']),
      id: v.pipe(v.string(), v.minLength(1)),
      title: v.pipe(v.string(), v.minLength(1)),
      author: v.optional(v.pipe(v.array(v.strictObject({ literal: v.string() })), v.minLength(1))),
      issued: v.optional(
        v.strictObject({
          'date-parts': v.tuple([v.pipe(v.array(v.pipe(v.number(), v.integer())), v.minLength(1), v.maxLength(3))]),
        }),
      ),
      genre: v.optional(v.string()),
      language: v.optional(v.string()),
      note: v.string(),
      number: v.optional(v.string()),
      publisher: v.optional(v.string()),
      'container-title': v.optional(v.string()),
      version: v.optional(v.string()),
      URL: v.optional(v.pipe(v.string(), v.url())),
    }),
  ),
  v.minLength(1),
  v.check((items) => new Set(items.map(({ id }) => id)).size === items.length, 'expected each id once'),
);

const items = (context: PopoverContext) => v.parse(CslItems, JSON.parse(cslCitation(dataset, context, english)));

describe('a citation in plain text', () => {
  test('says what, who, where and when, its document, its sources and the state of the record', () => {
    const text = plainCitation(dataset, LETTER, english);
    expect(text).toMatch(
      /^22 countries voiced concern, in a joint letter about Xinjiang\. Letter, UN Human Rights Council, 8 July 2019\. /,
    );
    expect(text).toContain('UN document A/HRC/41/G/11 (symbol not verified), https://docs.un.org/en/A/HRC/41/G/11.');
    if (LETTER.kind !== 'statement') throw new Error('no statement');
    for (const { publisher, url } of LETTER.sources) {
      expect(text).toContain(publisher);
      expect(text).toContain(url ?? publisher);
    }
    expect(text.endsWith(`\n${STATE}`)).toBe(true);
  });

  test('of a choice says that it is one, and cites each', () => {
    const lines = plainCitation(dataset, CHOICE, english).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^This could be one of two\. /);
    expect(lines[1]).toContain('6 October 2020');
    expect(lines[2]).toContain('22 June 2021');
    expect(lines[3]).toBe(STATE);
  });

  test('of the record in brief says what the card says', () => {
    expect(plainCitation(dataset, REGION, english).split('\n')).toEqual([
      `${REGION.headline}. ${REGION.subhead}.`.replaceAll('\u00a0', ' '),
      STATE,
    ]);
  });

  test.each(dataset.statements.map(({ id }) => id))('of %s has nothing empty or doubled in it', (id) => {
    for (const text of [plainCitation(dataset, to(id), english), markdownCitation(dataset, to(id), english)]) {
      expect(text).not.toMatch(/undefined|null|\.\.|,,| {2}|\u00a0|Sources: [.;]/);
    }
  });
});

describe('a citation in Markdown', () => {
  test('reads as the plain one, with its addresses as links', () => {
    for (const { id } of dataset.statements) {
      const context = to(id);
      if (context.kind !== 'statement') throw new Error('no statement');
      const { text, links } = rendered(markdownCitation(dataset, context, english));
      const urls = [context.document?.url, ...context.sources.map(({ url }) => url)].filter((url) => url != null);
      expect(links.map((link) => decodeURI(link))).toEqual(urls.map((url) => decodeURI(url)));
      const plain = urls.reduce((left, url) => left.replace(`, ${url}`, ''), plainCitation(dataset, context, english));
      expect(text).toBe(plain);
    }
  });

  test('means every character as it is written, whatever a publisher is called', () => {
    const hostile = fc
      .string({ unit: fc.constantFrom(...'\\`*_[]<>~&!()#a1; '), minLength: 1, maxLength: 12 })
      .map((text) => `P${text.trim()}E`.replace(/ +/g, ' '));
    fc.assert(
      fc.property(hostile, (publisher) => {
        expect(rendered(markdownCitation(dataset, contextWith(publisher), english)).text).toContain(publisher);
      }),
    );
  });
});

describe('a citation in CSL-JSON', () => {
  test.each(dataset.statements.map(({ id }) => id))('of %s is what reference managers take', (id) => {
    const [statement, ...sources] = items(to(id));
    expect(statement).toMatchObject({
      id: `undersigned-${id}`,
      issued: { 'date-parts': [id.slice(0, 10).split('-').map(Number)] },
    });
    expect(statement?.note).toContain(STATE);
    expect(sources).toHaveLength(dataset.statements.find((each) => each.id === id)?.readerSources.length ?? -1);
  });

  test('has the document symbol as number, and says where it is not verified', () => {
    expect(items(LETTER)[0]).toMatchObject({
      type: 'document',
      genre: 'Joint letter',
      number: 'A/HRC/41/G/11',
      URL: 'https://docs.un.org/en/A/HRC/41/G/11',
      note: expect.stringContaining('not verified'),
    });
    expect(items(to('2019-07-12-support'))[0]?.note).not.toContain('not verified');
  });

  test('has no publisher for a title', () => {
    for (const { title, publisher, 'container-title': paper } of items(LETTER).slice(1)) {
      expect(title).not.toBe(publisher ?? paper);
      if (title.includes('not recorded')) expect(title).toMatch(/^\[.+\]$/);
    }
  });

  test('has as its author the state that read a statement out, and none for a letter or a vote', () => {
    expect(items(to('2020-10-06-concern'))[0]?.author).toEqual([{ literal: 'Germany' }]);
    for (const context of [LETTER, to('2022-10-06-vote')]) expect(items(context)[0]?.author).toBeUndefined();
  });

  test('of a choice has each statement, of the record in brief the record', () => {
    const statements = items(CHOICE).filter(({ genre }) => genre);
    expect(statements.map(({ id }) => id)).toEqual(['undersigned-2020-10-06-concern', 'undersigned-2021-06-22-concern']);
    expect(items(REGION)).toMatchObject([{ type: 'dataset', version: dataset.updated }]);
  });

  test('of two countries is told apart by its id, and from that of the record', () => {
    const ids = ['QA', 'SO'].map((code) => {
      const context = countryContext(dataset, code, english);
      if (!context) throw new Error('no country');
      return items(context)[0]?.id;
    });
    expect(ids).toEqual(['undersigned-record-QA', 'undersigned-record-SO']);
    expect(items(REGION)[0]?.id).toBe('undersigned-record');
  });

  test('has no marks of direction in it', () => {
    const arabic = wordsIn('ar');
    const context = contextFor(dataset, { kind: 'statement', link: ['2019-07-08-concern'], reasons: [] }, {}, arabic);
    const isolates = /[\u2066-\u2069]/;
    expect(plainCitation(dataset, context, arabic)).toMatch(isolates);
    expect(cslCitation(dataset, context, arabic)).not.toMatch(isolates);
  });

  test('says of a list that is not known in full that it is not', () => {
    expect(items(to('2021-03-12-support'))[0]?.note).toContain('may have taken part');
  });
});

/** What a reader of rendered Markdown sees, and where its links lead. */
function rendered(markdown: string): { text: string; links: string[] } {
  const links: string[] = [];
  const textOf = (tokens: readonly Token[]): string =>
    tokens
      .map((token) => {
        if (token.type === 'link') links.push((token as Tokens.Link).href);
        if ('tokens' in token && token.tokens) return textOf(token.tokens);
        if (token.type === 'paragraph' || token.type === 'text' || token.type === 'escape') return (token as Tokens.Text).text;
        throw new Error(`Markdown of type ${token.type}: ${token.raw}`);
      })
      .join('');
  return { text: textOf(lexer(markdown, { gfm: false })), links };
}

/** The card of a letter whose sources are all called so. */
function contextWith(publisher: string) {
  const statements = dataset.statements.map((statement) => ({
    ...statement,
    sources: statement.sources.map((source) => ({ ...source, publisher })),
  }));
  return contextFor({ ...dataset, statements }, { kind: 'statement', link: ['2019-07-08-concern'], reasons: [] }, {}, english);
}
