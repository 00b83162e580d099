/**
 * Cuts the dataset to what readers see, so that what is injected into pages stays small. Knows nothing of files or bundlers.
 */
import type { ContextFact, Dataset, Source, SourceTier, Statement } from './schema.ts';

/**
 * A copy of the dataset without what only maintainers need: `research`, `supports`, the sources of origins and of tier `evidence`, and
 * those that nothing shown to readers points to. Of a fact's sources the best two stay, best first.
 *
 * References to sources are renumbered; one that pointed to evidence is dropped. A fact all of whose sources are
 * evidence is left out, since a reader could not be told where it comes from. Throws where a quotation rests on
 * evidence, which readDataset() rules out.
 */
export function toReaderDataset(dataset: Dataset): Dataset {
  return {
    statements: dataset.statements.map(toReaderStatement),
    facts: dataset.facts.filter(hasReaderSource).map(toReaderFact),
    countries: dataset.countries,
    updated: dataset.updated,
  };
}

/** Whether any source of the fact may be shown to a reader. */
export function hasReaderSource(fact: ContextFact): boolean {
  return fact.sources.some(isForReaders);
}

/** From the source closest to the event to the one a reader should weigh most; `evidence` is for maintainers. */
const TIERS = ['primary', 'press', 'research', 'state-media', 'advocacy', 'evidence'] as const satisfies readonly SourceTier[];
const SOURCES_OF_A_FACT = 2;

function isForReaders(source: Source): boolean {
  return source.tier !== 'evidence';
}

function toReaderStatement(statement: Statement): Statement {
  const { research: _, ...rest } = statement;
  const newIndex = new Map<number, number>();
  const used = referencesOf(statement);
  statement.sources.forEach((source, index) => {
    if (isForReaders(source) && used.has(index)) newIndex.set(index, newIndex.size);
  });
  const renumber = (refs: readonly number[]) => refs.flatMap((ref) => newIndex.get(ref) ?? []);
  return {
    ...rest,
    listOrigins: statement.listOrigins.map(({ name }) => ({ name })),
    events: statement.events.map((event) => ({ ...event, sources: renumber(event.sources) })),
    quotes: statement.quotes.map((quote) => {
      const source = newIndex.get(quote.source);
      if (source === undefined) throw new Error(`${statement.id}: a quotation rests on evidence: ${quote.text}`);
      return { ...quote, source };
    }),
    ...(statement.votes && {
      votes: {
        ...statement.votes,
        sources: renumber(statement.votes.sources),
      },
    }),
    sources: statement.sources.filter((_, index) => newIndex.has(index)).map(withoutSupports),
    readerSources: renumber(statement.readerSources),
  };
}

/** The indexes of the statement's sources that something shown to readers points to. */
function referencesOf(statement: Statement): Set<number> {
  return new Set([
    ...statement.readerSources,
    ...statement.quotes.map((quote) => quote.source),
    ...statement.events.flatMap((event) => event.sources),
    ...(statement.votes?.sources ?? []),
  ]);
}

function toReaderFact(fact: ContextFact): ContextFact {
  const { research: _, ...rest } = fact;
  const best = fact.sources.filter(isForReaders).toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
  return { ...rest, sources: best.slice(0, SOURCES_OF_A_FACT).map(withoutSupports) };
}

function withoutSupports({ supports: _, ...source }: Source): Source {
  return source;
}
