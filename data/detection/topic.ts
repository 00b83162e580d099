/** What folded text is about, in the words of every language. */
import { compile, type TopicLexicon } from './lexicon.ts';
import { remembered } from './remembered.ts';

export interface Topic {
  /** Whether a text is about the matter: names the region or its people, or China, the UN and human rights together. */
  isAbout(text: string): boolean;
  /** Whether it names the region or its people. */
  names(text: string): boolean;
  /** Every pattern it runs. */
  readonly patterns: readonly RegExp[];
}

export function createTopic(lexica: readonly TopicLexicon[]): Topic {
  const named = compile(lexica.flatMap(({ names }) => (names === undefined ? [] : [`(?:${names})`])).join('|') || '(?!)', 'iu');
  const together = lexica.flatMap(({ together: parts }) => (parts ? [parts.map((part) => compile(part, 'iu'))] : []));
  const names = remembered((text) => named.test(text));
  return {
    isAbout: remembered((text) => names(text) || together.some((parts) => parts.every((part) => part.test(text)))),
    names,
    patterns: [named, ...together.flat()],
  };
}
