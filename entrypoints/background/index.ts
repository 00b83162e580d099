/**
 * The background worker: puts the annotator into a frame that may concern the matter and the overlay on its first hover, carries commands
 * and menus to what does them, answers the address bar, carries settings to the reader's other browsers where they want that, greets a
 * new reader, and brings open tabs up to date after an installation or update, and once we are let into more sites. Keeps no state that
 * matters: it may stop at any time.
 */
import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { dataset } from '../../data/dataset.ts';
import { answerState, subjectState } from '../../data/explorer/answer-state.ts';
import { DEFAULT_STATE, type ExplorerState, encodeState } from '../../data/explorer/state.ts';
import { hostOf } from '../../data/hiding.ts';
import type { Words } from '../../data/messages.ts';
import { DEFAULT_SETTINGS, SETTING_NAMES, type Settings } from '../../data/settings.ts';
import { isRuledOut } from '../../data/site-rules.ts';
import { suggestionsFor } from '../../data/suggestions.ts';
import { languageOf, loadCatalogue, loadWords } from '../shared/catalogues.ts';
import { handOver } from '../shared/looked-up.ts';
import { requestFrom } from '../shared/message-schemas.ts';
import type { BackgroundRequest } from '../shared/messages.ts';
import { type CardAbove, type CardWords, hostStyle } from '../shared/overlay.ts';
import { readSettings, readSettingsSoon } from '../shared/settings-source.ts';
import { createSettingsSync } from '../shared/settings-sync.ts';
import { hasSidePanel, openSidePanel, type SidePanelApi } from '../shared/side-panel.ts';
import { TOKEN } from '../shared/token.ts';
import { dressBadge, showCount } from './badge.ts';
import { greet } from './first-run.ts';
import { MENU_ENTRIES, type MenuEntry, type MenusApi, offerMenus, updateMenus } from './menus.ts';
import { markSite, toggleSite } from './site-toggle.ts';
import { openNearest, step } from './steps.ts';

const CONTENT_SCRIPT = '/content-scripts/content.js';
const ANNOTATOR_SCRIPT = '/content-scripts/annotator.js';
/** The annotator's style sheet. */
const LOOKS = { files: ['/content-scripts/annotator.css'] };
const OVERLAY_SCRIPT = '/content-scripts/overlay.js';

/** In Firefox a page's author rules do not reach highlights inside shadow roots; user rules do. */
const STYLE_ORIGIN = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';

/** The record as a page of its own. */
const EXPLORER = '/explorer.html';

/** Most characters of a text that are looked up: a paragraph. */
const MOST_LOOKED_UP = 1000;
/** Browsers show no more in the address bar. */
const MOST_SUGGESTIONS = 6;

export default defineBackground(() => {
  // Firefox for Android has none.
  const menus = browser.contextMenus as MenusApi | undefined;

  const self = { id: browser.runtime.id, baseUrl: browser.runtime.getURL('/') };
  browser.runtime.onMessage.addListener((given: unknown, sender: Browser.runtime.MessageSender) => {
    const message = requestFrom(given, sender, self);
    switch (message?.type) {
      case undefined:
        return undefined;
      case 'loadOverlay':
        return inFrame(sender, loadOverlay);
      case 'catalogue':
        return loadCatalogue(browser, 'card', message.language);
      case 'loadAnnotator':
        return inFrame(sender, (target) => runIn(target, ANNOTATOR_SCRIPT));
      case 'loadLooks':
        return inFrame(sender, (target) => insertStyle(target, LOOKS));
      case 'removeStyle':
        return inFrame(sender, (target) => removeStyle(target, message));
      case 'showAbove':
        return showAbove(message.card, sender);
      case 'openOptions':
        return browser.runtime.openOptionsPage();
      case 'openExplorer':
        return openExplorer(subjectState(message));
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

  // Firefox for Android has no commands, menus or words in the address bar.
  browser.commands?.onCommand.addListener((command, tab) => {
    // Before anything is waited for: see openSidePanel.
    if (command === 'open-side-panel' && tab) void openSidePanel(panels(), tab.windowId);
    else void obey(command);
  });

  const entries = MENU_ENTRIES.filter((entry) => entry !== 'open-side-panel' || hasSidePanel(panels()));
  if (menus) {
    browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, checked }, tab) => {
      if (menuItemId === 'open-side-panel' && tab) void openSidePanel(panels(), tab.windowId);
      else void choose(menuItemId as MenuEntry, { text: selectionText, checked, host: hostOf(tab?.url) });
    });
    const refresh = async () => updateMenus(menus, entries, await menuState());
    browser.tabs.onActivated.addListener(() => void refresh());
    browser.tabs.onUpdated.addListener((_, { url }, { active }) => void (url !== undefined && active && refresh()));
    browser.windows.onFocusChanged.addListener(() => void refresh());
    // The browser may have been given another language meanwhile.
    browser.runtime.onStartup.addListener(() => void refresh());
    browser.storage.onChanged.addListener((changes) => {
      if (SETTING_NAMES.some((name) => name in changes)) void refresh();
    });
  }

  browser.omnibox?.onInputStarted.addListener(() => void sayWhatToAsk());
  browser.omnibox?.onInputChanged.addListener((text, suggest) => void suggestAnswers(text, suggest));
  browser.omnibox?.onInputEntered.addListener((text, disposition) => void openAnswer(text, disposition));

  browser.runtime.onInstalled.addListener((details) => {
    void greet(details);
    if (menus) void offerMenus(menus, entries, menuState);
    // Firefox puts content scripts into open tabs by itself; a second one there would only replace the first.
    if (!import.meta.env.FIREFOX) void forOpenTabs(putContentScriptInto);
  });

  const syncSettings = createSettingsSync(browser);
  // What changed elsewhere while this browser was closed, or before the worker was woken.
  void syncSettings();
  browser.storage.onChanged.addListener((changes) => {
    void syncSettings();
    if ('badge' in changes) void forOpenTabs(showCount);
  });

  dressBadge();

  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length > 0) void forOpenTabs(annotateTab);
  });
});

type Target = Browser.scripting.InjectionTarget;

/** Do something in the document that a message comes from; false where it comes from none. Its frame may show another by now. */
async function inFrame(
  { tab, frameId, documentId }: Browser.runtime.MessageSender,
  work: (target: Target) => Promise<unknown>,
): Promise<boolean> {
  if (tab?.id === undefined || frameId === undefined) return false;
  await work({ tabId: tab.id, ...(documentId ? { documentIds: [documentId] } : { frameIds: [frameId] }) });
  return true;
}

async function runIn(target: Target, file: typeof ANNOTATOR_SCRIPT | typeof OVERLAY_SCRIPT): Promise<void> {
  await browser.scripting.executeScript({ target, files: [file], injectImmediately: true });
}

/** What lets the cards of an overlay be seen, then the overlay: where that is, the style is there. */
async function loadOverlay(target: Target): Promise<void> {
  const ask = () => globalThis.pageNotes?.token;
  const [frame] = await browser.scripting.executeScript({ target, func: ask, injectImmediately: true });
  const token = frame?.result;
  // An element of the page may have the name for its id.
  if (typeof token !== 'string' || !TOKEN.test(token)) throw new Error('The frame has no content script.');
  await insertStyle(target, { css: hostStyle(token) });
  await runIn(target, OVERLAY_SCRIPT);
}

function insertStyle(target: Target, style: Style): Promise<void> {
  return inTurn(target, async () => {
    // Chromium would count it twice, and keep it when it is taken away once.
    await removeCss(target, style);
    await browser.scripting.insertCSS(styleOf(target, style));
  });
}

async function removeStyle(target: Target, { looks, hosts }: Extract<BackgroundRequest, { type: 'removeStyle' }>): Promise<void> {
  const css = hosts.map((token) => ({ css: hostStyle(token) }));
  await inTurn(target, () => Promise.all([...(looks ? [LOOKS] : []), ...css].map((style) => removeCss(target, style))));
}

const styleWork = new Map<string, Promise<unknown>>();

/** What changes the style of a document, one after the other: what is put in must not come after what takes it away. */
function inTurn<Answer>(target: Target, work: () => Promise<Answer>): Promise<Answer> {
  const key = JSON.stringify(target);
  const done = (styleWork.get(key) ?? Promise.resolve()).then(work, work);
  styleWork.set(key, done);
  const end = () => void (styleWork.get(key) === done && styleWork.delete(key));
  done.then(end, end);
  return done;
}

type Style = { readonly files: string[] } | { readonly css: string };

/** Pages the browser forbids to extensions reject; there is nothing of ours there. */
function removeCss(target: Target, style: Style): Promise<void> {
  return browser.scripting.removeCSS(styleOf(target, style)).catch(() => undefined);
}

/** A style is taken away by the same words that it was put in with. */
function styleOf(target: Target, style: Style): Browser.scripting.CSSInjection {
  return { target, ...style, origin: STYLE_ORIGIN };
}

async function hasOverlay(target: Target): Promise<boolean> {
  const ask = () => typeof globalThis.pageNotesOverlay?.showAbove === 'function';
  const [frame] = await browser.scripting.executeScript({ target, func: ask, injectImmediately: true });
  return frame?.result === true;
}

/** Show a card of a small frame in the frame at the top, which need not have had one before. */
async function showAbove(asked: CardAbove | null, { tab }: Browser.runtime.MessageSender): Promise<boolean> {
  if (tab?.id === undefined) return false;
  const target = { tabId: tab.id, frameIds: [0] };
  const card = asked && { ...asked, ...(await cardWords()) };
  if (card && !(await hasOverlay(target))) await loadOverlay(target);
  await browser.scripting.executeScript({
    target,
    func: (card: (CardAbove & CardWords) | null) => globalThis.pageNotes?.showAbove(card),
    args: [card],
    injectImmediately: true,
  });
  return true;
}

/** The defaults where the browser does not give them. */
async function settingsSoon(): Promise<Settings> {
  return (await readSettingsSoon(browser))?.settings ?? DEFAULT_SETTINGS;
}

async function cardWords(): Promise<CardWords> {
  const settings = await settingsSoon();
  return { settings, catalogue: await loadCatalogue(browser, 'card', languageOf(settings)) };
}

/** What a command other than that of the side panel asks for. */
async function obey(command: string): Promise<void> {
  if (command === 'open-explorer') return goToExplorer();
  const tab = await tabInFront();
  if (tab?.id === undefined) return;
  if (command === 'next-mention') await step(tab.id, 1, 'stop');
  if (command === 'previous-mention') await step(tab.id, -1, 'stop');
  if (command === 'open-card') await openNearest(tab.id);
  if (command === 'toggle-site') await toggleSite(tab, await readersWords());
}

/** What an entry of a menu asks for. */
async function choose(
  entry: MenuEntry,
  { text, checked, host }: { text: string | undefined; checked: boolean | undefined; host: string | null },
): Promise<void> {
  if (entry === 'look-up' && text) await lookUp(text);
  if (entry === 'mark-site' && host !== null) await markSite(host, checked === true);
  if (entry === 'open-explorer') await goToExplorer();
}

const panels = () => browser as SidePanelApi;

async function tabInFront(): Promise<Browser.tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}

async function menuState() {
  const [stored, words, tab] = await Promise.all([readSettingsSoon(browser), readersWords(), tabInFront()]);
  return { stored, words, url: tab?.url };
}

/** The explorer in the tab that shows it already, if there is one. */
async function goToExplorer(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const shown = tabs.find(({ url }) => url?.startsWith(browser.runtime.getURL(EXPLORER)));
  if (shown?.id === undefined) {
    await openExplorer(DEFAULT_STATE);
    return;
  }
  await browser.tabs.update(shown.id, { active: true });
  await browser.windows?.update(shown.windowId, { focused: true });
}

/** Kept from one key typed to the next, as long as the worker runs. */
let keptWords: Words | undefined;

/** In the reader's language, or the browser's where the settings cannot be read. */
async function readersWords(): Promise<Words> {
  const language = languageOf(await settingsSoon());
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

/** In a small window beside the page. */
async function lookUp(text: string): Promise<void> {
  await handOver(browser, text.trim().slice(0, MOST_LOOKED_UP).toWellFormed(), (url) =>
    browser.windows.create({ url, type: 'popup', width: 390, height: 640 }),
  );
}

async function openExplorer(state: ExplorerState): Promise<boolean> {
  await browser.tabs.create({ url: explorerAddress(state) });
  return true;
}

function explorerAddress(state: ExplorerState): string {
  return `${browser.runtime.getURL(EXPLORER)}#${encodeState(state)}`;
}

/** Where the reader wants what the address bar leads to. */
async function openAnswer(text: string, disposition: `${Browser.omnibox.OnInputEnteredDisposition}`): Promise<void> {
  const url = explorerAddress(answerState(dataset, text, await readersWords()));
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}

/** Chromium reads suggestions as XML, Firefox as text. */
function plain(text: string): string {
  if (import.meta.env.FIREFOX) return text;
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
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

/** In all at once: a tab that loads for ever, or that the browser has frozen, may never answer. */
async function forOpenTabs(work: (tabId: number) => Promise<unknown>): Promise<void> {
  for (const { id, discarded } of await browser.tabs.query({})) if (id !== undefined && !discarded) void work(id);
}
