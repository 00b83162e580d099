/**
 * Text in, mentions out. Folds the text once, lets the recognisers look, and gives offsets into the text as given.
 * Knows no language and no DOM: names, words and shapes come from data/lexicon/, statements from the cue table.
 */
import { type FoldedText, fold } from './fold.ts';
import { createGate } from './gate.ts';
import { createLanguageGuess } from './languages.ts';
import { compile, type Lexicon, type StatementLexicon, WORD_CHARACTER } from './lexicon.ts';
import { warmedUp } from './matches.ts';
import type { MatterMention, PageContext } from './mention.ts';
import { createRegionRecognizer } from './region.ts';
import { overlapping, overlapTest, preferredApart, type Span } from './spans.ts';
import { createStatementRecognizer, type LinkedSpan, type StatementRecognizer } from './statement.ts';
import type { StatementCue } from './statement-cues.ts';
import { createTopic } from './topic.ts';

/** Characters of a page's title and nearby text that are read. */
const LONGEST_CONTEXT = 6000;
/** Characters from a mention within which the words that linked it are looked for. */
const FARTHEST_REASON = 2000;
/** A number may stand for the states it counts. */
const FIGURE = /\d\d/;
/** In a text that has no word for a statement and is not about the matter itself, two numbers close together may: "22 against, 37 in favour". */
const TALLY = /(?<!\d)\d{2,3}(?!\d)\D{1,40}(?<!\d)\d{2,3}(?!\d)/;

/** Characters of a word that a reason is part of. */
const LONGEST_WORD = 30;

export interface Finder {
  /** Cheap: false when the text holds no mention, whatever its page is about. */
  mayHoldMention(text: string): boolean;
  /** Whether the text by itself is about Xinjiang, Uyghurs or China's human rights at the UN. */
  isAbout(text: string): boolean;
  /**
   * Prepare for texts like this one, step by step: the first in a language takes some hundred milliseconds, which a page has to be
   * spared in one go. Without it all works the same.
   */
  warmUp(text: string, page?: PageContext): Iterable<void>;
  /** The mentions in `text`, in order, without overlap. Offsets are UTF-16 units of `text` as given. */
  findMentions(text: string, page?: PageContext): MatterMention[];
}

/** Compile a finder for the languages of `lexica` and the statements of `cues`. Throws where a lexicon is malformed. */
export function createFinder(lexica: readonly Lexicon[], cues: readonly StatementCue[]): Finder {
  const mayBeAbout = createGate(lexica);
  const topic = createTopic(lexica.map((lexicon) => lexicon.topic));
  const region = createRegionRecognizer(lexica.flatMap(({ region }) => region?.families ?? []));
  const speaking = lexica.filter(hasStatements);
  const reference = compile(speaking.map(({ statement }) => `(?:${statement.pivots})`).join('|') || '(?!)', 'iu');
  const guessLanguages = createLanguageGuess(speaking);
  // Compiled when a text in the language comes: most sessions meet one or two.
  const recognizers = new Map<string, StatementRecognizer>();
  function recognizerOf(lexicon: Lexicon & { statement: StatementLexicon }): StatementRecognizer {
    const known = recognizers.get(lexicon.lang) ?? createStatementRecognizer(lexicon, cues, topic);
    recognizers.set(lexicon.lang, known);
    return known;
  }

  // A page asks with the same context for paragraph after paragraph.
  let lastContext = { given: '', title: '', text: '', isAbout: false };
  function contextOf({ title = '', nearby = '' }: PageContext): typeof lastContext {
    const given = `${title}\n${nearby}`;
    if (given === lastContext.given) return lastContext;
    const { text } = fold(given.slice(0, LONGEST_CONTEXT));
    lastContext = { given, title: fold(title).text, text, isAbout: topic.isAbout(text) };
    return lastContext;
  }

  const mayRefer = (folded: string) => reference.test(folded) || TALLY.test(folded);

  return {
    mayHoldMention: (text) => mayBeAbout(text) || mayRefer(fold(text).text),
    isAbout: (text) => topic.isAbout(fold(text).text),
    *warmUp(text, page = {}) {
      yield* warmedUp([reference, ...topic.patterns, ...region.patterns]);
      const mayBeIn = guessLanguages(fold(text).text, contextOf(page).text, page.lang);
      for (const lexicon of speaking) {
        if (!mayBeIn(lexicon.lang)) continue;
        yield;
        yield* warmedUp(recognizerOf(lexicon).patterns);
      }
    },
    findMentions(text, page = {}) {
      const folded = fold(text);
      const { names, others } = region.recognize(folded.text);
      // A street or a person of the name makes no text one about the region.
      const plain = blanked(folded.text, others);
      const textIsAbout = names.length > 0 || topic.isAbout(plain);
      const context = contextOf(page);
      if (!textIsAbout && !context.isAbout) return [];
      // Most paragraphs that name the region tell of no statement.
      const isToBeRead = mayRefer(plain) || (textIsAbout && FIGURE.test(plain));
      const mayBeIn = isToBeRead ? guessLanguages(plain, context.text, page.lang) : () => false;
      const phrases = bestApart(
        speaking
          .filter(({ lang }) => mayBeIn(lang))
          .flatMap((lexicon) =>
            recognizerOf(lexicon).recognize(plain, {
              page,
              regionNames: names,
              textIsAbout,
              pageTitle: context.title,
              pageText: context.text,
              pageIsAbout: context.isAbout,
            }),
          ),
      );
      const isInPhrase = overlapTest(phrases);
      const mentions: MatterMention[] = [
        ...phrases.map(({ start, end, link, reasons, counts }) => ({
          kind: 'statement' as const,
          start,
          end,
          link,
          reasons: reasons.map((reason) => ({ ...reason, text: asGiven(text, folded, reason.text, start) })),
          ...(counts && { counts }),
        })),
        ...names.filter((name) => !isInPhrase(name)).map(({ start, end }) => ({ kind: 'xinjiang' as const, start, end })),
      ];
      return mentions
        .map((mention) => ({ ...mention, start: folded.sourceStart(mention.start), end: folded.sourceEnd(mention.end) }))
        .sort((a, b) => a.start - b.start);
    },
  };
}

/** Folded words as the text gives them, whole: where they stand next to `near`, or as they are where they come from elsewhere on the page. */
function asGiven(text: string, folded: FoldedText, words: string, near: number): string {
  const from = Math.max(0, near - FARTHEST_REASON);
  const around = folded.text.slice(from, near + FARTHEST_REASON);
  const [before, after] = [around.lastIndexOf(words, near - from), around.indexOf(words, near - from)];
  const at = after < 0 || (before >= 0 && near - from - before < after - near + from) ? before : after;
  if (at < 0) return words;
  const [start, end] = [folded.sourceStart(from + at), folded.sourceEnd(from + at + words.length)];
  const head = HEAD.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))?.[0] ?? '';
  const tail = TAIL.exec(text.slice(end, end + LONGEST_WORD))?.[0] ?? '';
  return head + text.slice(start, end) + tail;
}

/** What is left of a word before and after the part of it that was read. */
const HEAD = new RegExp(`(?:[${WORD_CHARACTER}]|\\p{M})*$`, 'v');
const TAIL = new RegExp(`^(?:[${WORD_CHARACTER}]|\\p{M})*`, 'v');

/** `text` with spaces in place of `spans`. */
function blanked(text: string, spans: readonly Span[]): string {
  let copied = 0;
  const parts = spans
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const part = text.slice(copied, Math.max(copied, start)) + ' '.repeat(Math.max(0, end - Math.max(copied, start)));
      copied = Math.max(copied, end);
      return part;
    });
  return parts.join('') + text.slice(copied);
}

/** Of spans that overlap, read in several languages, the best linked, and of those linked alike the longest. */
function bestApart(spans: readonly LinkedSpan[]): LinkedSpan[] {
  return overlapping(spans).flatMap((run) =>
    preferredApart(run.toSorted((a, b) => b.points - a.points || b.end - b.start - (a.end - a.start))),
  );
}

function hasStatements(lexicon: Lexicon): lexicon is Lexicon & { statement: StatementLexicon } {
  return lexicon.statement !== undefined;
}
