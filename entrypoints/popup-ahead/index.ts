/**
 * The popup's first script, small and without the polyfill: asks the browser for what the popup needs, so that the answers are there by
 * the time its own script is. That one does without where this has failed.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { LANGUAGES } from '../../data/languages.ts';
import { POPUP_WORDS } from '../shared/ahead.ts';
import { catalogues, languageOf, loadCatalogue } from '../shared/catalogues.ts';
import { tabInQuestion } from '../shared/tab-in-question.ts';

export default defineUnlistedScript(() => {
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
  Promise.all([record, managed.catch(() => ({}))]).then(
    ([own, set]) => {
      const { language: stored } = { ...own, ...set } as { language?: unknown };
      const language = languageOf({ language: LANGUAGES.find((each) => each === stored) ?? null });
      for (const area of POPUP_WORDS) loadCatalogue(browser, area, language);
    },
    () => undefined,
  );
});
