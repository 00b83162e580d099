/** The reader's own country, first in a card: what is known of it there, and the switch that makes a country theirs. */
import { countryContext } from '../data/country-context.ts';
import { answerOf, type ListedCountry } from '../data/popover-context.ts';
import type { Dataset, StatementId } from '../data/schema.ts';
import type { CountryWays } from './CountryButton.tsx';
import { useWords } from './words.ts';

interface OwnCountryProps {
  readonly dataset: Dataset;
  readonly ways: CountryWays;
}

/** Where it stands on one statement, as the search answers it; nothing where no country is set. */
export function OwnAnswer({ dataset, ways, statement }: OwnCountryProps & { readonly statement: StatementId }) {
  const words = useWords();
  const answer = ways.own === null ? undefined : answerOf(dataset, statement, ways.own, words);
  if (!answer) return null;
  return (
    <button type="button" class={`us-own us-${answer.certainty}`} onClick={() => ways.open(answer.code)}>
      <b>
        <bdi>{answer.name}</bdi>
      </b>
      {words.say('card.colon')}
      {answer.answer}
    </button>
  );
}

/** Its whole record in brief; nothing where no country is set. */
export function OwnRecord({ dataset, ways }: OwnCountryProps) {
  const words = useWords();
  const record = ways.own === null ? undefined : countryContext(dataset, ways.own, words);
  if (!record) return null;
  return (
    <button type="button" class="us-line" onClick={() => ways.open(record.code)}>
      <b>{record.fullHeadline}</b>
      <span>{record.subhead}</span>
    </button>
  );
}

/** Nothing where the choice could not be kept. */
export function OwnSwitch({ country: { code, name }, ways }: { readonly country: ListedCountry; readonly ways: CountryWays }) {
  const words = useWords();
  const { own, setOwn } = ways;
  if (!setOwn) return null;
  return (
    <button type="button" class="us-ref" onClick={() => setOwn(own === code ? null : code)}>
      {words.say(own === code ? 'card.own.stop' : 'card.own.show', { country: name })}
    </button>
  );
}
