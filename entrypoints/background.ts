/**
 * The background worker: puts the annotator into a frame that may concern the matter and the overlay on its first hover, carries the keyboard commands to the
 * right frame, keeps the number on the toolbar button, answers the address bar, carries settings to the reader's other browsers where they want that, and brings open tabs up to date after an installation or update, and once we are let into more sites. Keeps nothing that it could not do without: it may stop at any time.
 */
import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { dataset } from '../data/dataset.ts';
import type { Words } from '../data/messages.ts';
import { isRuledOut } from '../data/site-rules.ts';
import { suggestionsFor } from '../data/suggestions.ts';
import { badgeText, type FramePosition, stepTo } from './annotator.content/page-notes.ts';
import { languageOf, loadCatalogue, loadWords } from './shared/catalogues.ts';
import { isBackgroundRequest, type StepAnswer } from './shared/messages.ts';
import type { CardAbove, MentionPosition } from './shared/overlay.ts';
import { readSettings } from './shared/settings-source.ts';
import { createSettingsSync } from './shared/settings-sync.ts';

const CONTENT_SCRIPT = '/content-scripts/content.js';
const ANNOTATOR_SCRIPT = '/content-scripts/annotator.js';
const ANNOTATOR_STYLE = '/content-scripts/annotator.css';
const OVERLAY_SCRIPT = '/content-scripts/overlay.js';

/** In Firefox a page's author rules do not reach highlights inside shadow roots; user rules do. */
const STYLE_ORIGIN = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';

/** The menu's entry; the browser keeps it from one start to the next. */
const LOOK_UP = 'look-up';
/** Most characters of a text that are looked up: a paragraph. */
const MOST_LOOKED_UP = 1000;
/** Browsers show no more in the address bar. */
const MOST_SUGGESTIONS = 6;

export default defineBackground(() => {
  browser.runtime.onMessage.addListener((message: unknown, sender: Browser.runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !isBackgroundRequest(message)) return undefined;
    switch (message.type) {
      case 'loadOverlay':
        return runInFrame(OVERLAY_SCRIPT, sender);
      case 'catalogue':
        return loadCatalogue(browser, 'card', message.language);
      case 'loadAnnotator':
        return runInFrame(ANNOTATOR_SCRIPT, sender);
      case 'showAbove':
        return showAbove(message.card, sender);
      case 'openOptions':
        return browser.runtime.openOptionsPage();
      case 'topAddress':
        return Promise.resolve(sender.tab?.url ?? '');
      case 'isRuledOut':
        return readSettings(browser).then(({ settings }) => isRuledOut(settings, message.address));
      case 'step':
        return step(message.tabId, message.direction, 'card');
      case 'marksChanged':
        return showCount(sender.tab?.id);
      case 'annotateTab':
        return annotateTab(message.tabId);
      default:
        return message satisfies never;
    }
  });

  browser.commands.onCommand.addListener((command) => {
    if (command === 'next-mention') void stepInFront(1);
    if (command === 'previous-mention') void stepInFront(-1);
  });

  // Firefox for Android has no such menus.
  browser.contextMenus?.onClicked.addListener(({ menuItemId, selectionText }) => {
    if (menuItemId === LOOK_UP && selectionText) void lookUp(selectionText);
  });

  // Nor has it this.
  browser.omnibox?.onInputStarted.addListener(() => void sayWhatToAsk());
  browser.omnibox?.onInputChanged.addListener((text, suggest) => void suggestAnswers(text, suggest));
  browser.omnibox?.onInputEntered.addListener((text, disposition) => void openAnswer(text, disposition));

  browser.runtime.onInstalled.addListener(() => {
    void offerLookUp();
    // Firefox puts content scripts into open tabs by itself; a second one there would only replace the first.
    if (!import.meta.env.FIREFOX) void forOpenTabs(putContentScriptInto);
  });

  // The browser may have been given another language meanwhile.
  browser.runtime.onStartup.addListener(() => void offerLookUp());

  const syncSettings = createSettingsSync(browser);
  // What changed elsewhere while this browser was closed, or before the worker was woken.
  void syncSettings();
  browser.storage.onChanged.addListener((changes, area) => {
    void syncSettings();
    if (area === 'local' && 'badge' in changes) void forOpenTabs(showCount);
    if ((changes.lookUpOnly as Browser.storage.StorageChange | undefined)?.newValue === true)
      void forOpenTabs((tabId) => removeStyle({ tabId, allFrames: true }));
    if ('language' in changes) void offerLookUp();
  });

  // One grey for light toolbars and dark ones: a number is no alarm.
  void browser.action.setBadgeBackgroundColor({ color: '#5f6670' });
  void browser.action.setBadgeTextColor({ color: '#fff' });

  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length > 0) void forOpenTabs(annotateTab);
  });
});

async function runInFrame(
  file: typeof ANNOTATOR_SCRIPT | typeof OVERLAY_SCRIPT,
  sender: Browser.runtime.MessageSender,
): Promise<boolean> {
  if (sender.tab?.id === undefined || sender.frameId === undefined) return false;
  const { documentId, frameId } = sender;
  // A frame may show another document by now.
  const target = { tabId: sender.tab.id, ...(documentId ? { documentIds: [documentId] } : { frameIds: [frameId] }) };
  await Promise.all([
    // The overlay comes where the annotator is.
    file === ANNOTATOR_SCRIPT && insertStyle(target),
    browser.scripting.executeScript({ target, files: [file], injectImmediately: true }),
  ]);
  return true;
}

/** What paints marks and lets cards be seen: pages that have neither get nothing of it. */
async function insertStyle(target: Browser.scripting.InjectionTarget): Promise<void> {
  // Chromium would count it twice, and keep it when it is taken away once.
  await removeStyle(target);
  await browser.scripting.insertCSS({ target, files: [ANNOTATOR_STYLE], origin: STYLE_ORIGIN });
}

/** Pages the browser forbids to extensions reject; there is nothing of ours there. */
function removeStyle(target: Browser.scripting.InjectionTarget): Promise<void> {
  return browser.scripting.removeCSS({ target, files: [ANNOTATOR_STYLE], origin: STYLE_ORIGIN }).catch(() => undefined);
}

/** Show a card of a small frame in the frame at the top, which need not have had one before. */
async function showAbove(card: CardAbove | null, { tab }: Browser.runtime.MessageSender): Promise<boolean> {
  if (tab?.id === undefined) return false;
  const target = { tabId: tab.id, frameIds: [0] };
  if (card) {
    await insertStyle(target);
    await browser.scripting.executeScript({ target, files: [OVERLAY_SCRIPT], injectImmediately: true });
  }
  await browser.scripting.executeScript({
    target,
    func: (card: CardAbove | null) => globalThis.pageNotes?.showAbove(card),
    args: [card],
  });
  return true;
}

/** In every selection's menu, in PDF viewers too: there the browser tells the words though we cannot read them. */
async function offerLookUp(): Promise<void> {
  if (!browser.contextMenus) return;
  const words = await readersWords();
  // An earlier version, or one in another language, may have left its own.
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: LOOK_UP, title: words.say('shell.menu.lookUp'), contexts: ['selection'] });
}

/** Kept from one key typed to the next, as long as the worker runs. */
let keptWords: Words | undefined;

/** In the reader's language. */
async function readersWords(): Promise<Words> {
  const language = languageOf((await readSettings(browser)).settings);
  if (keptWords?.language !== language) keptWords = await loadWords(browser, ['card', 'shell'], language);
  return keptWords;
}

/** Told in the address bar before anything is typed. */
async function sayWhatToAsk(): Promise<void> {
  const words = await readersWords();
  browser.omnibox.setDefaultSuggestion({ description: plain(words.say('shell.addressBar.hint')) });
}

async function suggestAnswers(text: string, suggest: (answers: Browser.omnibox.SuggestResult[]) => void): Promise<void> {
  const answers = suggestionsFor(dataset, text, MOST_SUGGESTIONS, await readersWords());
  suggest(answers.map(({ content, description }) => ({ content, description: plain(description) })));
}

/** The popup's search with a text in it. */
function answerPage(text: string): `/popup.html?${string}` {
  const find = text.trim().slice(0, MOST_LOOKED_UP).toWellFormed();
  return `/popup.html?${new URLSearchParams({ find })}`;
}

/** In a small window beside the page. */
async function lookUp(text: string): Promise<void> {
  await browser.windows.create({ url: answerPage(text), type: 'popup', width: 390, height: 640 });
}

/** Where the reader wants what the address bar leads to. */
async function openAnswer(text: string, disposition: `${Browser.omnibox.OnInputEnteredDisposition}`): Promise<void> {
  const url = browser.runtime.getURL(answerPage(text));
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}

/** Chromium reads suggestions as XML, Firefox as text. */
function plain(text: string): string {
  if (import.meta.env.FIREFOX) return text;
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

async function stepInFront(direction: 1 | -1): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await step(tab.id, direction, 'stop');
}

/** Go to the next (1) or previous (-1) mention of a tab, over all its frames in order: put the focus there, or open its card. */
async function step(tabId: number, direction: 1 | -1, at: 'stop' | 'card'): Promise<StepAnswer> {
  const next = stepTo(await positionsIn(tabId), direction);
  if (!next) return null;
  if (next.leaves !== undefined && next.leaves !== next.frameId) {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [next.leaves] },
      func: () => globalThis.pageNotes?.leave(),
    });
  }
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [next.frameId] },
    func: (index: number, position: MentionPosition, at: 'stop' | 'card') =>
      at === 'stop' ? globalThis.pageNotes?.stopAt(index, position) : globalThis.pageNotes?.open(index, position),
    args: [next.index, next.position, at],
  });
  return next.position;
}

/** What each frame of a tab has to step through, in order; nothing where the browser keeps us out. */
async function positionsIn(tabId: number): Promise<FramePosition[]> {
  const target = { tabId, allFrames: true };
  // Functions given to executeScript run in the page's isolated world and can use nothing from this file.
  const results = await browser.scripting.executeScript({ target, func: () => globalThis.pageNotes?.position() }).catch(() => []);
  return results.flatMap(({ frameId, result }) => (result ? [{ frameId, ...result }] : [])).sort((a, b) => a.frameId - b.frameId);
}

/** Put the number of a tab's mentions on the toolbar button. Browsers take it away when the tab shows another page. */
async function showCount(tabId: number | undefined): Promise<boolean> {
  if (tabId === undefined) return false;
  const { settings } = await readSettings(browser);
  const text = settings.badge ? badgeText(await positionsIn(tabId)) : '';
  // The tab may have been closed meanwhile.
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
  return true;
}

/** Neither browser puts content scripts into open tabs of sites that we are let into later. */
async function annotateTab(tabId: number): Promise<boolean> {
  const isThere = () => typeof globalThis.pageNotes?.list === 'function';
  const [top] = await browser.scripting
    .executeScript({ target: { tabId }, func: isThere, injectImmediately: true })
    .catch(() => []);
  if (!top?.result) await putContentScriptInto(tabId);
  return true;
}

/** Chromium leaves tabs that were open before without our content script, or with an orphan of the old version. */
async function putContentScriptInto(tabId: number): Promise<void> {
  // Pages the browser forbids to extensions reject; there is nothing to do about those.
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [CONTENT_SCRIPT] }).catch(() => undefined);
}

async function forOpenTabs(work: (tabId: number) => Promise<unknown>): Promise<void> {
  for (const { id, discarded } of await browser.tabs.query({})) if (id !== undefined && !discarded) await work(id);
}
