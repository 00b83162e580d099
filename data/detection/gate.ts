/**
 * The cheap first look: can a text hold a mention at all, and what is it about? All text of every page meets it, so each pattern is
 * made of rare words, and those of another script are tried only where a letter stands that each of them has: engines find a
 * single letter many times faster than a pattern.
 */
import { isPlainLatin } from './fold.ts';
import { compile, compilePlain, type RegionLexicon, type StatementLexicon, type TopicLexicon } from './lexicon.ts';

/** What of a lexicon the first look needs; all of it where the whole lexicon is at hand. */
export interface GateLexicon {
  readonly region?: Pick<RegionLexicon, 'pivots'>;
  readonly topic: TopicLexicon;
  readonly statement?: Pick<StatementLexicon, 'pivots'>;
}

export interface Gate {
  /** Cheapest of all: false where a text in Latin letters holds none of the words the others look for. */
  mayMatter(text: string): boolean;
  /** Whether a name of the region or its people may stand in revealed text. Errs towards true. */
  mayName(text: string): boolean;
  /** Whether revealed text names both China and the UN or its bodies, without which it is about the matter only by a name. */
  mayTellOfChinaAtUn(text: string): boolean;
  /** Whether revealed text may refer to a statement, given the right page. */
  mayRefer(text: string): boolean;
  /** Whether folded text is about the matter. */
  isAbout(text: string): boolean;
  /** Whether it names the region or its people. */
  names(text: string): boolean;
  /** Every pattern that runs over folded text. */
  readonly patterns: readonly RegExp[];
}

export function createGate(lexica: readonly GateLexicon[]): Gate {
  const pivots = lexica.flatMap(({ region }) => region?.pivots ?? []);
  const statement = union(lexica.flatMap(({ statement }) => statement?.pivots ?? []));
  const topic = union(lexica.flatMap(({ topic }) => topic.names ?? []));
  const together = lexica.flatMap(({ topic }) => (topic.together ? [topic.together.map((part) => compile(part, 'iu'))] : []));
  const [mayName, mayNameChina, mayNameUn] = [anyOf(pivots, 'names', 'i'), anyOf(pivots, 'china', 'i'), anyOf(pivots, 'un', '')];
  const latin = compilePlain(
    pivots.flatMap(({ letters, names, china }) => (letters === undefined ? [names, china] : [])).join('|'),
    'i',
  );
  return {
    mayMatter: (text) => !isPlainLatin(text) || latin.test(text),
    mayName,
    mayTellOfChinaAtUn: (text) => mayNameChina(text) && mayNameUn(text),
    mayRefer: (text) => statement.test(text),
    names: (text) => topic.test(text),
    patterns: [topic, ...together.flat()],
    isAbout: (text) => topic.test(text) || together.some((parts) => parts.every((part) => part.test(text))),
  };
}

function anyOf(pivots: RegionLexicon['pivots'], part: 'names' | 'china' | 'un', flags: string): (text: string) => boolean {
  const tests = pivots.map(({ letters = '', [part]: source }) => ({
    letters: [...letters],
    pattern: compilePlain(source, flags),
  }));
  return (text) =>
    tests.some(
      ({ letters, pattern }) => (letters.length === 0 || letters.some((letter) => text.includes(letter))) && pattern.test(text),
    );
}

function union(sources: readonly string[]): RegExp {
  return compile(sources.length > 0 ? sources.map((source) => `(?:${source})`).join('|') : '(?!)', 'iu');
}
