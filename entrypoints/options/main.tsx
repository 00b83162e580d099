/** The options page: wires the form to the stored settings. */
import '../../components/page.css';
import '../../components/ContextPopover.css';
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { PauseNotice } from '../../components/PauseNotice.tsx';
import { SettingsForm } from '../../components/SettingsForm.tsx';
import { ShortcutList } from '../../components/ShortcutList.tsx';
import { StorageNotice } from '../../components/StorageNotice.tsx';
import { WordsProvider } from '../../components/words.ts';
import { dataset } from '../../data/dataset.ts';
import type { Words } from '../../data/messages.ts';
import { followLook } from '../shared/page-look.ts';
import { createPageWords } from '../shared/page-words.ts';
import { createPauseClock } from '../shared/pause-clock.ts';
import { createSettingsStore, type SettingsStore } from '../shared/settings-store.ts';

interface OptionsPageProps {
  readonly store: SettingsStore;
  readonly time: ReadonlySignal<number>;
  /** Of each command. */
  readonly keys: ReadonlySignal<ReadonlyMap<string, string>>;
  readonly words: ReadonlySignal<Words>;
}

function OptionsPage({ store, time, keys, words: { value: words } }: OptionsPageProps) {
  const { pausedUntil } = store.settings.value;
  const managed = store.managed.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const countries = dataset.countries
    .map((country) => ({ code: country.code, name: words.country(country) }))
    .toSorted((a, b) => words.compare(a.name, b.name));
  return (
    <WordsProvider value={words}>
      <main class="us-options-page">
        <header>
          <h1 ref={heading} tabIndex={-1}>
            {words.say('options.page.heading')}
          </h1>
          <p>{words.say('options.page.intro')}</p>
        </header>
        <StorageNotice trouble={store.trouble.value} onReadAgain={store.readAgain} />
        {time.value < pausedUntil && (
          <PauseNotice
            until={pausedUntil}
            managed={managed.includes('pausedUntil')}
            heir={heading}
            onEnd={() => void store.set('pausedUntil', 0).catch(() => undefined)}
          />
        )}
        {store.isRead.value && (
          <SettingsForm
            settings={store.settings.value}
            own={store.own.value}
            managed={managed}
            others={store.others.value}
            sync={store.sync.value}
            countries={countries}
            dataset={dataset}
            problems={store.problems.value}
            managedProblems={store.managedProblems.value}
            onSet={store.setAll}
          />
        )}
        <ShortcutList keys={keys.value} {...(openShortcuts && { onChange: () => void openShortcuts() })} />
      </main>
    </WordsProvider>
  );
}

/** The keys as they are whenever the reader comes back from where they change them. Firefox for Android has none. */
async function watchKeys(): Promise<ReadonlySignal<ReadonlyMap<string, string>>> {
  const keys = signal<ReadonlyMap<string, string>>(new Map());
  const read = async () => {
    keys.value = new Map((await browser.commands?.getAll())?.map(({ name = '', shortcut = '' }) => [name, shortcut] as const));
  };
  // Before the first reading: a reader who is back by the time it is done has changed them, it may be.
  document.addEventListener('visibilitychange', () => void read());
  await read();
  return keys;
}

/** The browser's own page for keys. Safari has none that could be opened. */
const openShortcuts = import.meta.env.SAFARI
  ? undefined
  : import.meta.env.FIREFOX
    ? () => (browser.commands as object as ShortcutSettings).openShortcutSettings()
    : () => browser.tabs.create({ url: 'chrome://extensions/shortcuts' });

/** Firefox has more than Chromium does. */
interface ShortcutSettings {
  openShortcutSettings(): Promise<void>;
}

const root = document.getElementById('app');
if (!root) throw new Error('options/index.html has no #app');
const store = await createSettingsStore(browser);
followLook(store.settings);
const words = await createPageWords(browser, store.settings, ['card', 'popup', 'options', 'shell']);
effect(() => {
  document.title = words.value.say('options.page.title');
});
render(<OptionsPage store={store} time={createPauseClock(store.settings)} keys={await watchKeys()} words={words} />, root);
