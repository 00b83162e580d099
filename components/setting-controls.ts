/** What the parts of the settings form share: what holds, and how a control changes it. */
import { DEFAULT_SETTINGS, type SettingName, type Settings } from '../data/settings.ts';

/** The settings that are on or off. */
type SwitchName = { [Name in SettingName]: Settings[Name] extends boolean ? Name : never }[SettingName];

export interface SettingControls {
  /** What holds. */
  readonly settings: Settings;
  /** Those an administrator has set. */
  readonly managed: readonly SettingName[];
  /** Save some settings. */
  readonly set: (values: Partial<Settings>) => void;
  /** Take one back to its default, with a way to undo that. */
  readonly reset: (name: SettingName) => void;
}

/** What a control shows of its setting, and how it sets it. */
export function control<Name extends SettingName>({ settings, managed, set }: SettingControls, name: Name) {
  return {
    value: settings[name],
    managed: managed.includes(name),
    onChange: (value: Settings[Name]) => set({ [name]: value } as Partial<Settings>),
  };
}

/** The same for a switch. */
export function toggle(controls: SettingControls, name: SwitchName) {
  const { value, ...rest } = control(controls, name);
  return { ...rest, checked: value };
}

/** Whether the reader has set it to something else than its default. */
export function isChanged({ settings, managed }: SettingControls, name: SettingName): boolean {
  return !managed.includes(name) && JSON.stringify(settings[name]) !== JSON.stringify(DEFAULT_SETTINGS[name]);
}
