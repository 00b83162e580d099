/**
 * The overlay: the card, Preact and the dataset, put into a frame on its first hover only. Offers itself to the
 * content script of the same frame (shared/overlay.ts) and touches no extension API.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createOverlay } from './overlay.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    const { pageNotes } = globalThis;
    if (pageNotes) globalThis.pageNotesOverlay ??= createOverlay(pageNotes.token);
  },
});
