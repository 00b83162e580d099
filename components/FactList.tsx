/** Claims others made around a statement, each with who made it; folded, because they are not the record itself. */
import type { FactLine } from '../data/popover-context.ts';
import { SourceLink } from './SourceList.tsx';

export function FactList({ facts }: { facts: readonly FactLine[] }) {
  return (
    <details class="us-fold">
      <summary>Reported around it · {facts.length}</summary>
      <ul class="us-sentences">
        {facts.map((fact) => (
          <li key={fact.claim}>
            {fact.claim} <span class="us-small">{fact.source ? <SourceLink source={fact.source} /> : fact.attribution}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
