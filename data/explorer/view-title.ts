/** What a view is called, away from the explorer: in the window's title, on pictures and in citations. */
import { dayAfter } from '../event-date.ts';
import { nameOfLine } from '../find-statements.ts';
import { clauses, semicolons } from '../in-words.ts';
import type { Words } from '../messages.ts';
import { askedOtherwise, statementLine } from '../popover-context.ts';
import { positionTable, type State } from '../position-table.ts';
import { countryByCode, folded, statementById, voteCorrections } from '../queries.ts';
import type { Country, Dataset, Statement } from '../schema.ts';
import { codesOf, type ExplorerState, isRegionalGroup, type Member } from './state.ts';

/** In one line, with the day as of which it is where that is not today. */
export function viewTitle(dataset: Dataset, state: ExplorerState, words: Words): string {
  return dated(undatedTitle(dataset, state, words), state, words);
}

/**
 * The view as a name for files and citations, as long as what was asked for: "matrix-africa-as-of-2019-07-20". What shows something else
 * has another name.
 */
export function viewSlug(state: ExplorerState): string {
  return [state.view, ...askedFor(state), ...asOfSlug(state)].filter((part) => part !== null && part !== '').join('-');
}

/** The day as of which positions are shown, as a part of such a name; empty where that is today. */
export function asOfSlug(state: ExplorerState): string[] {
  const asOf = asOfShown(state);
  return asOf === null ? [] : ['as-of', asOf];
}

function askedFor({ view, statement, group, compared, from, to, q }: ExplorerState): readonly (string | null)[] {
  switch (view) {
    case 'map':
      return [statement];
    case 'matrix':
      return [group];
    case 'compare':
      return compared;
    case 'changes':
      return [...(from === null ? [] : ['after', from]), ...(to === null ? [] : ['until', to])];
    case 'search':
      return [folded(q).replaceAll(' ', '-')];
    case 'timeline':
      return [];
    default:
      return view satisfies never;
  }
}

/** The title of the one position that is open, with the day as of which it is told; undefined where none is. */
export function positionTitle(dataset: Dataset, state: ExplorerState, words: Words): string | undefined {
  const statement = state.statement === null ? undefined : statementById(dataset, state.statement);
  const country = state.country === null ? undefined : countryByCode(dataset, state.country);
  if (!statement || !country) return undefined;
  const title = words.say('explorer.cite.position', {
    country: words.country(country),
    state: positionInWords(dataset, statement, country, asOfShown(state), words),
    statement: statementInWords(statement, words),
  });
  return dated(title, state, words);
}

/** Where a country stands on a statement as of a day, since when, and how it asked to have its vote recorded: "withdrew, 18 July 2019" */
export function positionInWords(
  dataset: Dataset,
  statement: Statement,
  country: Country,
  asOf: string | null,
  words: Words,
): string {
  const [row] = positionTable(dataset, { statements: [statement], countries: [country], ...(asOf !== null && { asOf }) });
  if (!row) return words.say('explorer.state.not-yet');
  const state = stateInWords(row.state, words);
  const since = row.date ? clauses([state, spanInWords(row.date, words)], words) : state;
  const hasAsked = voteCorrections(statement, asOf ?? undefined).some((correction) => correction.country === country.code);
  const asked = hasAsked ? askedOtherwise(statement, country.code, words) : undefined;
  return semicolons([since, ...(asked ? [asked] : [])], words);
}

/** What a map of one statement is called. */
export function mapTitle(statement: Statement, words: Words): string {
  const id = statement.votes ? 'explorer.map.ofVote' : 'explorer.map.ofStatement';
  return words.say(id, { statement: statementInWords(statement, words) });
}

/** The days between which changes are shown, with the first and the last of them; undefined where there are none, or all. */
export function changeDaysInWords(dataset: Dataset, { from, to }: ExplorerState, words: Words): string | undefined {
  const last = to ?? dataset.updated;
  if ((from === null && to === null) || (from !== null && from >= last)) return undefined;
  const first = from === null ? (dataset.statements[0]?.date ?? last) : dayAfter(from);
  if (first > last) return undefined;
  if (first === last) return words.date(first);
  return words.say('explorer.changes.included', { dates: words.dateRange(first, last) });
}

/** What is open beside the view: a position, a statement or a country; '' where nothing is. */
export function chosenInWords(dataset: Dataset, state: ExplorerState, words: Words): string {
  const statement = state.statement === null ? undefined : statementById(dataset, state.statement);
  const country = state.country === null ? undefined : countryByCode(dataset, state.country);
  const alone = (statement && statementInWords(statement, words)) ?? (country && words.country(country)) ?? '';
  return positionTitle(dataset, state, words) ?? alone;
}

/** The day as of which positions are shown; null: today. Only the matrix and the map show them as of another. */
export function asOfShown({ view, asOf }: ExplorerState): string | null {
  return view === 'matrix' || view === 'map' ? asOf : null;
}

/** "22 countries voiced concern, 8 July 2019" */
export function statementInWords(statement: Statement, words: Words): string {
  return nameOfLine(statementLine(statement, words), words);
}

export function memberInWords(dataset: Dataset, member: Member, words: Words): string {
  if (isRegionalGroup(member)) return words.say(`card.regionalGroup.${member}`);
  const names = (codesOf(member) ?? []).map((code) => {
    const country = countryByCode(dataset, code);
    return country ? words.country(country) : code;
  });
  const [only, ...others] = names;
  if (only !== undefined && others.length === 0) return only;
  return words.say('explorer.compare.groupOf', { count: names.length, names: words.list(names) });
}

export function stateInWords(state: State, words: Words): string {
  return words.say(`explorer.state.${stateSlug(state)}`);
}

/** The state as a name in code: "joined-later". */
export function stateSlug(state: State): Slug<State> {
  return state.replaceAll(' ', '-') as Slug<State>;
}

type Slug<Text extends string> = Text extends `${infer Head} ${infer Rest}` ? `${Head}-${Slug<Rest>}` : Text;

/** A day, or from one to another as tables have it: `2021-06-24/2021-06-25`. */
export function spanInWords(date: string, words: Words): string {
  const [from = '', to] = date.split('/');
  return to === undefined ? words.date(from) : words.dateRange(from, to);
}

function dated(title: string, state: ExplorerState, words: Words): string {
  const asOf = asOfShown(state);
  // Not in a message of its own: a title of names alone, each apart from the others, would run from left to right there in any language.
  return asOf === null ? title : clauses([title, words.say('explorer.position.day', { date: words.date(asOf) })], words);
}

function undatedTitle(dataset: Dataset, state: ExplorerState, words: Words): string {
  switch (state.view) {
    case 'compare': {
      if (state.compared.length === 0) return words.say('explorer.view.compare');
      const names = state.compared.map((member) => memberInWords(dataset, member, words));
      // One that is a list of its own ends with it.
      const hasList = state.compared.some((member) => !isRegionalGroup(member) && (codesOf(member) ?? []).length > 1);
      return words.say('explorer.cite.compare', { members: hasList ? semicolons(names, words) : words.list(names) });
    }
    case 'changes': {
      const dates = changeDaysInWords(dataset, state, words);
      return dates === undefined ? words.say('explorer.cite.changes') : words.say('explorer.cite.changesBetween', { dates });
    }
    case 'search':
      if (state.q.trim() === '') return words.say('explorer.view.search');
      return words.say('explorer.cite.search', { query: state.q.trim() });
    case 'map': {
      const statement = state.statement === null ? undefined : statementById(dataset, state.statement);
      return statement ? mapTitle(statement, words) : words.say('explorer.cite.map');
    }
    case 'timeline':
      return words.say('explorer.cite.timeline');
    case 'matrix':
      if (state.group === null) return words.say('explorer.cite.matrix');
      return words.say('explorer.cite.matrixOf', { group: words.say(`card.regionalGroup.${state.group}`) });
    default:
      return state.view satisfies never;
  }
}
