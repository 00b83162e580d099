/**
 * Texts in the reader's language: which languages there are, and messages, dates, numbers, lists and names as one of them has them.
 *
 * Messages are in data/messages/, a folder an area and a file a language, in ICU MessageFormat. They are read when the extension is
 * built (scripts/read-messages.ts), and only the reader's language is loaded (entrypoints/shared/catalogues.ts). Everything that is
 * words takes a `Words`; nothing here knows where it is shown.
 */
import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import { displayName } from './country-names.ts';
import { directionOf, type Language } from './languages.ts';
import type { Country } from './schema.ts';
import type { Review, Translations } from './translations.ts';

/** Messages are loaded by area: a card needs those of `card` alone. */
export const AREAS = ['card', 'popup', 'options', 'explorer', 'panel', 'welcome', 'shell'] as const;
export type Area = (typeof AREAS)[number];

/** The name of a message, which begins with its area. */
export type MessageId =
  | keyof typeof import('./messages/card/en.json')
  | keyof typeof import('./messages/popup/en.json')
  | keyof typeof import('./messages/options/en.json')
  | keyof typeof import('./messages/explorer/en.json')
  | keyof typeof import('./messages/panel/en.json')
  | keyof typeof import('./messages/welcome/en.json')
  | keyof typeof import('./messages/shell/en.json');

/** A message without arguments is its text; any other was parsed when the extension was built. */
type CompiledMessage = Exclude<ConstructorParameters<typeof IntlMessageFormat>[0], undefined>;

/** The messages of some areas in one language, by id: plain JSON, to be sent between the extension's parts. */
export interface Catalogue {
  readonly language: Language;
  readonly messages: Readonly<Record<string, CompiledMessage>>;
  /** The record's own texts; with the messages of cards. */
  readonly texts?: Translations;
}

/** Where a catalogue is in the extension's package. */
export function catalogueFile<A extends Area, L extends Language>(area: A, language: L): `messages/${A}/${L}.json` {
  return `messages/${area}/${language}.json`;
}

type MessageValues = Readonly<Record<string, string | number>>;

export interface RecordText {
  readonly text: string;
  /** What it is in. */
  readonly language: Language;
  /** Of the translation; null where it is none. */
  readonly review: Review | null;
}

export interface Words {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** A message with its arguments. Throws where it has one that is not given, or the catalogue lacks the message. */
  say(id: MessageId, values?: MessageValues): string;
  number(value: number): string;
  /** "8 July 2019", "July 2019", "2019": an ISO 8601 date as precise as it is. Without `year` where the reader knows it. */
  date(date: string, options?: { readonly year?: boolean }): string;
  /** "24–25 June 2021": from one ISO 8601 day to another. */
  dateRange(from: string, to: string): string;
  /** "24" and "25 June 2021", for words to stand between: the ends of a range of ISO 8601 days, what both share told once. */
  endsOfRange(from: string, to: string): { readonly from: string; readonly to: string };
  /** "Cuba, Fiji and Qatar" */
  list(items: readonly string[]): string;
  country(country: Country): string;
  /** A text of the record, which is in English: its translation, or where there is none itself. */
  recordText(english: string): RecordText;
  /** "German": the name of a language by its BCP 47 tag. */
  languageName(tag: string): string;
  /** Orders names as the language does. */
  compare(a: string, b: string): number;
}

/** Words of one language, from the catalogues of one or more areas, which have to be of that language. */
export function wordsFrom(...catalogues: readonly [Catalogue, ...Catalogue[]]): Words {
  const { language } = catalogues[0];
  const messages: Catalogue['messages'] = Object.assign({}, ...catalogues.map((catalogue) => catalogue.messages));
  const texts: Translations = Object.assign({}, ...catalogues.map((catalogue) => catalogue.texts));
  const locale = LOCALES[language] ?? language;
  const direction = directionOf(language);
  const formats = new Map<MessageId, IntlMessageFormat>();
  const formatters = createFormatters();
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale);
  const dates = new Map<string, Intl.DateTimeFormat>();
  let languageNames: Intl.DisplayNames | undefined;

  function formatOf(id: MessageId): IntlMessageFormat {
    const known = formats.get(id);
    if (known) return known;
    const message = messages[id];
    if (message === undefined) throw new Error(`No message ${id} in ${language}.`);
    const format = new IntlMessageFormat(message, locale, undefined, { formatters });
    formats.set(id, format);
    return format;
  }

  function datesOf(precision: number, year: boolean): Intl.DateTimeFormat {
    const key = `${precision} ${year}`;
    const known = dates.get(key);
    if (known) return known;
    const format = new Intl.DateTimeFormat(locale, {
      ...((year || precision === 1) && { year: 'numeric' }),
      ...(precision > 1 && { month: 'long' }),
      ...(precision > 2 && { day: 'numeric' }),
      timeZone: 'UTC',
    });
    dates.set(key, format);
    return format;
  }

  function joined(parts: readonly Intl.DateTimeFormatPart[]): string {
    const first = FIRST_OF_MONTH[language] ?? '1';
    return parts.map(({ type, value }) => (type === 'day' && value === '1' ? first : value)).join('');
  }

  function say(id: MessageId, values: MessageValues = {}): string {
    const message = messages[id];
    if (typeof message === 'string') return message;
    return String(formatOf(id).format(values));
  }

  const date: Words['date'] = (date, { year = true } = {}) =>
    joined(datesOf(date.split('-').length, year).formatToParts(dayOf(date)));

  return {
    language,
    direction,
    say,
    number: (value) => numbers.format(value),
    date,
    dateRange(from, to) {
      const range = joined(datesOf(3, true).formatRangeToParts(dayOf(from), dayOf(to)));
      // In Chinese and Japanese Intl has ranges in figures alone: "2019/7/12 – 2019/8/31".
      return range.endsWith(date(to)) ? range : say('card.dateRange', { from: date(from), to: date(to) });
    },
    endsOfRange(from, to) {
      const parts = datesOf(3, true).formatRangeToParts(dayOf(from), dayOf(to));
      const firstOfTo = parts.findIndex(({ source }) => source === 'endRange');
      const lastOfFrom = parts.findLastIndex(({ source }) => source === 'startRange');
      // In German the dot behind the first day stands with the dash.
      const [dot = ''] = parts[lastOfFrom + 1]?.value.match(/^[^\s\p{Pd}]+/u) ?? [];
      const ends = { from: `${joined(parts.slice(0, lastOfFrom + 1))}${dot}`, to: joined(parts.slice(firstOfTo)) };
      if (ends.to === date(to)) return ends;
      // Where Intl has figures alone the year comes first, so it is the second day that need not repeat it.
      return { from: date(from), to: date(to, { year: from.slice(0, 4) !== to.slice(0, 4) }) };
    },
    list: (items) => lists.format(items),
    country: (country) => displayName(country, language),
    recordText(english) {
      const translation = Object.hasOwn(texts, english) ? texts[english] : undefined;
      return translation ? { ...translation, language } : { text: english, language: 'en', review: null };
    },
    languageName(tag) {
      languageNames ??= new Intl.DisplayNames([locale], { type: 'language' });
      return languageNames.of(tag) ?? tag;
    },
    compare: collator.compare,
  };
}

/** What messages have their numbers, dates and plurals from. Shared, since making one takes longer than all that it is made for. */
function createFormatters(): Formatters {
  const kept = new Map<string, unknown>();
  function keep<T>(kind: string, options: unknown, make: () => T): T {
    const key = `${kind} ${JSON.stringify(options)}`;
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as T;
  }
  return {
    getNumberFormat: (locale, options) => keep('number', options, () => new Intl.NumberFormat(locale, options)),
    getDateTimeFormat: (locale, options) => keep('date', options, () => new Intl.DateTimeFormat(locale, options)),
    getPluralRules: (locale, options) => keep('plural', options, () => new Intl.PluralRules(locale, options)),
  };
}

/** English has its days before its months, as the record has; Arabic its figures as documents' symbols and links have them. */
const LOCALES: Partial<Record<Language, string>> = { en: 'en-GB', ar: 'ar-u-nu-latn' };

/** Where a month's first day is written as an ordinal, and its others are not: Intl has it a number as they are. */
const FIRST_OF_MONTH: Partial<Record<Language, string>> = { fr: '1er' };

function dayOf(date: string): Date {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year ?? Number.NaN, month - 1, day));
}
