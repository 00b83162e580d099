/**
 * The card a reader gets on a mention: shows one context and everything that can be reached from it without leaving
 * the card. Knows nothing of where it stands: position, focus on opening, Escape and the pointer are the host's.
 */
import { useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { countryContext } from '../data/country-context.ts';
import type { Words } from '../data/messages.ts';
import { type Article, contextFor, type PopoverContext } from '../data/popover-context.ts';
import type { CountryCode, Dataset, StatementId } from '../data/schema.ts';
import { type CardActions, CardFoot } from './CardFoot.tsx';
import { ChoiceBody } from './ChoiceBody.tsx';
import { CountryBody } from './CountryBody.tsx';
import type { CountryWays } from './CountryButton.tsx';
import { BackIcon, CloseIcon, PinIcon } from './icons.tsx';
import { MetaLine } from './MetaLine.tsx';
import { RegionBody } from './RegionBody.tsx';
import { StatementBody } from './StatementBody.tsx';
import { useWords } from './words.ts';

export interface ContextPopoverProps {
  readonly context: PopoverContext;
  readonly dataset: Dataset;
  /** Where the mention stands: what is reached within the card is told as of the same date. */
  readonly article?: Article;
  /** The reader's own country, shown first; null: none. */
  readonly country?: CountryCode | null;
  /** Which of how many mentions of the page it is, where the reader steps through them: told to assistive technology. */
  readonly position?: { readonly number: number; readonly count: number } | undefined;
  /** What the host can do; a button is shown only for what is given. */
  readonly actions?: CardActions;
  /** Whether the card stays where it is until it is closed. */
  readonly pinned?: boolean;
  /** Where the reader came to the card from somewhere they can go back to: the way there. The headline takes the focus then. */
  readonly onBack?: () => void;
}

/** What a reader opened by its name: its words are made anew where the language changes. */
export type Opened =
  | { readonly kind: 'statement'; readonly id: StatementId }
  | { readonly kind: 'country'; readonly code: CountryCode };

/** The context of what was opened; undefined for a country that the record does not have. */
export function openedContext(dataset: Dataset, opened: Opened, article: Article, words: Words): PopoverContext | undefined {
  return opened.kind === 'statement'
    ? contextFor(dataset, { kind: 'statement', link: [opened.id], reasons: [] }, article, words)
    : countryContext(dataset, opened.code, words);
}

const NO_ARTICLE: Article = {};

/**
 * The whole card. Give another `key` for another mention: with the same one, the reader stays where they are inside the card.
 * It says which language its words are in, whatever the page around it speaks.
 */
export function ContextPopover({
  context,
  dataset,
  article = NO_ARTICLE,
  country = null,
  position,
  actions = {},
  pinned = false,
  onBack,
}: ContextPopoverProps) {
  /** What was opened from the first view, one from the other. */
  const trail = useSignal<readonly Opened[]>([]);
  /** Chosen in this card; undefined: nothing was. */
  const chosen = useSignal<CountryCode | null | undefined>(undefined);
  const { setCountry } = actions;
  const words = useWords();
  const opened = useMemo(() => {
    const { passage: _, ...page } = article;
    return trail.value.flatMap((each) => openedContext(dataset, each, page, words) ?? []);
  }, [trail.value, dataset, article, words]);
  const views = [context, ...opened];

  function open(next: Opened) {
    trail.value = [...trail.value, next];
  }

  function back() {
    trail.value = trail.value.slice(0, -1);
  }

  function onKeyDown({ key, repeat, target, currentTarget }: TargetedKeyboardEvent<HTMLElement>) {
    // On a button, Enter is the button's.
    if (key === 'Enter' && !repeat && target === currentTarget) actions.togglePin?.();
  }

  const ways: CountryWays = {
    open: (code) => open({ kind: 'country', code }),
    own: chosen.value === undefined ? country : chosen.value,
    ...(setCountry && {
      setOwn: (code) => {
        chosen.value = code;
        setCountry(code).catch(() => {
          if (chosen.peek() === code) chosen.value = undefined;
        });
      },
    }),
  };
  // Named in words: an id would have to be unlike those of other cards, which Preact's are not.
  const name = views.at(-1)?.headline;
  const positionId = position && `us-mention-${position.number}`;
  // Views that were left stay as they are, with what was searched for and unfolded in them, until the reader is back.
  return (
    <div
      class="us-card"
      role="dialog"
      tabIndex={-1}
      aria-label={name}
      aria-describedby={positionId}
      lang={words.language}
      dir={words.direction}
      onKeyDown={onKeyDown}
    >
      {position && (
        <p id={positionId} hidden>
          {words.say('card.position', { ...position })}
        </p>
      )}
      {views.map((view, index) => (
        <CardView
          key={`${index} ${keyOf(view)}`}
          context={view}
          dataset={dataset}
          actions={actions}
          pinned={pinned}
          isShown={index === views.length - 1}
          ways={ways}
          onOpen={(id) => open({ kind: 'statement', id })}
          onBack={index > 0 ? back : onBack}
        />
      ))}
    </div>
  );
}

function keyOf(context: PopoverContext): string {
  if (context.kind === 'statement') return context.id;
  return context.kind === 'country' ? context.code : context.kind;
}

interface CardViewProps {
  readonly context: PopoverContext;
  readonly dataset: Dataset;
  readonly actions: CardActions;
  readonly pinned: boolean;
  /** Only the last view is; those before it wait for the way back. */
  readonly isShown: boolean;
  readonly ways: CountryWays;
  readonly onOpen: (id: StatementId) => void;
  /** Given where a button led here, which is hidden now: the headline takes the focus in its place. */
  readonly onBack: (() => void) | undefined;
}

/** Where a reader was in a view when they left it. */
interface Place {
  readonly focus: HTMLElement | null;
  /** How far view and body were scrolled: where a card cannot be high, the one scrolls, elsewhere the other. */
  readonly view: number;
  readonly body: number;
}

function CardView(props: CardViewProps) {
  const { context, dataset, actions, pinned, isShown, ways, onOpen, onBack } = props;
  const words = useWords();
  const view = useRef<HTMLDivElement>(null);
  const headline = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLElement>(null);
  const sources = useRef<HTMLElement>(null);
  const left = useRef<Place | null>(null);

  /** What leads on from here, with the place kept to come back to. */
  function leaving<Target>(go: (target: Target) => void): (target: Target) => void {
    return (target) => {
      left.current = {
        focus: view.current?.querySelector<HTMLElement>(':focus') ?? null,
        view: view.current?.scrollTop ?? 0,
        body: body.current?.scrollTop ?? 0,
      };
      go(target);
    };
  }

  useLayoutEffect(() => {
    const place = left.current;
    if (!isShown || !(place || onBack)) return;
    left.current = null;
    if (place) {
      view.current?.scrollTo({ top: place.view, behavior: 'instant' });
      body.current?.scrollTo({ top: place.body, behavior: 'instant' });
    }
    // What led on may have gone with a choice made since.
    const focus = place?.focus?.isConnected ? place.focus : headline.current;
    focus?.focus({ preventScroll: true });
  }, [isShown]);

  return (
    <div class="us-card-view" ref={view} hidden={!isShown}>
      <header class="us-head">
        <div class="us-eyebrow">
          {onBack && (
            <button type="button" class="us-icon us-back" aria-label={words.say('card.back')} onClick={onBack}>
              <BackIcon />
            </button>
          )}
          <p>
            <MetaLine parts={context.meta} />
          </p>
          {actions.togglePin && (
            <button
              type="button"
              class="us-icon us-pin"
              aria-label={words.say('card.pin')}
              aria-pressed={pinned}
              title={words.say(pinned ? 'card.pin.release' : 'card.pin.hint')}
              onClick={actions.togglePin}
            >
              <PinIcon />
            </button>
          )}
          {actions.close && (
            <button type="button" class="us-icon us-close" aria-label={words.say('card.close')} onClick={actions.close}>
              <CloseIcon />
            </button>
          )}
        </div>
        <h2 class="us-headline" ref={headline} tabIndex={-1}>
          {context.headline}
        </h2>
        <p class="us-sub">{context.subhead}</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller has to be a stop for the keyboard, to be read further */}
      <section class="us-body" ref={body} tabIndex={0} aria-label={words.say('card.details')}>
        <CardBody
          context={context}
          dataset={dataset}
          ways={{ ...ways, open: leaving(ways.open) }}
          onOpen={leaving(onOpen)}
          sources={sources}
        />
      </section>
      <CardFoot
        context={context}
        dataset={dataset}
        actions={actions}
        onSources={() => sources.current?.scrollIntoView({ block: 'nearest' })}
      />
    </div>
  );
}

function CardBody({
  context,
  dataset,
  ways,
  onOpen,
  sources,
}: Pick<CardViewProps, 'context' | 'dataset' | 'ways' | 'onOpen'> & { sources: { current: HTMLElement | null } }) {
  switch (context.kind) {
    case 'statement':
      return <StatementBody context={context} dataset={dataset} onOpen={onOpen} ways={ways} sourcesRef={sources} />;
    case 'choice':
      return <ChoiceBody context={context} onOpen={onOpen} />;
    case 'region':
      return <RegionBody context={context} dataset={dataset} onOpen={onOpen} ways={ways} />;
    case 'country':
      return <CountryBody context={context} onOpen={onOpen} ways={ways} />;
    default:
      return context satisfies never;
  }
}
