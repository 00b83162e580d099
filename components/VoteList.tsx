/** How the members of a body voted: three lists, shown alike. */
import { useSignal } from '@preact/signals';
import type { StatementContext } from '../data/popover-context.ts';
import type { CountryCode, Dataset } from '../data/schema.ts';
import type { CountryWays } from './CountryButton.tsx';
import { CountryGroups } from './CountryGroups.tsx';
import { CountrySearch } from './CountrySearch.tsx';

interface VoteListProps {
  readonly context: StatementContext;
  readonly dataset: Dataset;
  readonly ways: CountryWays;
}

export function VoteList({ context, dataset, ways }: VoteListProps) {
  const found = useSignal<readonly CountryCode[]>([]);
  return (
    <section class="us-list">
      <CountrySearch dataset={dataset} statement={context.id} label={context.list.searchLabel} found={found} ways={ways} />
      <h3>{context.list.title}</h3>
      <CountryGroups groups={context.votes} found={found.value} ways={ways} />
    </section>
  );
}
