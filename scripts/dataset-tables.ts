/** The dataset as text for a terminal: tables without frames, as wide as they need to be. Words and numbers come from data/. */
import Table from 'cli-table3';
import { displayName } from '../data/country-names.ts';
import { END, lastDayOf } from '../data/event-date.ts';
import { sideChanges, stoppedSigning } from '../data/histories.ts';
import { countInWords } from '../data/in-words.ts';
import { statementLine } from '../data/popover-context.ts';
import { positionTable, type State } from '../data/position-table.ts';
import { countryByCode, isInTally, type StatementTally, signaturesAsOf, tallyAsOf, uncertainAsOf } from '../data/queries.ts';
import type { Country, CountryCode, Dataset, DatasetRecord, Stance, StatementRecord } from '../data/schema.ts';
import { ENGLISH } from './english.ts';

/** What all tables share: as of which day, in which language countries are named, and of which statements (all if left out). */
export interface TableOptions {
  readonly asOf?: string;
  readonly locale: string;
  readonly statements?: readonly StatementRecord[];
}

const STANCES: readonly Stance[] = ['concern', 'support'];

/** Every statement made by the day, oldest first, and the numbers of both sides. */
export function overviewText(dataset: DatasetRecord, options: TableOptions): string {
  const { asOf } = options;
  const tallies = new Map(tallyAsOf(dataset, asOf).map((tally) => [tally.statement.id, tally]));
  const shown = dataset.statements.filter(({ date }) => asOf === undefined || date <= asOf);
  const rows = shown.map((statement) => {
    const tally = tallies.get(statement.id);
    return [
      statement.id,
      `${statement.kind === 'joint-statement' ? 'statement' : statement.kind}${statement.body ? `, ${BODIES[statement.body]}` : ''}`,
      statement.deliveredBy ? nameOf(dataset, statement.deliveredBy, options) : '',
      announcedInWords(statement) ?? '',
      standingInWords(statement, tally, asOf),
      statement.list,
      statement.listOrigins.length || '',
      statement.counterpart ?? '',
    ];
  });
  const sides = STANCES.map((stance) =>
    sideInWords(
      [...tallies.values()].filter((each) => each.statement.stance === stance),
      stance,
    ),
  );
  const outside = shown.filter((statement) => !isInTally(statement)).length;
  return [
    table(['statement', 'kind', 'read out by', 'announced', standingHead(asOf), 'list', 'origins', 'counterpart'], rows),
    '',
    ...sides,
    `Outside these numbers: ${outside} (a vote, statements in a group's name or of unknown text, and those on Hong Kong alone).`,
    recordLine(dataset),
  ].join('\n');
}

const TOOK_NO_PART: readonly State[] = ['not known', 'not on the list', 'did not vote'];

/** One statement: what it was, who stands on it and since when, and what bears that out. */
export function statementText(dataset: DatasetRecord, statement: StatementRecord, options: TableOptions): string {
  const line = statementLine(statement, ENGLISH);
  const { asOf } = options;
  if (asOf !== undefined && asOf < statement.date)
    return `${line.headline}. Made on ${ENGLISH.date(statement.date)}, after ${asOf}.`;
  const uncertain = asOf === undefined ? [] : uncertainAsOf(statement, asOf).map(({ country }) => country);
  const rows = positionTable(dataset, { ...options, statements: [statement] })
    .filter(({ country, state }) => uncertain.includes(country) || !TOOK_NO_PART.includes(state))
    .map((row) => [row.country, row.name, row.state, row.date, row.source, row.note]);
  return [
    `${line.headline}. ${line.meta.join(', ')}.`,
    statement.summary,
    '',
    rows.length > 0 ? table(['', 'country', 'state', 'date', 'best source', 'note'], rows) : 'No country is known by name.',
    '',
    `Announced: ${announcedInWords(statement) ?? 'no number'} [${statement.announcedSources.join(', ')}].`,
    `List: ${statement.list}${statement.laterList ? `, of those who joined later ${statement.laterList}` : ''}. Confidence: ${statement.confidence}.`,
    ...statement.laterCounts
      .filter(({ date }) => asOf === undefined || (date !== null && lastDayOf(date) <= asOf))
      .map(
        ({ count, date, sources }) =>
          `Counted later: ${count}${date ? `, by ${ENGLISH.date(date)}` : ''} [${sources.join(', ')}].`,
      ),
    ...(statement.differingCounts ?? []).map(({ count, sources }) => `Other reports: ${count} [${sources.join(', ')}].`),
    ...titled(
      'Quotations:',
      statement.quotes.map(({ text, by, source }) => `“${text}”${by ? `, ${by}` : ''} [${source}]`),
    ),
    ...titled(
      'Origins of the names:',
      statement.listOrigins.map(({ name, sources }) => `${name} [${sources.join(', ')}]`),
    ),
    ...titled('Where sources disagree or are silent:', statement.caveats),
    ...titled(
      'Sources:',
      statement.sources.map(
        ({ tier, publisher, url, supports }, index) =>
          `[${index}] ${tier}: ${publisher}${statement.readerSources.includes(index) ? ' *' : ''}\n      ${supports}${url ? `\n      ${url}` : ''}`,
      ),
    ),
    '* shown to readers',
    ...titled('Notes of the research:', statement.research),
    '',
    recordLine(dataset),
  ].join('\n');
}

/** One country's whole record, and whether it changed sides or stopped signing. */
export function countryText(dataset: DatasetRecord, country: Country, options: TableOptions): string {
  const rows = positionTable(dataset, { ...options, countries: [country] }).map((row) => [
    row.statement,
    row.state,
    row.date,
    row.source,
    row.note,
  ]);
  const changes = sideChanges(dataset, options.asOf).filter((each) => each.country === country.code);
  const stopped = STANCES.flatMap((stance) => stoppedSigning(dataset, stance, options.asOf)).filter(
    (each) => each.country === country.code,
  );
  return [
    `${displayName(country, options.locale)} (${[country.formalName, country.code, country.alpha3, country.numeric].join(', ')})`,
    '',
    table(['statement', 'state', 'date', 'best source', 'note'], rows),
    '',
    ...changes.map(({ from, to }) => `Moved from ${from.id} to ${to.id}.`),
    ...stopped.map(({ last, withdrew, absent, unknown }) => {
      const open = unknown.length > 0 ? `not known on ${unknown.length} more, ` : '';
      const left = withdrew ? ', from which it withdrew' : '';
      return `Last known signature on the side of ${last.stance}: ${last.id}${left}. Since then ${open}not on ${absent.map(({ id }) => id).join(', ')}.`;
    }),
    recordLine(dataset),
  ].join('\n');
}

const NOTE_WIDTH = 56;
const BODIES = { HRC: 'Council', 'UNGA-3C': 'Third Committee' } as const;

/** Without a frame; a column called `note` is broken into lines, since it holds sentences. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const frameless = new Table({
    head: [...head],
    colWidths: head.map((name) => (name === 'note' ? NOTE_WIDTH : null)),
    chars: Object.fromEntries(FRAME.map((part) => [part, part === 'middle' ? '  ' : ''])),
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    wordWrap: true,
  });
  frameless.push(...rows.map((row) => [...row]));
  return frameless
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The parts of a table's frame, by cli-table3's names. */
const FRAME = [
  ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
  ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'],
];

/** "22", "nearly 80"; undefined where no number was announced. */
function announcedInWords(statement: StatementRecord): string | undefined {
  const { announcedCount, approximateCount } = statement;
  return announcedCount === null && !approximateCount ? undefined : countInWords(statement, ENGLISH);
}

function standingHead(asOf: string | undefined): string {
  return asOf === undefined ? 'stands' : `stood ${asOf}`;
}

/** "23 by name, 1 unknown"; of a vote, its numbers. */
function standingInWords(statement: StatementRecord, tally: StatementTally | undefined, asOf = END): string {
  const { votes } = statement;
  if (votes) return `${votes.yes.length} yes, ${votes.no.length} no, ${votes.abstain.length} abstained`;
  const standing = signaturesAsOf(statement, asOf).length;
  const uncertain = uncertainAsOf(statement, asOf).length;
  return [
    `${standing} by name`,
    uncertain > 0 && `${uncertain} uncertain`,
    tally && tally.unknown > 0 && `${tally.unknown} unknown`,
  ]
    .filter(Boolean)
    .join(', ');
}

function sideInWords(tallies: readonly StatementTally[], stance: Stance): string {
  const sum = (of: (tally: StatementTally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  const named = sum(({ joins, withdrawals }) => joins - withdrawals);
  const [uncertain, unknown] = [sum((tally) => tally.uncertain), sum((tally) => tally.unknown)];
  return `${stance}: ${tallies.length} statements; signatures that stand: ${named} by name, ${uncertain} uncertain, ${unknown} unknown.`;
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
}

function nameOf(dataset: DatasetRecord, code: CountryCode, { locale }: TableOptions): string {
  const country = countryByCode(dataset, code);
  return country ? displayName(country, locale) : code;
}

function recordLine({ statements, facts, countries, updated }: Dataset): string {
  return `Record of ${ENGLISH.date(updated)}: ${statements.length} statements, ${facts.length} facts, ${countries.length} countries.`;
}
