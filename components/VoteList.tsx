/** How the members of a body voted: three lists, shown alike. */
import { useSignal } from '@preact/signals';
import type { StatementContext } from '../data/popover-context.ts';
import type { CountryCode, Dataset } from '../data/schema.ts';
import { CountryGroups } from './CountryGroups.tsx';
import { CountrySearch } from './CountrySearch.tsx';

export function VoteList({ context, dataset }: { context: StatementContext; dataset: Dataset }) {
  const found = useSignal<readonly CountryCode[]>([]);
  return (
    <section class="us-list">
      <CountrySearch dataset={dataset} statement={context.id} label={context.list.searchLabel} found={found} />
      <h3>{context.list.title}</h3>
      <CountryGroups groups={context.votes} found={found.value} />
    </section>
  );
}
