/** What the reader chose: the card of a statement, the record of a country, or where the one stands on the other. */
import { countryContext } from '../../data/country-context.ts';
import { contextFor, type PopoverContext } from '../../data/popover-context.ts';
import { ContextPopover } from '../ContextPopover.tsx';
import type { ViewProps } from './view.ts';

export function ChosenCard({ dataset, state, ways }: ViewProps) {
  const { statement, country } = state;
  const context = contextOf();
  if (!context) return null;
  return (
    <ContextPopover
      key={`${statement} ${country}`}
      context={context}
      dataset={dataset}
      country={ways.own}
      actions={{ unmarked: true, close: () => ways.go({ statement: null, country: null }), copy: ways.copy }}
    />
  );

  function contextOf(): PopoverContext | undefined {
    if (statement !== null) return contextFor(dataset, { kind: 'statement', link: [statement], reasons: [] });
    return country === null ? undefined : countryContext(dataset, country);
  }
}
