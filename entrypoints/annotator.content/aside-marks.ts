/**
 * Marks asides (data/detection/asides.ts) in what the scanner has read, after it has marked the matter: most of them mean something only on
 * a page that names the region or a statement, and nothing is an aside that is part of a mention.
 */
import type { AsideFinder } from '../../data/detection/asides.ts';
import type { MatterMention, Mention, PageContext } from '../../data/detection/mention.ts';
import { isAsRead, type TextBlock } from '../content/text-blocks.ts';
import type { Mark } from './marks.ts';

export interface AsideMarks {
  /** A part of a block has been looked at, and these mentions found: asides marked in it before are given up. */
  note(part: TextBlock, mentions: readonly MatterMention[]): void;
  /** A part has gone, or is to be read again. Its marks are the caller's to drop. */
  forget(part: TextBlock): void;
  /** Whether the marks made in a part are all there. */
  isMarked(part: TextBlock): boolean;
  /** Forget parts that do not pass. */
  keepOnly(passes: (part: TextBlock) => boolean): void;
  /** Mark what has been noted since, step by step; everything where the page has come to be about the matter, or ceased to be. */
  mark(page: PageContext): Generator<void, void>;
}

export interface AsideParts {
  readonly finder: AsideFinder;
  /** Mark mentions of a part, as far as they are wanted. */
  readonly add: (part: TextBlock, mentions: readonly Mention[]) => Mark[];
  readonly drop: (mark: Mark) => void;
  readonly isThere: (mark: Mark) => boolean;
}

interface Noted {
  readonly mentions: readonly MatterMention[];
  readonly marks: readonly Mark[];
  /** What was thought of the page when asides were looked for; undefined: they were not so far. */
  readonly isOnMatter?: boolean;
}

export function createAsideMarks({ finder, add, drop, isThere }: AsideParts): AsideMarks {
  const parts = new Map<TextBlock, Noted>();

  return {
    note(part, mentions) {
      for (const mark of parts.get(part)?.marks ?? []) drop(mark);
      if (mentions.length > 0 || finder.mayHold(part.text)) parts.set(part, { mentions, marks: [] });
      else parts.delete(part);
    },
    forget: (part) => parts.delete(part),
    isMarked: (part) => parts.get(part)?.marks.every(isThere) ?? true,
    keepOnly(passes) {
      for (const part of parts.keys()) if (!passes(part)) parts.delete(part);
    },
    *mark(page) {
      const isOnMatter = parts.values().some(({ mentions }) => mentions.length > 0);
      for (const [part, noted] of parts) {
        // Reading while the page has its turn is followed by another round, so that what has changed since can wait.
        if (noted.isOnMatter === isOnMatter || !isAsRead(part)) continue;
        for (const mark of noted.marks) drop(mark);
        const marks = add(part, finder.find(part.text, noted.mentions, page, isOnMatter));
        parts.set(part, { ...noted, marks, isOnMatter });
        yield;
      }
    },
  };
}
