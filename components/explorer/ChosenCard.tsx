/** What the reader chose: the card of a statement, the record of a country, or where the one stands on the other. */
import { countryContext } from '../../data/country-context.ts';
import { asOfShown } from '../../data/explorer/view-title.ts';
import { contextFor } from '../../data/popover-context.ts';
import { countryByCode, statementById } from '../../data/queries.ts';
import { ContextPopover } from '../ContextPopover.tsx';
import { useWords } from '../words.ts';
import { PositionCard } from './PositionCard.tsx';
import type { ViewProps } from './view.ts';

/** Something has to be chosen. */
export function ChosenCard(props: ViewProps) {
  const words = useWords();
  const { dataset, state, ways } = props;
  const statement = state.statement === null ? undefined : statementById(dataset, state.statement);
  const country = state.country === null ? undefined : countryByCode(dataset, state.country);
  if (statement && country) return <PositionCard {...props} statement={statement} country={country} />;
  const context = statement
    ? contextFor(dataset, { kind: 'statement', link: [statement.id], reasons: [] }, {}, words)
    : country && countryContext(dataset, country.code, words);
  if (!context) return null;
  const asOf = asOfShown(state);
  return (
    <>
      {asOf !== null && asOf !== dataset.updated && (
        <p class="us-small">
          {words.say('explorer.chosen.today', { today: words.date(dataset.updated), date: words.date(asOf) })}
        </p>
      )}
      <ContextPopover
        key={statement?.id ?? country?.code}
        context={context}
        dataset={dataset}
        country={ways.own}
        actions={{ unmarked: true, close: () => ways.go({ statement: null, country: null }), copy: ways.copy }}
      />
    </>
  );
}
