/** A code stands for one state of countries.json, and stands once where a state can do a thing once. */
import { type Check, inStatements, repeated, type Say } from './check.ts';

export const isoCodes: Check = {
  name: 'iso-codes',
  rule: 'Every code is one of countries.json, and none stands twice where a state can act once.',
  run: (dataset) => {
    const known = new Set(dataset.countries.map(({ code }) => code));
    const lookAt = (codes: readonly string[], fieldOf: (index: number) => string, say: Say) => {
      codes.forEach((code, index) => {
        if (!known.has(code))
          say(fieldOf(index), `${code} is not in countries.json`, 'Use the ISO 3166-1 alpha-2 code of a state there.');
      });
      for (const [index, code] of repeated(codes)) say(fieldOf(index), `${code} is there twice`, 'Leave one of the two.');
    };
    return [
      ...inStatements(({ deliveredBy, events, group, votes }, say) => {
        if (deliveredBy) lookAt([deliveredBy], () => 'deliveredBy', say);
        // Of signing and joining a state does one, once.
        for (const types of [['signed', 'joined'], ['withdrew'], ['vote-corrected']]) {
          const indexes = [...events.keys()].filter((index) => types.includes(events[index]?.type ?? ''));
          lookAt(
            indexes.map((index) => events[index]?.country ?? ''),
            (index) => `events.${indexes[index]}.country`,
            say,
          );
        }
        if (group) lookAt(group.members, (index) => `group.members.${index}`, say);
        if (votes) lookAt([...votes.yes, ...votes.no, ...votes.abstain], () => 'votes', say);
      })(dataset),
      ...dataset.council.flatMap(({ year, members }, index) => {
        const found: ReturnType<Check['run']> = [];
        lookAt(
          members,
          (at) => `years.${index}.members.${at}`,
          (field, what, fix) => found.push({ file: 'council.json', record: String(year), field, what, fix }),
        );
        return found;
      }),
    ];
  },
};
