/**
 * The record as a table: one row a country and statement, in words that a spreadsheet's reader understands. Pure; how a row is
 * written (CSV, JSON) is its caller's.
 */
import { displayName } from './country-names.ts';
import {
  basisOf,
  eventsApart,
  isCouncilMember,
  isUncertain,
  type Position,
  positionOf,
  signatureOf,
  sourcesFor,
  voteCorrections,
} from './queries.ts';
import type { Country, CountryCode, Dataset, Stance, Statement, StatementId } from './schema.ts';
import { bestSources } from './source-tiers.ts';

/** Where a country stands on a statement; `not known` wherever the list is not full and does not name it. */
export type State =
  | 'signed'
  | 'joined later'
  | 'named as taking part'
  | 'withdrew'
  | 'not on the list'
  | 'not known'
  | 'did not vote'
  | 'voted yes'
  | 'voted no'
  | 'abstained';

export interface PositionRow {
  readonly country: CountryCode;
  /** In the language asked for. */
  readonly name: string;
  readonly statement: StatementId;
  readonly statementDate: string;
  /** Empty for a vote. */
  readonly stance: Stance | '';
  readonly state: State;
  /** When it signed, joined, withdrew or voted: a day, or `first/last` where the day is not certain; else empty. */
  readonly date: string;
  /** Who bears that out, by name and address, of an absence where the list is; empty where nothing is known, and the address where only a copy was found. */
  readonly source: string;
  readonly sourceUrl: string;
  /** What the state alone does not tell: in the record's English, as its notes on signatures are, whatever the `locale`. */
  readonly note: string;
}

/** The fields of a row, in the order in which a table has them. */
export const POSITION_COLUMNS: (keyof PositionRow)[] = [
  'country',
  'name',
  'statement',
  'statementDate',
  'stance',
  'state',
  'date',
  'source',
  'sourceUrl',
  'note',
];

export interface PositionTableOptions {
  /** All if left out. */
  readonly statements?: readonly Statement[];
  readonly countries?: readonly Country[];
  /** A day; statements made after it have no rows. The end of the record if left out. */
  readonly asOf?: string;
  /** BCP 47, of the names; English if left out. */
  readonly locale?: string;
}

/** The rows, by country in the dataset's order and then by statement, oldest first. */
export function positionTable(dataset: Dataset, options: PositionTableOptions = {}): PositionRow[] {
  const { statements = dataset.statements, countries = dataset.countries, asOf, locale = 'en' } = options;
  const apart = statements.map(eventsApart);
  return countries.flatMap((country) =>
    apart.flatMap((of) => {
      const statement = of(country.code);
      const position = positionOf(dataset, statement, country.code, asOf);
      return position === 'not-yet' ? [] : [rowOf(dataset, statement, country, position, locale, asOf)];
    }),
  );
}

/** What is known, of whom: the position in the words of a table. Of a text that nobody has seen, only who is named with it is known. */
export function stateOf({ topics, votes }: Statement, position: Position): State {
  if (topics.length === 0 && (position === 'signed' || position === 'joined-later')) return 'named as taking part';
  if (votes && position === 'not-on-list') return 'did not vote';
  return STATES[position];
}

const STATES: Readonly<Record<Position, State>> = {
  signed: 'signed',
  'joined-later': 'joined later',
  withdrew: 'withdrew',
  'not-on-list': 'not on the list',
  'not-announced': 'not known',
  'not-known': 'not known',
  'voted-yes': 'voted yes',
  'voted-no': 'voted no',
  abstained: 'abstained',
  'group-member': 'not known',
};

function rowOf(
  dataset: Dataset,
  statement: Statement,
  country: Country,
  position: Position,
  locale: string,
  asOf: string | undefined,
): PositionRow {
  const { date } = basisOf(dataset, statement, country.code, position, asOf);
  const [source] = bestSources(sourcesFor(dataset, statement, country.code, asOf), 1);
  return {
    country: country.code,
    name: displayName(country, locale),
    statement: statement.id,
    statementDate: statement.date,
    stance: statement.stance ?? '',
    state: stateOf(statement, position),
    date: date === undefined ? '' : typeof date === 'string' ? date : `${date.from}/${date.to}`,
    source: source?.publisher ?? '',
    sourceUrl: source?.url ?? '',
    note: noteOf(dataset, statement, country.code, position, asOf),
  };
}

function noteOf(
  dataset: Dataset,
  statement: Statement,
  country: CountryCode,
  position: Position,
  asOf: string | undefined,
): string {
  const signature = signatureOf(statement, country);
  switch (position) {
    case 'signed':
    case 'joined-later':
    case 'withdrew':
      return [signature?.signed.note, position === 'withdrew' && signature?.withdrew?.note].filter(Boolean).join(' ');
    case 'voted-yes':
    case 'voted-no':
    case 'abstained': {
      const correction = voteCorrections(statement, asOf).find((event) => event.country === country);
      return correction ? `Asked afterwards to have "${correction.requested}" recorded; the announced result stands.` : '';
    }
    case 'not-on-list':
      return statement.votes && isCouncilMember(dataset, country, statement.date) === false
        ? `Not a member of the Council in ${statement.date.slice(0, 4)}.`
        : '';
    case 'not-announced':
      return 'Not among those first announced; not all who joined later are known.';
    case 'not-known':
      return asOf && isUncertain(statement, country, asOf) ? 'Sources do not tell whether it stood that day.' : '';
    case 'group-member':
      return `No signatory, but a member of the ${statement.group?.name ?? 'group'}.`;
    default:
      return position satisfies never;
  }
}
