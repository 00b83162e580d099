/**
 * `npm run -s dataset`: the dataset for people and for other programs. Exit code 0; 1 where the data is not valid; 2 where the
 * call is not, with the reason and what would be near on standard error.
 */
import { resolve } from 'node:path';
import { csvFormat } from 'd3-dsv';
import stringify from 'json-stringify-pretty-compact';
import { ALL_CHECKS } from '../data/checks/all-checks.ts';
import { datasetAsOf } from '../data/dataset-as-of.ts';
import { sideChanges, stoppedSigning } from '../data/histories.ts';
import { POSITION_COLUMNS, positionTable } from '../data/position-table.ts';
import { signaturesAsOf, tallyAsOf } from '../data/queries.ts';
import type { DatasetRecord } from '../data/schema.ts';
import { endWithReader } from './broken-pipe.ts';
import { countryNamed, type DatasetArguments, parseArguments, statementNamed, USAGE, UsageError } from './dataset-arguments.ts';
import { diffDatasets } from './dataset-diff.ts';
import { filesAt, filesNow, RevisionError } from './dataset-revision.ts';
import { countryText, overviewText, statementText } from './dataset-tables.ts';
import { fileProblems, publicFileProblems } from './file-checks.ts';
import { inspectDataset, problemLines, readDataset } from './read-dataset.ts';

const DATA = resolve(import.meta.dirname, '../data');
const PUBLIC = resolve(import.meta.dirname, '../public');

endWithReader();

try {
  process.stdout.write(`${answerTo(parseArguments(process.argv.slice(2))).trimEnd()}\n`);
} catch (error) {
  const isUsage = error instanceof UsageError || error instanceof RevisionError;
  console.error(error instanceof Error ? error.message : String(error));
  if (isUsage) console.error('npm run -s dataset -- --help says what can be asked.');
  process.exitCode = isUsage ? 2 : 1;
}

function answerTo(asked: DatasetArguments): string {
  if (asked.help) return USAGE;
  if (asked.check) return checked();
  if (asked.diff !== undefined) return changesBetween(asked.diff);
  const dataset = readDataset(DATA);
  switch (asked.form) {
    case 'csv':
      return csvFormat(positionTable(dataset, selectionOf(dataset, asked)), POSITION_COLUMNS);
    case 'json':
      return stringify(jsonOf(dataset, asked), { maxLength: 130 });
    case 'table':
      return tableOf(dataset, asked);
    default:
      return asked.form satisfies never;
  }
}

function tableOf(dataset: DatasetRecord, asked: DatasetArguments): string {
  const options = { locale: asked.language, ...(asked.asOf !== undefined && { asOf: asked.asOf }) };
  const { statements, countries } = selectionOf(dataset, asked);
  const [statement] = statements ?? [];
  const [country] = countries ?? [];
  if (statement && country) return countryText(dataset, country, { ...options, statements: [statement] });
  if (statement) return statementText(dataset, statement, options);
  return country ? countryText(dataset, country, options) : overviewText(dataset, options);
}

function jsonOf(dataset: DatasetRecord, asked: DatasetArguments): object {
  const { statement, country, asOf } = asked;
  const selection = selectionOf(dataset, asked);
  const head = { updated: dataset.updated, asOf: asOf ?? null };
  if (country !== undefined) {
    const [found] = selection.countries ?? [];
    const of = <T extends { readonly country: string }>(list: readonly T[]) =>
      list.filter((each) => each.country === found?.code);
    return {
      ...head,
      country: found,
      positions: positionTable(dataset, selection),
      sideChanges: of(sideChanges(dataset, asOf)).map(({ from, to }) => ({ from: from.id, to: to.id })),
      stoppedSigning: (['concern', 'support'] as const).flatMap((stance) =>
        of(stoppedSigning(dataset, stance, asOf)).map(({ last, withdrew, absent, unknown }) => ({
          stance,
          last: last.id,
          withdrew,
          absent: absent.map(({ id }) => id),
          unknown: unknown.map(({ id }) => id),
        })),
      ),
    };
  }
  const tallies = new Map(tallyAsOf(dataset, asOf).map((tally) => [tally.statement.id, tally]));
  const then = asOf === undefined ? dataset : datasetAsOf(dataset, asOf);
  const shown = then.statements.filter(({ id }) => statement === undefined || id === statement);
  const statements = shown.map((each) => {
    const tally = tallies.get(each.id);
    return {
      ...each,
      standing: signaturesAsOf(each, asOf).map((signature) => signature.country),
      tally: tally
        ? { joins: tally.joins, withdrawals: tally.withdrawals, uncertain: tally.uncertain, unknown: tally.unknown }
        : null,
    };
  });
  return statement === undefined ? { ...head, statements, facts: then.facts } : { ...head, statement: statements[0] ?? null };
}

/** The statement and the country asked for, as lists of one; all where none was. */
function selectionOf(dataset: DatasetRecord, { statement, country, asOf, language }: DatasetArguments) {
  return {
    locale: language,
    ...(asOf !== undefined && { asOf }),
    ...(statement !== undefined && { statements: [statementNamed(dataset, statement)] }),
    ...(country !== undefined && { countries: [countryNamed(dataset, country)] }),
  };
}

/** All that is wrong, as an error; else how much was checked. */
function checked(): string {
  const { problems } = inspectDataset(DATA);
  const lines = [
    ...problemLines(DATA, [...problems, ...fileProblems(DATA)]),
    ...problemLines(PUBLIC, publicFileProblems(PUBLIC)),
  ];
  if (lines.length > 0) throw new Error(lines.join('\n'));
  return `${ALL_CHECKS.map(({ name, rule }) => `${name.padEnd(16)} ${rule}`).join('\n')}\n\nThe data passes all of them.`;
}

function changesBetween(range: string): string {
  const [from = '', to, ...more] = range.split('..');
  if (from === '' || to === '' || to?.startsWith('.') || more.length > 0)
    throw new UsageError(`--diff takes a revision or two, such as HEAD~3 or v1..v2, not "${range}".`);
  const [before, after] = [filesAt(from), to === undefined ? filesNow(DATA) : filesAt(to)];
  const changes = diffDatasets(before, after);
  const dayOf = (files: typeof before) => (files.get('record.json') as { updated?: string } | undefined)?.updated ?? null;
  const head = { from: { revision: from, updated: dayOf(before) }, to: { revision: to ?? null, updated: dayOf(after) } };
  return stringify({ ...head, changes }, { maxLength: 200 });
}
