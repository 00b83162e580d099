import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { datasetFiles, readDataset } from '../../scripts/read-dataset.ts';

const DATA = resolve(import.meta.dirname, '../../data');
const CONCERN = 'statements/2019-07-08-concern.json';
const SUPPORT = 'statements/2019-07-12-support.json';
const VOTE = 'statements/2022-10-06-vote.json';

let root: string;
let dir: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dataset-'));
  dir = join(root, 'data');
  for (const name of datasetFiles(DATA)) cpSync(join(DATA, name), join(dir, name), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

// biome-ignore lint/suspicious/noExplicitAny: the tests write what no type allows
type Json = any;

/** Change one file of the copy. */
function edit(name: string, change: (json: Json) => void): void {
  const json = JSON.parse(readFileSync(join(dir, name), 'utf8'));
  change(json);
  writeFileSync(join(dir, name), JSON.stringify(json));
}

/** The lines that the copy is refused with; none when it is accepted. */
function problems(): string[] {
  try {
    readDataset(dir);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
}

test('the dataset is read with its statements oldest first and its countries by name', () => {
  const dataset = readDataset(DATA);
  expect(dataset.statements.map((statement) => statement.id)).toEqual(
    dataset.statements.map((statement) => statement.id).toSorted(),
  );
  expect(dataset.countries.at(0)?.name).toBe('Afghanistan');
  expect(dataset.countries.at(-1)?.name).toBe('Zimbabwe');
});

test('a file that is not JSON is named', () => {
  writeFileSync(join(dir, CONCERN), '{ "id": ');
  expect(problems()).toEqual([expect.stringMatching(/^data\/statements\/2019-07-08-concern\.json: .*JSON/)]);
});

test('every problem is listed with its file and field, not only the first', () => {
  edit(CONCERN, (json) => {
    json.events[3].country = 'Canada';
    json.stance = 'critical';
  });
  edit('facts.json', (json) => {
    json[0].sources = [];
  });
  expect(problems()).toEqual([
    expect.stringContaining('data/facts.json: 0.sources: '),
    expect.stringContaining('data/statements/2019-07-08-concern.json: stance: expected '),
    'data/statements/2019-07-08-concern.json: events.3.country: expected an ISO 3166-1 alpha-2 code',
  ]);
});

/** What is done to which file, and the line it is refused with. */
const MISTAKES: [name: string, file: string, change: (json: Json) => void, problem: string][] = [
  [
    'an id that is not the file name',
    CONCERN,
    (json) => {
      json.id = '2019-07-08-letter';
    },
    "id: expected the file's name, 2019-07-08-concern",
  ],
  [
    "a day that is not the id's",
    CONCERN,
    (json) => {
      json.date = '2019-07-07';
    },
    'id: expected to start with the day, 2019-07-07',
  ],
  [
    'a country that is in no list of countries',
    CONCERN,
    (json) => {
      json.events[0].country = 'XX';
    },
    'events.0.country: XX is not in countries.json',
  ],
  [
    'a country twice in one list',
    CONCERN,
    (json) => {
      json.events[1].country = 'AT';
    },
    'events.1.country: AT is there twice',
  ],
  [
    'a speaker that is no country',
    VOTE,
    (json) => {
      json.deliveredBy = 'XX';
    },
    'deliveredBy: XX is not in countries.json',
  ],
  [
    'a full list that lacks a name',
    CONCERN,
    (json) => {
      json.events.shift();
    },
    'events: the list is full: expected 22 first announced but received 21',
  ],
  [
    'a name too many',
    CONCERN,
    (json) => {
      json.events.push({ type: 'signed', country: 'GR', date: '2019-07-08', sources: [1] });
    },
    'expected 22 first announced but received 23',
  ],
  [
    'a signature before the statement',
    CONCERN,
    (json) => {
      json.events[0].date = '2019-07-07';
    },
    'events.0.date: expected a day not before 2019-07-08',
  ],
  [
    'a later signature not marked so',
    CONCERN,
    (json) => {
      json.events[0].date = '2019-07-09';
    },
    'events.0.type: expected joined, since it signed after 2019-07-08',
  ],
  [
    'a withdrawal before joining',
    SUPPORT,
    (json) => {
      json.events.find((each: Json) => each.type === 'withdrew').date = '2019-07-11';
    },
    'date: expected a day not before it signed, 2019-07-12',
  ],
  [
    'an unknown day without an explanation',
    SUPPORT,
    (json) => {
      delete json.events.find((each: Json) => each.country === 'YE').note;
    },
    'note: expected an explanation',
  ],
  [
    'a withdrawal of a state that never signed',
    SUPPORT,
    (json) => {
      json.events.find((each: Json) => each.type === 'withdrew').country = 'DE';
    },
    'DE never signed',
  ],
  [
    'events that are not in order',
    CONCERN,
    (json) => {
      json.events.reverse();
    },
    'expected events by day, then by country',
  ],
  [
    'a signature on a vote',
    VOTE,
    (json) => {
      json.events.push({ type: 'signed', country: 'DE', date: '2022-10-07', sources: [0] });
    },
    'type: does not go with the kind of statement',
  ],
  [
    'an event that rests on no source there is',
    CONCERN,
    (json) => {
      json.events[0].sources = [99];
    },
    'events.0.sources.0: expected the index of one of',
  ],
  [
    'votes that rest on no source there is',
    VOTE,
    (json) => {
      json.votes.sources = [99];
    },
    'votes.sources.0: expected the index of one of',
  ],
  [
    'an origin that rests on no source there is',
    CONCERN,
    (json) => {
      json.listOrigins[0].sources = [99];
    },
    'listOrigins.0.sources.0: expected the index of one of',
  ],
  [
    'a source of two origins',
    CONCERN,
    (json) => {
      json.listOrigins[1].sources = json.listOrigins[0].sources;
    },
    'belongs to two origins',
  ],
  [
    'a reference to no source',
    CONCERN,
    (json) => {
      json.quotes[0].source = 99;
    },
    'quotes.0.source.0: expected the index of one of',
  ],
  [
    'readers sent to evidence',
    CONCERN,
    (json) => {
      json.readerSources = [1];
    },
    'readerSources.0: source 1 is evidence, which readers are never sent to',
  ],
  [
    'a quotation that rests on evidence',
    CONCERN,
    (json) => {
      json.quotes[0].source = 1;
    },
    'quotes.0.source: source 1 is evidence',
  ],
  [
    'an original named without its copy',
    CONCERN,
    (json) => {
      for (const source of json.sources) source.tier = source.url ? 'press' : source.tier;
    },
    '.url: expected its copy among the sources, as evidence',
  ],
  [
    'a counterpart that is not there',
    CONCERN,
    (json) => {
      json.counterpart = '2019-07-13-support';
    },
    'counterpart: there is no statement 2019-07-13-support',
  ],
  [
    'a counterpart that does not answer',
    CONCERN,
    (json) => {
      json.counterpart = '2019-10-29-support';
    },
    'counterpart: 2019-10-29-support does not name this one in turn',
  ],
  [
    'a counterpart of the same side',
    CONCERN,
    (json) => {
      json.stance = 'support';
    },
    'counterpart: 2019-07-12-support is not of the other side',
  ],
  [
    'a counterpart for a statement on something else',
    CONCERN,
    (json) => {
      json.topics = ['hong-kong'];
    },
    'counterpart: expected null, since the statement is not about Xinjiang',
  ],
  [
    'a list that grew without saying how far it is known',
    CONCERN,
    (json) => {
      json.laterList = null;
    },
    'laterList: expected full or partial',
  ],
  [
    'a vote with a stance',
    VOTE,
    (json) => {
      json.stance = 'concern';
    },
    'stance: expected null for a vote',
  ],
  [
    'a vote without votes',
    VOTE,
    (json) => {
      delete json.votes;
    },
    'votes: expected with a vote',
  ],
  [
    'a letter without a stance',
    CONCERN,
    (json) => {
      json.stance = null;
    },
    'stance: expected null for a vote, and only there',
  ],
  [
    'a country that voted twice',
    VOTE,
    (json) => {
      json.votes.no.push('US');
    },
    'votes: US is there twice',
  ],
  [
    'an outcome the numbers contradict',
    VOTE,
    (json) => {
      json.votes.outcome = 'adopted';
    },
    'votes.outcome: contradicts the numbers',
  ],
  [
    'a correction of a vote not cast so',
    VOTE,
    (json) => {
      json.events[0].recorded = 'no';
    },
    'events.0.recorded: UA is not in that list',
  ],
  [
    'a count-only list with names',
    CONCERN,
    (json) => {
      json.list = 'count-only';
    },
    'list: expected partial',
  ],
  [
    'a group statement that does not say whose description it is',
    'statements/2024-10-22-support-gcc.json',
    (json) => {
      delete json.stanceBasis;
    },
    'stanceBasis: expected, since only the group is named',
  ],
  [
    'a fact beside a statement that is not there',
    'facts.json',
    (json) => {
      json[0].statements = ['2019-07-09-concern'];
    },
    '0.statements.0: there is no statement 2019-07-09-concern',
  ],
  [
    'a fact twice',
    'facts.json',
    (json) => {
      json[1].id = json[0].id;
    },
    '1.id: estimate-up-to-2-million is there twice',
  ],
  [
    'countries out of order',
    'countries.json',
    (json) => {
      json.reverse();
    },
    '1.name: expected to come before Zimbabwe',
  ],
  [
    'a country twice',
    'countries.json',
    (json) => {
      json[1].code = 'AF';
    },
    '1.code: AF is there twice',
  ],
  [
    'a record older than a statement',
    'record.json',
    (json) => {
      json.updated = '2025-01-01';
    },
    'updated: expected a day not before 2025-03-20-concern',
  ],
];

describe('the dataset is refused with', () => {
  test.each(MISTAKES)('%s', (_, file, change, problem) => {
    expect(problems()).toEqual([]);
    edit(file, change);
    expect(
      problems()
        .filter((line) => line.startsWith(`data/${file}: `))
        .join('\n'),
    ).toContain(problem);
  });
});
