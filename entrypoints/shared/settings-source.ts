/**
 * Settings as the browser stores them: one key each in `storage.local`. The always-on content script uses this
 * directly; pages use the signal built on it (settings-store.ts). The storage API comes as an argument.
 */
import { parseSettings, SETTING_NAMES, type SettingProblem, type Settings } from '../../data/settings.ts';

/** The part of the WebExtension API this needs; `browser` and `chrome` both fit. */
export interface StorageApi {
  readonly storage: {
    readonly local: {
      get(keys: string[] | null): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      remove(keys: string[]): Promise<void>;
    };
    readonly onChanged: {
      addListener(listener: StorageListener): void;
      removeListener(listener: StorageListener): void;
    };
  };
}

type StorageListener = (changes: Record<string, unknown>, area: string) => void;

export interface StoredSettings {
  readonly settings: Settings;
  /** Stored values that could not be read and were taken as their defaults. */
  readonly problems: readonly SettingProblem[];
}

/** Read all settings. Malformed ones come back as defaults, listed in `problems`. */
export async function readSettings(api: StorageApi): Promise<StoredSettings> {
  return parseSettings(await api.storage.local.get([...SETTING_NAMES]));
}

/** Call `listener` with all settings whenever one changes, in any window. Stops when `signal` aborts. */
export function watchSettings(api: StorageApi, listener: (stored: StoredSettings) => void, signal?: AbortSignal): void {
  const onChanged: StorageListener = (changed, area) => {
    if (area !== 'local' || !SETTING_NAMES.some((name) => name in changed)) return;
    // Read anew rather than merge: two changes in quick succession may be reported out of order.
    readSettings(api).then(listener, () => undefined);
  };
  // Kept: where the extension has gone, the API has gone with it.
  const changes = api.storage.onChanged;
  changes.addListener(onChanged);
  signal?.addEventListener('abort', () => changes.removeListener(onChanged), { once: true });
}
