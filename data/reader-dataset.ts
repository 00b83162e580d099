/**
 * Cuts the dataset to what readers see, so that what is injected into pages stays small. Knows nothing of files or bundlers.
 */
import type { ContextFact, Country, Dataset, Source, Statement } from './schema.ts';
import { bestSources, isForReaders } from './source-tiers.ts';

/**
 * A copy of the dataset without what only maintainers need: `research`, `supports`, what origins are, whose description the stance of
 * a known text is, sources of tier `evidence`, and those that nothing shown to readers points to. Of a fact's sources the best two stay, best first.
 *
 * References to sources are renumbered; one that pointed to evidence is dropped. A fact all of whose sources are
 * evidence is left out, since a reader could not be told where it comes from. Throws where a quotation rests on
 * evidence, which readDataset() rules out.
 */
export function toReaderDataset(dataset: Dataset): Dataset {
  return {
    statements: dataset.statements.map(toReaderStatement),
    facts: dataset.facts.filter(hasReaderSource).map(toReaderFact),
    countries: dataset.countries.map(toReaderCountry),
    council: dataset.council.map(({ year, members, sources }) => ({ year, members, sources: bestOf(sources) })),
    updated: dataset.updated,
  };
}

/** Without the codes and names that nothing shown to readers needs so far. */
function toReaderCountry({ alpha3: _, numeric: __, formalName: ___, ...country }: Country): Country {
  return country;
}

/** Whether any source of the fact may be shown to a reader. */
export function hasReaderSource(fact: ContextFact): boolean {
  return fact.sources.some(({ tier }) => isForReaders(tier));
}

const SOURCES_OF_A_FACT = 2;

function toReaderStatement(statement: Statement): Statement {
  const { research: _, announcedSources: __, contextSources: ___, stanceBasis, ...rest } = statement;
  const newIndex = new Map<number, number>();
  const used = referencesOf(statement);
  statement.sources.forEach((source, index) => {
    if (isForReaders(source.tier) && used.has(index)) newIndex.set(index, newIndex.size);
  });
  const renumber = (refs: readonly number[]) => refs.flatMap((ref) => newIndex.get(ref) ?? []);
  return {
    ...rest,
    // Cards tell it of texts that are not known; of the others they have quotations and sources.
    ...(stanceBasis !== undefined && statement.topics.length === 0 && { stanceBasis }),
    laterCounts: statement.laterCounts.map(({ count, date }) => ({ count, date })),
    ...(statement.differingCounts && { differingCounts: statement.differingCounts.map(({ count }) => ({ count })) }),
    listOrigins: statement.listOrigins.map(() => ({})),
    events: statement.events.map((event) => ({ ...event, sources: renumber(event.sources) })),
    quotes: statement.quotes.map((quote) => {
      const source = newIndex.get(quote.source);
      if (source === undefined) throw new Error(`${statement.id}: a quotation rests on evidence: ${quote.text}`);
      return { ...quote, source };
    }),
    ...(statement.votes && { votes: { ...statement.votes, sources: renumberVotes(statement.votes.sources, renumber) } }),
    ...(statement.group && { group: { ...statement.group, sources: renumber(statement.group.sources) } }),
    sources: statement.sources.filter((_, index) => newIndex.has(index)).map(withoutSupports),
    readerSources: renumber(statement.readerSources),
  };
}

function renumberVotes({ yes, no, abstain }: VoteSources, renumber: (refs: readonly number[]) => number[]): VoteSources {
  return { yes: renumber(yes), no: renumber(no), abstain: renumber(abstain) };
}

type VoteSources = NonNullable<Statement['votes']>['sources'];

/** The indexes of the statement's sources that something shown to readers points to. */
function referencesOf(statement: Statement): Set<number> {
  return new Set([
    ...statement.readerSources,
    ...statement.quotes.map((quote) => quote.source),
    ...statement.events.flatMap((event) => event.sources),
    ...Object.values(statement.votes?.sources ?? {}).flat(),
    ...(statement.group?.sources ?? []),
  ]);
}

function toReaderFact(fact: ContextFact): ContextFact {
  const { research: _, ...rest } = fact;
  return { ...rest, sources: bestOf(fact.sources) };
}

/** The sources closest to the event, which are all that a reader needs of a fact. */
function bestOf(sources: readonly Source[]): Source[] {
  return bestSources(sources, SOURCES_OF_A_FACT).map(withoutSupports);
}

function withoutSupports({ supports: _, ...source }: Source): Source {
  return source;
}
