/**
 * The toolbar popup: wires the state of the active tab and the settings to the list and the switches, and the record to the search.
 * With `?find` in its address, as a window of its own, it is the search alone, for the words that were handed over to it.
 */
import '../../components/page.css';
import '../../components/ContextPopover.css';
import { effect, type ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { PageView } from '../../components/PageView.tsx';
import { QuickSearch } from '../../components/QuickSearch.tsx';
import { StorageNotice } from '../../components/StorageNotice.tsx';
import { WhatsNew } from '../../components/WhatsNew.tsx';
import { WordsProvider } from '../../components/words.ts';
import { dataset } from '../../data/dataset.ts';
import type { Words } from '../../data/messages.ts';
import type { StatementId } from '../../data/schema.ts';
import { copyText } from '../overlay.content/clipboard.ts';
import { POPUP_WORDS, storageAhead } from '../shared/ahead.ts';
import { followPage } from '../shared/followed-page.ts';
import { takeOver } from '../shared/looked-up.ts';
import { createNews, type News } from '../shared/news.ts';
import { askForAccess, openExplorer, type PageInTab } from '../shared/page-in-tab.ts';
import { followLook } from '../shared/page-look.ts';
import { createPageWords } from '../shared/page-words.ts';
import { createPauseClock } from '../shared/pause-clock.ts';
import { createSettingsStore, type SettingsStore } from '../shared/settings-store.ts';
import { hasSidePanel, openSidePanel, type SidePanelApi } from '../shared/side-panel.ts';
import { type Tab, tabInQuestion } from '../shared/tab-in-question.ts';

/** What is looked up. */
interface Asked {
  readonly text: string;
  readonly read: (text: string) => readonly StatementId[];
}

/** The tab the popup speaks of, and the page there at each time. */
interface Front {
  readonly tab: Tab | undefined;
  readonly page: ReadonlySignal<PageInTab>;
}

interface PopupProps {
  readonly store: SettingsStore;
  /** Null where a text is looked up. */
  readonly front: Front | null;
  readonly asked: Asked | null;
  readonly news: News;
  readonly time: ReadonlySignal<number>;
  readonly words: ReadonlySignal<Words>;
}

function Popup({ store, front, asked, news, time, words }: PopupProps) {
  const settings = store.settings.value;
  const set: SettingsStore['set'] = (name, value) => store.set(name, value).catch(() => undefined);
  const { say } = words.value;
  const page = front?.page.value;
  return (
    <WordsProvider value={words.value}>
      <main class="us-popup">
        <header>
          <h1>Undersigned</h1>
        </header>
        <StorageNotice trouble={store.trouble.value} onReadAgain={store.readAgain} />
        <QuickSearch
          dataset={dataset}
          country={settings.country}
          actions={{
            copy: copyText,
            ...(store.isRead.value &&
              !store.managed.value.includes('country') && { setCountry: (code) => store.set('country', code) }),
            explore: (subject) => void openExplorer(subject),
          }}
          {...(asked && { initial: asked.text, read: asked.read })}
        >
          {asked?.text === '' && <p class="us-small">{say('popup.lookUp.nothing')}</p>}
          {page && store.isRead.value && (
            <PageView
              settings={settings}
              managed={store.managed.value}
              dataset={dataset}
              reach={page.reach.value}
              frames={page.frames.value}
              host={page.host.value}
              address={page.address.value}
              now={time.value}
              onReveal={page.reveal}
              onStep={page.step}
              onAllow={(where) => void askForAccess(where === 'site' ? page.host.value : null)}
              onSet={set}
              onSetAll={(values) => void store.setAll(values).catch(() => undefined)}
            />
          )}
        </QuickSearch>
        {front && <WhatsNew releases={news.releases.value} onSeen={news.seen} />}
        <footer>
          <span>{store.isRead.value && say(settings.sync ? 'popup.privacy.synced' : 'popup.privacy')}</span>
          {front?.tab && hasSidePanel(panels) && (
            <button type="button" onClick={() => openPanel(front.tab)}>
              {say('popup.sidePanel')}
            </button>
          )}
          <button type="button" onClick={() => void openExplorer()}>
            {say('card.foot.explore')}
          </button>
          <button type="button" onClick={() => void browser.runtime.openOptionsPage()}>
            {say('popup.settings')}
          </button>
        </footer>
      </main>
    </WordsProvider>
  );
}

const panels = browser as SidePanelApi;

/** Both would tell of the same page. */
function openPanel(tab: Tab | undefined): void {
  if (tab) void openSidePanel(panels, tab.windowId).then(() => window.close());
}

const ahead = globalThis.popupAhead;

async function openSettings(): Promise<Pick<PopupProps, 'store' | 'words'>> {
  const store = await createSettingsStore(ahead ? storageAhead(browser, ahead) : browser);
  followLook(store.settings);
  return { store, words: await createPageWords(browser, store.settings, POPUP_WORDS) };
}

async function openFront(): Promise<Front> {
  const tab = ahead?.tab ?? tabInQuestion();
  const { page } = followPage(tabInQuestion, tab);
  return { tab: await tab, page };
}

/** The words and shapes of all languages, for what was selected somewhere; popups over a page do without. */
async function readerOf(text: string): Promise<Asked> {
  const { pageFinder } = await import('../../data/finder.ts');
  return {
    text,
    read(text) {
      // Who looks a text up in this record says what it is about.
      const mentions = pageFinder().findMentions(text, { title: 'Xinjiang' });
      return [...new Set(mentions.flatMap((mention) => (mention.kind === 'statement' ? mention.link : [])))];
    },
  };
}

const root = document.getElementById('app');
if (!root) throw new Error('popup/index.html has no #app');
const isLookUp = new URLSearchParams(location.search).has('find');
const news = createNews(browser);
const [{ store, words }, front, asked] = await Promise.all([
  openSettings(),
  isLookUp ? null : openFront(),
  isLookUp ? takeOver(browser, location.hash.slice(1)).then(readerOf) : null,
]);
effect(() => {
  document.title = words.value.say(asked ? 'popup.title.lookUp' : 'popup.title');
});
// The head of index.html, which this draws, too.
root.replaceChildren();
render(
  <Popup store={store} front={front} asked={asked} news={news} time={createPauseClock(store.settings)} words={words} />,
  root,
);
