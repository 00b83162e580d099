/** The explorer as a page of the extension: the reader's own country is the one in the settings. */
import { computed } from '@preact/signals';
import { browser } from 'wxt/browser';
import { createSettingsStore } from '../shared/settings-store.ts';
import { showExplorer } from './show-explorer.tsx';

const store = await createSettingsStore(browser);
showExplorer(computed(() => store.settings.value.country));
