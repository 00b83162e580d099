/** A gap is told, never left for a reader to take for an answer. */
import { type Check, inStatements } from './check.ts';

export const gaps: Check = {
  name: 'gaps',
  rule: 'A list that is not full says so to readers, and so does a record of low confidence.',
  run: inStatements(({ caveats, confidence, laterList, list }, say) => {
    const reason =
      (list !== 'full' && `the list is ${list}`) ||
      (laterList === 'partial' && 'not all who joined later are known') ||
      (confidence === 'low' && 'confidence is low');
    if (reason && caveats.length === 0)
      say('caveats', `expected one at least, since ${reason}`, 'Tell readers what is missing or disputed.');
  }),
};
