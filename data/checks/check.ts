/**
 * What a check of the dataset is, and how one says what it found. Each rule stands in a file of its own beside this one, named
 * for what it checks; all-checks.ts lists them. Checks see records the schema has accepted and know nothing of files.
 */
import type { ContextFactRecord, DatasetRecord, SourceRecord, StatementRecord } from '../schema.ts';

/** One thing wrong with the data, in the words of somebody who is to mend it. */
export interface Problem {
  /** The check's name, or `schema`. */
  readonly check: string;
  /** Within data/: `statements/2019-07-08-concern.json`. */
  readonly file: string;
  /** A statement's or fact's id, a country's code, a host; empty where the file is one record or none can be made out. */
  readonly record: string;
  /** Within the file, with dots: `events.3.country`. Empty where it is the file as a whole. */
  readonly field: string;
  /** What is wrong, and what was found. */
  readonly what: string;
  /** What to do about it. */
  readonly fix: string;
}

export interface Check {
  /** The file's name. */
  readonly name: string;
  /** What has to hold, in a sentence. */
  readonly rule: string;
  run(dataset: DatasetRecord): Found[];
}

/** A problem before it is known which check found it. */
export type Found = Omit<Problem, 'check'>;

/** Reports a problem in a field of the record at hand. */
export type Say = (field: string, what: string, fix: string) => void;

/** All that the checks find, in their order. */
export function runChecks(checks: readonly Check[], dataset: DatasetRecord): Problem[] {
  return checks.flatMap(({ name, run }) => run(dataset).map((found) => ({ check: name, ...found })));
}

/**
 * The problem in a line: `data/facts.json: cerd-2018: facts.4.statements.0: there is no statement x. Do this. [ids]`.
 * `folder` is what the data folder is called.
 */
export function problemLine(folder: string, { check, file, record, field, what, fix }: Problem): string {
  const where = [`${folder}/${file}`, record && !file.includes(record) && record, field].filter(Boolean).join(': ');
  return `${where}: ${what}. ${fix} [${check}]`;
}

/** A check's run over every statement, each in its own file. */
export function inStatements(
  look: (statement: StatementRecord, say: Say, dataset: DatasetRecord) => void,
): (dataset: DatasetRecord) => Found[] {
  return (dataset) =>
    dataset.statements.flatMap((statement) =>
      collect(`statements/${statement.id}.json`, statement.id, '', (say) => look(statement, say, dataset)),
    );
}

/** A check's run over every context fact. */
export function inFacts(
  look: (fact: ContextFactRecord, say: Say, dataset: DatasetRecord) => void,
): (dataset: DatasetRecord) => Found[] {
  return (dataset) =>
    dataset.facts.flatMap((fact, index) => collect('facts.json', fact.id, `facts.${index}.`, (say) => look(fact, say, dataset)));
}

/** A check's run over every list of sources: those of statements, facts and years of the Council. */
export function inSourceLists(
  look: (sources: readonly SourceRecord[], say: Say, dataset: DatasetRecord) => void,
): (dataset: DatasetRecord) => Found[] {
  return (dataset) => [
    ...inStatements(({ sources }, say) => look(sources, say, dataset))(dataset),
    ...inFacts(({ sources }, say) => look(sources, say, dataset))(dataset),
    ...dataset.council.flatMap(({ year, sources }, index) =>
      collect('council.json', String(year), `years.${index}.`, (say) => look(sources, say, dataset)),
    ),
  ];
}

/** What `look` says of one record, whose fields stand in the file behind `prefix`. */
export function collect(file: string, record: string, prefix: string, look: (say: Say) => void): Found[] {
  const found: Found[] = [];
  look((field, what, fix) => found.push({ file, record, field: `${prefix}${field}`, what, fix }));
  return found;
}

/** Every element that stood before in the list, with its index. */
export function repeated<T>(list: readonly T[]): [number, T][] {
  return [...list.entries()].filter(([index, element]) => list.indexOf(element) < index);
}
