/**
 * Days, counts and names as a sentence has them. Knows one side no better than the other; which sentences a reader is told is
 * popover-context.ts's, country-context.ts's, as-of.ts's, article-check.ts's, citation.ts's.
 */
import { displayName } from './country-names.ts';
import { announcedSignatures, countryByCode } from './queries.ts';
import type { Country, CountryCode, Dataset, EventDate, RegionalGroup, Statement } from './schema.ts';

/** The order in which both sides are shown, everywhere. */
export const STANCES = ['concern', 'support'] as const;
/** What a side did, in the words used of both. */
export const DID = { concern: 'voiced concern', support: 'voiced support for China' } as const;
export const RECORDED = { yes: 'recorded in favour', no: 'recorded against', abstain: 'recorded as abstaining' } as const;
/** Keeps a number on the line of its word. */
export const NBSP = '\u00a0';

/** "8 July 2019", "July 2019", "2019": as precise as the date is. Without `year` where the reader knows it. */
export function dateInWords(date: string, { year = true } = {}): string {
  const [y, m, d] = date.split('-');
  return [d && Number(d), m && MONTHS[Number(m) - 1], year || !m ? y : ''].filter(Boolean).join(' ');
}

/**
 * "24 June 2021"; where the day is one of several, "24 or 25 June 2021" of two in a row, and "between 22 and 24 June 2021"
 * otherwise, without the month and the year twice.
 */
export function eventDateInWords(date: EventDate): string {
  if (typeof date === 'string') return dateInWords(date);
  const sameMonth = date.from.slice(0, 7) === date.to.slice(0, 7);
  const from = sameMonth
    ? String(Number(date.from.slice(8)))
    : dateInWords(date.from, { year: date.from.slice(0, 4) !== date.to.slice(0, 4) });
  const nextDay = Date.parse(date.to) - Date.parse(date.from) === DAY;
  return nextDay ? `${from} or ${dateInWords(date.to)}` : `between ${from} and ${dateInWords(date.to)}`;
}

/** "on 24 June 2021", "between 22 and 24 June 2021". */
export function on(date: EventDate): string {
  const words = eventDateInWords(date);
  return words.startsWith('between') ? words : `on ${words}`;
}

/** "22", "nearly 80", or the length of the list where no number was announced. */
export function countInWords(statement: Statement): string {
  const { approximateCount, announcedCount } = statement;
  if (approximateCount) return `${approximateCount.precision} ${approximateCount.near}`;
  return String(announcedCount ?? announcedSignatures(statement).length);
}

/** Yes, no, abstained; undefined when it was no vote. */
export function voteCounts({ votes }: Statement): number[] | undefined {
  return votes && [votes.yes, votes.no, votes.abstain].map((countries) => countries.length);
}

/** "17 yes, 19 no, 11 abstained"; of a letter or joint statement "37", "nearly 80". */
export function resultInWords(statement: Statement): string {
  const [yes, no, abstained] = voteCounts(statement) ?? [];
  return statement.votes ? `${yes} yes, ${no} no, ${abstained} abstained` : countInWords(statement);
}

export function listInWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export function nameOf(dataset: Dataset, code: CountryCode): string {
  const country = countryByCode(dataset, code);
  return country ? displayName(country, 'en') : code;
}

/** "the United States": the names that take an article in a sentence. */
export function withArticle(name: string): string {
  return /^(United |State of |Holy See|Netherlands|Russian|Philippines|Gambia|Bahamas|Maldives|Comoros|Syrian|Lao |\w+ Islands|Central African|Dominican R)/.test(
    name,
  )
    ? `the ${name}`
    : name;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The UN's regional group: "Latin America & Caribbean". */
export function regionInWords(group: Country['group']): string {
  return group ? REGIONS[group] : NO_REGION;
}

/** "Record of 24 November 2026." */
export function updatedLine(dataset: Dataset): string {
  return `Record of ${dateInWords(dataset.updated)}.`;
}

/** The state that all statements are about, and that is named beside them all. */
export const SUBJECT: CountryCode = 'CN';

/** A day in milliseconds. */
export const DAY = 86_400_000;
export const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const REGIONS: Record<RegionalGroup, string> = {
  africa: 'Africa',
  'asia-pacific': 'Asia-Pacific',
  'eastern-europe': 'Eastern Europe',
  'latin-america': 'Latin America & Caribbean',
  'western-europe': 'Western Europe & others',
};
const NO_REGION = 'In no regional group';
