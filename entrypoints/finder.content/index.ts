/**
 * The finder: every language's words and shapes, put into a frame only where the scout saw that it may concern the matter. Offers
 * itself to the content script of the same frame (shared/finder.ts) and touches neither the page nor any extension API.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageFinder } from '../../data/finder.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    globalThis.pageNotesFinder ??= pageFinder();
  },
});
