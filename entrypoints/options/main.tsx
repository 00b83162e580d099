/** The options page: wires the form to the stored settings. */
import '../../components/page.css';
import '../../components/ContextPopover.css';
import { effect, type ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { PauseNotice } from '../../components/PauseNotice.tsx';
import { SettingsForm } from '../../components/SettingsForm.tsx';
import { WordsProvider } from '../../components/words.ts';
import { dataset } from '../../data/dataset.ts';
import type { Words } from '../../data/messages.ts';
import { followTheme } from '../shared/page-scheme.ts';
import { createPageWords } from '../shared/page-words.ts';
import { createPauseClock } from '../shared/pause-clock.ts';
import { createSettingsStore, type SettingsStore } from '../shared/settings-store.ts';

interface OptionsPageProps {
  readonly store: SettingsStore;
  readonly time: ReadonlySignal<number>;
  readonly words: ReadonlySignal<Words>;
}

function OptionsPage({ store, time, words: { value: words } }: OptionsPageProps) {
  const { pausedUntil } = store.settings.value;
  const managed = store.managed.value;
  const countries = dataset.countries
    .map((country) => ({ code: country.code, name: words.country(country) }))
    .toSorted((a, b) => words.compare(a.name, b.name));
  return (
    <WordsProvider value={words}>
      <main class="us-options-page">
        <header>
          <h1>{words.say('options.page.heading')}</h1>
          <p>{words.say('options.page.intro')}</p>
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
          sync={store.sync.value}
          countries={countries}
          dataset={dataset}
          problems={store.problems.value}
          managedProblems={store.managedProblems.value}
          onSet={store.setAll}
        />
      </main>
    </WordsProvider>
  );
}

const root = document.getElementById('app');
if (!root) throw new Error('options/index.html has no #app');
const store = await createSettingsStore(browser);
followTheme(store.settings);
const words = await createPageWords(browser, store.settings, ['card', 'popup', 'options']);
effect(() => {
  document.title = words.value.say('options.page.title');
});
render(<OptionsPage store={store} time={createPauseClock(store.settings)} words={words} />, root);
