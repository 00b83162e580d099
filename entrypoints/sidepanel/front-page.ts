/** Which page is in front in the window of the side panel, as tabs are switched, closed and led elsewhere. */
import type { ReadonlySignal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { followPage } from '../shared/followed-page.ts';
import type { PageInTab } from '../shared/page-in-tab.ts';

/** The page in front; another one whenever another tab is, or the tab shows another. */
export async function followFront(): Promise<ReadonlySignal<PageInTab>> {
  const { id: windowId } = await browser.windows.getCurrent();
  const { page, turn } = followPage(async () => (await browser.tabs.query({ active: true, windowId }))[0]);
  browser.tabs.onActivated.addListener((info) => void (info.windowId === windowId && turn()));
  return page;
}
