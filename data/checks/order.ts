/** One order for every list that has no other meaning, so that a change shows as what it is. */
import { compareEvents } from '../event-date.ts';
import type { StatementRecord } from '../schema.ts';
import { type Check, collect, type Found, inStatements } from './check.ts';

export const order: Check = {
  name: 'order',
  rule: 'Events stand by day and then by country, later counts by day, votes and members by code; countries, hosts and years by their key.',
  run: (dataset) => [
    ...inStatements(({ events, group, laterCounts, votes }, say) => {
      const fix = 'Run npm run format, which sorts them.';
      events.forEach((event, index) => {
        const before = events[index - 1];
        if (before && compareEvents(before, event) > 0)
          say(
            `events.${index}`,
            `expected ${event.country} before ${before.country}: by first possible day, then by code`,
            'Run npm run format, which sorts them.',
          );
      });
      laterCounts.forEach(({ date }, index) => {
        const before = laterCounts[index - 1]?.date;
        if (before && date && before > date) say(`laterCounts.${index}.date`, 'expected counts oldest first', fix);
      });
      for (const [field, codes] of codeLists({ group, votes })) {
        for (const index of outOfOrder(codes)) say(`${field}.${index}`, `expected to come before ${codes[index - 1]}`, fix);
      }
    })(dataset),
    ...inList('countries.json', 'countries', dataset.countryRecords, ({ code }) => code, 'code'),
    ...inList('hosts.json', 'hosts', dataset.hosts, ({ host }) => host, 'host'),
    ...inList('council.json', 'years', dataset.council, ({ year }) => String(year), 'year'),
    ...dataset.council.flatMap(({ year, members }, index) =>
      collect('council.json', String(year), `years.${index}.`, (say) => {
        for (const at of outOfOrder(members))
          say(`members.${at}`, `expected to come before ${members[at - 1]}`, 'Run npm run format, which sorts them.');
      }),
    ),
  ],
};

/** Of a list that is sorted by a key of its records, what is not at its place, or there twice. */
function inList<T>(file: string, list: string, records: readonly T[], keyOf: (record: T) => string, key: string): Found[] {
  const keys = records.map(keyOf);
  return outOfOrder(keys).map((index) => ({
    file,
    record: keys[index] ?? '',
    field: `${list}.${index}.${key}`,
    what: keys[index] === keys[index - 1] ? `${keys[index]} is there twice` : `expected to come before ${keys[index - 1]}`,
    fix: keys[index] === keys[index - 1] ? 'Leave one of the two.' : 'Run npm run format, which sorts them.',
  }));
}

/** The indexes of what does not come after the one before. */
function outOfOrder(keys: readonly string[]): number[] {
  return [...keys.keys()].filter((index) => index > 0 && (keys[index] ?? '') <= (keys[index - 1] ?? ''));
}

/** The lists of a statement in which a country stands for itself alone. */
function codeLists({ group, votes }: Pick<StatementRecord, 'group' | 'votes'>): [field: string, codes: readonly string[]][] {
  return [
    ...(['yes', 'no', 'abstain'] as const).map((choice): [string, readonly string[]] => [
      `votes.${choice}`,
      votes?.[choice] ?? [],
    ]),
    ['group.members', group?.members ?? []],
  ];
}
