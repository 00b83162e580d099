/** Claims others made around a statement, each with who made it; folded, because they are not the record itself. */
import type { FactLine } from '../data/popover-context.ts';
import { DataText } from './DataText.tsx';
import { SourceLink } from './SourceList.tsx';
import { useWords } from './words.ts';

export function FactList({ facts }: { facts: readonly FactLine[] }) {
  const words = useWords();
  return (
    <details class="us-fold">
      <summary>
        {words.say('card.facts.title')} · {words.number(facts.length)}
      </summary>
      <ul class="us-sentences">
        {facts.map((fact) => (
          <li key={fact.claim.text}>
            <DataText of={fact.claim} />{' '}
            <span class="us-small">{fact.source ? <SourceLink source={fact.source} /> : <DataText of={fact.attribution} />}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
