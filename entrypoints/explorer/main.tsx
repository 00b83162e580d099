/** The explorer as a page of the extension: language and own country are those in the settings. */
import { computed } from '@preact/signals';
import { browser } from 'wxt/browser';
import { followLook } from '../shared/page-look.ts';
import { createPageWords } from '../shared/page-words.ts';
import { createSettingsStore } from '../shared/settings-store.ts';
import { showExplorer, stateOfAddress } from './show-explorer.tsx';

const store = await createSettingsStore(browser);
followLook(store.settings);
const words = await createPageWords(browser, store.settings, ['explorer', 'card']);
showExplorer({
  state: stateOfAddress(),
  words,
  country: computed(() => store.settings.value.country),
  choosesLanguage: false,
});
