/**
 * Finds anything in the record by words: countries under the names they have in any of our languages, statements, facts, quotations and
 * sources. Countries in the reader's language and statements are found as in the popup's search; looks at no stance.
 */
import { displayName } from '../country-names.ts';
import { findStatements } from '../find-statements.ts';
import { LANGUAGES } from '../languages.ts';
import type { Words } from '../messages.ts';
import { findCountries, folded, hasWordFrom, statementById } from '../queries.ts';
import type { ContextFact, Country, Dataset, Quote, Source, Statement } from '../schema.ts';

export interface Hits {
  /** Those of that name in English first. */
  readonly countries: readonly Country[];
  /** Those found by what their line says first. */
  readonly statements: readonly Statement[];
  readonly facts: readonly ContextFact[];
  readonly quotations: readonly { readonly statement: Statement; readonly quote: Quote }[];
  /** Each once, at the first statement that has it. */
  readonly sources: readonly { readonly statement: Statement; readonly source: Source }[];
}

const NOTHING: Hits = { countries: [], statements: [], facts: [], quotations: [], sources: [] };

/** What has all the words in it, whatever their case and accents; words may be cut short. A blank query finds nothing. */
export function searchRecord(dataset: Dataset, query: string, words: Words): Hits {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return NOTHING;
  const isCalled = (country: Country) => namesAbroad(country).some((name) => hasAll(name, wanted));
  // The record's texts are English: what they say of Qatar is found under Catar, too.
  const named = dataset.countries.filter((country) => namesAbroad(country).some((name) => folded(name) === folded(query)));
  const asked = [wanted, ...named.map(({ name }) => wordsOf(name))];
  const fits = (...texts: readonly (string | null | undefined)[]) => {
    const text = texts.filter(Boolean).join(' ');
    return asked.some((each) => hasAll(text, each));
  };
  const known = findCountries(dataset, query, words);
  const lines = findStatements(dataset, query, words).flatMap(({ id }) => statementById(dataset, id) ?? []);
  return {
    countries: [...new Set([...known, ...dataset.countries.filter(isCalled)])],
    statements: [
      ...new Set([
        ...lines,
        ...dataset.statements.filter(({ summary, forum, caveats, document }) =>
          fits(summary, forum, document?.symbol, ...caveats),
        ),
      ]),
    ],
    facts: dataset.facts.filter(({ claim, attributedTo }) => fits(claim, attributedTo)),
    quotations: dataset.statements.flatMap((statement) =>
      statement.quotes.filter(({ text, by }) => fits(text, by)).map((quote) => ({ statement, quote })),
    ),
    sources: sourcesIn(dataset).filter(({ source }) => fits(source.publisher, source.title, source.url)),
  };
}

function wordsOf(text: string): string[] {
  return folded(text).split(' ').filter(Boolean);
}

/** Whether words of the text begin with all of these. */
function hasAll(text: string, words: readonly string[]): boolean {
  const said = folded(text);
  return words.every((word) => hasWordFrom(said, word));
}

const abroad = new WeakMap<Country, readonly string[]>();

/** Kept: two thousand names come from the browser's tables. */
function namesAbroad(country: Country): readonly string[] {
  const known = abroad.get(country);
  if (known) return known;
  const names = [...new Set(LANGUAGES.map((language) => displayName(country, language)))];
  abroad.set(country, names);
  return names;
}

function sourcesIn({ statements }: Dataset): Hits['sources'][number][] {
  const seen = new Set<string>();
  return statements.flatMap((statement) =>
    statement.sources.flatMap((source) => {
      const key = source.url ?? `${source.publisher} ${source.title}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ statement, source }];
    }),
  );
}
