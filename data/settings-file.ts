/**
 * Settings as a file that a reader takes along: what is written to it, and what a text means that is brought back.
 * A file is taken as a whole or not at all, and says of each field that cannot be taken what may stand there.
 */
import * as v from 'valibot';
import type { MessageId, Words } from './messages.ts';
import { SEEN } from './seen.ts';
import { SETTING_FIELDS, SETTING_NAMES, type SettingName, type Settings } from './settings.ts';
import { OWN_TO_BROWSER, SYNC_STATE } from './settings-sync.ts';
import { isSitePattern } from './site-rules.ts';

/** Counted up when a file can no longer be read as it was; a setting that is added or dropped does not. */
const FILE_VERSION = 1;

const FORMAT = 'undersigned-settings';

/** Values stored under names that this version does not know: a newer one may have set them. */
export type OtherSettings = Readonly<Record<string, unknown>>;

export interface SettingsImport {
  /** Only those the file names, without those that are each browser's own. */
  readonly settings: Partial<Settings>;
  readonly others: OtherSettings;
}

/** What a text field takes, where its schema is a pattern. */
const TEXTS: Partial<Record<SettingName, MessageId>> = {
  pausedSites: 'options.allowed.host',
  allowedSites: 'options.allowed.pattern',
  deniedSites: 'options.allowed.pattern',
  country: 'options.allowed.country',
};

/** The text of the file. What is each browser's own is left out. */
export function settingsFile(settings: Settings, others: OtherSettings): string {
  const taken = Object.entries(settings).filter(([name]) => goesAlong(name));
  const file = { format: FORMAT, version: FILE_VERSION, settings: { ...others, ...Object.fromEntries(taken) } };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What in `stored` is no setting of this version. */
export function otherSettings(stored: Readonly<Record<string, unknown>>): OtherSettings {
  return Object.fromEntries(
    Object.entries(stored).filter(([name]) => !isSettingName(name) && name !== SYNC_STATE && name !== SEEN),
  );
}

/** Read a text that claims to be such a file. Never throws; `problems` are sentences, and with any of them nothing is to change. */
export function readSettingsFile(text: string, words: Words): SettingsImport | { readonly problems: readonly string[] } {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { problems: [words.say('options.file.notJson')] };
  }
  const wrong = (field: string, allowed: string, value: unknown) => ({
    problems: [words.say('options.problem.field', { field, allowed, value: shown(value, words) })],
  });
  if (!isRecord(file) || file.format !== FORMAT) return wrong('format', `"${FORMAT}"`, isRecord(file) ? file.format : file);
  if (file.version !== FILE_VERSION) {
    const value = shown(file.version, words);
    return { problems: [words.say('options.problem.version', { expected: String(FILE_VERSION), value })] };
  }
  if (!isRecord(file.settings)) return wrong('settings', words.say('options.allowed.object'), file.settings);

  const given = Object.entries(file.settings);
  const problems = given.flatMap(([name, value]) =>
    isSettingName(name) ? problemsOf(name, value, words) : problemsOfOther(name, words),
  );
  if (problems.length > 0) return { problems };
  return {
    // A file of an older version names those too that are each browser's own.
    settings: Object.fromEntries(given.filter(([name]) => isSettingName(name) && goesAlong(name))) as Partial<Settings>,
    others: otherSettings(file.settings),
  };
}

/** What is wrong with a value for a setting: a sentence each place, however much is wrong with it. `field` is what the setting is called. */
export function problemsOf(name: SettingName, value: unknown, words: Words, field: string = name): string[] {
  const { issues } = v.safeParse<v.GenericSchema>(SETTING_FIELDS[name][0], value);
  const sentences = (issues ?? []).map(({ path, input }) => {
    const entry = path?.[0]?.key;
    const got = { field, value: shown(input, words) };
    return typeof entry === 'number'
      ? words.say('options.problem.entry', { ...got, number: entry + 1, allowed: inWords(entrySchema(name), name, words) })
      : words.say('options.problem.field', { ...got, allowed: inWords(schemaOf(name), name, words) });
  });
  return [...new Set(issues ? sentences : problemsOfPatterns(name, value, words, field))];
}

/** A pattern can be well-formed and yet be of no address there can be. */
function problemsOfPatterns(name: SettingName, value: unknown, words: Words, field: string): string[] {
  if (name !== 'allowedSites' && name !== 'deniedSites') return [];
  return (value as readonly string[]).flatMap((entry, index) => {
    const allowed = inWords(entrySchema(name), name, words);
    const problem = { field, number: index + 1, allowed, value: shown(entry, words) };
    return isSitePattern(entry) ? [] : [words.say('options.problem.entry', problem)];
  });
}

/** What a newer version could have set is no problem. */
function problemsOfOther(name: string, words: Words): string[] {
  if (/^[a-z]\w*$/i.test(name) && name !== SYNC_STATE) return [];
  const allowed = words.say('options.allowed.name');
  return [words.say('options.problem.field', { field: 'settings', allowed, value: shown(name, words) })];
}

type FieldSchema = (typeof SETTING_FIELDS)[SettingName][0];
type EntrySchema = Extract<FieldSchema, { type: 'array' }>['item'];

const schemaOf = (name: SettingName): FieldSchema => SETTING_FIELDS[name][0];

function entrySchema(name: SettingName): FieldSchema | EntrySchema {
  const schema = schemaOf(name);
  return schema.type === 'array' ? schema.item : schema;
}

/** What may stand in a field, as its schema says. */
function inWords(
  schema: FieldSchema | EntrySchema | Extract<FieldSchema, { type: 'nullable' }>['wrapped'],
  name: SettingName,
  words: Words,
): string {
  switch (schema.type) {
    case 'boolean':
      return words.say('options.allowed.boolean', { yes: 'true', no: 'false' });
    case 'picklist':
      return words.say('options.allowed.oneOf', {
        values: schema.options.map((option) => `"${option}"`).join(words.say('card.comma')),
      });
    case 'array':
      return words.say('options.allowed.list');
    case 'nullable':
      return words.say('options.allowed.orNull', { allowed: inWords(schema.wrapped, name, words) });
    case 'number': {
      // Numbers are written as JSON has them, in the same way as the value that was found.
      const least = String(requirement(schema, 'min_value'));
      const most = requirement(schema, 'max_value');
      return most === undefined
        ? words.say('options.allowed.from', { least })
        : words.say('options.allowed.fromTo', { least, most: String(most) });
    }
    case 'string': {
      const text = TEXTS[name];
      if (text) return words.say(text);
      const [least, most] = ['min_length', 'max_length'].map((type) => String(requirement(schema, type)));
      return words.say('options.allowed.text', { least: least ?? '', most: most ?? '' });
    }
    default:
      return schema satisfies never;
  }
}

/** The number that a check of the schema compares with. */
function requirement({ pipe }: { readonly pipe: readonly object[] }, type: string): unknown {
  return pipe.flatMap((step) => ('type' in step && step.type === type && 'requirement' in step ? [step.requirement] : []))[0];
}

/** A value as JSON, shortened. */
function shown(value: unknown, words: Words): string {
  const text = JSON.stringify(value) ?? words.say('options.allowed.nothing');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function isSettingName(name: string): name is SettingName {
  return (SETTING_NAMES as readonly string[]).includes(name);
}

function goesAlong(name: string): boolean {
  return !(OWN_TO_BROWSER as readonly string[]).includes(name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
