/** How many origins a list of names has is how far it can be trusted, so none is counted twice. */
import { type Check, inStatements, repeated } from './check.ts';

export const origins: Check = {
  name: 'origins',
  rule: 'A source belongs to one origin, and a list of names has at least one.',
  run: inStatements(({ events, list, listOrigins, votes }, say) => {
    for (const [, ref] of repeated(listOrigins.flatMap(({ sources }) => sources)))
      say('listOrigins', `source ${ref} belongs to two origins`, 'Sources that go back to one place are one origin.');
    if (list === 'full' && (events.length > 0 || votes) && listOrigins.length === 0)
      say('listOrigins', 'expected where the names come from', 'Name each place the list goes back to, with its sources.');
  }),
};
