/** Who signed: by UN regional group as announced, then who joined later and who withdrew, and what is not known. */
import { useSignal } from '@preact/signals';
import type { StatementContext } from '../data/popover-context.ts';
import type { CountryCode, Dataset } from '../data/schema.ts';
import type { CountryWays } from './CountryButton.tsx';
import { CountryGroups } from './CountryGroups.tsx';
import { CountrySearch } from './CountrySearch.tsx';
import { useWords } from './words.ts';

interface SignatoryListProps {
  readonly context: StatementContext;
  readonly dataset: Dataset;
  readonly ways: CountryWays;
}

export function SignatoryList({ context, dataset, ways }: SignatoryListProps) {
  const found = useSignal<readonly CountryCode[]>([]);
  const words = useWords();
  const { list } = context;
  return (
    <section class={`us-list us-${context.stance}`}>
      <CountrySearch dataset={dataset} statement={context.id} label={list.searchLabel} found={found} ways={ways} />
      <h3>{list.title}</h3>
      {list.gap && <p class="us-gap">{list.gap}</p>}
      {list.groups.length > 0 && <CountryGroups groups={list.groups} found={found.value} ways={ways} />}
      {list.joinedLater.length > 0 && (
        <>
          <h3>{words.say('card.list.joinedLater')}</h3>
          <CountryGroups groups={list.joinedLater} found={found.value} ways={ways} />
        </>
      )}
      {list.withdrew.length > 0 && (
        <>
          <h3>{words.say('card.list.withdrew')}</h3>
          <CountryGroups groups={list.withdrew} found={found.value} ways={ways} />
        </>
      )}
    </section>
  );
}
