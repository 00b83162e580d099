/**
 * The annotator: every language's words and shapes, marks and cards, put into a frame only where the scout saw that it may concern the
 * matter. Offers itself to the content script of the same frame (shared/annotator.ts), and tells the background when marks change.
 */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageAsideFinder, pageFinder } from '../../data/finder.ts';
import { attributeOf, selectedIn } from '../content/own-properties.ts';
import type { BackgroundRequest } from '../shared/messages.ts';
import { MOST_HOSTS, OVERLAY_HOST } from '../shared/overlay.ts';
import { TOKEN } from '../shared/token.ts';
import { createAnnotator } from './annotator.ts';
import { createMarkNews } from './mark-news.ts';
import './style.css';

const LOAD_LOOKS: BackgroundRequest = { type: 'loadLooks' };
const REMOVE_LOOKS: BackgroundRequest = { type: 'removeStyle', looks: true, hosts: [] };
const MARKS_CHANGED: BackgroundRequest = { type: 'marksChanged' };

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    hideLeftovers();
    let hasLooks = false;
    /** There only while something may be painted: a page can tell whether they are. */
    const showLooks = async (on: boolean) => {
      if (hasLooks === on) return;
      hasLooks = on;
      try {
        const answer = await browser.runtime.sendMessage(on ? LOAD_LOOKS : REMOVE_LOOKS);
        if (answer !== true) throw new Error('The looks are not there.');
      } catch {
        // Asked for again with the next reason to paint.
        if (on) hasLooks = false;
      }
    };
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
      const asideFinder = pageAsideFinder({ related, countries });
      const annotator = createAnnotator(pageFinder(), asideFinder, { ...parts, onMarks, onLeft }, showLooks);
      const update: typeof annotator.update = (settings) => {
        annotator.update(settings);
        // Also called when the page comes back from the cache of whole pages, and the browser has forgotten what was told of it.
        tellNews();
      };
      return { ...annotator, update };
    };
  },
});

/**
 * Chromium leaves the style of a card in the page when the extension goes, so it would stand there until its own script hears of that. The
 * elements stay: one of them may be a page's, laid out to see whether anything happens to it.
 */
function hideLeftovers(): void {
  // A page may have taken its root away.
  if (!document.documentElement) return;
  const hosts = [...selectedIn(document.documentElement, `[${OVERLAY_HOST}]`)]
    .map((host) => attributeOf(host, OVERLAY_HOST) ?? '')
    .filter((token) => TOKEN.test(token) && token !== globalThis.pageNotes?.token)
    .slice(0, MOST_HOSTS);
  const request: BackgroundRequest = { type: 'removeStyle', looks: false, hosts };
  if (hosts.length > 0) browser.runtime.sendMessage(request).catch(() => undefined);
}
