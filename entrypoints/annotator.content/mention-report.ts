/** A mark as lists show it: the words with a little of the text around them. */
import type { MentionReport } from '../shared/messages.ts';
import type { Mark } from './marks.ts';

/** Characters of context on either side of a listed mention. */
const CONTEXT = 90;

/** A mark as it is listed, with the text around it cut at word boundaries. */
export function reportOf({ id, mention, blockText }: Mark): MentionReport {
  return {
    id,
    kind: mention.kind,
    text: tidy(blockText.slice(mention.start, mention.end)),
    before: cutStart(blockText.slice(Math.max(0, mention.start - CONTEXT), mention.start), mention.start > CONTEXT),
    after: cutEnd(blockText.slice(mention.end, mention.end + CONTEXT), mention.end + CONTEXT < blockText.length),
    link: mention.kind === 'statement' ? mention.link : [],
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
