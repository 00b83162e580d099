/**
 * Settings as a file that a reader takes along: what is written to it, and what a text means that is brought back.
 * A file is taken as a whole or not at all, and says of each field that cannot be taken what may stand there.
 */
import * as v from 'valibot';
import { SEEN } from './seen.ts';
import { SETTING_FIELDS, SETTING_NAMES, type SettingName, type Settings } from './settings.ts';

/** Counted up when a file can no longer be read as it was; a setting that is added or dropped does not. */
const FILE_VERSION = 1;

const FORMAT = 'undersigned-settings';

/** Values stored under names that this version does not know: a newer one may have set them. */
export type OtherSettings = Readonly<Record<string, unknown>>;

export interface SettingsImport {
  /** Only those the file names. */
  readonly settings: Partial<Settings>;
  readonly others: OtherSettings;
}

/** What a text field takes, where its schema is a pattern. */
const TEXTS: Partial<Record<SettingName, string>> = {
  pausedSites: 'a host name such as example.org',
  country: 'a code of two capital letters such as QA',
};

/** The text of the file. */
export function settingsFile(settings: Settings, others: OtherSettings): string {
  return `${JSON.stringify({ format: FORMAT, version: FILE_VERSION, settings: { ...others, ...settings } }, null, 2)}\n`;
}

/** What in `stored` is no setting of this version. */
export function otherSettings(stored: Readonly<Record<string, unknown>>): OtherSettings {
  return Object.fromEntries(Object.entries(stored).filter(([name]) => !isSettingName(name) && name !== SEEN));
}

/** Read a text that claims to be such a file. Never throws; `problems` are sentences, and with any of them nothing is to change. */
export function readSettingsFile(text: string): SettingsImport | { readonly problems: readonly string[] } {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { problems: ['The file is not JSON.'] };
  }
  if (!isRecord(file) || file.format !== FORMAT)
    return { problems: [`format: expected "${FORMAT}", got ${shown(isRecord(file) ? file.format : file)}`] };
  if (file.version !== FILE_VERSION)
    return { problems: [`version: expected ${FILE_VERSION}, got ${shown(file.version)}. It may come from a newer version.`] };
  if (!isRecord(file.settings)) return { problems: [`settings: expected an object, got ${shown(file.settings)}`] };

  const given = Object.entries(file.settings);
  const problems = given.flatMap(([name, value]) => problemsOf(name, value));
  if (problems.length > 0) return { problems };
  return {
    settings: Object.fromEntries(given.filter(([name]) => isSettingName(name))) as Partial<Settings>,
    others: otherSettings(file.settings),
  };
}

/** One sentence each place that is wrong, however much is wrong with it. */
function problemsOf(name: string, value: unknown): string[] {
  if (!isSettingName(name)) return /^[a-z]\w*$/i.test(name) ? [] : [`${shown(name)}: expected the name of a setting`];
  const { issues } = v.safeParse<v.GenericSchema>(SETTING_FIELDS[name][0], value);
  const sentences = (issues ?? []).map(({ path, input }) => {
    const entry = path?.[0]?.key;
    const [place, schema] =
      typeof entry === 'number' ? [`${name}, entry ${entry + 1}`, entrySchema(name)] : [name, schemaOf(name)];
    return `${place}: expected ${inWords(schema, name)}, got ${shown(input)}`;
  });
  return [...new Set(sentences)];
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
): string {
  switch (schema.type) {
    case 'boolean':
      return 'true or false';
    case 'picklist':
      return `one of ${schema.options.map((option) => `"${option}"`).join(', ')}`;
    case 'array':
      return 'a list';
    case 'nullable':
      return `${inWords(schema.wrapped, name)}, or null`;
    case 'number': {
      const least = requirement(schema, 'min_value');
      const most = requirement(schema, 'max_value');
      return most === undefined ? `a whole number, ${least} or more` : `a whole number from ${least} to ${most}`;
    }
    case 'string':
      return TEXTS[name] ?? `a text of ${requirement(schema, 'min_length')} to ${requirement(schema, 'max_length')} characters`;
    default:
      return schema satisfies never;
  }
}

/** The number that a check of the schema compares with. */
function requirement({ pipe }: { readonly pipe: readonly object[] }, type: string): unknown {
  return pipe.flatMap((step) => ('type' in step && step.type === type && 'requirement' in step ? [step.requirement] : []))[0];
}

/** A value as JSON, shortened. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function isSettingName(name: string): name is SettingName {
  return (SETTING_NAMES as readonly string[]).includes(name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
