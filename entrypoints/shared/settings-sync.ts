/**
 * Carries settings between `storage.local`, where they live, and `storage.sync`, which browsers carry to the reader's others, as far as
 * the reader wants that. Where the browser refuses, they stay where they are, and the options page says so.
 */
import { parseSettings, SETTING_NAMES, type SettingName, type Settings } from '../../data/settings.ts';
import {
  type Change,
  readSyncState,
  reconcile,
  SYNC_STATE,
  type SyncProblem,
  type SyncState,
  syncedNames,
  syncKey,
} from '../../data/settings-sync.ts';
import { readRecord, type StorageApi } from './settings-source.ts';

/** The part of the WebExtension API this needs. A browser may lack the synced storage. */
export interface SyncApi extends StorageApi {
  readonly storage: StorageApi['storage'] & {
    readonly sync?: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      remove(keys: string[]): Promise<void>;
    };
  };
}

/** A function that brings both sides together, once at a time; called meanwhile, it does so again. Never rejects. */
export function createSettingsSync(api: SyncApi): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAsked = false;
  async function run(): Promise<void> {
    while (isAsked) {
      isAsked = false;
      // Where not even the local storage answers, there is nobody to tell.
      await syncOnce(api).catch(() => undefined);
    }
    running = undefined;
  }
  return () => {
    isAsked = true;
    running ??= run();
    return running;
  };
}

async function syncOnce(api: SyncApi): Promise<void> {
  const { settings, record: stored } = await readRecord(api);
  const before = readSyncState(stored[SYNC_STATE]);
  const names = syncedNames(settings);
  if (names.length === 0 && !(SYNC_STATE in stored)) return;
  const { local, state } = await carry(api, ownOf(stored), before, names);
  // What the reader has changed meanwhile holds: it counts as changed after what has come.
  const now = await api.storage.local.get(Object.keys(local));
  const came = Object.entries(local).filter(([name]) => JSON.stringify(now[name]) === JSON.stringify(stored[name]));
  const isSame = JSON.stringify(state) === JSON.stringify(before);
  if (!isSame || came.length > 0) await api.storage.local.set({ ...Object.fromEntries(came), [SYNC_STATE]: state });
}

/** The reader's own settings, without those that are stored broken: their defaults are nothing that anybody chose. */
function ownOf(stored: Record<string, unknown>): Partial<Settings> {
  const { settings, problems } = parseSettings(stored);
  const broken = problems.map(({ name }) => name);
  return Object.fromEntries(SETTING_NAMES.filter((name) => !broken.includes(name)).map((name) => [name, settings[name]]));
}

async function carry(
  api: SyncApi,
  own: Partial<Settings>,
  before: SyncState,
  names: readonly SettingName[],
): Promise<{ readonly local: Partial<Settings>; readonly state: SyncState }> {
  const { sync } = api.storage;
  const remote = await sync?.get(null).catch(() => undefined);
  if (!sync || !remote) {
    return { local: {}, state: { ...before, problem: names.length > 0 ? 'unavailable' : null, unsynced: names } };
  }
  const { local, put, remove, changes } = reconcile(own, before.changes, remote, names, Date.now());
  const refused = await putAll(sync, put);
  const isRemoved = remove.length === 0 || (await succeeds(sync.remove([...remove])));
  const state: SyncState = {
    // What could not be taken away is remembered, to be taken away the next time.
    changes: isRemoved ? changes : { ...before.changes, ...changes },
    problem: refused.problem,
    unsynced: names.filter((name) => refused.keys.includes(syncKey(name))),
  };
  return { local, state };
}

/** In one write, or where that is refused one by one: a list that is too long keeps no other setting back. */
async function putAll(
  sync: NonNullable<SyncApi['storage']['sync']>,
  changes: Readonly<Record<string, Change>>,
): Promise<{ readonly keys: readonly string[]; readonly problem: SyncProblem | null }> {
  const entries = Object.entries(changes);
  if (entries.length === 0 || (await succeeds(sync.set({ ...changes })))) return { keys: [], problem: null };
  const keys: string[] = [];
  let problem: SyncProblem | null = null;
  for (const [key, change] of entries) {
    try {
      await sync.set({ [key]: change });
    } catch (error) {
      keys.push(key);
      problem = /quota/i.test(String(error)) ? 'quota' : 'unavailable';
    }
  }
  return { keys, problem };
}

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
