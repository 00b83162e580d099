/** A mention that fits several statements: says so and lets the reader choose. */
import type { ChoiceContext } from '../data/popover-context.ts';
import type { StatementId } from '../data/schema.ts';
import { StatementButton } from './StatementButton.tsx';

export function ChoiceBody({ context, onOpen }: { context: ChoiceContext; onOpen: (id: StatementId) => void }) {
  return (
    <>
      <ol class="us-lines">
        {context.candidates.map((line) => (
          <li key={line.id}>
            <StatementButton line={line} onOpen={onOpen} />
          </li>
        ))}
      </ol>
      <p class="us-small">{context.updated}</p>
    </>
  );
}
