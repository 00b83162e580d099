/** What a view shows, as rows to take away: the names of columns are the same in every language, and every row has its source where the record has one. */
import { earliest, latest } from '../event-date.ts';
import type { Words } from '../messages.ts';
import { POSITION_COLUMNS, positionTable } from '../position-table.ts';
import { announcedSignatures, countLine, isCounted, joinedLater, withdrawn } from '../queries.ts';
import type { Country, Dataset, EventDate, Source, Statement } from '../schema.ts';
import { bestSources } from '../source-tiers.ts';
import { changesBetween } from './changes.ts';
import { countriesOf } from './comparison.ts';
import { searchRecord } from './search.ts';
import type { ExplorerState } from './state.ts';

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

/** What the view of the state shows; where one position is open in it, all the same the whole. */
export function tableOf(dataset: Dataset, state: ExplorerState, words: Words): Table {
  switch (state.view) {
    case 'timeline':
      return table(dataset.statements.map(statementRow), STATEMENT_COLUMNS);
    case 'matrix':
      return positions({ countries: dataset.countries.filter(({ group }) => state.group === null || group === state.group) });
    case 'map':
      return positions({
        statements: dataset.statements.filter((each) =>
          state.statement === null ? isCounted(each) : each.id === state.statement,
        ),
      });
    case 'compare': {
      const codes = new Set(state.compared.flatMap((member) => countriesOf(dataset, member)));
      return positions({ countries: dataset.countries.filter(({ code }) => codes.has(code)) });
    }
    case 'changes':
      return table(changeRows(dataset, state, words), CHANGE_COLUMNS);
    case 'search':
      return table(hitRows(dataset, state, words), HIT_COLUMNS);
    default:
      return state.view satisfies never;
  }

  function positions(of: { readonly countries?: readonly Country[]; readonly statements?: readonly Statement[] }): Table {
    const asOf = state.view === 'compare' ? null : state.asOf;
    const rows = positionTable(dataset, { ...of, ...(asOf !== null && { asOf }), locale: words.language });
    return table(
      rows.map((row) => ({ ...row })),
      POSITION_COLUMNS,
    );
  }
}

/** `counted`: whether it is among those that countries are counted by (see isCounted). */
const STATEMENT_COLUMNS = [
  'statement',
  'date',
  'kind',
  'stance',
  'topics',
  'counted',
  'forum',
  'document',
  'announced',
  'countedLater',
  'named',
  'joinedLater',
  'withdrew',
  'votedYes',
  'votedNo',
  'abstained',
  'list',
  'source',
  'sourceUrl',
] as const;
const CHANGE_COLUMNS = [
  'kind',
  'country',
  'name',
  'date',
  'certain',
  'stance',
  'statement',
  'statementBefore',
  'source',
  'sourceUrl',
] as const;
/** `by`: whose words they are, or whose claim it is; empty where they are the record's or the statement's own. */
const HIT_COLUMNS = ['kind', 'text', 'by', 'date', 'statement', 'source', 'sourceUrl'] as const;

type Row<Column extends string> = Readonly<Record<Column, string | number>>;

function table<Column extends string>(rows: readonly Row<Column>[], columns: readonly Column[]): Table {
  return { columns, rows };
}

function statementRow(statement: Statement): Row<(typeof STATEMENT_COLUMNS)[number]> {
  const { id, date, kind, stance, topics, forum, document, votes, list, readerSources, sources } = statement;
  const { announced, approximate, later } = countLine(statement);
  return {
    statement: id,
    date,
    kind,
    stance: stance ?? '',
    topics: topics.join(' '),
    counted: isCounted(statement) ? 'yes' : 'no',
    forum,
    document: document?.symbol ?? '',
    announced: announced ?? (approximate ? `${approximate.precision} ${approximate.near}` : ''),
    countedLater: later?.count ?? '',
    named: announcedSignatures(statement).length,
    joinedLater: joinedLater(statement).length,
    withdrew: withdrawn(statement).length,
    votedYes: votes?.yes.length ?? '',
    votedNo: votes?.no.length ?? '',
    abstained: votes?.abstain.length ?? '',
    list,
    ...sourceOf(readerSources.flatMap((index) => sources[index] ?? [])),
  };
}

function changeRows(dataset: Dataset, { from, to }: ExplorerState, words: Words): Row<(typeof CHANGE_COLUMNS)[number]>[] {
  const countries = new Map(dataset.countries.map((country) => [country.code, country]));
  return changesBetween(dataset, { from, to }).map((change) => {
    const country = countries.get(change.country);
    return {
      kind: change.kind,
      country: change.country,
      name: country ? words.country(country) : change.country,
      date: dayOrSpan(change.date),
      certain: change.certain ? 'yes' : 'no',
      stance: change.stance ?? '',
      statement: change.statement.id,
      statementBefore: change.before?.id ?? '',
      ...sourceOf(change.sources),
    };
  });
}

function hitRows(dataset: Dataset, { q }: ExplorerState, words: Words): Row<(typeof HIT_COLUMNS)[number]>[] {
  const { countries, statements, facts, quotations, sources } = searchRecord(dataset, q, words);
  const none = { by: '', date: '', statement: '', source: '', sourceUrl: '' };
  return [
    ...countries.map((country) => ({ ...none, kind: 'country', text: words.country(country) })),
    ...statements.map(({ id, summary, date, ...rest }) => ({
      kind: 'statement',
      text: summary,
      by: '',
      date,
      statement: id,
      ...sourceOf(rest.readerSources.flatMap((index) => rest.sources[index] ?? [])),
    })),
    ...facts.map((fact) => ({
      kind: 'fact',
      text: fact.claim,
      by: fact.attributedTo,
      date: fact.date,
      statement: fact.statements.join(' '),
      ...sourceOf(fact.sources),
    })),
    ...quotations.map(({ statement, quote }) => ({
      kind: 'quotation',
      text: quote.text,
      by: quote.by ?? '',
      date: statement.date,
      statement: statement.id,
      ...sourceOf(statement.sources.slice(quote.source, quote.source + 1)),
    })),
    ...sources.map(({ statement, source }) => ({
      kind: 'source',
      text: source.title ?? source.publisher,
      by: '',
      date: source.date ?? '',
      statement: statement.id,
      ...sourceOf([source]),
    })),
  ];
}

function sourceOf(sources: readonly Source[]): { readonly source: string; readonly sourceUrl: string } {
  const [best] = bestSources(sources, 1);
  return { source: best?.publisher ?? '', sourceUrl: best?.url ?? '' };
}

/** As the table of positions has it. */
function dayOrSpan(date: EventDate): string {
  return typeof date === 'string' ? date : `${earliest(date)}/${latest(date)}`;
}
