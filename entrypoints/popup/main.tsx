/**
 * The toolbar popup: wires the state of the active tab and the settings to the list and the switches, and the record to the search.
 * With `?find=` in its address, as a window of its own, it is the search alone.
 */
import '../../components/page.css';
import '../../components/ContextPopover.css';
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { HiddenMentions } from '../../components/HiddenMentions.tsx';
import { MentionList, mentionTotals } from '../../components/MentionList.tsx';
import { MentionSteps } from '../../components/MentionSteps.tsx';
import { type PageReach, PageState } from '../../components/PageState.tsx';
import { QuickSearch } from '../../components/QuickSearch.tsx';
import { SiteSwitches } from '../../components/SiteSwitches.tsx';
import { useWords, WordsProvider } from '../../components/words.ts';
import { dataset } from '../../data/dataset.ts';
import { isPaused, pageAddress } from '../../data/hiding.ts';
import type { Words } from '../../data/messages.ts';
import type { StatementId } from '../../data/schema.ts';
import type { SettingName, Settings } from '../../data/settings.ts';
import { isRuledOut } from '../../data/site-rules.ts';
import { copyText } from '../overlay.content/clipboard.ts';
import type { BackgroundRequest, FrameReport, StepAnswer } from '../shared/messages.ts';
import { connectToPage, type PageLink } from '../shared/page-link.ts';
import { followTheme } from '../shared/page-scheme.ts';
import { createPageWords } from '../shared/page-words.ts';
import { createPauseClock } from '../shared/pause-clock.ts';
import { createSettingsStore, type SettingsStore } from '../shared/settings-store.ts';

interface Page {
  readonly reach: ReadonlySignal<PageReach>;
  /** By token, the top frame first. */
  readonly frames: ReadonlySignal<readonly FrameReport[]>;
  readonly host: ReadonlySignal<string | null>;
  /** As `pageAddress` gives it. */
  readonly address: ReadonlySignal<string | null>;
  readonly reveal: PageLink['reveal'];
  readonly step: (direction: 1 | -1) => Promise<StepAnswer>;
}

/** What is asked in the address. */
interface Asked {
  readonly text: string;
  readonly read: (text: string) => readonly StatementId[];
}

interface PopupProps {
  readonly store: SettingsStore;
  /** Null where a text is looked up. */
  readonly page: Page | null;
  readonly asked: Asked | null;
  readonly time: ReadonlySignal<number>;
  readonly words: ReadonlySignal<Words>;
}

function Popup({ store, page, asked, time, words }: PopupProps) {
  const settings = store.settings.value;
  const set: SettingsStore['set'] = (name, value) => store.set(name, value).catch(() => undefined);
  return (
    <WordsProvider value={words.value}>
      <main class="us-popup">
        <header>
          <h1>Undersigned</h1>
        </header>
        <QuickSearch
          dataset={dataset}
          country={settings.country}
          actions={{ copy: copyText, setCountry: (code) => void set('country', code) }}
          {...(asked && { initial: asked.text, read: asked.read })}
        >
          {page && (
            <PageView
              settings={settings}
              managed={store.managed.value}
              page={page}
              time={time}
              onSet={set}
              onSetAll={(values) => void store.setAll(values).catch(() => undefined)}
            />
          )}
        </QuickSearch>
        <footer>
          <span>{words.value.say(settings.sync ? 'popup.privacy.synced' : 'popup.privacy')}</span>
          <button type="button" onClick={() => void browser.runtime.openOptionsPage()}>
            {words.value.say('popup.settings')}
          </button>
        </footer>
      </main>
    </WordsProvider>
  );
}

interface PageViewProps {
  readonly settings: Settings;
  /** Those an administrator has set. */
  readonly managed: readonly SettingName[];
  readonly page: Page;
  readonly time: ReadonlySignal<number>;
  readonly onSet: SettingsStore['set'];
  readonly onSetAll: (values: Partial<Settings>) => void;
}

function PageView({ settings, managed, page, time, onSet, onSetAll }: PageViewProps) {
  const words = useWords();
  const host = page.host.value;
  const address = page.address.value;
  const ruledOut = address !== null && isRuledOut(settings, address);
  const now = { host: host ?? '', address: address ?? '', now: time.value, ruledOut };
  const shown = isPaused(settings, now) ? [] : page.frames.value;
  return (
    <>
      <PageState
        settings={settings}
        page={now}
        link={page.reach.value}
        totals={mentionTotals(shown, words)}
        managed={managed}
        onSet={onSet}
        onAllow={(where) => void allow(where === 'site' ? host : null)}
      />
      <MentionSteps count={shown.flatMap((frame) => frame.mentions).length} onStep={page.step} />
      {!settings.lookUpOnly && <SiteSwitches settings={settings} host={host} address={address} managed={managed} onSet={onSet} />}
      {shown.some((frame) => frame.mentions.length > 0) && (
        <div class="us-found-list">
          <MentionList frames={shown} dataset={dataset} onReveal={page.reveal} />
        </div>
      )}
      {settings.hiddenTerms.length + settings.hiddenMentions.length > 0 && (
        <div class="us-hidden-list">
          <HiddenMentions settings={settings} managed={managed} onSet={onSetAll} />
        </div>
      )}
    </>
  );
}

/** Browsers ask the reader, in a window that may close the popup; that we were let in is heard where it matters. */
async function allow(host: string | null): Promise<void> {
  await browser.permissions.request({ origins: [host === null ? '<all_urls>' : `*://${host}/*`] }).catch(() => undefined);
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
  const answer = signal<PageReach>(tab ? 'connecting' : 'unavailable');
  const frames = signal<readonly FrameReport[]>([]);
  const host = signal(hostOf(tab?.url));
  const address = signal(tab?.url !== undefined && host.value !== null ? pageAddress(tab.url) : null);
  if (!tab) return { reach: answer, frames, host, address, reveal: () => undefined, step: async () => null };
  const { id: tabId, url } = tab;

  const isPdf = signal(false);
  void showsPdf(tabId, url).then((is) => {
    isPdf.value = is;
  });
  const isKeptOut = signal(await isWithheld(url));
  let link = connect();
  browser.permissions.onAdded.addListener(async () => {
    if (!isKeptOut.value || (await isWithheld(url))) return;
    isKeptOut.value = false;
    await send({ type: 'annotateTab', tabId });
    link = connect();
  });

  function reach(): PageReach {
    if (answer.value === 'connecting') return 'connecting';
    // Frames of sites that we are let into may answer all the same.
    if (isKeptOut.value && !frames.value.some(({ top }) => top)) return 'withheld';
    return isPdf.value && frames.value.every(({ mentions }) => mentions.length === 0) ? 'pdf' : answer.value;
  }

  function connect(): PageLink {
    return connectToPage(
      tabId,
      (report) => {
        answer.value = 'connected';
        if (report.top) host.value = report.host || host.value;
        if (report.top) address.value = pageAddress(report.url);
        // A top frame with a new token is a new document: what other frames of the old one said is gone with it.
        const kept = frames.value.filter((frame) => frame.token !== report.token && !(report.top && frame.top));
        frames.value = report.top ? [report, ...kept] : [...kept, report];
      },
      () => {
        answer.value = 'unavailable';
      },
    );
  }

  return {
    reach: computed(reach),
    frames,
    host,
    address,
    reveal: (token, id) => link.reveal(token, id),
    // The card opens in the page; the popup stays as long as the browser leaves it the focus.
    step: (direction) => send({ type: 'step', tabId, direction }) as Promise<StepAnswer>,
  };
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

const send = (request: BackgroundRequest): Promise<unknown> => browser.runtime.sendMessage(request);

/** Chromium lets us into the page around its viewer, Firefox does not; there the address is all there is to go by. */
async function showsPdf(tabId: number, url: string | undefined): Promise<boolean> {
  const asked = browser.scripting.executeScript({ target: { tabId }, func: () => document.contentType, injectImmediately: true });
  const [top] = await asked.catch(() => []);
  if (top?.result) return top.result === 'application/pdf';
  return url !== undefined && URL.canParse(url) && /\.pdf$/i.test(new URL(url).pathname);
}

/** Browsers can keep us out of sites until the reader lets us in. Where they do, they do not tell the address either. */
async function isWithheld(url: string | undefined): Promise<boolean> {
  const host = hostOf(url);
  if (url !== undefined && host === null) return false;
  const origin = url === undefined || host === null ? '<all_urls>' : `${new URL(url).protocol}//${host}/*`;
  return !(await browser.permissions.contains({ origins: [origin] }));
}

/** Null where the browser does not show the address, or it has no host that marking could be turned off for. */
function hostOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) ? hostname : null;
}

const root = document.getElementById('app');
if (!root) throw new Error('popup/index.html has no #app');
const find = new URLSearchParams(location.search).get('find');
const [store, page, asked] = await Promise.all([
  createSettingsStore(browser),
  find === null ? openPage() : null,
  find === null ? null : readerOf(find),
]);
followTheme(store.settings);
const words = await createPageWords(browser, store.settings, ['card', 'popup', 'options']);
effect(() => {
  document.title = words.value.say(asked ? 'popup.title.lookUp' : 'popup.title');
});
render(<Popup store={store} page={page} asked={asked} time={createPauseClock(store.settings)} words={words} />, root);
