/** A state can leave what it signed, and not before. */
import { earliest, latest } from '../event-date.ts';
import { type Check, inStatements } from './check.ts';

export const withdrawals: Check = {
  name: 'withdrawals',
  rule: 'Who withdrew had signed or joined, and not later than that.',
  run: inStatements(({ events }, say) => {
    events.forEach(({ type, country, date }, index) => {
      if (type !== 'withdrew') return;
      const signed = events.find((other) => (other.type === 'signed' || other.type === 'joined') && other.country === country);
      if (!signed) say(`events.${index}.country`, `${country} never signed`, 'Add its signature, with the source.');
      else if (latest(date) < latest(signed.date) || earliest(date) < earliest(signed.date))
        say(`events.${index}.date`, `expected a day not before it signed, ${latest(signed.date)}`, 'Correct one of the days.');
    });
  }),
};
