/**
 * The one way in which a data file is written: fields in the schema's order, a record on a line where it fits. So a file can be
 * read, changed and written again without a byte of noise, and a change in git shows what changed.
 */
import stringify from 'json-stringify-pretty-compact';
import * as v from 'valibot';

/** As wide as a line of code, so that an event or a source's list of languages stays on one. */
const LINE_WIDTH = 130;

/** The text of a data file. Throws a ValiError where the value is not what the schema says. */
export function formatRecord<Schema extends v.GenericSchema>(schema: Schema, value: unknown): string {
  return `${stringify(v.parse(schema, value), { maxLength: LINE_WIDTH })}\n`;
}
