/** Loads messages out of the extension's own package: the one place where a file is fetched, and none that is not ours. */
import { type Language, languageFor } from '../../data/languages.ts';
import { type Area, type Catalogue, catalogueFile, type Words, wordsFrom } from '../../data/messages.ts';
import type { Settings } from '../../data/settings.ts';

/** The part of the WebExtension API this needs. */
export interface PackageApi {
  readonly runtime: { getURL(path: `/messages/${Area}/${Language}.json`): string };
}

/** What has been asked for, by area and language; in the popup also by the script ahead of its own. */
export const catalogues: Map<string, Promise<Catalogue>> = globalThis.popupAhead?.catalogues ?? new Map();

/** The messages of an area; each file is read once. For the background and the extension's pages: content scripts ask the background. */
export function loadCatalogue(api: PackageApi, area: Area, language: Language): Promise<Catalogue> {
  const key = `${area} ${language}`;
  const known = catalogues.get(key);
  if (known) return known;
  const reading = fetch(api.runtime.getURL(`/${catalogueFile(area, language)}`)).then((response) => response.json());
  catalogues.set(key, reading);
  // Tried again the next time.
  reading.catch(() => catalogues.delete(key));
  return reading;
}

/** The language a reader has chosen, or that of their browser. */
export function languageOf({ language }: Pick<Settings, 'language'>): Language {
  return languageFor(language ? [language] : navigator.languages);
}

/** The words of some areas in one language. For the same as loadCatalogue. */
export async function loadWords(api: PackageApi, areas: readonly [Area, ...Area[]], language: Language): Promise<Words> {
  const parts = await Promise.all(areas.map((area) => loadCatalogue(api, area, language)));
  return wordsFrom(...(parts as [Catalogue, ...Catalogue[]]));
}
