/**
 * The JSON Schemas of the data files, by which editors complete and explain them: shapes from data/schema.ts, explanations from
 * the dictionary in data/README.md. Both have to tell of the same fields.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import stringify from 'json-stringify-pretty-compact';
import { StatementFile } from '../data/schema.ts';
import { SINGLE_FILES } from './data-files.ts';
import { type DictionaryRow, readDictionary } from './read-dictionary.ts';

type JsonSchema = ReturnType<typeof toJsonSchema>;

/** Fields whose own fields have a table of their own, by the heading of that table. */
const TABLES: Readonly<Record<string, string>> = { events: 'An event, in events', sources: 'A source, in sources' };

/**
 * The text of each schema file, by its name under data/json-schema/. `dictionary` is the text of data/README.md.
 *
 * Throws an Error that lists every field without a row and every row without a field.
 */
export function jsonSchemas(dictionary: string): Map<string, string> {
  const sections = readDictionary(dictionary);
  const described = new Set<DictionaryRow>();
  const undescribed = new Set<string>();
  const rowOf = (heading: string, field: string): DictionaryRow | undefined => {
    const row = sections.get(heading)?.find((each) => each.field === field);
    if (row) described.add(row);
    else undescribed.add(`${heading}: ${field}`);
    return row;
  };

  const files = [
    { heading: 'statements/<id>.json', name: 'statement', schema: StatementFile },
    ...Object.entries(SINGLE_FILES).map(([file, schema]) => ({ heading: file, name: file.replace('.json', ''), schema })),
  ];
  const texts = new Map(
    files.map(({ heading, name, schema }) => {
      // What a check of valibot's adds is a rule between fields, which JSON Schema has no words for; `npm run check` has.
      const json = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
      return [`${name}.schema.json`, `${stringify(describe(json, heading, '', rowOf), { maxLength: 130 })}\n`];
    }),
  );

  const unknown = [...sections].flatMap(([heading, rows]) =>
    rows.filter((row) => !described.has(row)).map(({ field }) => `${heading}: ${field}`),
  );
  const problems = [
    ...[...undescribed].map((field) => `${field}: the schema has it, the dictionary has no row for it`),
    ...unknown.map((field) => `${field}: the dictionary has a row for it, the schema does not have it`),
  ];
  if (problems.length > 0) throw new Error(`data/README.md and data/schema.ts differ:\n${problems.join('\n')}`);
  return texts;
}

/** The schema with a description for each field; `path` is where in its table we are. */
function describe(
  schema: JsonSchema,
  heading: string,
  path: string,
  rowOf: (heading: string, field: string) => DictionaryRow | undefined,
): JsonSchema {
  const inner = (each: JsonSchema) => describe(each, heading, path, rowOf);
  return {
    ...schema,
    ...(isSchema(schema.items) && { items: inner(schema.items) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.filter(isSchema).map(inner) }),
    ...(schema.oneOf && { oneOf: schema.oneOf.filter(isSchema).map(inner) }),
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([name, property]) => {
          if (name === '$schema' || !isSchema(property)) return [name, property];
          const field = path ? `${path}.${name}` : name;
          const row = rowOf(heading, field);
          const table = isListOfRecords(property) ? TABLES[name] : undefined;
          const described = table ? describe(property, table, '', rowOf) : describe(property, heading, field, rowOf);
          return [name, { description: row ? inWords(row) : '', ...described }];
        }),
      ),
    }),
  };
}

/** `sources` is a list of sources in one place and of positions in another. */
function isListOfRecords({ items }: JsonSchema): boolean {
  return isSchema(items) && (items.type === 'object' || items.oneOf !== undefined);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inWords({ meaning, values, origin, missing, editor }: DictionaryRow): string {
  return [
    `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`,
    values.startsWith('see ') ? undefined : `Values: ${values}.`,
    origin === '–' ? undefined : `Comes from: ${origin}.`,
    missing === '–' ? undefined : `Missing: ${missing}.`,
    `Who changes it: ${editor}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
