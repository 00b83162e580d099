/** Which page is in front in the window of the side panel, as tabs are switched, closed and led elsewhere. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { openPageInTab, type PageInTab } from '../shared/page-in-tab.ts';

/** The page in front; another one whenever another tab is, or the tab shows another. */
export async function followFront(): Promise<ReadonlySignal<PageInTab>> {
  const { id: windowId } = await browser.windows.getCurrent();
  let turn = 0;
  let tabId: number | undefined;

  async function open(): Promise<PageInTab> {
    const [tab] = await browser.tabs.query({ active: true, windowId });
    tabId = tab?.id;
    const mine = turn;
    return openPageInTab(tab, () => mine === turn && void turnTo());
  }

  const page = signal(await open());

  async function turnTo(): Promise<void> {
    const mine = ++turn;
    const next = await open();
    if (mine !== turn) {
      next.close();
      return;
    }
    page.value.close();
    page.value = next;
  }

  browser.tabs.onActivated.addListener((info) => void (info.windowId === windowId && turnTo()));
  browser.tabs.onUpdated.addListener((id, { url }) => {
    // Of a page that answers, its own frames tell where it has gone.
    if (id === tabId && url !== undefined && page.value.reach.value !== 'connected') void turnTo();
  });
  return page;
}
