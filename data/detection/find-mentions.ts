/**
 * Text in, mentions out. Folds the text once, lets the recognisers look, and gives offsets into the text as given.
 * Knows no language and no DOM: names, words and shapes come from data/lexicon/, statements from the cue table.
 */
import { fold, hidesWords } from './fold.ts';
import { createGate } from './gate.ts';
import type { Lexicon, StatementLexicon } from './lexicon.ts';
import type { Mention, PageContext } from './mention.ts';
import { createRegionRecognizer } from './region.ts';
import { overlapping, overlapTest, preferredApart } from './spans.ts';
import { createStatementRecognizer, type LinkedSpan } from './statement.ts';
import type { StatementCue } from './statement-cues.ts';

export interface Finder {
  /** Cheap: false when the text holds no mention, whatever its page is about. */
  mayHoldMention(text: string): boolean;
  /** Whether the text by itself is about Xinjiang, Uyghurs or China's human rights at the UN. */
  isAbout(text: string): boolean;
  /** The mentions in `text`, in order, without overlap. Offsets are UTF-16 units of `text` as given. */
  findMentions(text: string, page?: PageContext): Mention[];
}

/** Compile a finder for the languages of `lexica` and the statements of `cues`. Throws where a lexicon is malformed. */
export function createFinder(lexica: readonly Lexicon[], cues: readonly StatementCue[]): Finder {
  const gate = createGate(lexica);
  const findNames = createRegionRecognizer(lexica.flatMap(({ region }) => region ?? []));
  const recognizers = lexica.filter(hasStatements).map((lexicon) => createStatementRecognizer(lexicon, cues, gate.isAbout));

  // A page asks with the same context for paragraph after paragraph.
  const lastContext = { text: '', isAbout: false };
  function isContextAbout(text: string): boolean {
    if (text !== lastContext.text) Object.assign(lastContext, { text, isAbout: gate.isAbout(fold(text).text) });
    return lastContext.isAbout;
  }

  return {
    mayHoldMention: (text) => gate.mayHold(text) || (hidesWords(text) && gate.mayHold(fold(text).text)),
    isAbout: (text) => gate.isAbout(fold(text).text),
    findMentions(text, page = {}) {
      const folded = fold(text);
      const names = gate.mayHoldName(text) || gate.mayHoldName(folded.text) ? findNames(folded.text) : [];
      const pageIsAbout = isContextAbout(`${page.title ?? ''}\n${page.nearby ?? ''}`);
      const phrases = bestApart(recognizers.flatMap((recognize) => recognize(folded.text, { page, pageIsAbout })));
      const isInPhrase = overlapTest(phrases);
      const mentions: Mention[] = [
        ...phrases.map(({ start, end, link, reasons }) => ({ kind: 'statement' as const, start, end, link, reasons })),
        ...names.filter((name) => !isInPhrase(name)).map(({ start, end }) => ({ kind: 'xinjiang' as const, start, end })),
      ];
      return mentions
        .map((mention) => ({ ...mention, start: folded.sourceStart(mention.start), end: folded.sourceEnd(mention.end) }))
        .sort((a, b) => a.start - b.start);
    },
  };
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
