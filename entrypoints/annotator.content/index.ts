/**
 * The annotator: every language's words and shapes, marks and cards, put into a frame only where the scout saw that it may concern the
 * matter. Offers itself to the content script of the same frame (shared/annotator.ts), and tells the background when marks change.
 */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageAsideFinder, pageFinder } from '../../data/finder.ts';
import type { BackgroundRequest } from '../shared/messages.ts';
import { OVERLAY_HOST } from '../shared/overlay.ts';
import { createAnnotator } from './annotator.ts';
import { createMarkNews } from './mark-news.ts';
import './style.css';

const MARKS_CHANGED: BackgroundRequest = { type: 'marksChanged' };

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    // An older version may have left its card, which our style sheet would show again.
    if (!globalThis.pageNotesOverlay) for (const leftover of document.querySelectorAll(`[${OVERLAY_HOST}]`)) leftover.remove();
    globalThis.pageNotesAnnotator = (parts) => {
      const tellNews = createMarkNews(() => browser.runtime.sendMessage(MARKS_CHANGED), parts.isAlive);
      const onMarks = () => {
        parts.onMarks();
        tellNews();
      };
      const onLeft = () => {
        if (!parts.isAlive()) return;
        parts.onLeft();
        // With the top goes what was told of the whole page.
        if (window !== window.top) browser.runtime.sendMessage(MARKS_CHANGED).catch(() => undefined);
      };
      // Changed wishes bring another annotator, see the content script.
      const { markRelated: related, markCountries: countries } = parts.settings;
      const annotator = createAnnotator(pageFinder(), pageAsideFinder({ related, countries }), { ...parts, onMarks, onLeft });
      const update: typeof annotator.update = (settings) => {
        annotator.update(settings);
        // Also called when the page comes back from the cache of whole pages, and the browser has forgotten what was told of it.
        tellNews();
      };
      return { ...annotator, update };
    };
  },
});
