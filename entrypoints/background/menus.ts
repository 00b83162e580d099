/**
 * Our entries in the browser's menus: that of selected words, and that of the toolbar button. Says what they are called and which is
 * ticked; what each of them does is the caller's matter.
 */
import { hostOf, pageAddress, pauseOn } from '../../data/hiding.ts';
import type { Words } from '../../data/messages.ts';
import { isRuledOut } from '../../data/site-rules.ts';
import type { StoredSettings } from '../shared/settings-source.ts';

export const MENU_ENTRIES = ['look-up', 'mark-site', 'open-explorer', 'open-side-panel'] as const;
export type MenuEntry = (typeof MENU_ENTRIES)[number];

interface EntryState {
  readonly title: string;
  readonly checked?: boolean;
  readonly enabled?: boolean;
}

/** The part of `browser.contextMenus` used. */
export interface MenusApi {
  removeAll(): Promise<void>;
  create(entry: EntryState & { id: MenuEntry; contexts: ['selection' | 'action']; type?: 'checkbox' }): unknown;
  update(id: MenuEntry, state: EntryState): Promise<void>;
}

/** What the entries depend on. */
export interface MenuState {
  /** Undefined where they could not be read. */
  readonly stored: Pick<StoredSettings, 'settings' | 'managed'> | undefined;
  readonly words: Words;
  /** The address of the page in front, as far as it is known. */
  readonly url: string | undefined;
}

/** Make the entries, in place of those of an earlier version; the browser keeps them from one start to the next. */
export async function offerMenus(menus: MenusApi, entries: readonly MenuEntry[], read: () => Promise<MenuState>): Promise<void> {
  const state = await read();
  await menus.removeAll();
  for (const id of entries) {
    menus.create({
      id,
      // Selected words in PDF viewers too: there the browser tells the words though we cannot read them.
      contexts: [id === 'look-up' ? 'selection' : 'action'],
      ...(id === 'mark-site' && { type: 'checkbox' }),
      ...stateOf(id, state),
    });
  }
  // What has changed meanwhile could not be brought to entries that were not there.
  await updateMenus(menus, entries, await read());
}

/** Bring the entries up to date, after a change of page, settings or language. */
export async function updateMenus(menus: MenusApi, entries: readonly MenuEntry[], state: MenuState): Promise<void> {
  // One may have gone with an installation that makes all of them anew.
  await Promise.all(entries.map((id) => menus.update(id, stateOf(id, state)).catch(() => undefined)));
}

function stateOf(id: MenuEntry, { words, stored, url }: MenuState): EntryState {
  switch (id) {
    case 'look-up':
      // %s is the browser's word for what is selected.
      return { title: words.say('shell.menu.lookUp') };
    case 'mark-site': {
      const host = hostOf(url);
      if (host === null || !stored) return { title: words.say('shell.menu.markThisSite'), checked: false, enabled: false };
      const address = pageAddress(url ?? '');
      const { managed } = stored;
      // Nothing would bring the entry up to date when an hour's pause is over, so it says what holds but for that.
      const settings = { ...stored.settings, pausedUntil: 0 };
      const pause = pauseOn(settings, { host, address, now: Date.now(), ruledOut: isRuledOut(settings, address) });
      const isMarked = pause === undefined || pause === 'page';
      return {
        title: words.say('shell.menu.markSite', { site: host }),
        checked: isMarked,
        enabled: (isMarked || pause === 'site') && !('pausedSites' in managed),
      };
    }
    case 'open-explorer':
      return { title: words.say('shell.menu.explorer') };
    case 'open-side-panel':
      return { title: words.say('shell.menu.sidePanel') };
    default:
      return id satisfies never;
  }
}
