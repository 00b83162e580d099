/**
 * What the popup has asked the browser for before its own script is there (entrypoints/popup-ahead/): loading that takes longer than all
 * these answers together.
 */
import type { Catalogue } from '../../data/messages.ts';
import type { StorageApi } from './settings-source.ts';
import type { Tab } from './tab-in-question.ts';

export interface Ahead {
  /** All that is stored. */
  readonly record: Promise<Record<string, unknown>>;
  /** What an administrator has set. Rejects in Firefox where that is nothing. */
  readonly managed: Promise<Record<string, unknown>>;
  /** Whether anything has been stored since these were asked for. */
  readonly isOutdated: () => boolean;
  /** The one the popup speaks of; null where it speaks of none. */
  readonly tab: Promise<Tab | undefined> | null;
  /** By their keys in catalogues.ts. */
  readonly catalogues: Map<string, Promise<Catalogue>>;
}

declare global {
  /** Of the popup's own window. */
  var popupAhead: Ahead | undefined;
}

/** The areas whose messages the popup says. */
export const POPUP_WORDS = ['card', 'popup', 'options'] as const;

/** The browser's storage, but the first question for all that is there is answered by what was asked ahead, unless that is outdated. */
export function storageAhead(api: StorageApi, ahead: Ahead): StorageApi {
  const { local, managed, onChanged } = api.storage;
  let isLocalAsked = false;
  let isManagedAsked = false;
  return {
    storage: {
      local: {
        get(keys) {
          if (isLocalAsked || keys !== null || ahead.isOutdated()) return local.get(keys);
          isLocalAsked = true;
          return ahead.record;
        },
        set: (items) => local.set(items),
        remove: (keys) => local.remove(keys),
      },
      managed: {
        get(keys) {
          if (isManagedAsked || ahead.isOutdated()) return managed.get(keys);
          isManagedAsked = true;
          return ahead.managed;
        },
      },
      onChanged,
    },
  };
}
