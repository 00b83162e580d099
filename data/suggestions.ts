/** What the address bar offers for a few words typed after our keyword: the answers of the popup's search, each as one line of text. */
import { countryContext } from './country-context.ts';
import { findStatements } from './find-statements.ts';
import { statementLine } from './popover-context.ts';
import { findCountries, statementById } from './queries.ts';
import type { Dataset } from './schema.ts';

export interface Suggestion {
  /** What the search has to be asked for to find just this first. */
  readonly content: string;
  /** Plain text. */
  readonly description: string;
}

/** The first `most`: countries by how well they match, then statements, oldest first. */
export function suggestionsFor(dataset: Dataset, text: string, most: number): Suggestion[] {
  const countries = findCountries(dataset, text)
    .slice(0, most)
    .flatMap(({ code, name }) => {
      const record = countryContext(dataset, code);
      return record ? [{ content: name, description: record.fullHeadline }] : [];
    });
  const statements = findStatements(dataset, text).flatMap(({ id, headline, meta }) => {
    const statement = statementById(dataset, id);
    if (!statement) return [];
    // What was asked may be no part of the line itself, which finds the statement again all the same.
    const day = statementLine(statement).meta.at(-1);
    return [{ content: `${headline}, ${day}`, description: [headline, ...meta].join(' · ') }];
  });
  return [...countries, ...statements].slice(0, most);
}
