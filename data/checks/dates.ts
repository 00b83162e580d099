/** Days follow from one another: nothing about a statement happens before it was made. */
import { earliest, lastDayOf } from '../event-date.ts';
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
        if (event.type === 'signed' && typeof event.date === 'string' && event.date > date)
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
      const newest = dataset.statements.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
      if (newest && newest.date > dataset.updated)
        say('updated', `expected a day not before ${newest.id}`, 'Set the day of your change.');
    }),
  ],
};
