/**
 * The explorer as a static site: in the language that its address says, or else the browser's, with nothing kept and nothing loaded.
 */
import { catalogueIn } from 'virtual:catalogues';
import { computed, effect, signal } from '@preact/signals';
import { languageFor } from '../data/languages.ts';
import { wordsFrom } from '../data/messages.ts';
import { showExplorer, stateOfAddress } from '../entrypoints/explorer/show-explorer.tsx';
import { setDocumentLanguage } from '../entrypoints/shared/document-language.ts';

const state = stateOfAddress();
const language = computed(() => state.value.lang ?? languageFor(navigator.languages));
const words = computed(() => wordsFrom(catalogueIn.explorer(language.value), catalogueIn.card(language.value)));
effect(() => setDocumentLanguage(language.value));
showExplorer({ state, words, country: signal(null), choosesLanguage: true });
