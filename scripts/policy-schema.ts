/**
 * The JSON Schema by which Chrome reads what an administrator sets, from the schemas of the settings. Chrome wants one type a field and
 * bounds for integers only, and does not load an extension otherwise; what is left out here is checked when settings are read.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import stringify from 'json-stringify-pretty-compact';
import type * as v from 'valibot';
import { SETTING_FIELDS, SETTING_NAMES, type SettingName } from '../data/settings.ts';
import { SETTING_TITLES } from './setting-titles.ts';

/** Its file in the folder of public files. */
export const POLICY_SCHEMA = 'managed-schema.json';

/** Chrome's integers; a time in milliseconds is larger. */
const LARGEST_INTEGER = 2 ** 31 - 1;

/** The text of that file. */
export function policySchema(): string {
  const properties = Object.fromEntries(SETTING_NAMES.map((name) => [name, propertyOf(name)]));
  return `${stringify({ type: 'object', properties }, { maxLength: 130 })}\n`;
}

function propertyOf(name: SettingName): object {
  const [field] = SETTING_FIELDS[name];
  // Chrome gives a field one type: nothing is what an administrator leaves out.
  const schema: v.GenericSchema = field.type === 'nullable' ? field.wrapped : field;
  const { $schema: _, ...property } = toJsonSchema(schema, { errorMode: 'ignore' });
  const isLarge = property.type === 'integer' && (property.maximum ?? Number.POSITIVE_INFINITY) > LARGEST_INTEGER;
  return { title: SETTING_TITLES[name], ...(isLarge ? { type: 'number' } : property) };
}
