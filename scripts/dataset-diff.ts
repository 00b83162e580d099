/**
 * What changed between two versions of the dataset, fact by fact: a country that joined a list is one change, wherever in the file
 * it stands. Works on the files as they were parsed, so that versions from before a change of the schema can be compared too.
 */
import { basename } from 'node:path';
import microdiff from 'microdiff';

/** The parsed JSON of each file, by its path within data/. */
export type ParsedFiles = ReadonlyMap<string, unknown>;

export interface DatasetChange {
  readonly type: 'added' | 'removed' | 'changed';
  /** Within data/. */
  readonly file: string;
  /** Where in it: `["events", "joined IT", "date"]`. Records of a list go by what tells them apart, not by position. Empty: the file. */
  readonly path: readonly string[];
  /** Absent where it was added. */
  readonly before?: unknown;
  /** Absent where it was removed. */
  readonly after?: unknown;
}

/** Every difference, by file and then in the order of its fields. A record that is new or gone is one change, whole. */
export function diffDatasets(before: ParsedFiles, after: ParsedFiles): DatasetChange[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return files.flatMap((file): DatasetChange[] => {
    if (!before.has(file)) return [{ type: 'added', file, path: [], after: after.get(file) }];
    if (!after.has(file)) return [{ type: 'removed', file, path: [], before: before.get(file) }];
    const changes = microdiff(comparable(file, before.get(file)), comparable(file, after.get(file)), { cyclesFix: false });
    return changes.map((change): DatasetChange => {
      const path = change.path.map(String);
      const [value, oldValue] = [
        asItStood('value' in change && change.value),
        asItStood('oldValue' in change && change.oldValue),
      ];
      switch (change.type) {
        case 'CREATE':
          return { type: 'added', file, path, after: value };
        case 'REMOVE':
          return { type: 'removed', file, path, before: oldValue };
        case 'CHANGE':
          return { type: 'changed', file, path, before: oldValue, after: value };
        default:
          return change satisfies never;
      }
    });
  });
}

/** A file's content with each list of records by key, so that an insertion moves nothing. A file that was a list is one in a field. */
function comparable(file: string, content: unknown): Record<string, unknown> {
  const value = keyed(Array.isArray(content) ? { [basename(file, '.json')]: content } : content);
  return isObject(value) ? value : { value };
}

/** What was in the file where comparable() put something else in its place. */
const originals = new WeakMap<object, unknown>();

function asItStood(value: unknown): unknown {
  return isObject(value) ? (originals.get(value) ?? value) : value;
}

function keyed(value: unknown, name = ''): unknown {
  const made = withKeys(value, name);
  if (isObject(made)) originals.set(made, value);
  return made;
}

function withKeys(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    // Positions of sources: their order can mean which is best, so the list is one value.
    if (value.every((each) => typeof each === 'number')) return value.join(', ');
    const keys = value.map(keyOf);
    const tellApart = keys.every((key) => key !== undefined) && new Set(keys).size === keys.length;
    if (!tellApart) return value.map((each) => keyed(each));
    // Others point to a source by where it stands.
    const located = name === 'sources' ? value.map((each, position) => ({ ...each, position })) : value;
    return Object.fromEntries(located.map((each, index) => [keys[index], keyed(each)]));
  }
  if (!isObject(value)) return value;
  const { $schema: _, ...rest } = value;
  return Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, keyed(inner, key)]));
}

/** What tells a record apart from the others of its list; a word or a code is its own. */
function keyOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return undefined;
  const { type, country, publisher, supports, url } = value;
  if (typeof type === 'string' && typeof country === 'string') return `${type} ${country}`;
  if (typeof publisher === 'string' && url === null) return `${publisher}, ${String(supports)}`;
  const key = KEYS.map((name) => value[name]).find((each) => typeof each === 'string' || typeof each === 'number');
  return key === undefined ? undefined : String(key);
}

/** Fields that a kind of record is told apart by, the surest first. */
const KEYS = ['id', 'code', 'host', 'year', 'url', 'text', 'name', 'count'];

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
