/** A page of ours says which language it is in, and which way that runs. */
import { directionOf, type Language } from '../../data/languages.ts';

export function setDocumentLanguage(language: Language): void {
  Object.assign(document.documentElement, { lang: language, dir: directionOf(language) });
}
