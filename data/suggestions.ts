/** What the address bar offers for a few words typed after our keyword: the answers of the popup's search, each as one line of text. */
import { countryContext } from './country-context.ts';
import { englishNames, NAMES_OF_SEVERAL } from './country-names.ts';
import { findStatements, nameOfLine } from './find-statements.ts';
import type { Words } from './messages.ts';
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
export function suggestionsFor(dataset: Dataset, text: string, most: number, words: Words): Suggestion[] {
  const countries = findCountries(dataset, text, words)
    .slice(0, most)
    .flatMap((country) => {
      const record = countryContext(dataset, country.code, words);
      const name = words.country(country);
      // A name of several leads to the search for it.
      const content = (NAMES_OF_SEVERAL.includes(name) && englishNames(country)[0]) || name;
      return record ? [{ content, description: record.fullHeadline }] : [];
    });
  const statements = findStatements(dataset, text, words).flatMap(({ id, headline, meta }) => {
    const statement = statementById(dataset, id);
    if (!statement) return [];
    // What was asked may be no part of the line itself, which finds the statement again all the same.
    const content = nameOfLine(statementLine(statement, words), words);
    return [{ content, description: [headline, ...meta].join(' · ') }];
  });
  return [...countries, ...statements].slice(0, most);
}
