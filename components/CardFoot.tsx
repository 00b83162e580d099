/** The card's last lines: where it is from, why it is here, and what can be done with it. */
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { PopoverContext } from '../data/popover-context.ts';
import type { CountryCode, Dataset, StatementId } from '../data/schema.ts';
import { CopyPanel } from './CopyPanel.tsx';
import type { Copy } from './copying.ts';
import { type HideActions, HidePanel } from './HidePanel.tsx';
import { ReasonList } from './ReasonList.tsx';
import { type ReportDetails, ReportPanel } from './ReportPanel.tsx';
import { useWords } from './words.ts';

export interface CardActions {
  close?(): void;
  /** Let the card stay where it is, or close it again. */
  togglePin?(): void;
  openOptions?(): void;
  /** Open what the card is about in the explorer, where there is room for more. */
  explore?(subject: { readonly statement: StatementId | null; readonly country: CountryCode | null }): void;
  /** No mark of a page led to the card, so there is nothing to explain. */
  readonly unmarked?: boolean;
  /** Keep the country that is shown first in every card; null: none. Rejects where it cannot be kept. */
  setCountry?(code: CountryCode | null): Promise<void>;
  readonly copy?: Copy;
  readonly hiding?: HideActions;
  /** What a report tells beside the card. */
  readonly report?: ReportDetails;
}

interface CardFootProps {
  readonly context: PopoverContext;
  readonly dataset: Dataset;
  readonly actions: CardActions;
  /** Bring the list of sources into view. */
  readonly onSources: () => void;
}

/** Buttons for what the host offers, in the order of how often they are wanted. Most open a panel above; one is open at a time. */
export function CardFoot({ context, dataset, actions, onSources }: CardFootProps) {
  const open = useSignal<'why' | 'hide' | 'copy' | 'report' | null>(null);
  const id = useId();
  const words = useWords();
  const foot = useRef<HTMLElement>(null);
  // Where a card is low, its foot is scrolled to, and so is what opens in it.
  useLayoutEffect(() => {
    if (open.value) foot.current?.scrollIntoView({ block: 'nearest' });
  }, [open.value]);
  const { copy, hiding, report, openOptions, explore, unmarked } = actions;

  const panelButton = (panel: NonNullable<typeof open.value>) => {
    const label = words.say(`card.foot.${panel}`);
    return (
      <button
        type="button"
        // Where there is room for a few letters only, assistive technology calls it more.
        aria-label={panel === 'hide' || panel === 'report' ? words.say(`card.foot.${panel}.name`, { label }) : undefined}
        aria-expanded={open.value === panel}
        aria-controls={open.value === panel ? id : undefined}
        onClick={() => {
          open.value = open.value === panel ? null : panel;
        }}
      >
        {label}
      </button>
    );
  };

  const sources = context.kind === 'statement' ? context.sources.length + (context.document ? 1 : 0) : 0;
  return (
    <footer class="us-foot" ref={foot}>
      {open.value === 'why' && <ReasonList id={id} context={context} />}
      {open.value === 'hide' && hiding && <HidePanel id={id} actions={hiding} />}
      {open.value === 'copy' && copy && <CopyPanel id={id} context={context} dataset={dataset} copy={copy} />}
      {open.value === 'report' && report && copy && <ReportPanel id={id} context={context} details={report} copy={copy} />}
      <div class="us-actions">
        {sources > 0 && (
          <button type="button" onClick={onSources}>
            {words.say('card.foot.sources', { count: sources })}
          </button>
        )}
        {!unmarked && panelButton('why')}
        {hiding && panelButton('hide')}
        {copy && panelButton('copy')}
        {report && copy && panelButton('report')}
        {explore && (
          <button type="button" onClick={() => explore(subjectOf(context))}>
            {words.say('card.foot.explore')}
          </button>
        )}
        {openOptions && (
          <button type="button" onClick={openOptions}>
            {words.say('card.foot.settings')}
          </button>
        )}
      </div>
    </footer>
  );
}

/** The one statement or country that the card is about; of several, or of the whole record, neither. */
function subjectOf(context: PopoverContext): Parameters<NonNullable<CardActions['explore']>>[0] {
  return {
    statement: context.kind === 'statement' ? context.id : null,
    country: context.kind === 'country' ? context.code : null,
  };
}
