/**
 * Marks a page of the extension's own, where browsers put no content scripts: the same finder, marks and cards as in any page, without
 * the first look that other pages get before.
 */
import { effect, type ReadonlySignal } from '@preact/signals';
import { pageFinder } from '../../data/finder.ts';
import { isPaused, pageAddress } from '../../data/hiding.ts';
import type { Settings } from '../../data/settings.ts';
import { createAnnotator } from '../annotator.content/annotator.ts';
import { createPageObserver } from '../content/page-observer.ts';
import { wholePage } from '../content/text-blocks.ts';
import type { Annotator, AnnotatorParts } from '../shared/annotator.ts';
import { hostStyle } from '../shared/overlay.ts';
import { newToken } from '../shared/token.ts';

/** Mark it, and keep it marked as it changes, while the settings allow it. */
export function markOwnPage(
  settings: ReadonlySignal<Settings>,
  offers: Pick<AnnotatorParts, 'loadCatalogue' | 'openOptions' | 'openExplorer' | 'changeSettings'>,
): void {
  const topAddress = pageAddress(location.href);
  let annotator: Annotator | undefined;

  function start(): Annotator {
    const parts: AnnotatorParts = {
      ...offers,
      settings: settings.peek(),
      sample: document.body.textContent ?? '',
      shadowRootOf: () => null,
      shadowRoots: () => [],
      isAlive: () => true,
      onMarks: () => undefined,
      onLeft: () => undefined,
      async loadOverlay() {
        const { createOverlay } = await import('../overlay.content/overlay.ts');
        if (globalThis.pageNotesOverlay) return;
        const token = newToken();
        const style = new CSSStyleSheet();
        style.replaceSync(hostStyle(token));
        document.adoptedStyleSheets.push(style);
        globalThis.pageNotesOverlay = createOverlay(token);
      },
      // No site of the reader's, which marking could be turned off for.
      site: '',
      topAddress: async () => topAddress,
    };
    const started = createAnnotator(pageFinder(), undefined, parts);
    void started.read(wholePage());
    return started;
  }

  effect(() => {
    if (isPaused(settings.value, { host: '', address: topAddress, now: Date.now() })) {
      annotator?.dispose();
      annotator = undefined;
    } else if (annotator) annotator.update(settings.value);
    else annotator = start();
  });
  createPageObserver(
    async ({ scopes, editing }) => {
      annotator?.tidy(editing);
      await annotator?.read(scopes);
    },
    () => annotator?.millisecondsSpent() ?? 0,
    () => true,
  ).observe(document);
}
