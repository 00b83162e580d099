/** A statement as a button to its card: the edge has its side's colour, the words say which side it is. */
import type { StatementLine } from '../data/popover-context.ts';
import type { StatementId } from '../data/schema.ts';
import { MetaLine } from './MetaLine.tsx';

export function StatementButton({ line, onOpen }: { line: StatementLine; onOpen: (id: StatementId) => void }) {
  return (
    <button type="button" class={line.stance ? `us-line us-${line.stance}` : 'us-line'} onClick={() => onOpen(line.id)}>
      <b>
        <bdi>{line.headline}</bdi>
      </b>
      <span>
        <MetaLine parts={line.meta} />
      </span>
    </button>
  );
}
