/**
 * Everything in the data that a reader is told in our words, text by text. Others' words stay out: quotations, headlines of
 * sources. For checks of wording, and for tests that change every one of them.
 */
import type { ContextFactRecord, DatasetRecord, SourceRecord, StatementRecord } from './schema.ts';
import { isForReaders } from './source-tiers.ts';

export interface ReaderText {
  /** Within data/. */
  readonly file: string;
  readonly record: string;
  readonly field: string;
  readonly text: string;
}

export function readerTexts(dataset: DatasetRecord): ReaderText[] {
  return [
    ...dataset.statements.flatMap((statement) =>
      statementTexts(statement).map(([field, text]) => ({
        file: `statements/${statement.id}.json`,
        record: statement.id,
        field,
        text,
      })),
    ),
    ...dataset.facts.flatMap((fact, index) =>
      factTexts(fact).map(([field, text]) => ({
        file: 'facts.json',
        record: fact.id,
        field: `facts.${index}.${field}`,
        text,
      })),
    ),
    ...dataset.council.flatMap(({ year, sources }, index) =>
      publishers(sources).map(([field, text]) => ({
        file: 'council.json',
        record: String(year),
        field: `years.${index}.${field}`,
        text,
      })),
    ),
  ];
}

type Field = readonly [field: string, text: string];

function statementTexts(statement: StatementRecord): Field[] {
  const { forum, group, stanceBasis, summary, events, quotes, caveats, sources } = statement;
  return [
    ['forum', forum],
    ...optional('group.name', group?.name),
    ...optional('group.note', group?.note),
    ...optional('stanceBasis', stanceBasis),
    ['summary', summary],
    ...events.flatMap(({ note }, index) => optional(`events.${index}.note`, note)),
    ...quotes.flatMap(({ by }, index) => optional(`quotes.${index}.by`, by)),
    ...caveats.map((caveat, index): Field => [`caveats.${index}`, caveat]),
    ...publishers(sources),
  ];
}

function factTexts({ claim, attributedTo, sources }: ContextFactRecord): Field[] {
  return [['claim', claim], ['attributedTo', attributedTo], ...publishers(sources)];
}

function publishers(sources: readonly SourceRecord[]): Field[] {
  return sources.flatMap(({ publisher, tier }, index): Field[] =>
    isForReaders(tier) ? [[`sources.${index}.publisher`, publisher]] : [],
  );
}

function optional(field: string, text: string | undefined): Field[] {
  return text === undefined ? [] : [[field, text]];
}
