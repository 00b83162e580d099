/** The options page: wires the form to the stored settings. */
import '../../components/page.css';
import type { ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { PauseNotice } from '../../components/PauseNotice.tsx';
import { SettingsForm } from '../../components/SettingsForm.tsx';
import { displayName } from '../../data/country-names.ts';
import { dataset } from '../../data/dataset.ts';
import { createPauseClock } from '../shared/pause-clock.ts';
import { createSettingsStore, type SettingsStore } from '../shared/settings-store.ts';

const countries = dataset.countries
  .map((country) => ({ code: country.code, name: displayName(country, 'en') }))
  .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));

function OptionsPage({ store, time }: { store: SettingsStore; time: ReadonlySignal<number> }) {
  const { pausedUntil } = store.settings.value;
  const managed = store.managed.value;
  return (
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
  );
}

const root = document.getElementById('app');
if (!root) throw new Error('options/index.html has no #app');
const store = await createSettingsStore(browser);
render(<OptionsPage store={store} time={createPauseClock(store.settings)} />, root);
