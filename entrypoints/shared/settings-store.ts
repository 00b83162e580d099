/** The settings as a signal, for the extension's own pages. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { SettingName, SettingProblem, Settings } from '../../data/settings.ts';
import { type OtherSettings, otherSettings } from '../../data/settings-file.ts';
import { readSettings, type StorageApi, watchSettings } from './settings-source.ts';

export interface SettingsStore {
  readonly settings: ReadonlySignal<Settings>;
  /** Stored values that could not be read; empty when all is well. */
  readonly problems: ReadonlySignal<readonly SettingProblem[]>;
  /** Stored, and not known to this version. */
  readonly others: ReadonlySignal<OtherSettings>;
  /** Save one setting. The signal changes at once; it is put back if the browser refuses, and the promise rejects. */
  set<Name extends SettingName>(name: Name, value: Settings[Name]): Promise<void>;
  /** Save several settings in one write, and where given exactly these of the others. */
  setAll(values: Partial<Settings>, others?: OtherSettings): Promise<void>;
}

/** Load the settings and keep them in step with every other window. */
export async function createSettingsStore(api: StorageApi): Promise<SettingsStore> {
  const stored = await readSettings(api);
  const settings = signal(stored.settings);
  const problems = signal(stored.problems);
  const others = signal(otherSettings(await api.storage.local.get(null)));
  watchSettings(api, (fresh) => {
    settings.value = fresh.settings;
    problems.value = fresh.problems;
  });

  async function setAll(values: Partial<Settings>, newOthers?: OtherSettings): Promise<void> {
    const before = settings.value;
    settings.value = { ...before, ...values };
    try {
      await api.storage.local.set({ ...newOthers, ...values });
    } catch (error) {
      settings.value = before;
      throw error;
    }
    if (!newOthers) return;
    const gone = Object.keys(others.value).filter((name) => !Object.hasOwn(newOthers, name));
    others.value = newOthers;
    await api.storage.local.remove(gone);
  }

  return {
    settings,
    problems,
    others,
    set: (name, value) => setAll({ [name]: value } as Partial<Settings>),
    setAll,
  };
}
