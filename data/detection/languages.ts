/**
 * Which languages a text may be in, by its most common words: reading it with the shapes of all of them costs a multiple, and
 * the first page of a session pays for compiling each. Errs towards too many.
 */
import { compile, type StatementLexicon } from './lexicon.ts';
import { matchesOf } from './matches.ts';

/** Characters from the start of a text that are looked at. */
const SAMPLE = 600;
/** With fewer common words in all, a headline or a caption, a text shows too little of its language. */
const FEWEST = 3;
/** Characters that no prose goes on for without one of them. */
const PROSE = 200;
/** Of the most common words that any language finds, what another has to find to be read as well: Spanish shares many with Portuguese. */
const SHARE = 0.5;

type Languages = readonly {
  readonly lang: string;
  readonly statement: Pick<StatementLexicon, 'letters' | 'common'>;
}[];

/**
 * A function that says of folded text whether it may be in a language; `around` is text of the same page, folded too, and `declared` the
 * page's own word on it, a BCP 47 tag: they count where the text is too short to tell.
 */
export function createLanguageGuess(
  lexica: Languages,
): (text: string, around?: string, declared?: string) => (lang: string) => boolean {
  const languages = lexica.map(({ lang, statement: { letters, common } }) => ({
    lang,
    letters: compile(letters, 'iu'),
    // A language with a script of its own is told by that.
    common: common === undefined ? undefined : compile(`(?<![a-z])(?:${common})(?![a-z])`, 'gi'),
  }));
  const commonWordsOf = (text: string) =>
    languages.flatMap(({ lang, letters, common }) =>
      common !== undefined && letters.test(text) ? [[lang, matchesOf(common, text).length] as const] : [],
    );
  return (text, around = '', declared = '') => {
    const sample = text.slice(0, SAMPLE);
    const told = commonWordsOf(sample);
    const isTold = told.some(([, words]) => words >= FEWEST);
    const found = isTold ? told : commonWordsOf(`${sample} ${around.slice(0, SAMPLE)}`);
    const most = Math.max(0, ...found.map(([, words]) => words));
    const own = declared.toLowerCase().split('-')[0] ?? '';
    const least = most < FEWEST ? 1 : most * SHARE;
    const isUntold = most === 0 && sample.length < PROSE && !languages.some(({ lang }) => lang === own);
    const isKept = (lang: string, words: number) => isUntold || words >= least || (most < FEWEST && lang === own);
    const kept = new Set([
      ...languages.filter(({ letters, common }) => common === undefined && letters.test(sample)).map(({ lang }) => lang),
      ...found.filter(([lang, words]) => isKept(lang, words)).map(([lang]) => lang),
    ]);
    return (lang) => kept.has(lang);
  };
}
