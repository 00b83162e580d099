/** What stands on the toolbar button: how many mentions the tab has, or for a moment the answer to a command. */
import { browser } from 'wxt/browser';
import { badgeText } from '../annotator.content/page-notes.ts';
import { readSettingsSoon } from '../shared/settings-source.ts';
import { positionsIn } from './steps.ts';

/** Milliseconds an answer stands there. The worker stays for longer than that. */
const ANSWER_STAYS = 4000;

/** Tabs on whose button an answer stands, each with a number of its own. */
const answers = new Map<number, symbol>();

/** One grey for light toolbars and dark ones: a number is no alarm. */
export function dressBadge(): void {
  void browser.action.setBadgeBackgroundColor({ color: '#5f6670' });
  void browser.action.setBadgeTextColor({ color: '#fff' });
}

/** Put the number of a tab's mentions there. Browsers take it away when the tab shows another page; it stays where the settings cannot be read. */
export async function showCount(tabId: number | undefined): Promise<boolean> {
  if (tabId === undefined || answers.has(tabId)) return false;
  const stored = await readSettingsSoon(browser);
  if (!stored) return false;
  await put(tabId, stored.settings.badge ? badgeText(await positionsIn(tabId)) : '');
  return true;
}

/** Put an answer there, of at most four characters, and what it means into the button's name; then the number again. */
export async function showAnswer(tabId: number, text: string, meaning: string): Promise<void> {
  const mine = Symbol();
  answers.set(tabId, mine);
  await Promise.all([put(tabId, text), browser.action.setTitle({ tabId, title: meaning }).catch(() => undefined)]);
  setTimeout(() => {
    if (answers.get(tabId) !== mine) return;
    answers.delete(tabId);
    void browser.action
      .setTitle({ tabId, title: browser.runtime.getManifest().action?.default_title ?? '' })
      .catch(() => undefined);
    void showCount(tabId);
  }, ANSWER_STAYS);
}

/** The tab may have been closed meanwhile. */
async function put(tabId: number, text: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
}
