import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toReaderDataset } from '../../data/reader-dataset.ts';
import { readDataset } from '../../scripts/read-dataset.ts';

const record = readDataset(resolve(import.meta.dirname, '../../data'));
const readers = toReaderDataset(record);

/** The record's statements beside the readers' copies. */
const PAIRS = record.statements.map((statement, index) => {
  const copy = readers.statements[index];
  if (!copy) throw new Error(`${statement.id} has no copy`);
  return [statement.id, statement, copy] as const;
});

describe("the readers' copy", () => {
  test('holds nothing meant for maintainers', () => {
    const text = JSON.stringify(readers);
    expect(text).not.toContain('"research":[');
    expect(text).not.toContain('"supports":');
    expect(text).not.toContain('"tier":"evidence"');
  });

  test('links to no page that is kept as evidence', () => {
    const text = JSON.stringify(readers);
    const sources = [...record.statements, ...record.facts].flatMap((each) => each.sources);
    const elsewhere = new Set(sources.filter(({ tier }) => tier !== 'evidence').map(({ url }) => url));
    const evidence = sources
      .filter(({ tier, url }) => tier === 'evidence' && !elsewhere.has(url))
      .map(({ url }) => JSON.stringify(url));
    expect(evidence.length).toBeGreaterThan(0);
    expect(evidence.filter((url) => text.includes(url))).toEqual([]);
  });

  test.each(PAIRS)('%s keeps who signed, joined and withdrew', (_, statement, copy) => {
    const events = (each: typeof copy) => each.events.map(({ sources: _, ...event }) => event);
    expect(events(copy)).toEqual(events(statement));
  });

  test.each(PAIRS)('%s keeps how many origins its names have', (_, statement, copy) => {
    expect(copy.listOrigins).toHaveLength(statement.listOrigins.length);
  });

  test.each(PAIRS)('%s sends readers to the same sources in the same order', (_, statement, copy) => {
    const addresses = ({ sources, readerSources }: typeof copy) =>
      readerSources.map((index) => [sources[index]?.publisher, sources[index]?.url]);
    expect(addresses(copy)).toEqual(addresses(statement));
  });

  test.each(PAIRS)('%s keeps the source of each quotation and each signature', (_, statement, copy) => {
    const quoted = ({ quotes, sources }: typeof copy) => quotes.map(({ text, source }) => [text, sources[source]?.publisher]);
    expect(quoted(copy)).toEqual(quoted(statement));
    const signed = ({ events, sources }: typeof copy) =>
      events.map((event) =>
        event.sources.flatMap((index) => (sources[index]?.tier === 'evidence' ? [] : (sources[index]?.publisher ?? 'nothing'))),
      );
    expect(signed(copy)).toEqual(signed(statement));
  });

  test('gives each fact its best source first', () => {
    const order = ['primary', 'press', 'research', 'state-media', 'advocacy'];
    for (const fact of readers.facts) {
      const ranks = fact.sources.map(({ tier }) => order.indexOf(tier));
      expect(ranks.length, fact.id).toBeGreaterThan(0);
      expect(ranks, fact.id).toEqual(ranks.toSorted());
    }
  });

  test('cannot be made of a quotation that rests on evidence', () => {
    const [first] = record.statements;
    if (!first) throw new Error('no statements');
    const evidence = first.sources.findIndex(({ tier }) => tier === 'evidence');
    const broken = { ...first, quotes: [{ text: 'words', source: evidence }] };
    expect(() => toReaderDataset({ ...record, statements: [broken] })).toThrow(
      '2019-07-08-concern: a quotation rests on evidence: words',
    );
  });
});
