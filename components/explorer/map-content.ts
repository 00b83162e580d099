/** What a map of countries shows, whatever it is drawn on: the whole record by a day, or who signed one statement. */
import { type CountryStanding, STANDINGS, type Standing, standingCounts } from '../../data/explorer/standing.ts';
import { answersOn, COUNTED_STATES } from '../../data/explorer/statement-answers.ts';
import { mapTitle, positionInWords, spanInWords, stateInWords, statementInWords } from '../../data/explorer/view-title.ts';
import { STANCES, sentences } from '../../data/in-words.ts';
import type { Words } from '../../data/messages.ts';
import { positionTable, type State } from '../../data/position-table.ts';
import { countryByCode } from '../../data/queries.ts';
import type { CountryCode, Dataset, Stance, Statement } from '../../data/schema.ts';
import type { PictureTable } from './Picture.tsx';

/** How a country looks on a map: over the whole record, or by what it did about one statement. */
export type Look = Standing | `joined-${Stance}` | `withdrew-${Stance}` | 'named' | 'voted-yes' | 'voted-no' | 'abstained';

export interface MapAnswer {
  readonly code: CountryCode;
  readonly look: Look;
  /** Whether it took its name from a list, which is marked beside its sign. */
  readonly withdrew: boolean;
  readonly inWords: string;
}

export interface MapContent {
  readonly title: string;
  readonly description: string;
  readonly note: string | undefined;
  readonly answers: ReadonlyMap<CountryCode, MapAnswer>;
  readonly key: readonly { readonly look: Look; readonly text: string }[];
  /** Whether the key has the mark of a withdrawal apart: where it stands beside signs of other kinds. */
  readonly marksWithdrawals: boolean;
  /** What is said of a country, in sentences. */
  readonly tell: (code: CountryCode) => string;
  readonly table: PictureTable;
  /** What tells its file from those of other maps; '' of the whole record. */
  readonly fileName: string;
}

interface Named {
  /** In the order in which the table has them. */
  readonly id: CountryCode;
  readonly name: string;
}

/** Where each country stands over the record. */
export function recordMap(standings: readonly CountryStanding[], countries: readonly Named[], words: Words): MapContent {
  const { say } = words;
  const counts = standingCounts(standings);
  const byCode = new Map(standings.map((standing) => [standing.code, standing]));
  const names = new Map(countries.map(({ id, name }) => [id, name]));
  return {
    title: say('explorer.map.title'),
    description: say('explorer.map.description', { ...counts, unknown: counts['not-known'] }),
    note: say('explorer.map.note'),
    answers: new Map(
      standings.map(({ code, standing, sides }) => [
        code,
        {
          code,
          look: standing,
          withdrew: sides.concern.withdrew + sides.support.withdrew > 0,
          inWords: standingInWords(standing, words),
        },
      ]),
    ),
    key: STANDINGS.map((standing) => ({
      look: standing,
      text: say('explorer.map.key', { standing: standingInWords(standing, words), count: counts[standing] }),
    })),
    marksWithdrawals: true,
    tell: (code) => {
      const standing = byCode.get(code);
      return standing ? tellOf(names.get(code) ?? code, standing, words) : '';
    },
    table: standingsTable(countries, byCode, words),
    fileName: '',
  };
}

/** Where each country stands on one statement, as of a day. */
export function statementMap(
  dataset: Dataset,
  { statement, asOf }: { readonly statement: Statement; readonly asOf: string | null },
  countries: readonly Named[],
  words: Words,
): MapContent {
  const { say } = words;
  const states = answersOn(dataset, statement, asOf);
  const inWords = (state: State | 'not-yet') =>
    state === 'not-yet' ? say('explorer.state.not-yet') : stateInWords(state, words);
  const key = COUNTED_STATES.flatMap((state) => {
    const count = [...states.values()].filter((each) => each === state).length;
    const text = say('explorer.map.key', { standing: inWords(state), count });
    return count > 0 ? [{ look: lookOf(state, statement.stance), text }] : [];
  });
  const named = statementInWords(statement, words);
  const isPartial = !statement.votes && [...states.values()].includes('not known');
  return {
    title: mapTitle(statement, words),
    description: say('explorer.map.statementDescription', {
      statement: named,
      counts: words.list(key.map(({ text }) => text)),
    }),
    note: isPartial ? say('explorer.map.partial') : undefined,
    answers: new Map(
      [...states].map(([code, state]) => [
        code,
        { code, look: lookOf(state, statement.stance), withdrew: state === 'withdrew', inWords: inWords(state) },
      ]),
    ),
    key,
    marksWithdrawals: false,
    tell: (code) => {
      const country = countryByCode(dataset, code);
      if (!country) return '';
      const standing = positionInWords(dataset, statement, country, asOf, words);
      return say('explorer.map.told', { country: words.country(country), standing });
    },
    table: positionsTable(dataset, { statement, asOf }, countries, words),
    fileName: `-${statement.id}`,
  };
}

/** Of which side a statement is shows where its name stands, joined it or left it. */
function lookOf(state: State | 'not-yet', stance: Stance | null): Look {
  switch (state) {
    case 'signed':
      return stance ?? 'named';
    case 'joined later':
      return stance ? `joined-${stance}` : 'named';
    case 'withdrew':
      return stance ? `withdrew-${stance}` : 'neither';
    case 'named as taking part':
      return 'named';
    case 'voted yes':
      return 'voted-yes';
    case 'voted no':
      return 'voted-no';
    case 'abstained':
      return 'abstained';
    case 'not known':
      return 'not-known';
    case 'not on the list':
    case 'did not vote':
    case 'not-yet':
      return 'neither';
    default:
      return state satisfies never;
  }
}

function standingInWords(standing: Standing, { say }: Words): string {
  return say(`explorer.standing.${standing}`);
}

/** Where a country stands, in sentences. */
function tellOf(country: string, standing: CountryStanding, words: Words): string {
  const told = [
    words.say('explorer.map.told', { country, standing: standingInWords(standing.standing, words) }),
    ...STANCES.map((stance) => words.say(`explorer.map.side.${stance}`, { ...standing.sides[stance] })),
    ...standing.votes.map(({ statement, choice }) =>
      words.say(`explorer.map.voted.${choice}`, { date: words.date(statement.date) }),
    ),
  ];
  return sentences(told, words);
}

function standingsTable(
  countries: readonly Named[],
  byCode: ReadonlyMap<CountryCode, CountryStanding>,
  words: Words,
): PictureTable {
  const { say } = words;
  return {
    head: [
      say('explorer.table.country'),
      say('explorer.table.standing'),
      say('explorer.table.concern'),
      say('explorer.table.support'),
      say('explorer.table.vote'),
    ],
    rows: countries.flatMap(({ id, name }) => {
      const standing = byCode.get(id);
      if (!standing) return [];
      const { concern, support } = standing.sides;
      return [
        {
          id,
          cells: [
            name,
            standingInWords(standing.standing, words),
            say('explorer.table.signed', { ...concern }),
            say('explorer.table.signed', { ...support }),
            words.list(standing.votes.map(({ choice }) => say(`explorer.table.voted.${choice}`))),
          ] as [string, ...string[]],
        },
      ];
    }),
  };
}

function positionsTable(
  dataset: Dataset,
  { statement, asOf }: { readonly statement: Statement; readonly asOf: string | null },
  countries: readonly Named[],
  words: Words,
): PictureTable {
  const { say } = words;
  const positions = positionTable(dataset, { statements: [statement], ...(asOf !== null && { asOf }) });
  const byCode = new Map(positions.map((row) => [row.country, row]));
  return {
    head: [say('explorer.table.country'), say('explorer.table.standing'), say('explorer.date'), say('explorer.source')],
    rows: countries.map(({ id, name }) => {
      const row = byCode.get(id);
      const cells: [string, ...string[]] = row
        ? [name, stateInWords(row.state, words), row.date && spanInWords(row.date, words), row.source]
        : [name, say('explorer.state.not-yet'), '', ''];
      return { id, cells };
    }),
  };
}
