/** The page that a tab shows, as popup and side panel tell of it: how far it can be read, its mentions, and ways to them. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Browser, browser } from 'wxt/browser';
import type { PageReach } from '../../components/PageState.tsx';
import { hostOf, pageAddress } from '../../data/hiding.ts';
import { requestFrom } from './message-schemas.ts';
import type { BackgroundRequest, ExplorerSubject, FrameReport, PointedOut, StepAnswer } from './messages.ts';
import { connectToPage, type PageLink } from './page-link.ts';

export interface PageInTab {
  readonly reach: ReadonlySignal<PageReach>;
  /** By token, the top frame first. */
  readonly frames: ReadonlySignal<readonly FrameReport[]>;
  readonly host: ReadonlySignal<string | null>;
  /** As `pageAddress` gives it. */
  readonly address: ReadonlySignal<string | null>;
  /** The mention that was pointed out last, once its frame has told of it. */
  readonly pointedOut: ReadonlySignal<PointedOut | null>;
  readonly reveal: PageLink['reveal'];
  /** Scroll to a mention and paint it apart; null: let go of it. */
  readonly pointOut: (mention: { readonly token: string; readonly id: number } | null) => void;
  /** Open the card of the mention after or before. */
  readonly step: (direction: 1 | -1) => Promise<StepAnswer>;
  /** Listen no more. */
  readonly close: () => void;
}

/**
 * Milliseconds after which a page is asked again that does not answer, one after the other: its content script may be about to
 * listen. Only then it is told that the page cannot be read; one that is loading still is asked on and on.
 */
const ASK_AGAIN = [50, 150, 400];
const ASK_LOADING = 1000;

/** What there is to tell where there is no tab. */
export const NO_PAGE: PageInTab = {
  reach: signal('unavailable'),
  frames: signal([]),
  host: signal(null),
  address: signal(null),
  pointedOut: signal(null),
  reveal: () => undefined,
  pointOut: () => undefined,
  step: async () => null,
  close: () => undefined,
};

/** Connect to the page of a tab, as long as it shows this one; `onGone` is called when it shows another. */
export async function openPageInTab(tab: Browser.tabs.Tab | undefined, onGone: () => void): Promise<PageInTab> {
  if (tab?.id === undefined) return NO_PAGE;
  const { id: tabId, url } = tab;
  const answer = signal<PageReach>('connecting');
  const frames = signal<readonly FrameReport[]>([]);
  const host = signal(hostOf(url));
  const address = signal(url !== undefined && host.value !== null ? pageAddress(url) : null);
  const pointedOut = signal<PointedOut | null>(null);
  const isPdf = signal(false);
  void showsPdf(tabId, url).then((is) => {
    isPdf.value = is;
  });
  const isKeptOut = signal(false);
  // Before it is asked: what is allowed between that and listening would be missed.
  browser.permissions.onAdded.addListener(onAccess);
  isKeptOut.value = await isWithheld(url);
  let retries = [...ASK_AGAIN];
  let retry: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  let link = connect();

  async function onAccess(): Promise<void> {
    if ((await isWithheld(url)) || !isKeptOut.value || isClosed) return;
    isKeptOut.value = false;
    // Its end may never be told: a frame that goes on loading keeps it.
    send({ type: 'annotateTab', tabId }).then(askAgain, () => undefined);
    retries = [...ASK_AGAIN];
    link.close();
    link = connect();
  }
  function onUpdated(id: number, { status }: { status?: string }): void {
    if (id === tabId && status === 'complete') askAgain();
  }
  browser.tabs.onUpdated.addListener(onUpdated);

  /** Frames that came later have heard of nobody. The background answers them. */
  function onNews(message: unknown, sender: Browser.runtime.MessageSender): undefined {
    const self = { id: browser.runtime.id, baseUrl: browser.runtime.getURL('/') };
    if (requestFrom(message, sender, self)?.type === 'marksChanged' && sender.tab?.id === tabId) link.join(sender);
  }
  browser.runtime.onMessage.addListener(onNews);

  function reach(): PageReach {
    if (answer.value === 'connecting') return 'connecting';
    // Frames of sites that we are let into may answer all the same.
    if (isKeptOut.value && !frames.value.some(({ top }) => top)) return 'withheld';
    return isPdf.value && frames.value.every(({ mentions }) => mentions.length === 0) ? 'pdf' : answer.value;
  }

  function askAgain(): void {
    // A frame of a site that we were let into before may have answered alone.
    if (isClosed || frames.value.some(({ top }) => top)) return;
    link.close();
    link = connect();
  }

  /** Where we are kept out, nobody comes who could answer. */
  async function mayAnswer(): Promise<boolean> {
    if (isKeptOut.value) return false;
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    return tab?.status === 'loading';
  }

  function connect(): PageLink {
    return connectToPage(tabId, {
      onFrame(report) {
        if (report.top && frames.value.some(({ top, token }) => top && token !== report.token)) {
          // Another document than the one that was connected to: what its other frames said went with it.
          onGone();
          return;
        }
        answer.value = 'connected';
        if (report.top) host.value = report.host || host.value;
        if (report.top) address.value = pageAddress(report.url);
        const kept = frames.value.filter(({ token }) => token !== report.token);
        frames.value = report.top ? [report, ...kept] : [...kept, report];
      },
      onFrameGone(token) {
        const gone = frames.value.find((frame) => frame.token === token);
        frames.value = frames.value.filter((frame) => frame !== gone);
        if (gone?.top) onGone();
      },
      onPointedOut(mention) {
        pointedOut.value = mention;
      },
      async onUnavailable() {
        const wait = retries.shift() ?? ((await mayAnswer()) ? ASK_LOADING : undefined);
        // A frame of a site that we were let into before may have answered alone.
        if (isClosed || frames.value.some(({ top }) => top)) return;
        clearTimeout(retry);
        if (wait === undefined) answer.value = 'unavailable';
        else retry = setTimeout(askAgain, wait);
      },
      onGone,
    });
  }

  return {
    reach: computed(reach),
    frames,
    host,
    address,
    pointedOut,
    reveal: (token, id) => link.reveal(token, id),
    pointOut(mention) {
      const before = pointedOut.value;
      // One that takes its place is told of in a moment.
      if (!mention) pointedOut.value = null;
      if (before && before.token !== mention?.token) link.pointOut(before.token, 0);
      if (mention) link.pointOut(mention.token, mention.id);
    },
    // The card opens in the page; the popup stays as long as the browser leaves it the focus.
    step: (direction) => send({ type: 'step', tabId, direction }) as Promise<StepAnswer>,
    close() {
      isClosed = true;
      clearTimeout(retry);
      browser.permissions.onAdded.removeListener(onAccess);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.runtime.onMessage.removeListener(onNews);
      link.close();
    },
  };
}

/** Browsers ask the reader, in a window that may close the popup; that we were let in is heard where it matters. */
export async function askForAccess(host: string | null): Promise<void> {
  await browser.permissions.request({ origins: [host === null ? '<all_urls>' : `*://${host}/*`] }).catch(() => undefined);
}

/** At a statement, a country, or neither. */
export async function openExplorer(subject: ExplorerSubject = { statement: null, country: null }): Promise<void> {
  await send({ type: 'openExplorer', ...subject });
}

const send = (request: BackgroundRequest): Promise<unknown> => browser.runtime.sendMessage(request);

/** Chromium lets us into the page around its viewer, Firefox does not; there the address is all there is to go by. */
async function showsPdf(tabId: number, url: string | undefined): Promise<boolean> {
  const asked = browser.scripting.executeScript({ target: { tabId }, func: () => document.contentType, injectImmediately: true });
  const [top] = await asked.catch(() => []);
  if (top?.result) return top.result === 'application/pdf';
  return url !== undefined && URL.canParse(url) && /\.pdf$/i.test(new URL(url).pathname);
}

/** Browsers can keep us out of sites until the reader lets us in. Where they do, they do not tell the address either. */
async function isWithheld(url: string | undefined): Promise<boolean> {
  const host = hostOf(url);
  if (url !== undefined && host === null) return false;
  const origin = url === undefined || host === null ? '<all_urls>' : `${new URL(url).protocol}//${host}/*`;
  return !(await browser.permissions.contains({ origins: [origin] }));
}
