/** The words of the extension's own parts: in the language the reader has chosen, and for its pages anew when they choose another. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Language, languageFor } from '../../data/languages.ts';
import { type Area, type Words, wordsFrom } from '../../data/messages.ts';
import type { Settings } from '../../data/settings.ts';
import { loadCatalogue, type PackageApi } from './catalogues.ts';

/** The language a reader has chosen, or that of their browser. */
export function languageOf({ language }: Settings): Language {
  return languageFor(language ? [language] : navigator.languages);
}

/** Words of some areas in one language. */
export async function loadWords(api: PackageApi, areas: readonly [Area, ...Area[]], language: Language): Promise<Words> {
  const [first, ...others] = areas;
  return wordsFrom(
    await loadCatalogue(api, first, language),
    ...(await Promise.all(others.map((area) => loadCatalogue(api, area, language)))),
  );
}

/** The words of some areas; resolves with the first. The document is told which language it is in, and which way that runs. */
export async function createPageWords(
  api: PackageApi,
  settings: ReadonlySignal<Settings>,
  areas: readonly [Area, ...Area[]],
): Promise<ReadonlySignal<Words>> {
  const wanted = () => languageOf(settings.value);
  const load = () => loadWords(api, areas, wanted());
  const words = signal(await load());
  effect(() => {
    const language = wanted();
    if (language === words.peek().language) return;
    // Another may have been chosen meanwhile.
    void load().then((loaded) => {
      if (loaded.language === wanted()) words.value = loaded;
    });
  });
  effect(() => {
    document.documentElement.lang = words.value.language;
    document.documentElement.dir = words.value.direction;
  });
  return words;
}
