/** A statement in a line of a table or list, as a link to its card: the shape before it says which side it is. */

import { statementLine } from '../../data/popover-context.ts';
import type { Statement } from '../../data/schema.ts';
import { useWords } from '../words.ts';
import type { ExplorerWays } from './view.ts';

interface StatementLinkProps {
  readonly statement: Statement;
  readonly ways: ExplorerWays;
  /** Whether its day is said elsewhere in the line. */
  readonly undated?: boolean;
}

export function StatementLink({ statement, ways, undated = false }: StatementLinkProps) {
  const words = useWords();
  return (
    <a href={ways.href({ statement: statement.id, country: null })} class="us-statement-link">
      <SideSign statement={statement} />
      {statementLine(statement, words).headline}
      {!undated && <span class="us-unbroken">{`${words.say('card.clauseComma')}${words.date(statement.date)}`}</span>}
    </a>
  );
}

/** Concern is round, support square, a vote neither. */
export function SideSign({ statement }: { readonly statement: Statement }) {
  return <i class={`us-side-sign us-${statement.stance ?? 'vote'}`} aria-hidden="true" />;
}
