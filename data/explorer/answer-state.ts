/** Where in the explorer a reader wants to be who comes from elsewhere: with a few words, or from the card of a statement or country. */
import { findStatements } from '../find-statements.ts';
import type { Words } from '../messages.ts';
import { countriesMeant } from '../queries.ts';
import type { CountryCode, Dataset, StatementId } from '../schema.ts';
import { DEFAULT_STATE, type ExplorerState, LONGEST_QUERY } from './state.ts';

/** The one country or statement that the words name, as the address bar offers them; else the search for the words. */
export function answerState(dataset: Dataset, text: string, words: Words): ExplorerState {
  // A letter that is cut in two is mended.
  const q = text.trim().slice(0, LONGEST_QUERY).toWellFormed();
  const [country, ...others] = countriesMeant(dataset, q, words);
  if (country && others.length === 0) return subjectState({ statement: null, country: country.code });
  const [statement, ...more] = findStatements(dataset, q, words);
  if (!country && statement && more.length === 0) return subjectState({ statement: statement.id, country: null });
  return { ...DEFAULT_STATE, view: 'search', q };
}

/** A country in the matrix, where its row is; a statement on the timeline. */
export function subjectState(subject: {
  readonly statement: StatementId | null;
  readonly country: CountryCode | null;
}): ExplorerState {
  const { statement, country } = subject;
  return { ...DEFAULT_STATE, view: country === null ? 'timeline' : 'matrix', statement, country };
}
