/**
 * The annotator: every language's words and shapes, marks and cards, put into a frame only where the scout saw that it may concern the
 * matter. Offers itself to the content script of the same frame (shared/annotator.ts) and touches no extension API.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageFinder } from '../../data/finder.ts';
import { createAnnotator } from './annotator.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    globalThis.pageNotesAnnotator = (parts) => createAnnotator(pageFinder(), parts);
  },
});
