/** Words for tests, from the message files as they are. */
import type { Language } from '../../data/languages.ts';
import { AREAS, type Catalogue, type Words, wordsFrom } from '../../data/messages.ts';
import { catalogueOf } from '../../scripts/read-messages.ts';

/** All areas in one language. */
export function wordsIn(language: Language): Words {
  return wordsFrom(...(AREAS.map((area) => catalogueOf(area, language)) as [Catalogue, ...Catalogue[]]));
}

export const english = wordsIn('en');
