/**
 * Settings as the browser stores them: one key each in `storage.local`, and in `storage.managed` those an administrator has set. The
 * always-on content script uses this directly; pages use the signal built on it (settings-store.ts). The storage API comes as an argument.
 */
import { parseSettings, SETTING_NAMES, type Settings } from '../../data/settings.ts';

/** Milliseconds after which what the browser was asked to read or store is late: readers are then told, or shown what needs no settings. */
const PATIENCE = 1000;

/** The part of the WebExtension API this needs; `browser` and `chrome` both fit. */
export interface StorageApi {
  readonly storage: {
    readonly local: {
      get(keys: string[] | null): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      remove(keys: string[]): Promise<void>;
    };
    readonly managed: {
      get(keys: string[]): Promise<Record<string, unknown>>;
    };
    readonly onChanged: {
      addListener(listener: StorageListener): void;
      removeListener(listener: StorageListener): void;
    };
  };
}

/** Settings as they hold now, and what is wrong with what was stored. */
export type StoredSettings = ReturnType<typeof parseSettings>;

/** The same, and all that is stored. */
export interface StoredRecord extends StoredSettings {
  readonly record: Readonly<Record<string, unknown>>;
}

type StorageListener = (changes: Record<string, unknown>) => void;

/** Read all settings. Malformed ones come back as defaults, listed in `problems`. */
export async function readSettings(api: StorageApi): Promise<StoredSettings> {
  return parseSettings(...(await Promise.all([api.storage.local.get([...SETTING_NAMES]), readManaged(api)])));
}

/** As `readSettings`, with all else that is stored; read at once, since each reading takes a moment. */
export async function readRecord(api: StorageApi): Promise<StoredRecord> {
  const [record, managed] = await Promise.all([api.storage.local.get(null), readManaged(api)]);
  return { ...parseSettings(record, managed), record };
}

/** Undefined where no administrator has set anything, for which Firefox rejects. */
async function readManaged(api: StorageApi): Promise<Record<string, unknown> | undefined> {
  try {
    return await api.storage.managed.get([...SETTING_NAMES]);
  } catch {
    return undefined;
  }
}

/** Wait for the storage; `onLate` is called, once, where that takes long. */
export async function withPatience<Answer>(work: Promise<Answer>, onLate: () => void): Promise<Answer> {
  const timer = setTimeout(onLate, PATIENCE);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

/** As `readSettings`, but undefined where the browser refuses them, or takes long: for what must not wait for ever. */
export function readSettingsSoon(api: StorageApi): Promise<StoredSettings | undefined> {
  return new Promise((resolve) => {
    withPatience(readSettings(api), () => resolve(undefined)).then(resolve, () => resolve(undefined));
  });
}

/** Store what `change` makes of the settings as they hold now. Rejects, and stores nothing, where an administrator has set one of those. */
export async function changeSettings(api: StorageApi, change: (now: Settings) => Partial<Settings>): Promise<void> {
  const { settings, managed } = await readSettings(api);
  const changed = change(settings);
  if (Object.keys(changed).some((name) => name in managed)) throw new Error('managed');
  await api.storage.local.set(changed);
}

/**
 * Call `listener` with what `read` gives, then whenever a setting changes, in any window or by an administrator. Stops when
 * `signal` aborts. Resolves once `listener` has some; rejects where it could not be read then.
 */
export async function watchSettings<Stored>(
  api: StorageApi,
  read: (api: StorageApi) => Promise<Stored>,
  listener: (stored: Stored) => void,
  signal?: AbortSignal,
): Promise<void> {
  let asked = 0;
  let told = 0;
  /** Not one after the other, since a reading may never end; what was read before what is told already is passed over. */
  async function tell(): Promise<void> {
    const mine = ++asked;
    const stored = await read(api);
    if (signal?.aborted || mine < told) return;
    told = mine;
    listener(stored);
  }
  const onChanged: StorageListener = (changed) => {
    if (!SETTING_NAMES.some((name) => name in changed)) return;
    // Read anew rather than merge: two changes in quick succession may be reported out of order.
    tell().catch(() => undefined);
  };
  // Kept: where the extension has gone, the API has gone with it.
  const changes = api.storage.onChanged;
  // Before the first reading: a change between that and listening would be missed.
  changes.addListener(onChanged);
  signal?.addEventListener('abort', () => changes.removeListener(onChanged), { once: true });
  await tell();
}
