/** The Council's seats by regional group, as General Assembly resolution 60/251 lays them down: a check of both lists. */
import type { RegionalGroup } from '../schema.ts';
import { type Check, collect } from './check.ts';

const SEATS: Readonly<Record<RegionalGroup, number>> = {
  africa: 13,
  'asia-pacific': 13,
  'eastern-europe': 6,
  'latin-america': 8,
  'western-europe': 7,
};

export const council: Check = {
  name: 'council',
  rule: 'A year of the Council has 47 members, in their groups as the resolution on its seats says.',
  run: ({ council, countries }) =>
    council.flatMap(({ year, members }, index) =>
      collect('council.json', String(year), `years.${index}.`, (say) => {
        if (members.length !== 47) say('members', `expected 47 but received ${members.length}`, 'Correct the list.');
        const groupOf = new Map(countries.map(({ code, group }) => [code, group]));
        for (const [group, seats] of Object.entries(SEATS)) {
          const taken = members.filter((code) => groupOf.get(code) === group).length;
          if (taken !== seats)
            say('members', `expected ${seats} of ${group} but received ${taken}`, 'Correct the list, or the group of a country.');
        }
      }),
    ),
};
