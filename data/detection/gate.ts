/**
 * The cheap first look: can a text hold a mention at all, and what is it about? One small pattern meets all text of
 * every page, so it is made of rare parts ("pivots"); those of other scripts are tried only where such letters stand.
 */
import { compile, type RegionLexicon, type StatementLexicon, type TopicLexicon } from './lexicon.ts';

/** What of a lexicon the first look needs; all of it where the whole lexicon is at hand. */
export interface GateLexicon {
  readonly region?: Pick<RegionLexicon, 'pivots'>;
  readonly topic: TopicLexicon;
  readonly statement?: Pick<StatementLexicon, 'pivots'>;
}

export interface Gate {
  /** Whether a name of the region may stand in the text, folded or not. */
  mayHoldName(text: string): boolean;
  /** Whether any mention may, given the right page. */
  mayHold(text: string): boolean;
  /** Whether folded text is about the matter. */
  isAbout(text: string): boolean;
}

/** Beyond Latin: Cyrillic, Arabic, kana and Han letters. */
const OTHER_SCRIPT = /[\u0400-\u06FF\u3040-\u9FFF\uFB50-\uFEFC]/;

export function createGate(lexica: readonly GateLexicon[]): Gate {
  const pivots = lexica.flatMap(({ region }) => region?.pivots ?? []);
  const latin = union(pivots.map((pivot) => pivot.latin));
  const other = union(pivots.map((pivot) => pivot.other));
  const statement = union(lexica.flatMap(({ statement }) => statement?.pivots ?? []));
  const topic = union(lexica.flatMap(({ topic }) => topic.names ?? []));
  const together = lexica.flatMap(({ topic }) => (topic.together ? [topic.together.map((part) => compile(part, 'iu'))] : []));

  const mayHoldName = (text: string) => latin.test(text) || (OTHER_SCRIPT.test(text) && other.test(text));
  return {
    mayHoldName,
    mayHold: (text) => mayHoldName(text) || statement.test(text) || topic.test(text),
    isAbout: (text) => topic.test(text) || together.some((parts) => parts.every((part) => part.test(text))),
  };
}

function union(sources: readonly string[]): RegExp {
  return compile(sources.length > 0 ? sources.map((source) => `(?:${source})`).join('|') : '(?!)', 'iu');
}
