/** A report of an error in a card, for the reader to complete and to send: what the card said, to what, and by which data. */
import { clauses } from './in-words.ts';
import type { Words } from './messages.ts';
import type { PopoverContext } from './popover-context.ts';
import { explained } from './reasons.ts';

export interface ReportParts {
  readonly context: PopoverContext;
  /** The mention, with some of the text around it. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** Of the extension. */
  readonly version: string;
  /** Of the page; only where the reader wants it told. */
  readonly address?: string | undefined;
}

export interface Report {
  readonly title: string;
  readonly body: string;
}

export function errorReport({ context, text, before, after, version, address }: ReportParts, words: Words): Report {
  const reasons = 'reasons' in context ? explained(context.reasons, words) : [];
  const lines = [
    words.say('card.report.body.wrong'),
    '',
    words.say('card.report.body.source'),
    '',
    '---',
    words.say('card.report.body.card', { headline: context.headline, subhead: context.subhead }),
    clauses(context.meta, words),
    ...idsIn(context).map((id) => words.say('card.report.body.statement', { id })),
    words.say('card.report.body.marked', { before, text, after }),
    ...reasons.map(({ name, said }) => words.say('card.report.body.matched', { cue: name, said })),
    ...(address ? [words.say('card.report.body.page', { address })] : []),
    words.say('card.report.body.version', { updated: context.updated, version }),
  ];
  return { title: words.say('card.report.title', { headline: context.headline }), body: lines.join('\n') };
}

/**
 * Where a tracker takes a new issue with title and body filled in. `tracker` is the address of its issues, and one that does as GitHub's,
 * Gitea's and Forgejo's do.
 */
export function newIssueAddress(tracker: string, { title, body }: Report): string {
  return `${tracker.replace(/\/$/, '')}/new?${new URLSearchParams({ title, body })}`;
}

function idsIn(context: PopoverContext): string[] {
  switch (context.kind) {
    case 'statement':
      return [context.id];
    case 'choice':
      return context.candidates.map(({ id }) => id);
    default:
      return [];
  }
}
