/** The words of one of the extension's own pages: in the language the reader has chosen, and anew when they choose another. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Area, Words } from '../../data/messages.ts';
import type { Settings } from '../../data/settings.ts';
import { languageOf, loadWords, type PackageApi } from './catalogues.ts';
import { setDocumentLanguage } from './document-language.ts';

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
  effect(() => setDocumentLanguage(words.value.language));
  return words;
}
