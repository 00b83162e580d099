/**
 * What a reader can set, what it is by default, and how anything stored or imported is read back.
 * Each setting is stored under its own key, so that two windows changing two settings lose nothing.
 */
import * as v from 'valibot';
import { DENSITIES } from './density.ts';
import { LANGUAGES } from './languages.ts';

/** A host name as `location.hostname` gives it. */
const hostname = v.pipe(v.string(), v.minLength(1), v.maxLength(253), v.regex(/^[^\s/:]+$|^\[[0-9a-f:.]+\]$/i));

/**
 * Which addresses are meant, as browsers write it in an extension's manifest: `*://*.example.org/*`. Hosts as `location.hostname` gives
 * them, without a port: all are meant.
 */
export const SITE_PATTERN = /^(?:(?:\*|https?):\/\/(?:\*|(?:\*\.)?[a-z\d](?:[a-z\d.-]*[a-z\d])?)|file:\/\/)\/[^\s#]*$/;
const sitePatterns = v.array(v.pipe(v.string(), v.maxLength(500), v.regex(SITE_PATTERN)));

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

/** One schema a setting; the default in second place. */
export const SETTING_FIELDS = {
  /** Off: nothing is marked anywhere. */
  enabled: [v.boolean(), true],
  /** Nothing is done on any page, and none can tell that we are there; search, menu and address bar work. */
  lookUpOnly: [v.boolean(), false],
  /** Host names on which nothing is marked. */
  pausedSites: [v.array(hostname), [] as string[]],
  /** `allExcept`: pages are marked but for those of `deniedSites`; `only`: those of `allowedSites`, and of these too not the denied. */
  siteRule: [v.picklist(['allExcept', 'only']), 'allExcept'],
  allowedSites: [sitePatterns, [] as string[]],
  deniedSites: [sitePatterns, [] as string[]],
  markRegion: [v.boolean(), true],
  markStatements: [v.boolean(), true],
  /** Names of the region's people and of some of its cities: many more marks, and on pages that name nothing else. */
  markRelated: [v.boolean(), false],
  /** Names of countries, where the page has a mention of the region or of a statement too. */
  markCountries: [v.boolean(), false],
  /** Which mentions are marked: all, or of those of the same the first in each section, or on the page. */
  density: [v.picklist(DENSITIES), 'all'],
  /** How marks look; `none` paints nothing while hover and list still work. */
  look: [v.picklist(['dotted', 'solid', 'wavy', 'tint', 'none']), 'dotted'],
  /** `modifier`: the pointer rests on a mark while `triggerKey` is held. Alt alone opens a menu in some browsers, so it is not the default. */
  trigger: [v.picklist(['hover', 'click', 'modifier']), 'hover'],
  triggerKey: [v.picklist(['alt', 'ctrl', 'shift']), 'shift'],
  /** Milliseconds the pointer rests on a mark before the card opens. */
  openDelay: [whole(0, 1000), 300],
  /** Milliseconds the card stays after the pointer has left it and its mark. */
  closeDelay: [whole(0, 2000), 300],
  /** The reader's own country, shown first: its ISO 3166 alpha-2 code, or null. */
  country: [v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), null as string | null],
  /** The language of everything we say, or null: the browser's. */
  language: [v.nullable(v.picklist(LANGUAGES)), null],
  /** Light or dark; `auto`: a card as the page around it, our own pages as the reader's system. */
  theme: [v.picklist(['auto', 'light', 'dark']), 'auto'],
  /** How wide a card is, where there is room for it. */
  cardSize: [v.picklist(['small', 'medium', 'large']), 'medium'],
  /** CSS pixels of the card's text. */
  textSize: [whole(12, 20), 14],
  /** Whether the toolbar button says how many mentions the page has. On: marks below the fold, or painted as nothing, are known of. */
  badge: [v.boolean(), true],
  /** Texts of mentions that are not marked anywhere, as `hiddenKey` (hiding.ts) makes them. */
  hiddenTerms: [v.array(shortText), [] as string[]],
  /** Single mentions that are not marked, as `mentionKey` (hiding.ts) makes them. */
  hiddenMentions: [v.array(shortText), [] as string[]],
  /** Addresses of pages on which nothing is marked, without fragment. */
  pausedPages: [v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(2000))), [] as string[]],
  /** Nothing is marked anywhere before this time: milliseconds since 1970; 0: no pause. */
  pausedUntil: [v.pipe(v.number(), v.integer(), v.minValue(0)), 0],
  /** Whether the settings go to the reader's other browsers by way of the browser's maker (settings-sync.ts). */
  sync: [v.boolean(), false],
  /** Whether lists of words, pages and sites go there too. */
  syncLists: [v.boolean(), false],
} as const satisfies Record<string, readonly [v.GenericSchema, unknown]>;

export type SettingName = keyof typeof SETTING_FIELDS;
export type Settings = { readonly [Name in SettingName]: v.InferOutput<(typeof SETTING_FIELDS)[Name][0]> };

export const SETTING_NAMES = Object.keys(SETTING_FIELDS) as readonly SettingName[];

export const DEFAULT_SETTINGS: Settings = Object.freeze(
  Object.fromEntries(Object.entries(SETTING_FIELDS).map(([name, [, fallback]]) => [name, fallback])),
) as Settings;

export interface SettingProblem {
  readonly name: SettingName;
  readonly value: unknown;
}

export interface ParsedSettings {
  /** Complete, and all valid. */
  readonly settings: Settings;
  /** Those of them that an administrator has set: valid ones only. */
  readonly managed: Partial<Settings>;
  /** Stored values that make no sense. */
  readonly problems: readonly SettingProblem[];
  /** Values of an administrator's that make no sense. */
  readonly managedProblems: readonly SettingProblem[];
}

/**
 * Read settings from whatever was stored, and from what an administrator has set, which wins. Never throws: a missing field takes its
 * default, a malformed one too, or of a list only the malformed entries are left out, and is reported. Unknown fields are ignored.
 */
export function parseSettings(stored: unknown, policy?: unknown): ParsedSettings {
  const [own, problems] = read(stored);
  const [managed, managedProblems] = read(policy);
  return { settings: { ...DEFAULT_SETTINGS, ...own, ...managed }, managed, problems, managedProblems };
}

function read(given: unknown): [values: Partial<Settings>, problems: SettingProblem[]] {
  const problems: SettingProblem[] = [];
  const record = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  const values: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    if (value === undefined) continue;
    const result = v.safeParse(SETTING_FIELDS[name][0], value);
    if (result.success) {
      values[name] = result.output;
      continue;
    }
    problems.push({ name, value });
    // Of a list, what makes sense is kept: the next entry would be stored over all the others.
    if (Array.isArray(value) && Array.isArray(DEFAULT_SETTINGS[name]))
      values[name] = value.filter((entry) => v.safeParse(SETTING_FIELDS[name][0], [entry]).success);
  }
  return [values as Partial<Settings>, problems];
}
