/** The options page: wires the form to the stored settings. */
import '../../components/page.css';
import { type ReadonlySignal, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { PauseNotice } from '../../components/PauseNotice.tsx';
import { SettingsForm } from '../../components/SettingsForm.tsx';
import { ShortcutList } from '../../components/ShortcutList.tsx';
import { WordsProvider } from '../../components/words.ts';
import { displayName } from '../../data/country-names.ts';
import { dataset } from '../../data/dataset.ts';
import type { Words } from '../../data/messages.ts';
import { createPageWords } from '../shared/page-words.ts';
import { createPauseClock } from '../shared/pause-clock.ts';
import { createSettingsStore, type SettingsStore } from '../shared/settings-store.ts';

const countries = dataset.countries
  .map((country) => ({ code: country.code, name: displayName(country, 'en') }))
  .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));

interface OptionsPageProps {
  readonly store: SettingsStore;
  readonly time: ReadonlySignal<number>;
  /** Of each command. */
  readonly keys: ReadonlySignal<ReadonlyMap<string, string>>;
  readonly words: ReadonlySignal<Words>;
}

function OptionsPage({ store, time, keys, words }: OptionsPageProps) {
  const { pausedUntil } = store.settings.value;
  const managed = store.managed.value;
  return (
    <WordsProvider value={words.value}>
      <main class="us-options-page">
        <header>
          <h1>Settings</h1>
          <p>Every change is saved at once and holds in all open pages.</p>
        </header>
        {time.value < pausedUntil && (
          <PauseNotice
            until={pausedUntil}
            managed={managed.includes('pausedUntil')}
            onEnd={() => void store.set('pausedUntil', 0).catch(() => undefined)}
          />
        )}
        <SettingsForm
          settings={store.settings.value}
          own={store.own.value}
          managed={managed}
          others={store.others.value}
          countries={countries}
          problems={store.problems.value}
          managedProblems={store.managedProblems.value}
          onSet={store.set}
          onSetAll={store.setAll}
        />
        <ShortcutList keys={keys.value} {...(openShortcuts && { onChange: () => void openShortcuts() })} />
      </main>
    </WordsProvider>
  );
}

/** The keys as they are whenever the reader comes back from where they change them. Firefox for Android has none. */
async function watchKeys(): Promise<ReadonlySignal<ReadonlyMap<string, string>>> {
  const read = async () =>
    new Map((await browser.commands?.getAll())?.map(({ name = '', shortcut = '' }) => [name, shortcut] as const));
  const keys = signal<ReadonlyMap<string, string>>(await read());
  document.addEventListener('visibilitychange', async () => {
    keys.value = await read();
  });
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
const words = await createPageWords(browser, store.settings, ['card', 'popup', 'options', 'shell']);
render(<OptionsPage store={store} time={createPauseClock(store.settings)} keys={await watchKeys()} words={words} />, root);
