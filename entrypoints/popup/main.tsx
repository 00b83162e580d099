/** The toolbar popup: wires the state of the active tab and the settings to the list and the switches, and the record to the search. */
import '../../components/page.css';
import '../../components/ContextPopover.css';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { HiddenMentions } from '../../components/HiddenMentions.tsx';
import { MentionList, mentionTotals } from '../../components/MentionList.tsx';
import { MentionSteps } from '../../components/MentionSteps.tsx';
import { PageState } from '../../components/PageState.tsx';
import { QuickSearch } from '../../components/QuickSearch.tsx';
import { SiteSwitches } from '../../components/SiteSwitches.tsx';
import { dataset } from '../../data/dataset.ts';
import { isPaused, pageAddress } from '../../data/hiding.ts';
import { reasonLanguage } from '../../data/reasons.ts';
import { copyText } from '../overlay.content/clipboard.ts';
import type { BackgroundRequest, FrameReport, StepAnswer } from '../shared/messages.ts';
import { connectToPage, type PageLink } from '../shared/page-link.ts';
import { createPauseClock } from '../shared/pause-clock.ts';
import { createSettingsStore, type SettingsStore } from '../shared/settings-store.ts';

interface Page {
  readonly state: Signal<'connecting' | 'unavailable' | 'connected'>;
  /** By token, the top frame first. */
  readonly frames: Signal<readonly FrameReport[]>;
  readonly host: Signal<string | null>;
  /** As `pageAddress` gives it. */
  readonly address: Signal<string | null>;
  readonly link: PageLink | null;
  readonly tabId: number | null;
}

function Popup({ store, page, time }: { store: SettingsStore; page: Page; time: ReadonlySignal<number> }) {
  const settings = store.settings.value;
  const host = page.host.value;
  const address = page.address.value;
  const now = { host: host ?? '', address: address ?? '', now: time.value };
  const shown = isPaused(settings, now) ? [] : page.frames.value;
  const set: SettingsStore['set'] = (name, value) => store.set(name, value).catch(() => undefined);
  return (
    <main class="us-popup">
      <header>
        <h1>Undersigned</h1>
      </header>
      <QuickSearch
        dataset={dataset}
        country={settings.country}
        actions={{ copy: copyText, setCountry: (code) => void set('country', code) }}
        language={reasonLanguage(navigator.languages)}
      >
        <PageState settings={settings} page={now} link={page.state.value} totals={mentionTotals(shown)} onSet={set} />
        <MentionSteps count={shown.flatMap((frame) => frame.mentions).length} onStep={(direction) => step(page, direction)} />
        <SiteSwitches settings={settings} host={host} address={address} onSet={set} />
        {shown.some((frame) => frame.mentions.length > 0) && (
          <div class="us-found-list">
            <MentionList frames={shown} dataset={dataset} onReveal={(token, id) => page.link?.reveal(token, id)} />
          </div>
        )}
        {settings.hiddenTerms.length + settings.hiddenMentions.length > 0 && (
          <div class="us-hidden-list">
            <HiddenMentions settings={settings} onSet={(values) => void store.setAll(values).catch(() => undefined)} />
          </div>
        )}
      </QuickSearch>
      <footer>
        <span>Nothing leaves your browser.</span>
        <button type="button" onClick={() => void browser.runtime.openOptionsPage()}>
          Settings
        </button>
      </footer>
    </main>
  );
}

/** The card opens in the page; the popup stays as long as the browser leaves it the focus. */
async function step({ tabId }: Page, direction: 1 | -1): Promise<StepAnswer> {
  if (tabId === null) return null;
  const request: BackgroundRequest = { type: 'step', tabId, direction };
  return browser.runtime.sendMessage<BackgroundRequest, StepAnswer>(request);
}

/** The tab the popup speaks of: the active one, or the one named in the address when the popup is opened as a tab. */
async function tabInQuestion(): Promise<{ id: number; url: string | undefined } | null> {
  const named = new URLSearchParams(location.search).get('tab');
  const tab = named
    ? await browser.tabs.get(Number(named))
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url };
}

async function openPage(): Promise<Page> {
  const tab = await tabInQuestion();
  const state: Page['state'] = signal('connecting');
  const frames: Page['frames'] = signal([]);
  const host: Page['host'] = signal(hostOf(tab?.url));
  const address: Page['address'] = signal(tab?.url !== undefined && host.value !== null ? pageAddress(tab.url) : null);
  if (!tab) {
    state.value = 'unavailable';
    return { state, frames, host, address, link: null, tabId: null };
  }
  const link = connectToPage(
    tab.id,
    (report) => {
      state.value = 'connected';
      if (report.top) host.value = report.host || host.value;
      if (report.top) address.value = pageAddress(report.url);
      // A top frame with a new token is a new document: what other frames of the old one said is gone with it.
      const kept = frames.value.filter((frame) => frame.token !== report.token && !(report.top && frame.top));
      frames.value = report.top ? [report, ...kept] : [...kept, report];
    },
    () => {
      state.value = 'unavailable';
    },
  );
  return { state, frames, host, address, link, tabId: tab.id };
}

/** Null where the browser does not show the address, or it has no host that marking could be turned off for. */
function hostOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) ? hostname : null;
}

const root = document.getElementById('app');
if (!root) throw new Error('popup/index.html has no #app');
const [store, page] = await Promise.all([createSettingsStore(browser), openPage()]);
render(<Popup store={store} page={page} time={createPauseClock(store.settings)} />, root);
