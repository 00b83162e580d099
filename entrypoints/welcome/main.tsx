/** The page a new reader gets, once: wires the choices to the settings, and has the page marked as any other would be. */
import '../../components/page.css';
import '../annotator.content/style.css';
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { StorageNotice } from '../../components/StorageNotice.tsx';
import { Welcome } from '../../components/Welcome.tsx';
import { WordsProvider } from '../../components/words.ts';
import { dataset } from '../../data/dataset.ts';
import type { Words } from '../../data/messages.ts';
import { loadCatalogue } from '../shared/catalogues.ts';
import { askForAccess, openExplorer } from '../shared/page-in-tab.ts';
import { followLook } from '../shared/page-look.ts';
import { createPageWords } from '../shared/page-words.ts';
import { changeSettings } from '../shared/settings-source.ts';
import { createSettingsStore, type SettingsStore } from '../shared/settings-store.ts';
import { markOwnPage } from './own-page.ts';

interface WelcomePageProps {
  readonly store: SettingsStore;
  readonly isKeptOut: ReadonlySignal<boolean>;
  readonly words: ReadonlySignal<Words>;
}

function WelcomePage({ store, isKeptOut, words }: WelcomePageProps) {
  const countries = dataset.countries
    .map((country) => ({ code: country.code, name: words.value.country(country) }))
    .toSorted((a, b) => words.value.compare(a.name, b.name));
  return (
    <WordsProvider value={words.value}>
      <Welcome
        settings={store.settings.value}
        canChoose={store.isRead.value}
        notice={<StorageNotice trouble={store.trouble.value} onReadAgain={store.readAgain} />}
        managed={store.managed.value}
        countries={countries}
        isKeptOut={isKeptOut.value}
        onSet={(name, value) => void store.set(name, value).catch(() => undefined)}
        onAllow={() => void askForAccess(null)}
      />
    </WordsProvider>
  );
}

/** Whether the browser keeps us out of sites. */
async function watchAccess(): Promise<ReadonlySignal<boolean>> {
  const isKeptOut = signal(false);
  const read = async () => {
    isKeptOut.value = !(await browser.permissions.contains({ origins: ['<all_urls>'] }));
  };
  // Before the first reading: what is allowed between that and listening would be missed.
  browser.permissions.onAdded.addListener(() => void read());
  await read();
  return isKeptOut;
}

const root = document.getElementById('app');
if (!root) throw new Error('welcome/index.html has no #app');
const [store, isKeptOut] = await Promise.all([createSettingsStore(browser), watchAccess()]);
followLook(store.settings);
const words = await createPageWords(browser, store.settings, ['welcome', 'options']);
effect(() => {
  document.title = words.value.say('welcome.title');
});
render(<WelcomePage store={store} isKeptOut={isKeptOut} words={words} />, root);
markOwnPage(store.settings, {
  loadCatalogue: (language) => loadCatalogue(browser, 'card', language),
  openOptions: () => void browser.runtime.openOptionsPage(),
  openExplorer: (subject) => void openExplorer(subject),
  changeSettings: (change) => changeSettings(browser, change),
});
