/** Why a mention was marked, in the reader's language: what the page says, under the name of what it tells. Pure. */
import type { Reason } from './detection/mention.ts';
import type { Words } from './messages.ts';

export interface ExplainedReason {
  readonly cue: Reason['cue'];
  /** "Number" */
  readonly name: string;
  /** "39 countries", as the page has it; dates that it does not have are written as the reader's language does. */
  readonly said: string;
}

/** Reasons in the order given, each kind of cue once. */
export function explained(reasons: readonly Reason[], words: Words): ExplainedReason[] {
  const first = reasons.filter(({ cue }, index) => reasons.findIndex((other) => other.cue === cue) === index);
  return first.map(({ cue, text }) => ({
    cue,
    name: words.say(`card.reasons.${cue}`),
    said: cue === 'earlier' && /^\d{4}-\d\d-\d\d$/.test(text) ? words.date(text) : text,
  }));
}
