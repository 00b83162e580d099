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
  const answers = new Set([ahead.record, ahead.managed]);
  /** The answer that was asked for ahead, once, and undefined where the browser has to be asked. */
  const taken = (answer: Ahead['record']) => (!ahead.isOutdated() && answers.delete(answer) ? answer : undefined);
  return {
    storage: {
      local: {
        get: (keys) => (keys === null ? taken(ahead.record) : undefined) ?? local.get(keys),
        set: (items) => local.set(items),
        remove: (keys) => local.remove(keys),
      },
      managed: { get: (keys) => taken(ahead.managed) ?? managed.get(keys) },
      onChanged,
    },
  };
}
