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
/** Of the most common words that any language finds, what another has to find to be read as well: Spanish shares many with Portuguese. */
const SHARE = 0.5;

type Languages = readonly {
  readonly lang: string;
  readonly statement: Pick<StatementLexicon, 'letters' | 'common'>;
}[];

/** A function that says of folded text whether it may be in a language; `declared` is the page's own word on it, a BCP 47 tag. */
export function createLanguageGuess(lexica: Languages): (text: string, declared?: string) => (lang: string) => boolean {
  const languages = lexica.map(({ lang, statement: { letters, common } }) => ({
    lang,
    letters: compile(letters, 'iu'),
    // A language with a script of its own is told by that.
    common: common === undefined ? undefined : compile(`(?<![a-z])(?:${common})(?![a-z])`, 'gi'),
  }));
  return (text, declared) => {
    const sample = text.slice(0, SAMPLE);
    const written = languages.filter(({ letters }) => letters.test(sample));
    const found = written.flatMap(({ lang, common }) => (common ? [[lang, matchesOf(common, sample).length] as const] : []));
    const most = Math.max(0, ...found.map(([, words]) => words));
    const own = declared?.toLowerCase().split('-')[0] ?? '';
    const least = most < FEWEST ? 1 : most * SHARE;
    const isUntold = most === 0 && !languages.some(({ lang }) => lang === own);
    const kept = new Set(written.flatMap(({ lang, common }) => (common === undefined || isUntold ? [lang] : [])));
    for (const [lang, words] of found) if (words >= least || (most < FEWEST && lang === own)) kept.add(lang);
    return (lang) => kept.has(lang);
  };
}
