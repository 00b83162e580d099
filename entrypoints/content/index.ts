/** The content script, in every frame of every page. Only wires: each step is a module of its own. */
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageScout } from '../../data/page-scout.ts';
import { isActiveOn, type Settings } from '../../data/settings.ts';
import type { Annotator, AnnotatorParts } from '../shared/annotator.ts';

import type { BackgroundRequest } from '../shared/messages.ts';
import { readSettings, type StoredSettings, watchSettings } from '../shared/settings-source.ts';
import { createPageObserver } from './page-observer.ts';
import { createPageReader } from './page-reader.ts';
import { createPopupLine } from './popup-line.ts';
import { type ClosedRootApi, shadowRootsBy } from './shadow-roots.ts';
import { siteOf } from './site.ts';
import { millisecondsSpent } from './slices.ts';
import { wholePage } from './text-blocks.ts';
import './style.css';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  cssInjectionMode: 'manifest',
  noScriptStartedPostMessage: true,
  async main(ctx) {
    await untilShown();
    const site = await siteOf(window, () => send({ type: 'topHost' }));
    const stored = await readSettings(browser);
    if (ctx.isInvalid) return;

    let { settings } = stored;
    const page = annotatePage(ctx, settings, site, () => {
      const { pausedSites } = settings;
      void browser.storage.local.set({ pausedSites: [...new Set([...pausedSites, site])] }).catch(() => undefined);
    });
    const take = (fresh: StoredSettings) => {
      settings = fresh.settings;
      page.update(settings);
    };
    watchSettings(browser, take, ctx.signal);
    // Nothing is heard while a page waits to be gone back to.
    const onShow = ({ persisted }: PageTransitionEvent) => void (persisted && readSettings(browser).then(take, () => undefined));
    addEventListener('pageshow', onShow, { signal: ctx.signal });
  },
});

const send = (request: BackgroundRequest): Promise<unknown> => browser.runtime.sendMessage(request);

/** A page made ready in advance may never be shown, and the background could not tell it from the one that is. */
async function untilShown(): Promise<void> {
  if (!(document as { prerendering?: boolean }).prerendering) return;
  await new Promise((resolve) => {
    document.addEventListener('prerenderingchange', resolve, { once: true });
  });
}

/** Mark the page and keep it marked as it changes, while the settings allow it. */
function annotatePage(
  ctx: ContentScriptContext,
  initial: Settings,
  site: string,
  pauseSite: () => void,
): { update(settings: Settings): void } {
  let settings = initial;
  let annotator: Annotator | undefined;
  let running: { stop(): void } | undefined;
  const shadowRoots = new Set<ShadowRoot>();
  const anyRootOf = shadowRootsBy((browser as { dom?: ClosedRootApi }).dom);
  const line = createPopupLine(browser, newToken(), report, (id) => annotator?.open({ id }), ctx.signal);

  const parts: Omit<AnnotatorParts, 'settings' | 'sample' | 'shadowRootOf'> = {
    shadowRoots: () => [...shadowRoots],
    isAlive: () => ctx.isValid,
    onMarks: changed,
    loadOverlay: () => send({ type: 'loadOverlay' }),
    openOptions: () => void send({ type: 'openOptions' }).catch(() => undefined),
    setCountry: (country) => void browser.storage.local.set({ country }).catch(() => undefined),
    ...(site && { pauseSite }),
  };

  function start(): void {
    let isStopped = false;
    const shadowRootOf = (element: Element): ShadowRoot | null => {
      const root = anyRootOf(element);
      if (!root || root.host.localName === 'page-note') return null;
      shadowRoots.add(root);
      observer.observe(root);
      return root;
    };
    const reader = createPageReader({
      scout: pageScout(),
      shadowRootOf,
      isAlive: parts.isAlive,
      async loadAnnotator(sample) {
        if (!globalThis.pageNotesAnnotator) await send({ type: 'loadAnnotator' });
        // By now another run may have its own.
        if (isStopped) return undefined;
        annotator = globalThis.pageNotesAnnotator?.({ ...parts, settings, sample, shadowRootOf });
        return annotator;
      },
    });
    const observer = createPageObserver(
      async ({ scopes, editing }) => {
        if (ctx.isInvalid) return;
        for (const root of shadowRoots) if (!root.isConnected) shadowRoots.delete(root);
        annotator?.tidy(editing);
        // What could not be read now is read with the next change.
        await reader.read(scopes).catch(() => undefined);
      },
      () => millisecondsSpent() + (annotator?.millisecondsSpent() ?? 0),
      () => annotator !== undefined,
    );
    running = {
      stop() {
        isStopped = true;
        observer.disconnect();
        reader.stop();
        annotator = undefined;
        shadowRoots.clear();
      },
    };
    observer.observe(document);
    void reader.read(wholePage()).catch(() => undefined);
  }

  function report() {
    return {
      host: site,
      url: location.href,
      top: window === window.top,
      active: running !== undefined,
      mentions: annotator?.list() ?? [],
    };
  }

  let reporting = false;
  /** Marks come and go by the dozen; popups hear of it once. */
  function changed(): void {
    if (reporting) return;
    reporting = true;
    setTimeout(() => {
      reporting = false;
      line.report();
    }, 50);
  }

  function update(next: Settings): void {
    const before = settings;
    settings = next;
    annotator?.update(settings);
    const active = isActiveOn(settings, site);
    const otherKinds = before.markRegion !== settings.markRegion || before.markStatements !== settings.markStatements;
    if (running && (!active || otherKinds)) {
      running.stop();
      running = undefined;
    }
    if (!running && active) start();
    changed();
  }

  globalThis.pageNotes = {
    list: () => annotator?.list() ?? [],
    position: () => ({ count: annotator?.list().length ?? 0, current: annotator?.current() ?? null }),
    open: (index) => annotator?.open({ index }),
    leave: () => annotator?.leave(),
  };
  // An earlier version of the extension may have left its own, and an element of the page may have the name for its id.
  globalThis.pageNotesAnnotator = undefined;
  globalThis.pageNotesOverlay = undefined;

  ctx.onInvalidated(() => running?.stop());
  for (const leftover of document.querySelectorAll('page-note')) leftover.remove();
  if (isActiveOn(settings, site)) start();
  return { update };
}

/** Names this document among the tab's frames. `crypto.randomUUID` is missing on plain http pages. */
function newToken(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join('-');
}
