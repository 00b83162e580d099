/**
 * The card a reader gets on a mention: shows one context and everything that can be reached from it without leaving
 * the card. Knows nothing of where it stands: position, focus on opening, Escape and the pointer are the host's.
 */
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { contextFor, type PopoverContext } from '../data/popover-context.ts';
import type { ReasonLanguage } from '../data/reasons.ts';
import type { Dataset, StatementId } from '../data/schema.ts';
import { type CardActions, CardFoot } from './CardFoot.tsx';
import { ChoiceBody } from './ChoiceBody.tsx';
import { BackIcon, CloseIcon } from './icons.tsx';
import { MetaLine } from './MetaLine.tsx';
import { RegionBody } from './RegionBody.tsx';
import { StatementBody } from './StatementBody.tsx';

export interface ContextPopoverProps {
  readonly context: PopoverContext;
  readonly dataset: Dataset;
  /** What the host can do; a button is shown only for what is given. */
  readonly actions?: CardActions;
  /** The reader's language: reasons are told in it. */
  readonly language?: ReasonLanguage;
}

/**
 * The whole card. Give a new `context` to show another mention: the way back inside the card starts over with it.
 * The words are English but for the reasons, so the card says so to assistive technology whatever the page around it speaks.
 */
export function ContextPopover({ context, dataset, actions = {}, language = 'en' }: ContextPopoverProps) {
  // Tied to the context it started from, so that a new mention begins at its own first view.
  const trail = useSignal({ root: context, steps: [] as readonly PopoverContext[], moved: false });
  const { steps, moved } = trail.value.root === context ? trail.value : { steps: [], moved: false };
  const shown = steps.at(-1) ?? context;
  const headlineId = useId();

  function open(id: StatementId) {
    const next = contextFor(dataset, { kind: 'statement', link: [id], reasons: [] });
    trail.value = { root: context, steps: [...steps, next], moved: true };
  }

  function back() {
    trail.value = { root: context, steps: steps.slice(0, -1), moved: true };
  }

  return (
    <div class="us-card" role="dialog" tabIndex={-1} aria-labelledby={headlineId} lang="en" dir="ltr">
      <CardView
        key={`${steps.length} ${shown.kind === 'statement' ? shown.id : shown.kind}`}
        context={shown}
        dataset={dataset}
        actions={actions}
        language={language}
        headlineId={headlineId}
        takesFocus={moved}
        onOpen={open}
        onBack={steps.length > 0 ? back : undefined}
      />
    </div>
  );
}

interface CardViewProps {
  readonly context: PopoverContext;
  readonly dataset: Dataset;
  readonly actions: CardActions;
  readonly language: ReasonLanguage;
  readonly headlineId: string;
  /** Reached by a button of the card, which is gone now: the headline takes the focus in its place. */
  readonly takesFocus: boolean;
  readonly onOpen: (id: StatementId) => void;
  readonly onBack: (() => void) | undefined;
}

function CardView({ context, dataset, actions, language, headlineId, takesFocus, onOpen, onBack }: CardViewProps) {
  const headline = useRef<HTMLHeadingElement>(null);
  const sources = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) headline.current?.focus({ preventScroll: true });
  }, []);

  return (
    <div class="us-card-view">
      <header class="us-head">
        <div class="us-eyebrow">
          {onBack && (
            <button type="button" class="us-icon us-back" aria-label="Back" onClick={onBack}>
              <BackIcon />
            </button>
          )}
          <p>
            <MetaLine parts={context.meta} />
          </p>
          {actions.close && (
            <button type="button" class="us-icon us-close" aria-label="Close" onClick={actions.close}>
              <CloseIcon />
            </button>
          )}
        </div>
        <h2 class="us-headline" id={headlineId} ref={headline} tabIndex={-1}>
          {context.headline}
        </h2>
        <p class="us-sub">{context.subhead}</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller has to be a stop for the keyboard, to be read further */}
      <section class="us-body" tabIndex={0} aria-label="Details">
        <CardBody context={context} dataset={dataset} onOpen={onOpen} sources={sources} />
      </section>
      <CardFoot
        context={context}
        dataset={dataset}
        actions={actions}
        language={language}
        onSources={() => sources.current?.scrollIntoView({ block: 'nearest' })}
      />
    </div>
  );
}

function CardBody({
  context,
  dataset,
  onOpen,
  sources,
}: Pick<CardViewProps, 'context' | 'dataset' | 'onOpen'> & { sources: { current: HTMLElement | null } }) {
  switch (context.kind) {
    case 'statement':
      return <StatementBody context={context} dataset={dataset} onOpen={onOpen} sourcesRef={sources} />;
    case 'choice':
      return <ChoiceBody context={context} onOpen={onOpen} />;
    case 'region':
      return <RegionBody context={context} onOpen={onOpen} />;
    default:
      return context satisfies never;
  }
}
