/**
 * Which statements a reader may mean by a few words typed: days, numbers of countries, who read it out, UN document symbols, and words
 * of what its line says. Looks at no stance. Countries are found by queries.ts; finding mentions in running text is detection's.
 */
import { dateInWords, MONTHS, voteCounts } from './in-words.ts';
import { type StatementLine, statementLine, subheadOf } from './popover-context.ts';
import { announcedSignatures, countryByCode, folded, namesOf } from './queries.ts';
import type { Dataset, Statement } from './schema.ts';

/**
 * The statements that everything in the query fits, oldest first. A number is one of countries, as announced or counted later, unless
 * it is a year or stands beside a month; words may be cut short, as they are while they are typed. A query of nothing but
 * filling words ("the countries") finds none. What fits and is not in a statement's line is told at the end of its meta.
 */
export function findStatements(dataset: Dataset, query: string): StatementLine[] {
  const wanted = readQuery(query);
  if (!wanted) return [];
  return dataset.statements.flatMap((statement) => {
    const { date, madePublic, document } = statement;
    const day = [date, madePublic].find((each) => each && wanted.dates.every((fits) => fits(each)));
    if (!day) return [];
    const later = wanted.counts.filter((count) => !countsSaid(statement).includes(count));
    if (!later.every((count) => statement.laterCounts.some((each) => each.count === count))) return [];
    const symbol = document?.symbol.toLowerCase() ?? '';
    if (!wanted.symbols.every((part) => symbol.includes(part))) return [];
    const line = statementLine(statement);
    const subhead = subheadOf(dataset, statement);
    const speaker = statement.deliveredBy === null ? undefined : countryByCode(dataset, statement.deliveredBy);
    const said = wordsOf([line.headline, subhead, ...line.meta.slice(0, -1)]);
    const names = wordsOf(speaker ? namesOf(speaker) : []);
    const isOneOf = (words: readonly string[]) => (word: string) => words.some((each) => each.startsWith(word));
    if (!wanted.words.every(isOneOf([...said, ...names]))) return [];
    const remarks = [
      ...(wanted.words.some(isOneOf(names)) ? [subhead.slice(subhead.lastIndexOf(', ') + 2)] : []),
      ...later.map((count) => `${count} counted later`),
      ...(wanted.dates.length > 0 && day !== date ? [`made public ${dateInWords(day)}`] : []),
      ...(wanted.symbols.length > 0 && document ? [`${document.symbol}${document.verified ? '' : ', not verified'}`] : []),
    ];
    return [{ ...line, meta: [...line.meta, ...remarks] }];
  });
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

/** What stands around the words that tell statements apart: of each it could be said. */
const FILLING = new Set(
  'a an and at behalf by countries country for from governments in led nations of on or read out signatories signed states than that the to un with'.split(
    ' ',
  ),
);
const ISO_DATE = /^(?:19|20)\d\d(?:-\d{0,2}){0,2}$/;
const DAY_OF_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?$/;

/** Undefined where nothing is asked. */
function readQuery(query: string): Wanted | undefined {
  const tokens = query
    .toLowerCase()
    .split(/[\s,;()"“”]+/)
    .map((token) => token.replace(/[.:!?]+$/, ''))
    .filter((token) => token !== '');
  const dates: Wanted['dates'][number][] = [];
  const counts: number[] = [];
  const symbols: string[] = [];
  const words: string[] = [];
  tokens.forEach((token, index) => {
    const month = monthOf(token);
    const beside = [tokens[index - 1], tokens[index + 1]].some((each) => each && monthOf(each));
    const day = beside && DAY_OF_MONTH.exec(token)?.[1];
    if (ISO_DATE.test(token)) dates.push((date) => date.startsWith(token));
    else if (month) dates.push((date) => date.slice(5, 7) === month);
    else if (day) dates.push((date) => date.slice(8) === day.padStart(2, '0'));
    else if (/^\d+$/.test(token)) counts.push(Number(token));
    else if (token.includes('/')) symbols.push(token);
    else words.push(...folded(token).split(' '));
  });
  const telling = words.filter((word) => word !== '' && !FILLING.has(word));
  const asked = dates.length + counts.length + symbols.length + telling.length;
  return asked > 0 ? { dates, counts, symbols, words: telling } : undefined;
}

/** "07" of "july" or "jul"; undefined where it is no month. */
function monthOf(token: string): string | undefined {
  if (token.length < 3) return undefined;
  const index = MONTHS.findIndex((name) => name.toLowerCase().startsWith(token));
  return index < 0 ? undefined : String(index + 1).padStart(2, '0');
}

/** The numbers the line has in it. */
function countsSaid(statement: Statement): number[] {
  const near = statement.approximateCount?.near ?? announcedSignatures(statement).length;
  return voteCounts(statement) ?? [statement.announcedCount ?? near];
}

function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => folded(text).split(' '));
}
