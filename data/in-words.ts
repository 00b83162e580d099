/**
 * Days, counts and names as a reader is told them, in their language. Knows one side no better than the other; which sentences a reader
 * is told is popover-context.ts's, country-context.ts's, as-of.ts's, article-check.ts's, citation.ts's. Every word is a message's.
 */
import type { RecordText, Words } from './messages.ts';
import { announcedSignatures, countryByCode } from './queries.ts';
import type { Country, CountryCode, Dataset, EventDate, Statement } from './schema.ts';

/** A stretch of text in one language: what we say is in the reader's, and so is a text of the record where it is translated. */
export type TextRun = RecordText;

/** The order in which both sides are shown, everywhere. */
export const STANCES = ['concern', 'support'] as const;

/** Kinds of statements as messages are called after them. */
export const KINDS = { letter: 'letter', 'joint-statement': 'statement', vote: 'vote' } as const;

/** The same of what is no vote. */
export function kindOfText({ kind }: Statement): 'letter' | 'statement' {
  return kind === 'letter' ? 'letter' : 'statement';
}

/** The state that all statements are about, and that is named beside them all. */
export const SUBJECT: CountryCode = 'CN';

/** A text of ours, to stand in a row with texts of the record. */
export function ours(text: string, { language }: Words): TextRun {
  return { text, language, review: null };
}

/** Runs one after the other, where their languages need not be told apart. */
export function plainRuns(runs: readonly TextRun[], words: Words): string {
  return runs.map((run, index) => `${betweenRuns(runs[index - 1], run, words)}${run.text}`).join('');
}

/** What stands before a run: nothing at the beginning, and between languages a space even where the reader's has none. */
export function betweenRuns(before: TextRun | undefined, run: TextRun, words: Words): string {
  if (!before) return '';
  const isReaders = [before, run].every(({ language }) => language === words.language);
  return isReaders ? words.say('card.betweenSentences') : ' ';
}

/** A day to stand alone: "24 June 2021"; where it is one of several, "24 or 25 June 2021", "between 22 and 24 June 2021". */
export function eventDate(date: EventDate, words: Words): string {
  if (typeof date === 'string') return words.date(date);
  return words.say(`card.date.alone.${spanOf(date)}`, words.endsOfRange(date.from, date.to));
}

/** The same within a sentence: "on 24 June 2021", "on 24 or 25 June 2021", "between 22 and 24 June 2021". */
export function eventDateInSentence(date: EventDate, words: Words): string {
  if (typeof date === 'string') return words.say('card.date.inSentence.day', { date: words.date(date) });
  return words.say(`card.date.inSentence.${spanOf(date)}`, words.endsOfRange(date.from, date.to));
}

function spanOf({ from, to }: Exclude<EventDate, string>): 'either' | 'between' {
  return Date.parse(to) - Date.parse(from) === DAY ? 'either' : 'between';
}

const DAY = 86_400_000;

/** "22", "nearly 80", or the length of the list where no number was announced. */
export function countInWords(statement: Statement, words: Words): string {
  const { approximateCount, announcedCount } = statement;
  if (approximateCount) return words.say(`card.count.${approximateCount.precision}`, { count: approximateCount.near });
  return words.number(announcedCount ?? announcedSignatures(statement).length);
}

export interface VoteCounts {
  readonly yes: number;
  readonly no: number;
  readonly abstained: number;
}

/** Undefined when it was no vote. */
export function voteCounts({ votes }: Statement): VoteCounts | undefined {
  return votes && { yes: votes.yes.length, no: votes.no.length, abstained: votes.abstain.length };
}

/** "17 yes, 19 no, 11 abstained"; of a letter or joint statement "37", "nearly 80". */
export function resultInWords(statement: Statement, words: Words): string {
  const votes = voteCounts(statement);
  return votes ? words.say('card.vote.result', { ...votes }) : countInWords(statement, words);
}

/** A country's name to stand alone or in a list. */
export function nameOf(dataset: Dataset, code: CountryCode, words: Words): string {
  const country = countryByCode(dataset, code);
  return country ? words.country(country) : code;
}

/** A country's name within a sentence: in English some take an article. */
export function nameInSentence(dataset: Dataset, code: CountryCode, words: Words): string {
  const name = nameOf(dataset, code, words);
  return words.language === 'en' && WITH_ARTICLE.test(name) ? `the ${name}` : name;
}

const WITH_ARTICLE =
  /^(United |State of |Holy See|Netherlands|Russian|Philippines|Gambia|Bahamas|Maldives|Comoros|Syrian|Lao |\w+ Islands|Central African|Dominican R)/;

/** The UN's regional group: "Latin America & Caribbean". */
export function regionInWords(group: Country['group'], words: Words): string {
  return words.say(`card.regionalGroup.${group ?? 'none'}`);
}

/** "Record of 24 November 2026." */
export function updatedLine(dataset: Dataset, words: Words): string {
  return words.say('card.updated', { date: words.date(dataset.updated) });
}

export function capitalised(text: string, { language }: Words): string {
  return `${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}`;
}

// Texts in a row, with the marks that the language has between them

/** Names: "A, B, C" */
export function commas(texts: readonly string[], words: Words): string {
  return texts.join(words.say('card.comma'));
}

/** Parts of one sentence, or of a line: "22 countries voiced concern, 8 July 2019" */
export function clauses(texts: readonly string[], words: Words): string {
  return texts.join(words.say('card.clauseComma'));
}

/** "A; B; C" */
export function semicolons(texts: readonly string[], words: Words): string {
  return texts.join(words.say('card.semicolon'));
}

/** "A: B" */
export function labelled(label: string, text: string, words: Words): string {
  return `${label}${words.say('card.colon')}${text}`;
}

/** "A (B)"; A alone where there is no remark on it. */
export function remarked(text: string, remark: string | undefined, words: Words): string {
  return remark ? words.say('card.remark', { text, remark }) : text;
}

/** Each with one full stop, unless it ends in something else that closes a sentence. */
export function sentences(texts: readonly string[], words: Words): string {
  return texts
    .map((text) => (/[.:!?…。：！？][\p{Pe}\p{Pf}\u2069]*$/u.test(text) ? text : `${text}${words.say('card.fullStop')}`))
    .join(words.say('card.betweenSentences'));
}
