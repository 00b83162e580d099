/** A mark as lists show it: the words with a little of the text around them. */
import type { MentionReport } from '../shared/messages.ts';
import type { Mark } from './marks.ts';

/** Characters of context on either side of a listed mention. */
const CONTEXT = 90;

/** A mark as it is listed. */
export function reportOf(mark: Mark): MentionReport {
  const { id, mention } = mark;
  return {
    id,
    kind: mention.kind,
    ...wordsOf(mark),
    link: mention.kind === 'statement' ? mention.link : [],
    ...(mention.kind === 'country' && { country: mention.code }),
  };
}

/** The words of a mark and those around it, cut at word boundaries. */
export function wordsOf({
  mention,
  blockText,
}: Pick<Mark, 'mention' | 'blockText'>): Pick<MentionReport, 'text' | 'before' | 'after'> {
  return {
    text: tidy(blockText.slice(mention.start, mention.end)),
    before: cutStart(blockText.slice(Math.max(0, mention.start - CONTEXT), mention.start), mention.start > CONTEXT),
    after: cutEnd(blockText.slice(mention.end, mention.end + CONTEXT), mention.end + CONTEXT < blockText.length),
  };
}

function cutStart(text: string, cut: boolean): string {
  return cut ? `…${tidy(text.replace(/^\S*\s/, ''))}` : tidy(text).trimStart();
}

function cutEnd(text: string, cut: boolean): string {
  return cut ? `${tidy(text.replace(/\s\S*$/, ''))}…` : tidy(text).trimEnd();
}

function tidy(text: string): string {
  return text.replace(/[\s\uFFFC]+/g, ' ');
}
