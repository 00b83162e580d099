/** The page of a tab for as long as popup or side panel are open, whatever the tab comes to show. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { pageAddress } from '../../data/hiding.ts';
import { NO_PAGE, openPageInTab, type PageInTab } from './page-in-tab.ts';
import type { Tab } from './tab-in-question.ts';

export interface FollowedPage {
  /** Another one whenever the tab shows another. */
  readonly page: ReadonlySignal<PageInTab>;
  /** To be called when it may be another tab. */
  readonly turn: () => void;
}

/** Follow the page of the tab that `find` gives, or gave `first`; whatever happens to it later is heard from the call on. */
export function followPage(find: () => Promise<Tab | undefined>, first = find()): FollowedPage {
  const page = signal<PageInTab>({ ...NO_PAGE, reach: signal('connecting') });
  let turns = 0;
  /** The turn that led to the page. */
  let shown = 0;
  let tabId: number | undefined;
  /** Without its fragment, which does not make it another page. */
  let address = '';

  async function turn(found = find()): Promise<void> {
    const mine = ++turns;
    // The tab may have been closed.
    const tab = await found.catch(() => undefined);
    if (mine !== turns) return;
    tabId = tab?.id;
    address = pageAddress(tab?.url ?? '');
    const next = await openPageInTab(tab, () => mine === turns && void turn());
    if (mine !== turns) {
      next.close();
      return;
    }
    page.value.close();
    page.value = next;
    shown = mine;
  }

  browser.tabs.onUpdated.addListener((id, { url }) => {
    if (id !== tabId || url === undefined) return;
    const isSamePage = pageAddress(url) === address;
    address = pageAddress(url);
    if (isSamePage) return;
    const { reach, frames } = page.value;
    // A page with mentions tells itself when it goes; it can also have another address without being another page.
    const tells = reach.value === 'connected' && frames.value.some(({ top, mentions }) => top && mentions.length > 0);
    if (shown !== turns || !tells) void turn();
  });
  void turn(first);
  return { page, turn: () => void turn() };
}
