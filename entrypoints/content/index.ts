/** The content script, in every frame of every page. Only wires: each step is a module of its own. */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { hasSiteRules, isPaused } from '../../data/hiding.ts';
import type { Catalogue } from '../../data/messages.ts';
import { pageScout } from '../../data/page-scout.ts';
import type { Settings } from '../../data/settings.ts';
import type { Annotator, AnnotatorParts } from '../shared/annotator.ts';
import type { BackgroundRequest } from '../shared/messages.ts';
import { OVERLAY_HOST } from '../shared/overlay.ts';
import { atEndOfPause } from '../shared/pause-end.ts';
import { changeSettings, readSettings, type StoredSettings, watchSettings } from '../shared/settings-source.ts';
import { newToken } from '../shared/token.ts';
import { createPageObserver } from './page-observer.ts';
import { createPageReader } from './page-reader.ts';
import { createPopupLine } from './popup-line.ts';
import { createScriptLife, type ScriptLife } from './script-life.ts';
import { type ClosedRootApi, shadowRootsBy } from './shadow-roots.ts';
import { siteOf, topAddressOf } from './site.ts';
import { millisecondsSpent } from './slices.ts';
import { wholePage } from './text-blocks.ts';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  async main() {
    await untilShown();
    const life = createScriptLife(browser);
    let page: ReturnType<typeof annotatePage> | undefined;
    let showing = new AbortController();
    const begin = async () => {
      showing.abort();
      showing = new AbortController();
      const signal = AbortSignal.any([life.signal, showing.signal]);
      const site = await siteOf(window, askTopAddress);
      const take = ({ settings }: StoredSettings) => {
        if (!life.isAlive()) return;
        listen(!settings.lookUpOnly);
        if (page) page.update(settings);
        else page = annotatePage(life, settings, site, () => listen(true));
      };
      if (!signal.aborted) await watchSettings(browser, readSettings, take, signal);
    };
    // Nothing is heard while a page waits to be gone back to, and what was asked when it went may never be answered.
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (!persisted || !life.isAlive()) return;
      page?.resume();
      begin().catch(() => undefined);
    };
    /** Where only looking up works, nothing of the page is listened to. */
    const listen = (on: boolean) =>
      on ? addEventListener('pageshow', onShow, { signal: life.signal }) : removeEventListener('pageshow', onShow);
    // The page may be left before the first answer, and `document.open` takes every listener away.
    listen(true);
    await begin();
  },
});

/** Rejects where the background does: in Chromium its polyfill packs that into an answer, and there is none here to unpack it. */
async function send(request: BackgroundRequest): Promise<unknown> {
  const answer: unknown = await browser.runtime.sendMessage(request);
  const refused = answer as { __mozWebExtensionPolyfillReject__?: true; message?: string } | null | undefined;
  if (refused?.__mozWebExtensionPolyfillReject__) throw new Error(refused.message);
  return answer;
}

const askTopAddress = () => send({ type: 'topAddress' });

/** A page made ready in advance may never be shown, and the background could not tell it from the one that is. */
async function untilShown(): Promise<void> {
  if (!(document as { prerendering?: boolean }).prerendering) return;
  await new Promise((resolve) => {
    document.addEventListener('prerenderingchange', resolve, { once: true });
  });
}

/** What is looked for: where one of these changes, the page is read anew. */
const KINDS = ['markRegion', 'markStatements', 'markRelated', 'markCountries'] as const;

/** Mark the page and keep it marked as it changes, while the settings allow it. `onChange` is called with each change that is read. */
function annotatePage(
  life: ScriptLife,
  initial: Settings,
  site: string,
  onChange: () => void,
): { update(settings: Settings): void; resume(): void } {
  let settings = initial;
  /** Where the page was when it was last asked whether anything is to be marked. */
  let address = '';
  /** Calls off the wait for the end of a pause. */
  let waitNoMore: (() => void) | undefined;
  let annotator: Annotator | undefined;
  let running: { stop(): void } | undefined;
  /** Counts the questions whether anything is to be marked: the last one's answer holds. */
  let turn = 0;
  /** What the hosts of this frame's overlays are known by: one, so that what lets them be seen can be taken away. */
  const token = newToken();
  const shadowRoots = new Set<ShadowRoot>();
  const anyRootOf = shadowRootsBy((browser as { dom?: ClosedRootApi }).dom);
  const line = createPopupLine(
    browser,
    // Names this document among the tab's frames.
    newToken(),
    { report, reveal: (id) => annotator?.open({ id }), pointOut: (id) => annotator?.pointOut(id) },
    life.signal,
  );

  const offers: Pick<AnnotatorParts, 'openOptions' | 'openExplorer' | 'topAddress' | 'changeSettings'> = {
    openOptions: () => void send({ type: 'openOptions' }).catch(() => undefined),
    openExplorer: (subject) => void send({ type: 'openExplorer', ...subject }).catch(() => undefined),
    topAddress: () => topAddressOf(window, askTopAddress),
    changeSettings: (change) => changeSettings(browser, change),
  };
  const parts: Omit<AnnotatorParts, 'settings' | 'sample' | 'shadowRootOf'> = {
    shadowRoots: () => [...shadowRoots],
    isAlive: life.isAlive,
    onMarks: changed,
    onLeft: () => line.leave(),
    loadOverlay: () => send({ type: 'loadOverlay' }),
    loadCatalogue: (language) => send({ type: 'catalogue', language }) as Promise<Catalogue>,
    ...(window !== window.top && { showAbove: (card) => send({ type: 'showAbove', card }) }),
    ...offers,
    site,
  };

  function start(): void {
    let isStopped = false;
    const shadowRootOf = (element: Element): ShadowRoot | null => {
      const root = anyRootOf(element);
      if (!root || root.host.hasAttribute(OVERLAY_HOST)) return null;
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
        if (!life.isAlive()) return;
        if (location.href !== address) await startOrStop();
        if (isStopped) return;
        onChange();
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
    if (settings.lookUpOnly && !before.lookUpOnly) {
      // It asks for its style sheet again when it comes again.
      globalThis.pageNotesAnnotator = undefined;
      // Also one that shows the card of another frame.
      globalThis.pageNotesOverlay?.dispose();
      globalThis.pageNotesOverlay = undefined;
      void send({ type: 'removeStyle', looks: true, hosts: [token] }).catch(() => undefined);
    }
    if (KINDS.some((kind) => before[kind] !== settings[kind])) stop();
    void startOrStop();
  }

  /** Asked again when settings change, a pause is over, or the page has become another one without being loaded. */
  async function startOrStop(): Promise<void> {
    const mine = ++turn;
    address = location.href;
    const isOff = settings.lookUpOnly || !settings.enabled;
    // Frames of other origins have to ask for it, so it is only asked where it may matter.
    const isRuled = !isOff && hasSiteRules(settings);
    const mayBePaused = !isOff && settings.pausedPages.some((page) => page.includes(site));
    const top = isRuled || mayBePaused ? await parts.topAddress() : '';
    // Where nobody answers, a site that the reader has ruled out must not be taken for another.
    const ruledOut = isRuled && (await send({ type: 'isRuledOut', address: top }).catch(() => true)) !== false;
    // Settings or address may have changed meanwhile.
    if (!life.isAlive() || mine !== turn) return;
    const now = Date.now();
    if (isPaused(settings, { host: site, address: top, now, ruledOut })) stop();
    else if (!running) start();
    waitNoMore?.();
    waitNoMore = atEndOfPause(settings.pausedUntil, startOrStop);
    elsewhere.disconnect();
    if (ruledOut || (top !== '' && settings.pausedPages.includes(top)))
      elsewhere.observe(document, { childList: true, subtree: true });
    changed();
  }

  /** On a paused page nothing is read; it may lead to another one all the same. */
  const elsewhere = new MutationObserver(() => void (location.href !== address && startOrStop()));

  function stop(): void {
    running?.stop();
    running = undefined;
  }

  globalThis.pageNotes = {
    token,
    list: () => annotator?.list() ?? [],
    position: () => annotator?.position() ?? { count: 0, current: null, inView: null },
    open: (index, position) => annotator?.open({ index }, position),
    stopAt: (index, position) => annotator?.stopAt(index, position),
    leave: () => annotator?.leave(),
    showAbove(card) {
      if (card) globalThis.pageNotesOverlay?.showAbove(card, offers);
      else globalThis.pageNotesOverlay?.hide();
    },
  };
  // An earlier version of the extension may have left its own, and an element of the page may have the name for its id.
  globalThis.pageNotesAnnotator = undefined;
  globalThis.pageNotesOverlay = undefined;

  life.signal.addEventListener('abort', () => {
    waitNoMore?.();
    elsewhere.disconnect();
    running?.stop();
  });
  void startOrStop();
  return {
    update,
    /** The page has come back from where it waited: what was not brought to its end before is begun anew, with the next update. */
    resume() {
      if (!annotator) stop();
    },
  };
}
