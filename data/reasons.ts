/** Why a mention was marked, in the reader's language: what the page says, under the name of what it tells. Pure. */
import type { Reason } from './detection/mention.ts';
import words from './reason-words.json' with { type: 'json' };

/** Sentences and, by cue, the names of what the words of a page tell. */
export type ReasonWords = Readonly<Record<Reason['cue'] | 'matched' | 'region' | 'unmatched', string>>;

/** A language that reasons can be told in, as a BCP 47 tag. */
export type ReasonLanguage = keyof typeof words;

export interface ExplainedReason {
  readonly cue: Reason['cue'];
  /** "Number" */
  readonly name: string;
  /** "39 countries", as the page has it; dates that it does not have are written as the reader's language does. */
  readonly said: string;
}

const WORDS: Readonly<Record<ReasonLanguage, ReasonWords>> = words;

/** The first of the reader's languages that there are words in; English where there is none. Takes BCP 47 tags, best first. */
export function reasonLanguage(preferred: readonly string[]): ReasonLanguage {
  for (const tag of preferred) {
    const [language = '', ...rest] = tag.toLowerCase().split('-');
    const found = language === 'zh' ? chinese(rest) : language;
    if (Object.hasOwn(WORDS, found)) return found as ReasonLanguage;
  }
  return 'en';
}

export function reasonWords(language: ReasonLanguage): ReasonWords {
  return WORDS[language];
}

/** Reasons in the order given, each kind of cue once. */
export function explained(reasons: readonly Reason[], language: ReasonLanguage): ExplainedReason[] {
  const first = reasons.filter(({ cue }, index) => reasons.findIndex((other) => other.cue === cue) === index);
  return first.map(({ cue, text }) => ({
    cue,
    name: WORDS[language][cue],
    said: cue === 'earlier' ? longDate(text, language) : text,
  }));
}

/** Which script the subtags of a Chinese tag ask for. */
function chinese(subtags: readonly string[]): ReasonLanguage {
  if (subtags.includes('hans')) return 'zh-Hans';
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag)) ? 'zh-Hant' : 'zh-Hans';
}

/** A day in ISO 8601 as a language writes it; anything else as it is. */
function longDate(day: string, language: ReasonLanguage): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.valueOf())) return day;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
