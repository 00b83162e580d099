/** The tab a popup speaks of: the active one, or the one named in the popup's address when it is opened as a tab. */
import { type Browser, browser } from 'wxt/browser';

export type Tab = Browser.tabs.Tab;

/** Undefined where no tab is active. Rejects where the one that is named has gone. */
export async function tabInQuestion(): Promise<Tab | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named) return browser.tabs.get(Number(named));
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}
