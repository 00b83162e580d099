/** Days follow from one another: nothing about a statement happens before it was made. */
import { earliest, knownWithin, lastDayOf } from '../event-date.ts';
import type { DatasetRecord } from '../schema.ts';
import { type Check, collect, inStatements } from './check.ts';

export const dates: Check = {
  name: 'dates',
  rule: 'Nothing about a statement is dated before it, a range says why it is one, and the record is as new as its newest part.',
  run: (dataset) => [
    ...inStatements((statement, say) => {
      const { date, madePublic, events, laterCounts } = statement;
      if (madePublic && madePublic < date)
        say('madePublic', `expected a day not before ${date}`, 'Correct the one day or the other.');
      events.forEach((event, index) => {
        const at = (field: string) => `events.${index}.${field}`;
        if (earliest(event.date) < date) say(at('date'), `expected a day not before ${date}`, 'Correct the day of the event.');
        if (event.madePublic && lastDayOf(event.madePublic) < earliest(event.date))
          say(at('madePublic'), `expected no day before ${earliest(event.date)}`, 'Correct the one day or the other.');
        if (event.type === 'signed' && earliest(event.date) > date)
          say(at('type'), `expected joined, since ${event.country} signed after ${date}`, 'Write joined, or correct the day.');
        if (typeof event.date !== 'string' && !event.note)
          say(at('note'), 'expected an explanation, since the day is not certain', 'Tell readers in a sentence why.');
      });
      laterCounts.forEach((later, index) => {
        if (later.date && lastDayOf(later.date) < date)
          say(`laterCounts.${index}.date`, `expected a day not before ${date}`, 'Correct the day of the count.');
      });
    })(dataset),
    ...collect('record.json', '', '', (say) => {
      for (const [what, day] of datedParts(dataset)) {
        if (day > dataset.updated)
          say('updated', `expected a day not before ${day}, of ${what}`, 'Set the day of your change, or correct the other.');
      }
    }),
  ],
};

/** Everything that has a day, with the first it can be. Sources are left out: a page may bear the day of a later edition. */
function datedParts({ statements, facts }: DatasetRecord): [what: string, day: string][] {
  return [
    ...statements.flatMap(({ id, date, madePublic, events, laterCounts }): [string, string][] => [
      [id, date],
      [`${id}, madePublic`, madePublic ?? date],
      ...events.map((event, index): [string, string] => [`${id}, events.${index}`, knownWithin(event).from]),
      ...laterCounts.map((later, index): [string, string] => [`${id}, laterCounts.${index}`, later.date ?? date]),
    ]),
    ...facts.map(({ id, date }): [string, string] => [id, date]),
  ];
}
