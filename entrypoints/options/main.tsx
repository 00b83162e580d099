/** The options page: wires the form to the stored settings. */
import '../../components/page.css';
import type { ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { PauseNotice } from '../../components/PauseNotice.tsx';
import { SettingsForm } from '../../components/SettingsForm.tsx';
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
  readonly words: ReadonlySignal<Words>;
}

function OptionsPage({ store, time, words }: OptionsPageProps) {
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
      </main>
    </WordsProvider>
  );
}

const root = document.getElementById('app');
if (!root) throw new Error('options/index.html has no #app');
const store = await createSettingsStore(browser);
const words = await createPageWords(browser, store.settings, ['card', 'popup']);
render(<OptionsPage store={store} time={createPauseClock(store.settings)} words={words} />, root);
