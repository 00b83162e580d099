/**
 * What a reader can set, what it is by default, and how anything stored or imported is read back.
 * Each setting is stored under its own key, so that two windows changing two settings lose nothing.
 */
import * as v from 'valibot';

/** A host name as `location.hostname` gives it. */
const hostname = v.pipe(v.string(), v.minLength(1), v.maxLength(253), v.regex(/^[^\s/:]+$|^\[[0-9a-f:.]+\]$/i));

/** One schema a setting; the default in second place. */
const FIELDS = {
  /** Off: nothing is marked anywhere. */
  enabled: [v.boolean(), true],
  /** Host names on which nothing is marked. */
  pausedSites: [v.array(hostname), [] as string[]],
  markRegion: [v.boolean(), true],
  markStatements: [v.boolean(), true],
  /** How marks look; `none` paints nothing while hover and list still work. */
  look: [v.picklist(['dotted', 'solid', 'wavy', 'tint', 'none']), 'dotted'],
  trigger: [v.picklist(['hover', 'click']), 'hover'],
  /** Milliseconds the pointer rests on a mark before the card opens. */
  openDelay: [v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)), 300],
} as const satisfies Record<string, readonly [v.GenericSchema, unknown]>;

export type SettingName = keyof typeof FIELDS;
export type Settings = { readonly [Name in SettingName]: v.InferOutput<(typeof FIELDS)[Name][0]> };

export const SETTING_NAMES = Object.keys(FIELDS) as readonly SettingName[];

export const DEFAULT_SETTINGS: Settings = Object.freeze(
  Object.fromEntries(Object.entries(FIELDS).map(([name, [, fallback]]) => [name, fallback])),
) as Settings;

export interface SettingProblem {
  readonly name: SettingName;
  readonly value: unknown;
  readonly problem: string;
}

/**
 * Read settings from whatever was stored. Never throws: a missing field takes its default,
 * a malformed one too and is reported in `problems`. Unknown fields are ignored.
 */
export function parseSettings(stored: unknown): { settings: Settings; problems: SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const record = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const name of SETTING_NAMES) {
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    if (value === undefined) continue;
    const result = v.safeParse(FIELDS[name][0], value);
    if (result.success) settings[name] = result.output;
    else problems.push({ name, value, problem: result.issues[0].message });
  }
  return { settings: settings as Settings, problems };
}

/** Whether anything is to be marked on a site: a paused site covers its subdomains. */
export function isActiveOn(settings: Settings, host: string): boolean {
  if (!settings.enabled) return false;
  return !settings.pausedSites.some((site) => host === site || host.endsWith(`.${site}`));
}
