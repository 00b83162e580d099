/**
 * Settings on their way between a reader's browsers: which of them go, and which of two changes holds. Each setting stands for itself
 * with the time of its last change, and the later change wins, so that nothing is lost but where the same setting was changed twice.
 * Pure: entrypoints/shared/settings-sync.ts reads and writes.
 */
import * as v from 'valibot';
import { DEFAULT_SETTINGS, SETTING_FIELDS, SETTING_NAMES, type SettingName, type Settings } from './settings.ts';

/** A setting as it was last changed. */
export interface Change {
  readonly value: unknown;
  /** Milliseconds since 1970; 0: before it was ever synced. */
  readonly at: number;
}

export type SyncProblem = 'quota' | 'unavailable';

/** What a browser keeps beside its settings, in `storage.local` under SYNC_STATE. */
export interface SyncState {
  /** The settings it has a part in syncing, as they were last. */
  readonly changes: Readonly<Partial<Record<SettingName, Change>>>;
  readonly problem: SyncProblem | null;
  /** Settings that did not reach the other browsers. */
  readonly unsynced: readonly SettingName[];
}

export const SYNC_STATE = 'syncState';

export const NOTHING_SYNCED: SyncState = { changes: {}, problem: null, unsynced: [] };

/** What is to be stored where. */
export interface Reconciled {
  readonly local: Partial<Settings>;
  /** By the keys of the synced storage. */
  readonly put: Readonly<Record<string, Change>>;
  readonly remove: readonly string[];
  readonly changes: SyncState['changes'];
}

/** Each browser's own, in no file either: whether it takes part at all, and a pause, which is over soon. */
export const OWN_TO_BROWSER: readonly SettingName[] = ['sync', 'syncLists', 'pausedUntil'];
/** What tells where a reader goes and what they do not want to see, and what means nothing without that. */
const LISTS: readonly SettingName[] = [
  'pausedSites',
  'siteRule',
  'allowedSites',
  'deniedSites',
  'hiddenTerms',
  'hiddenMentions',
  'pausedPages',
];

/** The settings that go to other browsers. */
export function syncedNames({ sync, syncLists }: Pick<Settings, 'sync' | 'syncLists'>): SettingName[] {
  if (!sync) return [];
  return SETTING_NAMES.filter((name) => !OWN_TO_BROWSER.includes(name) && (syncLists || !LISTS.includes(name)));
}

/** Where the synced storage keeps a setting: under a name that is not taken for the setting itself. */
export function syncKey(name: SettingName): string {
  return `setting:${name}`;
}

/**
 * Bring a browser's own settings and the synced storage together. `own` holds those it can read, complete but for what is broken.
 * A browser that comes to it later takes what is there; of lists, both have all entries then. Done again without a change it changes nothing.
 */
export function reconcile(
  own: Partial<Settings>,
  before: SyncState['changes'],
  remote: Readonly<Record<string, unknown>>,
  names: readonly SettingName[],
  now: number,
): Reconciled {
  const local: Partial<Record<SettingName, unknown>> = {};
  const put: Record<string, Change> = {};
  const remove: string[] = [];
  const changes: Partial<Record<SettingName, Change>> = {};
  for (const name of SETTING_NAMES) {
    const key = syncKey(name);
    const known = before[name];
    if (!names.includes(name)) {
      if (known && Object.hasOwn(remote, key)) remove.push(key);
      continue;
    }
    if (own[name] === undefined) {
      if (known) changes[name] = known;
      continue;
    }
    const mine = changeOf(own[name], known, now);
    const theirs = asChange(Object.hasOwn(remote, key) ? remote[key] : undefined);
    // Of two browsers that took part at about the same time, neither has seen the other's list yet.
    const isFirst = Array.isArray(mine.value) && mine.at === 0 && theirs?.at === 0;
    if (!theirs) {
      if (!known && same(mine.value, DEFAULT_SETTINGS[name])) continue;
      put[key] = mine;
      changes[name] = mine;
    } else if (same(mine.value, theirs.value)) changes[name] = mine.at > theirs.at ? mine : theirs;
    else if (known && !isFirst && isLater(mine, theirs)) {
      put[key] = mine;
      changes[name] = mine;
    } else if (v.is(SETTING_FIELDS[name][0] as v.GenericSchema, theirs.value)) {
      const taken = known && !isFirst ? theirs : joined(mine, theirs, now);
      if (taken !== theirs) put[key] = taken;
      local[name] = taken.value;
      changes[name] = taken;
      // A newer version may have set what this one cannot read: both sides stay as they are.
    } else if (known) changes[name] = known;
  }
  return { local: local as Partial<Settings>, put, remove, changes };
}

/** Read what is stored under SYNC_STATE. Never throws: what makes no sense is as if there was nothing. */
export function readSyncState(stored: unknown): SyncState {
  const result = v.safeParse(SYNC_STATE_SCHEMA, stored);
  return result.success ? result.output : NOTHING_SYNCED;
}

const CHANGE_SCHEMA = v.object({ value: v.unknown(), at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) });
const NAME_SCHEMA = v.picklist(SETTING_NAMES);
const SYNC_STATE_SCHEMA = v.object({
  changes: v.record(NAME_SCHEMA, CHANGE_SCHEMA),
  problem: v.nullable(v.picklist(['quota', 'unavailable'])),
  unsynced: v.array(NAME_SCHEMA),
});

function asChange(stored: unknown): Change | undefined {
  const result = v.safeParse(CHANGE_SCHEMA, stored);
  return result.success ? result.output : undefined;
}

/** A clock that is behind must not make a change older than the one it was made upon. */
function changeOf(value: unknown, known: Change | undefined, now: number): Change {
  if (!known) return { value, at: 0 };
  return same(known.value, value) ? known : { value, at: Math.max(now, known.at + 1) };
}

/** What a browser that comes later has of both: theirs, and of lists the entries of its own that are not there, which nobody has removed. */
function joined(mine: Change, theirs: Change, now: number): Change {
  if (!Array.isArray(mine.value) || !Array.isArray(theirs.value)) return theirs;
  const there: readonly unknown[] = theirs.value;
  const missing = mine.value.filter((entry) => !there.includes(entry));
  return missing.length === 0 ? theirs : changeOf([...there, ...missing], theirs, now);
}

/** Of two changes in the same millisecond every browser has to prefer the same one. */
function isLater(one: Change, other: Change): boolean {
  return one.at === other.at ? text(one.value) > text(other.value) : one.at > other.at;
}

function same(one: unknown, other: unknown): boolean {
  return text(one) === text(other);
}

/** Settings are texts, numbers, truth values, nothing, and lists of texts. */
function text(value: unknown): string {
  return JSON.stringify(value) ?? '';
}
