/**
 * The popup's first script, small and without the polyfill: has the main one loaded where the page does not name it (scripts/main-by-script.ts),
 * and asks the browser for what that needs, so that the answers are there by the time it is. It does without where this has failed.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { LANGUAGES, type Language } from '../../data/languages.ts';
import { POPUP_WORDS } from '../shared/ahead.ts';
import { catalogues, languageOf, loadCatalogue } from '../shared/catalogues.ts';
import { setDocumentLanguage } from '../shared/document-language.ts';
import { tabInQuestion } from '../shared/tab-in-question.ts';

export default defineUnlistedScript(() => {
  // Firefox’s page names it, and what may be any script is nothing for Mozilla’s linter.
  const main = import.meta.env.FIREFOX ? undefined : document.currentScript?.dataset.main;
  if (main) void import(/* @vite-ignore */ main);
  let isOutdated = false;
  browser.storage.onChanged.addListener(() => {
    isOutdated = true;
  });
  const record = browser.storage.local.get(null);
  const managed = browser.storage.managed.get(null);
  const tab = new URLSearchParams(location.search).has('find') ? null : tabInQuestion();
  globalThis.popupAhead = { record, managed, isOutdated: () => isOutdated, tab, catalogues };
  // Whoever takes the answers hears of refusals.
  for (const answer of [managed, tab]) answer?.catch(() => undefined);
  /** In a language that is stored, where it is one of ours. */
  const askForWords = (stored: unknown): Language => {
    const language = languageOf({ language: LANGUAGES.find((each) => each === stored) ?? null });
    for (const area of POPUP_WORDS) loadCatalogue(browser, area, language);
    return language;
  };
  // Few readers choose another language than their browser's: it is taken for theirs until what is stored is known.
  const likely = askForWords(null);
  // The main script, were it there first, has told it already.
  if (document.dir === '') setDocumentLanguage(likely);
  Promise.all([record, managed.catch(() => ({}))]).then(
    ([own, set]) => askForWords(({ ...own, ...set } as { language?: unknown }).language),
    () => undefined,
  );
});
