/** The numbers a statement was announced with against the names that are known: set arithmetic, not trust. */
import { announcedSignatures, signaturesOf } from '../queries.ts';
import { type Check, inStatements } from './check.ts';

export const counts: Check = {
  name: 'counts',
  rule: 'A full list has as many names as were announced, no list has more, what is not full is not called so, and a differing count is another number.',
  run: inStatements((statement, say) => {
    const { announcedCount, approximateCount, events, laterCounts, differingCounts = [], laterList, list } = statement;
    const { votes, deliveredBy } = statement;
    const named = announcedSignatures(statement).length;
    if (list === 'full' && !votes && announcedCount !== null && named < announcedCount)
      say(
        'events',
        `the list is full: expected ${announcedCount} first announced but received ${named}`,
        'Add who is missing, with the source, or call the list partial.',
      );
    if (announcedCount !== null && named > announcedCount)
      say(
        'events',
        `expected ${announcedCount} first announced at most but received ${named}`,
        'Write joined for who came later, or correct the number.',
      );
    if (list === 'count-only' && events.some(({ country }) => country !== deliveredBy))
      say('list', 'expected partial, since more states are named than the one that read it out', 'Write partial.');
    if (approximateCount && announcedCount !== null)
      say('approximateCount', 'expected nothing, since an exact number was announced', 'Leave it out.');
    const grew =
      events.some(({ type }) => type === 'joined') || laterCounts.some(({ count }) => count > (announcedCount ?? count));
    if (grew && laterList === null)
      say('laterList', 'expected full or partial, since states joined later', 'Say how far those are known.');
    const counted = laterCounts.at(-1)?.count ?? 0;
    const ever = signaturesOf(statement).length;
    if (laterList === 'full' && counted > ever)
      say('laterList', `expected partial, since ${counted} were counted and ${ever} are named`, 'Write partial.');
    if (!grew && laterList !== null) say('laterList', `expected null but received ${laterList}`, 'Nobody joined later.');
    differingCounts.forEach(({ count }, index) => {
      if (count === announcedCount || laterCounts.some((later) => later.count === count))
        say(`differingCounts.${index}.count`, `${count} is announced or counted later`, 'Name its sources there.');
      if (count <= (differingCounts[index - 1]?.count ?? 0))
        say(`differingCounts.${index}.count`, 'expected the smallest first, each once', 'Put it to its place.');
    });
    if (list !== 'full' && laterList === 'full')
      say('laterList', 'expected partial at most, like the list itself', 'Write partial.');
  }),
};
