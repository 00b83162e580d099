/**
 * The explorer: the record in several views, of which one is shown, and beside it the card of what the reader chose there. What is shown
 * is the state alone; where that is kept is the entry's matter.
 */
import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type ExplorerState, hasChosen, shownState, VIEWS, type View } from '../../data/explorer/state.ts';
import { chosenInWords, viewTitle } from '../../data/explorer/view-title.ts';
import { labelled, sentences } from '../../data/in-words.ts';
import type { Words } from '../../data/messages.ts';
import type { Dataset } from '../../data/schema.ts';
import { useWords } from '../words.ts';
import { Changes } from './Changes.tsx';
import { ChosenCard } from './ChosenCard.tsx';
import { Compare } from './Compare.tsx';
import { LanguageField } from './fields.tsx';
import { MapView } from './MapView.tsx';
import { Matrix } from './Matrix.tsx';
import { Search } from './Search.tsx';
import { TakeAway } from './TakeAway.tsx';
import { Timeline } from './Timeline.tsx';
import type { ExplorerWays, ViewProps } from './view.ts';

interface ExplorerPageProps {
  readonly dataset: Dataset;
  readonly state: ReadonlySignal<ExplorerState>;
  readonly ways: ExplorerWays;
}

export function ExplorerPage({ dataset, state, ways }: ExplorerPageProps) {
  const words = useWords();
  const { say, date } = words;
  const page = useRef<HTMLDivElement>(null);
  const lead = useMemo(() => leadOf(dataset, words), [dataset, words]);
  const asked = state.value;
  const shown = useMemo(() => shownState(asked), [asked]);
  const isChosen = hasChosen(shown);
  const props: ViewProps = { dataset, state: shown, ways };
  useFocusReturn(page, isChosen ? `${shown.country ?? ''} ${shown.statement ?? ''}`.trim() : '');
  return (
    <div class="us-explorer" ref={page}>
      <header class="us-explorer-head">
        <h1>{say('explorer.title')}</h1>
        <p>{lead}</p>
        <nav aria-label={say('explorer.views')}>
          <ul>
            {VIEWS.map((view) => (
              <li key={view}>
                <a href={ways.href({ view })} aria-current={view === shown.view ? 'page' : undefined}>
                  {say(`explorer.view.${view}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {ways.choosesLanguage && <LanguageField state={shown} ways={ways} />}
      </header>
      <p class="us-for-readers" role="status">
        {isChosen && say('explorer.opened', { name: chosenInWords(dataset, shown, words) })}
      </p>
      <div class={isChosen ? 'us-explorer-parts us-has-chosen' : 'us-explorer-parts'}>
        <main>
          <section class="us-view" aria-labelledby="us-view-title">
            <h2 id="us-view-title" tabIndex={-1} class={HAS_PICTURE.has(shown.view) ? 'us-for-readers' : undefined}>
              {say(`explorer.view.${shown.view}`)}
            </h2>
            {!HAS_PICTURE.has(shown.view) && <p class="us-for-print">{onPaper(dataset, shown, words)}</p>}
            <Shown {...props} />
          </section>
          <TakeAway {...props} />
        </main>
        {isChosen && (
          <aside aria-label={say('explorer.chosen')}>
            <ChosenCard {...props} />
          </aside>
        )}
      </div>
      <footer>{say('explorer.foot', { date: date(dataset.updated) })}</footer>
    </div>
  );
}

/** How much there is of what. Of Hong Kong alone, or of nobody knows what, is told apart from what is about Xinjiang. */
function leadOf({ statements, countries }: Dataset, words: Words): string {
  const about = statements.filter(({ topics }) => topics.includes('xinjiang')).length;
  const elsewhere = statements.length - about;
  const lead = words.say('explorer.lead', { statements: about, countries: countries.length });
  return sentences([lead, ...(elsewhere > 0 ? [words.say('explorer.lead.elsewhere', { count: elsewhere })] : [])], words);
}

/** What the controls say, which are not on paper: of what the view is, as of when and in which order. */
function onPaper(dataset: Dataset, state: ExplorerState, words: Words): string {
  const order =
    state.view === 'matrix'
      ? [labelled(words.say('explorer.matrix.sort'), words.say(`explorer.matrix.sort.${state.sort}`), words)]
      : [];
  return sentences([viewTitle(dataset, state, words), ...order], words);
}

/** Pictures have titles of their own. */
const HAS_PICTURE: ReadonlySet<View> = new Set(['timeline', 'map']);

function TimelineView({ dataset, state, ways }: ViewProps) {
  return (
    <Timeline
      dataset={dataset}
      picked={state.statement}
      onPick={(statement) => ways.go({ statement, country: null })}
      onSave={(content, name) => ways.save({ name, type: content.type, content })}
    />
  );
}

function Shown(props: ViewProps) {
  switch (props.state.view) {
    case 'timeline':
      return <TimelineView {...props} />;
    case 'map':
      return <MapView {...props} />;
    case 'matrix':
      return <Matrix {...props} />;
    case 'compare':
      return <Compare {...props} />;
    case 'changes':
      return <Changes {...props} />;
    case 'search':
      return <Search {...props} />;
    default:
      return props.state.view satisfies never;
  }
}

/**
 * Where a card was closed that had the focus, or another took its place, the reader goes on where they opened it, or else at the head of
 * the view.
 */
function useFocusReturn(page: { readonly current: HTMLElement | null }, chosen: string): void {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const { activeElement } = document;
    const opened = before.current;
    if (activeElement !== document.body || (chosen !== '' && !opened)) {
      before.current = chosen === '' ? null : activeElement?.closest('aside') ? opened : activeElement;
      return;
    }
    if (chosen === '') before.current = null;
    if (!opened) return;
    // What was opened by the address was opened nowhere on the page.
    const heading = page.current?.querySelector<HTMLElement>(chosen === '' ? 'h2' : 'aside h2');
    const isThere = opened.isConnected && opened !== document.body;
    // Where something else is open the reader looks at that, and nothing has to be scrolled to.
    if (isThere && (opened instanceof HTMLElement || opened instanceof SVGElement))
      opened.focus({ preventScroll: chosen !== '' });
    else heading?.focus({ preventScroll: chosen !== '' });
  }, [chosen]);
}
