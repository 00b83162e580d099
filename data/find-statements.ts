/**
 * Which statements a reader may mean by a few words typed: days, numbers of countries, who read it out, UN document symbols, and words
 * of what its line says, in the reader's language. Looks at no stance. Countries are found by queries.ts; finding mentions in running
 * text is detection's.
 */
import { clauses, nameInSentence, voteCounts } from './in-words.ts';
import type { Words } from './messages.ts';
import { type StatementLine, statementLine, subheadOf } from './popover-context.ts';
import { announcedSignatures, countryByCode, folded, hasWordFrom, namesOf, withPlainDigits } from './queries.ts';
import type { CountryCode, Dataset, Statement } from './schema.ts';

/**
 * The statements that everything in the query fits, oldest first. A number is one of countries, as announced or counted later, unless
 * it is a year or stands beside a month; words may be cut short, as they are while they are typed. A query of nothing but
 * filling words ("the countries") finds none. What fits and is not in a statement's line is told at the end of its meta.
 */
export function findStatements(dataset: Dataset, query: string, words: Words): StatementLine[] {
  const wanted = readQuery(query, words);
  if (!wanted) return [];
  const lines = dataset.statements.map((statement) => ({ statement, line: statementLine(statement, words) }));
  const named = lines.filter(({ line }) => folded(nameOfLine(line, words)) === folded(query));
  if (named.length > 0) return named.map(({ line }) => line);
  return lines.flatMap(({ statement, line }) => {
    const { date, madePublic, document, deliveredBy } = statement;
    const day = [date, madePublic].find((each) => each && wanted.dates.every((fits) => fits(each)));
    if (!day) return [];
    const later = wanted.counts.filter((count) => !countsSaid(statement).includes(count));
    if (!later.every((count) => statement.laterCounts.some((each) => each.count === count))) return [];
    const symbol = document?.symbol.toLowerCase() ?? '';
    if (!wanted.symbols.every((part) => symbol.includes(part))) return [];
    const speaker = deliveredBy === null ? undefined : countryByCode(dataset, deliveredBy);
    const said = wordsOf([line.headline, subheadOf(dataset, statement, words), ...line.meta.slice(0, -1)]);
    const names = wordsOf(speaker ? [words.country(speaker), ...namesOf(speaker)] : []);
    const isOneOf = (all: readonly string[]) => (word: string) => all.some((each) => hasWordFrom(each, word));
    if (!wanted.words.every(isOneOf([...said, ...names]))) return [];
    const remarks = [
      ...(speaker && wanted.words.some(isOneOf(names)) ? [spokenBy(dataset, statement, speaker.code, words)] : []),
      ...later.map((count) => words.say('card.search.countedLater', { count })),
      ...(wanted.dates.length > 0 && day !== date ? [words.say('card.search.madePublic', { date: words.date(day) })] : []),
      ...(wanted.symbols.length > 0 && document ? [symbolInWords(document, words)] : []),
    ];
    return [{ ...line, meta: [...line.meta, ...remarks] }];
  });
}

/** "22 countries voiced concern, 8 July 2019": what finds this statement and no other. Takes a line without remarks. */
export function nameOfLine({ headline, meta }: StatementLine, words: Words): string {
  return clauses([headline, ...meta.slice(-1)], words);
}

function spokenBy(dataset: Dataset, { votes }: Statement, code: CountryCode, words: Words): string {
  return words.say(votes ? 'card.search.introducedBy' : 'card.search.readOutBy', {
    country: nameInSentence(dataset, code, words),
  });
}

function symbolInWords({ symbol, verified }: NonNullable<Statement['document']>, words: Words): string {
  return verified ? symbol : words.say('card.search.symbolNotVerified', { symbol });
}

interface Wanted {
  /** What a statement's day has to fit, all of them. */
  readonly dates: readonly ((day: string) => boolean)[];
  readonly counts: readonly number[];
  /** Parts of document symbols, in lower case. */
  readonly symbols: readonly string[];
  /** Beginnings of words, folded. */
  readonly words: readonly string[];
}

const ISO_DATE = /^(?:19|20)\d\d(?:-\d{0,2}){0,2}$/;
const DAY_OF_MONTH = /^(\d{1,2})(?:st|nd|rd|th|er)?$/;
/** As Chinese and Japanese write dates: all in one, year first, any of it left out. */
const EAST_ASIAN_DATE = /^(?=\d)(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})[日号號])?$/;

/** Undefined where nothing is asked. */
function readQuery(query: string, language: Words): Wanted | undefined {
  const months = monthsIn(language);
  const joining = joiningWordsOf(language);
  // What stands around the words that tell statements apart: of each it could be said.
  const filling = new Set(wordsOf([language.say('card.search.wordsToIgnore')]));
  const monthOf = (token: string) => {
    if (token.length < 3) return undefined;
    const index = months.findIndex((names) => names.some((name) => name.startsWith(folded(token))));
    return index < 0 ? undefined : twoDigits(index + 1);
  };
  const tokens = withPlainDigits(query)
    .toLowerCase()
    .split(/[\s,;()"“”„«»、，；（）「」،؛]+/)
    .map((token) => token.replace(/[.:!?]+$/, ''))
    .filter((token) => token !== '');
  const dates: Wanted['dates'][number][] = [];
  const counts: number[] = [];
  const symbols: string[] = [];
  const words: string[] = [];
  tokens.forEach((token, index) => {
    const month = monthOf(token);
    const after = joining.has(tokens[index + 1] ?? '') ? tokens[index + 2] : tokens[index + 1];
    const beside = [tokens[index - 1], after].some((each) => each && monthOf(each));
    const day = beside && DAY_OF_MONTH.exec(token)?.[1];
    const eastAsian = /^\d+$/.test(token) ? null : EAST_ASIAN_DATE.exec(token);
    if (ISO_DATE.test(token)) dates.push((date) => date.startsWith(token));
    else if (month) dates.push((date) => date.slice(5, 7) === month);
    else if (day) dates.push((date) => date.slice(8) === twoDigits(day));
    else if (eastAsian) dates.push((date) => fits(date, eastAsian.slice(1)));
    else if (/^\d+$/.test(token)) counts.push(Number(token));
    else if (token.includes('/')) symbols.push(token);
    else words.push(...folded(token).split(' '));
  });
  const telling = words.filter((word) => word !== '' && !filling.has(word));
  const asked = dates.length + counts.length + symbols.length + telling.length;
  return asked > 0 ? { dates, counts, symbols, words: telling } : undefined;
}

/** Whether a day has the year, month and day given, as far as they are. */
function fits(date: string, parts: readonly (string | undefined)[]): boolean {
  const own = date.split('-');
  return parts.every((part, index) => part === undefined || twoDigits(part) === own[index]);
}

function twoDigits(number: string | number): string {
  return String(number).padStart(2, '0');
}

/** What each month may be called, folded: in English and, alone or beside a day, in the reader's language. */
function monthsIn(words: Words): readonly (readonly string[])[] {
  return ENGLISH_MONTHS.map((name, index) => {
    const month = `2019-${twoDigits(index + 1)}`;
    const own = wordsOf([words.date(month), words.date(`${month}-01`)]).filter((each) => each.length > 2 && !/\d/.test(each));
    return [name, ...own];
  });
}

/** What stands between a day and its month, folded: "de" in Spanish. */
function joiningWordsOf(words: Words): Set<string> {
  const [january = [], february = []] = ['2019-01-08', '2019-02-08'].map((day) => wordsOf([words.date(day)]));
  return new Set(january.filter((each) => february.includes(each) && !/\d/.test(each)));
}

/** Looked for, never shown. */
const ENGLISH_MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** The numbers the line has in it. */
function countsSaid(statement: Statement): number[] {
  const near = statement.approximateCount?.near ?? announcedSignatures(statement).length;
  const votes = voteCounts(statement);
  return votes ? Object.values(votes) : [statement.announcedCount ?? near];
}

function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => folded(text).split(' '));
}
