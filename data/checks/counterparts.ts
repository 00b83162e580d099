/** Two statements of one session that belong together, one of each side. */
import { signaturesOf } from '../queries.ts';
import { type Check, inStatements } from './check.ts';

export const counterparts: Check = {
  name: 'counterparts',
  rule: 'Two counterparts name each other, are of opposite sides, of one body and about Xinjiang, and no state stands on both.',
  run: inStatements((statement, say, { statements }) => {
    if (statement.counterpart === null) return;
    const say1 = (what: string, fix: string) => say('counterpart', what, fix);
    if (!statement.topics.includes('xinjiang'))
      say1('expected null, since the statement is not about Xinjiang', 'Write null in both files.');
    if (statement.group) say1('expected null for a group statement', 'Write null in both files.');
    const other = statements.find(({ id }) => id === statement.counterpart);
    if (!other) {
      say1(`there is no statement ${statement.counterpart}`, 'Name a file of data/statements/ without its ending.');
      return;
    }
    if (other.counterpart !== statement.id)
      say1(`${other.id} does not name this one in turn`, 'Write the id of each into the other.');
    if (!statement.stance || !other.stance || other.stance === statement.stance)
      say1(`${other.id} is not of the other side`, 'Correct the stance, or write null in both files.');
    if (other.body !== statement.body) say1(`${other.id} was made in another body`, 'Write null in both files.');
    const others = new Set(signaturesOf(other).map(({ country }) => country));
    for (const { country } of signaturesOf(statement))
      if (others.has(country))
        say('events', `${country} stands on ${other.id} too`, 'Look at the sources of both: one of them has to be wrong.');
  }),
};
