/**
 * Puts the explorer into a page of ours: keeps its state in the address, and gives readers files. The same in the extension and on the
 * static site (site/main.ts), so it knows nothing of extensions.
 */
import '../../components/page.css';
import '../../components/ContextPopover.css';
import '../../components/explorer/explorer.css';
import '../../components/explorer/pictures.css';
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import { ExplorerPage } from '../../components/explorer/ExplorerPage.tsx';
import type { ExplorerWays } from '../../components/explorer/view.ts';
import { WordsProvider } from '../../components/words.ts';
import { dataset } from '../../data/dataset.ts';
import { changedState, decodeState, type ExplorerState, encodeState } from '../../data/explorer/state.ts';
import { viewTitle } from '../../data/explorer/view-title.ts';
import type { Words } from '../../data/messages.ts';
import type { CountryCode } from '../../data/schema.ts';
import { copyText } from '../overlay.content/clipboard.ts';

interface Reader {
  /** See stateOfAddress(). */
  readonly state: Signal<ExplorerState>;
  readonly words: ReadonlySignal<Words>;
  /** The reader's own country; null: none. */
  readonly country: ReadonlySignal<CountryCode | null>;
  /** Whether they choose the language here, in the state, rather than in settings. */
  readonly choosesLanguage: boolean;
}

/** What the address says is shown, for as long as the page is there. */
export function stateOfAddress(): Signal<ExplorerState> {
  const state = signal(stateHere());
  // Told of links, of back and forward, and of addresses typed.
  addEventListener('popstate', () => {
    state.value = stateHere();
  });
  return state;
}

/** Show it in `#app`. The words have to know the areas `explorer` and `card`. */
export function showExplorer({ state, words, country, choosesLanguage }: Reader): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('The page has no #app.');
  const href = (changes: Partial<ExplorerState>) => `#${encodeState(changedState(state.value, changes))}`;

  function go(changes: Partial<ExplorerState>, { inPlace = false } = {}): void {
    const next = changedState(state.value, changes);
    // What is shown already is no step, and is opened anew all the same.
    if (encodeState(next) === encodeState(state.value)) {
      state.value = next;
      return;
    }
    try {
      if (inPlace) history.replaceState(null, '', href(changes));
      else history.pushState(null, '', href(changes));
    } catch {
      // Safari takes a hundred addresses in half a minute. What is shown goes on, and the address follows with what comes later.
    }
    state.value = next;
  }

  const ways = computed<ExplorerWays>(() => ({
    go,
    href,
    save,
    copy: copyText,
    print: () => print(),
    address: /^https?:$/.test(location.protocol) ? location.href.replace(/#.*/, '') : null,
    own: country.value,
    choosesLanguage,
  }));
  const Page = () => (
    <WordsProvider value={words.value}>
      <ExplorerPage dataset={dataset} state={state} ways={ways.value} />
    </WordsProvider>
  );
  effect(() => {
    const { say } = words.value;
    document.title = say('explorer.window', { title: viewTitle(dataset, state.value, words.value) });
  });
  render(<Page />, root);
}

function stateHere(): ExplorerState {
  return decodeState(location.hash.slice(1), dataset);
}

function save({ name, type, content }: Parameters<ExplorerWays['save']>[0]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // Safari reads the data only some time after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), UNTIL_SAVED);
}

/** Milliseconds. */
const UNTIL_SAVED = 60_000;
