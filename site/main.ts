/** The explorer as a static site: in the reader's language, as the browser tells it, with nothing kept and nothing loaded. */
import { catalogueIn } from 'virtual:catalogues';
import { signal } from '@preact/signals';
import { languageFor } from '../data/languages.ts';
import { wordsFrom } from '../data/messages.ts';
import { showExplorer } from '../entrypoints/explorer/show-explorer.tsx';

const language = languageFor(navigator.languages);
const words = wordsFrom(catalogueIn.explorer(language), catalogueIn.card(language));
document.documentElement.lang = words.language;
document.documentElement.dir = words.direction;
showExplorer({ words: signal(words), country: signal(null) });
