/** A statement in a group's name has no signatories but those that are named, and its text is not known. */
import { type Check, inStatements } from './check.ts';

export const groups: Check = {
  name: 'groups',
  rule: 'A group statement says whose description its stance is, and has no topics, since its text is not known.',
  run: inStatements(({ group, stanceBasis, topics }, say) => {
    if (group && !stanceBasis)
      say('stanceBasis', 'expected, since only the group is named', 'Say whose description it is that the text was supportive.');
    if (group && topics.length > 0)
      say('topics', 'expected none, since the text of a group statement is not known', 'Leave the list empty.');
  }),
};
