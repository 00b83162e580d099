/** The content script, in every frame of every page. Only wires: each step is a module of its own. */
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageScout } from '../../data/page-scout.ts';
import { isActiveOn, type Settings } from '../../data/settings.ts';
import { frameFinder } from '../shared/finder.ts';
import type { BackgroundRequest } from '../shared/messages.ts';
import { readSettings, watchSettings } from '../shared/settings-source.ts';
import { type Card, createCard } from './card.ts';
import { createHighlighter } from './highlighter.ts';
import { isVisible, rectsOf } from './hit-test.ts';
import { createHoverWatcher } from './hover-watcher.ts';
import { createMarks, type Mark } from './marks.ts';
import { pageContextOf } from './page-context.ts';
import { createPageObserver } from './page-observer.ts';
import { createPageReader } from './page-reader.ts';
import { createPageScanner } from './page-scanner.ts';
import { createPopupLine, reportOf } from './popup-line.ts';
import { siteOf } from './site.ts';
import { isReadText } from './text-blocks.ts';
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
    const send = (request: BackgroundRequest): Promise<unknown> => browser.runtime.sendMessage(request);
    const site = await siteOf(window, () => send({ type: 'topHost' }));
    const stored = await readSettings(browser);
    if (ctx.isInvalid) return;

    let settings = stored.settings;
    const page = annotatePage(ctx, settings, site, {
      loadFinder: () => send({ type: 'loadFinder' }),
      loadOverlay: () => send({ type: 'loadOverlay' }),
      openOptions: () => void send({ type: 'openOptions' }).catch(() => undefined),
      ...(site && {
        pauseSite: () =>
          void browser.storage.local.set({ pausedSites: [...new Set([...settings.pausedSites, site])] }).catch(() => undefined),
      }),
    });
    watchSettings(
      browser,
      (fresh) => {
        settings = fresh.settings;
        page.update(settings);
      },
      ctx.signal,
    );
  },
});

interface PageActions {
  readonly loadFinder: () => Promise<unknown>;
  readonly loadOverlay: () => Promise<unknown>;
  readonly openOptions: () => void;
  readonly pauseSite?: () => void;
}

/** Mark the page and keep it marked as it changes, while the settings allow it. */
function annotatePage(
  ctx: ContentScriptContext,
  initial: Settings,
  site: string,
  actions: PageActions,
): { update(settings: Settings): void } {
  let settings = initial;
  let current: number | null = null;
  let context = pageContextOf(document);
  let address = location.href;
  let running: { stop(): void } | undefined;
  const shadowRoots = new Set<ShadowRoot>();

  const highlighter = createHighlighter(settings.look);
  const marks = createMarks(
    (mark) => {
      highlighter.add(mark, mark.place);
      watcher.listen(true);
      changed();
    },
    (mark) => {
      highlighter.delete(mark);
      watcher.forget(mark);
      if (current === mark.id) current = null;
      if (marks.size === 0) watcher.listen(false);
      changed();
    },
  );
  const card: Card = createCard({
    loadOverlay: actions.loadOverlay,
    openOptions: actions.openOptions,
    pauseSite: actions.pauseSite,
    onDismiss: () => watcher.dismiss(),
  });
  const watcher = createHoverWatcher(
    {
      marks,
      card,
      shadowRoots: () => [...shadowRoots],
      isAlive: () => ctx.isValid,
      onOpen: (mark) => {
        highlighter.restore();
        current = mark.id;
      },
    },
    settings,
  );
  const line = createPopupLine(browser, newToken(), report, (id) => reveal(marks.get(id)), ctx.signal);

  function start(): void {
    const onShadowRoot = (root: ShadowRoot) => {
      shadowRoots.add(root);
      observer.observe(root);
    };
    const reader = createPageReader({
      scout: pageScout(),
      context,
      loadFinder: () => frameFinder(actions.loadFinder),
      createScanner: (finder, context) =>
        createPageScanner({
          finder,
          marks,
          context,
          wants: (kind) => (kind === 'xinjiang' ? settings.markRegion : settings.markStatements),
          onShadowRoot,
        }),
      onShadowRoot,
      everything: () => [[document.documentElement]],
    });
    const observer = createPageObserver(async ({ scopes, editing }) => {
      if (ctx.isInvalid) return;
      marks.keepOnly(editing ? isReadText : (node) => node.isConnected);
      highlighter.restore();
      if (isAnotherPage()) reader.reset(context);
      await reader.scan(scopes);
    });
    running = {
      stop() {
        observer.disconnect();
        reader.stop();
        shadowRoots.clear();
        marks.clear();
      },
    };
    observer.observe(document);
    void reader.scan([[document.documentElement]]);
  }

  /** After client-side navigation the address or title differ when the new text arrives. */
  function isAnotherPage(): boolean {
    if (location.href === address && context.title?.startsWith(document.title.trim())) return false;
    address = location.href;
    context = pageContextOf(document);
    return true;
  }

  const visibleMarks = (): Mark[] => marks.inOrder().filter(isVisible);

  function report() {
    return {
      host: site,
      url: location.href,
      top: window === window.top,
      active: running !== undefined,
      mentions: visibleMarks().map(reportOf),
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

  function reveal(mark: Mark | undefined): void {
    if (!mark) return;
    mark.nodes[0]?.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
    if (rectsOf(mark).length > 0) watcher.open(mark);
  }

  function update(next: Settings): void {
    const before = settings;
    settings = next;
    highlighter.setLook(settings.look);
    watcher.update(settings);
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
    list: () => visibleMarks().map(reportOf),
    position() {
      const visible = visibleMarks();
      const index = visible.findIndex(({ id }) => id === current);
      return { count: visible.length, current: index < 0 ? null : index };
    },
    open: (index) => reveal(visibleMarks()[index]),
    leave() {
      watcher.dismiss();
      current = null;
    },
  };

  ctx.onInvalidated(() => {
    running?.stop();
    highlighter.dispose();
    card.dispose();
  });
  for (const leftover of document.querySelectorAll('page-note')) leftover.remove();
  if (isActiveOn(settings, site)) start();
  return { update };
}

/** Names this document among the tab's frames. `crypto.randomUUID` is missing on plain http pages. */
function newToken(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join('-');
}
