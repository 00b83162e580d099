/** What the reader chose: the card of a statement, the record of a country, or where the one stands on the other. */
import { useRef } from 'preact/hooks';
import { countryContext } from '../../data/country-context.ts';
import { type ExplorerState, encodeState } from '../../data/explorer/state.ts';
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
  const openings = useOpenings(state);
  const statement = state.statement === null ? undefined : statementById(dataset, state.statement);
  const country = state.country === null ? undefined : countryByCode(dataset, state.country);
  if (statement && country) return <PositionCard {...props} statement={statement} country={country} />;
  const context = statement
    ? contextFor(dataset, { kind: 'statement', link: [statement.id], reasons: [] }, {}, words)
    : country && countryContext(dataset, country.code, words);
  if (!context) return null;
  const asOf = asOfShown(state);
  // The map of the statement stays.
  const close = () => ways.go(state.view === 'map' && statement ? { card: 'closed' } : { statement: null, country: null });
  return (
    <>
      {asOf !== null && asOf !== dataset.updated && (
        <p class="us-small">
          {words.say('explorer.chosen.today', { today: words.date(dataset.updated), date: words.date(asOf) })}
        </p>
      )}
      <ContextPopover
        key={`${statement?.id ?? country?.code} ${openings}`}
        context={context}
        dataset={dataset}
        country={ways.own}
        actions={{ unmarked: true, close, copy: ways.copy }}
      />
    </>
  );
}

/** How often what is open was opened once more: asked for again, a state comes as it was. */
function useOpenings(state: ExplorerState): number {
  const last = useRef({ state, count: 0 });
  const { state: before, count } = last.current;
  if (state !== before) last.current = { state, count: encodeState(state) === encodeState(before) ? count + 1 : count };
  return last.current.count;
}
