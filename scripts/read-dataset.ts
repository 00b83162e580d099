/**
 * Reads the dataset's files and checks them, each against the schema and all against each other. Used by the build, the
 * tests and the command-line tools; pages get the result only (scripts/dataset-plugin.ts).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { earliest, latest } from '../data/event-date.ts';
import { announcedSignatures } from '../data/queries.ts';
import {
  ContextFact,
  type ContextFactRecord,
  Country,
  type Dataset,
  type SignatureEvent,
  type SourceRecord,
  Statement,
  type StatementRecord,
} from '../data/schema.ts';

/** The dataset as its files hold it, maintainers' notes included. */
export interface DatasetRecord extends Dataset {
  readonly statements: readonly StatementRecord[];
  readonly facts: readonly ContextFactRecord[];
}

/**
 * The dataset in `dir` (the project's `data` folder): statements oldest first, countries by name.
 *
 * Throws one Error that lists every problem found, a line each: `data/statements/x.json: signatures.3.country: …`.
 */
export function readDataset(dir: string): DatasetRecord {
  const problems: string[] = [];
  const folder = basename(dir);
  const read = <Schema extends v.GenericSchema>(name: string, schema: Schema): v.InferOutput<Schema> | undefined => {
    const label = `${folder}/${name}`;
    let json: unknown;
    try {
      json = JSON.parse(readFileSync(join(dir, name), 'utf8'));
    } catch (error) {
      problems.push(`${label}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
    const result = v.safeParse(schema, json);
    if (result.success) return result.output;
    for (const issue of result.issues) problems.push(`${label}: ${v.getDotPath(issue) ?? '(file)'}: ${inWords(issue.message)}`);
    return undefined;
  };

  const countries = read('countries.json', v.array(Country));
  const facts = read('facts.json', v.array(ContextFact));
  const record = read('record.json', v.strictObject({ updated: v.pipe(v.string(), v.isoDate()) }));
  const statements: StatementRecord[] = [];
  let allRead = true;
  for (const name of statementFiles(dir)) {
    const statement = read(name, Statement);
    if (!statement) {
      allRead = false;
      continue;
    }
    const id = basename(name, '.json');
    if (statement.id !== id)
      problems.push(`${folder}/${name}: id: expected the file's name, ${id}, but received ${statement.id}`);
    statements.push(statement);
  }

  // Across files only where each could be read: a reference into a file that is broken is not a second mistake.
  if (countries && facts && record && allRead) {
    problems.push(
      ...problemsAcross({ statements, facts, countries, updated: record.updated }).map((problem) => `${folder}/${problem}`),
    );
  }
  if (problems.length > 0 || !countries || !facts || !record)
    throw new Error(`The dataset is not valid:\n${problems.join('\n')}`);
  return { statements, facts, countries, updated: record.updated };
}

/** The files of the dataset in `dir`, relative to it: what a watcher has to watch. */
export function datasetFiles(dir: string): string[] {
  return ['countries.json', 'facts.json', 'record.json', ...statementFiles(dir)];
}

/** Statement files, in the order of the ids they are named by, which is the order of their days. */
function statementFiles(dir: string): string[] {
  return readdirSync(join(dir, 'statements'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'))
    .sort()
    .map((id) => `statements/${id}.json`);
}

/** valibot's "Invalid type: Expected string but received null", without what the line says already. */
function inWords(message: string): string {
  return message.replace(/^Invalid [^:]+: Expected/, 'expected');
}

/** What the schema cannot see: references between records, and records that contradict themselves. */
function problemsAcross(dataset: DatasetRecord): string[] {
  const byId = new Map(dataset.statements.map((statement) => [statement.id, statement]));
  const codes = new Set(dataset.countries.map((country) => country.code));
  return [
    ...countryProblems(dataset).map((problem) => `countries.json: ${problem}`),
    ...dataset.statements.flatMap((statement) =>
      statementProblems(statement, byId, codes).map((problem) => `statements/${statement.id}.json: ${problem}`),
    ),
    ...factProblems(dataset, byId).map((problem) => `facts.json: ${problem}`),
    ...dataset.statements
      .filter((statement) => statement.date > dataset.updated)
      .map((statement) => `record.json: updated: expected a day not before ${statement.id}`),
  ];
}

function countryProblems({ countries }: DatasetRecord): string[] {
  const problems = repeated(countries.map((country) => country.code)).map(
    ([index, code]) => `${index}.code: ${code} is there twice`,
  );
  const collator = new Intl.Collator('en');
  countries.forEach((country, index) => {
    const before = countries[index - 1];
    if (before && collator.compare(before.name, country.name) >= 0)
      problems.push(`${index}.name: expected to come before ${before.name}`);
  });
  return problems;
}

function statementProblems(
  statement: StatementRecord,
  byId: ReadonlyMap<string, StatementRecord>,
  codes: ReadonlySet<string>,
): string[] {
  const problems: string[] = [];
  const say = (field: string, problem: string) => problems.push(`${field}: ${problem}`);
  const { events, votes, group, sources, listOrigins } = statement;

  if (!statement.id.startsWith(`${statement.date}-`)) say('id', `expected to start with the day, ${statement.date}`);
  if (statement.madePublic && statement.madePublic < statement.date)
    say('madePublic', `expected a day not before ${statement.date}`);

  const checkCountries = (field: string, list: readonly string[], nameOf = (index: number) => `${field}.${index}`) => {
    list.forEach((code, index) => {
      if (!codes.has(code)) say(nameOf(index), `${code} is not in countries.json`);
    });
    for (const [index, code] of repeated(list)) say(nameOf(index), `${code} is there twice`);
  };
  for (const type of ['signed', 'withdrew', 'vote-corrected'] as const) {
    const indexes = events.flatMap((event, index) => (typeOfOnce(event.type) === type ? [index] : []));
    checkCountries(
      'events',
      indexes.map((index) => events[index]?.country ?? ''),
      (index) => `events.${indexes[index]}.country`,
    );
  }
  if (group) checkCountries('group.members', group.members);
  if (statement.deliveredBy && !codes.has(statement.deliveredBy))
    say('deliveredBy', `${statement.deliveredBy} is not in countries.json`);

  const checkSources = (field: string, refs: readonly number[]) => {
    refs.forEach((ref, index) => {
      if (ref >= sources.length)
        say(`${field}.${index}`, `expected the index of one of ${sources.length} sources but received ${ref}`);
    });
    for (const [index, ref] of repeated(refs)) say(`${field}.${index}`, `${ref} is there twice`);
  };
  const checkForReaders = (field: string, ref: number) => {
    if (sources[ref]?.tier === 'evidence') say(field, `source ${ref} is evidence, which readers are never sent to`);
  };
  problems.push(...sourceProblems(sources));
  checkSources('readerSources', statement.readerSources);
  statement.readerSources.forEach((ref, index) => {
    checkForReaders(`readerSources.${index}`, ref);
  });
  if (statement.readerSources.length > 4) say('readerSources', 'expected four at most');
  statement.quotes.forEach((quote, index) => {
    checkSources(`quotes.${index}.source`, [quote.source]);
    checkForReaders(`quotes.${index}.source`, quote.source);
  });

  events.forEach((event, index) => {
    const at = (field: string) => `events.${index}.${field}`;
    const { type, date, country } = event;
    checkSources(at('sources'), event.sources);
    if (earliest(date) < statement.date) say(at('date'), `expected a day not before ${statement.date}`);
    if (type === 'signed' && typeof date === 'string' && date > statement.date)
      say(at('type'), `expected joined, since it signed after ${statement.date}`);
    if (typeof date !== 'string' && !event.note) say(at('note'), 'expected an explanation, since the day is not certain');
    if ((type === 'vote-corrected') !== (statement.kind === 'vote')) say(at('type'), 'does not go with the kind of statement');
    if (type === 'withdrew') {
      const signed = events.find((other) => typeOfOnce(other.type) === 'signed' && other.country === country);
      if (!signed) say(at('country'), `${country} never signed`);
      else if (latest(date) < latest(signed.date) || earliest(date) < earliest(signed.date))
        say(at('date'), `expected a day not before it signed, ${latest(signed.date)}`);
    }
    if (event.type === 'vote-corrected' && votes && !votes[event.recorded].includes(country))
      say(at('recorded'), `${country} is not in that list`);
    const before = events[index - 1];
    if (before && compareEvents(before, event) > 0) say(at('date'), 'expected events by day, then by country');
  });
  listOrigins.forEach((origin, index) => {
    checkSources(`listOrigins.${index}.sources`, origin.sources);
  });
  for (const [, ref] of repeated(listOrigins.flatMap((origin) => origin.sources)))
    say('listOrigins', `source ${ref} belongs to two origins`);

  const announced = announcedSignatures(statement).length;
  const { announcedCount, list } = statement;
  if (list === 'full' && !votes && announcedCount !== null && announced !== announcedCount)
    say('events', `the list is full: expected ${announcedCount} first announced but received ${announced}`);
  if (announcedCount !== null && announced > announcedCount)
    say('events', `expected ${announcedCount} first announced at most but received ${announced}`);
  if (list === 'count-only' && events.some((event) => event.country !== statement.deliveredBy))
    say('list', 'expected partial, since more states are named than the one that read it out');
  if (statement.approximateCount && announcedCount !== null)
    say('approximateCount', 'expected nothing, since an exact number was announced');
  const grew =
    events.some((event) => event.type === 'joined') ||
    statement.laterCounts.some(({ count }) => count > (announcedCount ?? count));
  if (list === 'full' && grew && statement.laterList === null)
    say('laterList', 'expected full or partial, since states joined later');
  if (list !== 'full' && statement.laterList === 'full') say('laterList', 'expected partial at most, like the list itself');

  if ((statement.kind === 'vote') !== (votes !== undefined)) say('votes', 'expected with a vote, and only there');
  if ((statement.kind === 'vote') !== (statement.stance === null)) say('stance', 'expected null for a vote, and only there');
  if (votes) {
    checkCountries('votes', [...votes.yes, ...votes.no, ...votes.abstain], () => 'votes');
    checkSources('votes.sources', votes.sources);
    if ((votes.outcome === 'adopted') !== votes.yes.length > votes.no.length)
      say('votes.outcome', 'contradicts the numbers for and against');
  }
  if (group && !statement.stanceBasis) say('stanceBasis', 'expected, since only the group is named');

  if (statement.counterpart) {
    const other = byId.get(statement.counterpart);
    if (!other) say('counterpart', `there is no statement ${statement.counterpart}`);
    else {
      if (other.counterpart !== statement.id) say('counterpart', `${other.id} does not name this one in turn`);
      if (!statement.stance || !other.stance || other.stance === statement.stance)
        say('counterpart', `${other.id} is not of the other side`);
      if (other.body !== statement.body) say('counterpart', `${other.id} was made in another body`);
    }
    if (!statement.topics.includes('xinjiang')) say('counterpart', 'expected null, since the statement is not about Xinjiang');
    if (group) say('counterpart', 'expected null for a group statement');
  }
  return problems;
}

/** Of signing and joining a state does one, once. */
function typeOfOnce(type: SignatureEvent['type']): SignatureEvent['type'] {
  return type === 'joined' ? 'signed' : type;
}

/** By the day it can have happened first, then by country. */
function compareEvents(a: SignatureEvent, b: SignatureEvent): number {
  const [x, y] = [a, b].map((event) => `${earliest(event.date)} ${event.country}`) as [string, string];
  return x < y ? -1 : Number(x > y);
}

function factProblems({ facts }: DatasetRecord, byId: ReadonlyMap<string, StatementRecord>): string[] {
  return [
    ...repeated(facts.map((fact) => fact.id)).map(([index, id]) => `${index}.id: ${id} is there twice`),
    ...facts.flatMap((fact, index) => [
      ...fact.statements.flatMap((id, at) => (byId.has(id) ? [] : [`${index}.statements.${at}: there is no statement ${id}`])),
      ...repeated(fact.statements).map(([at, id]) => `${index}.statements.${at}: ${id} is there twice`),
      ...sourceProblems(fact.sources).map((problem) => `${index}.${problem}`),
    ]),
  ];
}

/** A source that is named without a link stands for an original, so its copy has to be there. */
function sourceProblems(sources: readonly SourceRecord[]): string[] {
  return sources.flatMap((source, index) => {
    if (source.url !== null) return [];
    if (source.tier === 'evidence')
      return [`sources.${index}.url: expected an address, since evidence is a page somebody can open`];
    return sources.some((other) => other.tier === 'evidence')
      ? []
      : [`sources.${index}.url: expected its copy among the sources, as evidence`];
  });
}

/** Every element that stood before in the list, with its index. */
function repeated<T>(list: readonly T[]): [number, T][] {
  return [...list.entries()].filter(([index, element]) => list.indexOf(element) < index);
}
