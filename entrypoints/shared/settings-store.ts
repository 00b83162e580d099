/** The settings as signals, for the extension's own pages. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { StorageTrouble } from '../../components/StorageNotice.tsx';
import { parseSettings, type SettingName, type SettingProblem, type Settings } from '../../data/settings.ts';
import { type OtherSettings, otherSettings } from '../../data/settings-file.ts';
import { readSyncState, SYNC_STATE, type SyncState } from '../../data/settings-sync.ts';
import { readRecord, type StorageApi, type StoredRecord, watchSettings, withPatience } from './settings-source.ts';

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
  /** Whether the stored settings have been read. Until they have, the defaults stand here, and nothing can be saved. */
  readonly isRead: ReadonlySignal<boolean>;
  /** What the reader has to know of the browser's storage; null when all is well, and never where nothing has been read. */
  readonly trouble: ReadonlySignal<StorageTrouble | null>;
  /** Try once more to read what could not be read. */
  readAgain(): void;
  /** Save one setting. The signal changes at once; it is put back if the browser refuses, and the promise rejects. */
  set<Name extends SettingName>(name: Name, value: Settings[Name]): Promise<void>;
  /** Save several settings in one write, and where given exactly these of the others. */
  setAll(values: Partial<Settings>, others?: OtherSettings): Promise<void>;
}

/**
 * Load the settings and keep them in step with every other window. Resolves when they are read, or when it is known that this fails or
 * takes long: a page is shown in any case, and comes right when the browser answers after all.
 */
export async function createSettingsStore(api: StorageApi): Promise<SettingsStore> {
  const now = signal(parseSettings({}));
  const own = signal(now.value.settings);
  const others = signal<OtherSettings>({});
  const sync = signal(readSyncState(undefined));

  api.storage.onChanged.addListener((changes) => {
    const change = changes[SYNC_STATE] as { readonly newValue?: unknown } | undefined;
    if (change) sync.value = readSyncState(change.newValue);
  });

  const isRead = signal(false);
  const reading = signal<'late' | 'unread' | null>(null);
  function take({ record, ...fresh }: StoredRecord): void {
    batch(() => {
      now.value = fresh;
      own.value = parseSettings(record).settings;
      others.value = otherSettings(record);
      sync.value = readSyncState(record[SYNC_STATE]);
      isRead.value = true;
    });
  }
  /** Resolves when the work is done, has failed, or takes long. */
  function untilKnown(work: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const know = (state: typeof reading.value) => {
        reading.value = state;
        resolve();
      };
      withPatience(work, () => know('late')).then(
        () => know(null),
        () => know('unread'),
      );
    });
  }
  await untilKnown(watchSettings(api, readRecord, take));

  const lateSaves = signal(0);
  const isRefused = signal(false);
  async function setAll(values: Partial<Settings>, newOthers?: OtherSettings): Promise<void> {
    // A list that has not been read would be stored as if it had been empty.
    if (!isRead.value) throw new Error('The settings have not been read.');
    let isLate = false;
    try {
      await withPatience(store(values, newOthers), () => {
        isLate = true;
        lateSaves.value += 1;
      });
      isRefused.value = false;
    } catch (error) {
      isRefused.value = true;
      throw error;
    } finally {
      if (isLate) lateSaves.value -= 1;
    }
  }

  async function store(values: Partial<Settings>, newOthers?: OtherSettings): Promise<void> {
    const before = own.value;
    own.value = { ...before, ...values };
    try {
      await api.storage.local.set({ ...newOthers, ...values });
    } catch (error) {
      // Read anew: another window, or another change made here, may have stored something meanwhile, or been refused too. An
      // administrator's are not asked for, which might never be answered.
      own.value = await api.storage.local.get(null).then(
        (record) => parseSettings(record).settings,
        () => before,
      );
      throw error;
    }
    if (!newOthers) return;
    const gone = Object.keys(others.value).filter((name) => !Object.hasOwn(newOthers, name));
    others.value = { ...others.value, ...newOthers };
    await api.storage.local.remove(gone);
    others.value = newOthers;
  }

  function troubleNow(): StorageTrouble | null {
    if (!isRead.value) return reading.value;
    if (lateSaves.value > 0) return 'unsaved';
    return isRefused.value ? 'notSaved' : null;
  }

  return {
    settings: computed(() => ({ ...own.value, ...now.value.managed })),
    own,
    managed: computed(() => Object.keys(now.value.managed) as SettingName[]),
    problems: computed(() => now.value.problems),
    managedProblems: computed(() => now.value.managedProblems),
    others,
    sync,
    isRead,
    trouble: computed(troubleNow),
    readAgain: () => void untilKnown(readRecord(api).then(take)),
    set: (name, value) => setAll({ [name]: value } as Partial<Settings>),
    setAll,
  };
}
