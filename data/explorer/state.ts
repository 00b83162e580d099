/**
 * What the explorer shows, as the reader can link to it: every view is one state, and a state is the text behind `#` in its address.
 * Nothing a view shows depends on anything else, but for the record itself. The fragment never leaves the browser, so that nobody
 * who keeps a copy of the record on a server is told what is read there.
 */
import * as v from 'valibot';
import { LANGUAGES } from '../languages.ts';
import { type Dataset, Day, type RegionalGroup } from '../schema.ts';

export const VIEWS = ['timeline', 'matrix', 'map', 'compare', 'changes', 'search'] as const;
export const MAPS = ['tiles', 'world'] as const;
export const CARDS = ['open', 'closed'] as const;
/** What rows of the matrix can be ordered by. */
export const ORDERS = ['name', 'group', 'first', 'number', 'similarity'] as const;
export const REGIONAL_GROUPS = ['africa', 'asia-pacific', 'eastern-europe', 'latin-america', 'western-europe'] as const;

/** Most members of a comparison: more columns than that are not compared, but scrolled. */
export const MOST_COMPARED = 8;
export const LONGEST_QUERY = 200;

/**
 * Who is compared: a country by its code, a regional group by its name, or a group of the reader's own by its codes: `QA`,
 * `africa`, `CU_RU`. Codes of a group are in the order of the alphabet, two or more, each once.
 */
export type Member = string;

type Known = Pick<Dataset, 'countries' | 'statements'>;

/**
 * One field a parameter, in the order in which an address has them; the default in second place. A country or statement that the
 * record does not know makes no sense, and is read as the default.
 */
function fieldsFor({ countries, statements }: Known) {
  const codes = new Set(countries.map(({ code }) => code));
  const country = v.pipe(
    v.string(),
    v.check((code) => codes.has(code)),
  );
  const statement = v.pipe(
    v.string(),
    v.check((id) => statements.some((each) => each.id === id)),
  );
  const isMember = (member: string) => {
    const own = codesOf(member);
    if (!own) return isRegionalGroup(member);
    const isInOrder = own.every((code, index) => index === 0 || (own[index - 1] ?? '') < code);
    return isInOrder && own.every((code) => codes.has(code));
  };
  return {
    view: [v.picklist(VIEWS), 'timeline'],
    /** Of which the map is, and whose card is open unless that is closed. With `country`, the one position is told. */
    statement: [v.nullable(statement), null],
    /** Closed, the card of the statement is gone, and the map of it stays. */
    card: [v.picklist(CARDS), 'open'],
    /** Whose record is open. */
    country: [v.nullable(country), null],
    /** The day as of which positions are shown, in the matrix and on the map; null: today's. */
    asOf: [v.nullable(Day), null],
    map: [v.picklist(MAPS), 'tiles'],
    sort: [v.picklist(ORDERS), 'name'],
    /** The country by likeness to which the matrix is ordered. */
    like: [v.nullable(country), null],
    /** The one regional group whose rows the matrix has; null: all. */
    group: [v.nullable(v.picklist(REGIONAL_GROUPS)), null],
    compared: [
      v.pipe(
        v.array(v.pipe(v.string(), v.check(isMember))),
        v.maxLength(MOST_COMPARED),
        v.check((members) => new Set(members).size === members.length),
      ),
      [] as string[],
    ],
    /** The days between which changes are shown, the first not among them; null: the beginning, or the end, of the record. */
    from: [v.nullable(Day), null],
    to: [v.nullable(Day), null],
    q: [
      v.pipe(
        v.string(),
        v.maxLength(LONGEST_QUERY),
        v.check((text) => text.isWellFormed()),
      ),
      '',
    ],
    /** The language the reader chose, where none is in their settings; null: the browser's. */
    lang: [v.nullable(v.picklist(LANGUAGES)), null],
  } as const satisfies Record<string, readonly [v.GenericSchema, unknown]>;
}

type Fields = ReturnType<typeof fieldsFor>;
type Writable = { -readonly [Name in keyof Fields]: v.InferOutput<Fields[Name][0]> };
export type ExplorerState = {
  readonly [Name in keyof Writable]: Writable[Name] extends (infer Entry)[] ? readonly Entry[] : Writable[Name];
};
export type View = ExplorerState['view'];
export type Order = ExplorerState['sort'];

/** The state with these changes. A statement that is chosen has its card open. */
export function changedState(state: ExplorerState, changes: Partial<ExplorerState>): ExplorerState {
  return { ...state, ...(changes.statement !== undefined && { card: 'open' }), ...changes };
}

/** Whether anything is open beside the view. */
export function hasChosen({ statement, country, card }: ExplorerState): boolean {
  return country !== null || (statement !== null && card === 'open');
}

/** What the view makes of the state: a statement whose card is closed is shown on the map of it alone. */
export function shownState(state: ExplorerState): ExplorerState {
  return state.view === 'map' || hasChosen(state) ? state : { ...state, statement: null, card: 'open' };
}

/** The state as what an address has after its `#`; '' where everything is as it is by default. */
export function encodeState(state: ExplorerState): string {
  const parameters = new URLSearchParams();
  for (const [name, fallback] of DEFAULTS) {
    const text = textOf(state[name]);
    if (text !== textOf(fallback)) parameters.set(name, text);
  }
  return parameters.toString();
}

/**
 * The state that a text of encodeState() stands for. Total: parameters that are unknown or make no sense are dropped, and of one that
 * is there twice the first counts.
 */
export function decodeState(text: string, known: Known): ExplorerState {
  const parameters = new URLSearchParams(text);
  const fields = fieldsFor(known);
  const read = DEFAULTS.map(([name, fallback]) => {
    const given = parameters.get(name);
    if (given === null) return [name, fallback];
    const result = v.safeParse(fields[name][0], Array.isArray(fallback) ? given.split(BETWEEN_MEMBERS) : given);
    return [name, result.success ? result.output : fallback];
  });
  return Object.fromEntries(read) as ExplorerState;
}

/** The codes of a member that is a country or a reader's own group; undefined of a regional group. */
export function codesOf(member: Member): readonly string[] | undefined {
  return /^[A-Z]{2}(_[A-Z]{2})*$/.test(member) ? member.split(BETWEEN_CODES) : undefined;
}

/** The member that stands for these countries: one country, or a group of the reader's own. */
export function memberOf(codes: readonly string[]): Member {
  return [...new Set(codes)].toSorted().join(BETWEEN_CODES);
}

export function isRegionalGroup(member: Member): member is RegionalGroup {
  return (REGIONAL_GROUPS as readonly string[]).includes(member);
}

/** Neither is escaped in an address. */
const BETWEEN_MEMBERS = '.';
const BETWEEN_CODES = '_';

const DEFAULTS = Object.entries(fieldsFor({ countries: [], statements: [] })).map(
  ([name, [, fallback]]) => [name, fallback] as [keyof ExplorerState, ExplorerState[keyof ExplorerState]],
);

export const DEFAULT_STATE = Object.freeze(Object.fromEntries(DEFAULTS)) as ExplorerState;

function textOf(value: ExplorerState[keyof ExplorerState]): string {
  return Array.isArray(value) ? value.join(BETWEEN_MEMBERS) : String(value ?? '');
}
