/** The settings as signals, for the extension's own pages. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { parseSettings, type SettingName, type SettingProblem, type Settings } from '../../data/settings.ts';
import { type OtherSettings, otherSettings } from '../../data/settings-file.ts';
import { readSyncState, SYNC_STATE, type SyncState } from '../../data/settings-sync.ts';
import { type StorageApi, watchSettings } from './settings-source.ts';

export interface SettingsStore {
  /** What holds: the reader's own, except those an administrator has set. */
  readonly settings: ReadonlySignal<Settings>;
  /** The reader's own, also where an administrator's hold instead. */
  readonly own: ReadonlySignal<Settings>;
  /** Those an administrator has set. */
  readonly managed: ReadonlySignal<readonly SettingName[]>;
  /** Stored values that could not be read; empty when all is well. */
  readonly problems: ReadonlySignal<readonly SettingProblem[]>;
  /** An administrator's values that could not be read. */
  readonly managedProblems: ReadonlySignal<readonly SettingProblem[]>;
  /** Stored, and not known to this version. */
  readonly others: ReadonlySignal<OtherSettings>;
  /** What came of syncing, where the reader wants it. */
  readonly sync: ReadonlySignal<SyncState>;
  /** Save one setting. The signal changes at once; it is put back if the browser refuses, and the promise rejects. */
  set<Name extends SettingName>(name: Name, value: Settings[Name]): Promise<void>;
  /** Save several settings in one write, and where given exactly these of the others. */
  setAll(values: Partial<Settings>, others?: OtherSettings): Promise<void>;
}

/** Load the settings and keep them in step with every other window. */
export async function createSettingsStore(api: StorageApi): Promise<SettingsStore> {
  const all = () => api.storage.local.get(null);
  const now = signal(parseSettings({}));
  const own = signal(now.value.settings);
  const others = signal<OtherSettings>({});
  const sync = signal(readSyncState(undefined));

  api.storage.onChanged.addListener((changes) => {
    const change = changes[SYNC_STATE] as { readonly newValue?: unknown } | undefined;
    if (change) sync.value = readSyncState(change.newValue);
  });
  await watchSettings(api, async (fresh) => {
    const record = await all();
    now.value = fresh;
    own.value = parseSettings(record).settings;
    others.value = otherSettings(record);
    sync.value = readSyncState(record[SYNC_STATE]);
  });

  async function setAll(values: Partial<Settings>, newOthers?: OtherSettings): Promise<void> {
    const before = own.value;
    own.value = { ...before, ...values };
    try {
      await api.storage.local.set({ ...newOthers, ...values });
    } catch (error) {
      own.value = before;
      throw error;
    }
    if (!newOthers) return;
    const gone = Object.keys(others.value).filter((name) => !Object.hasOwn(newOthers, name));
    others.value = newOthers;
    await api.storage.local.remove(gone);
  }

  return {
    settings: computed(() => ({ ...own.value, ...now.value.managed })),
    own,
    managed: computed(() => Object.keys(now.value.managed) as SettingName[]),
    problems: computed(() => now.value.problems),
    managedProblems: computed(() => now.value.managedProblems),
    others,
    sync,
    set: (name, value) => setAll({ [name]: value } as Partial<Settings>),
    setAll,
  };
}
