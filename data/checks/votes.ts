/** A vote has no side; its numbers decide the outcome, and members of the Council alone cast them. */
import { type Check, inStatements } from './check.ts';

export const votes: Check = {
  name: 'votes',
  rule: 'Votes are there with a vote alone, add up to the outcome, and were cast by members of the Council of that year.',
  run: inStatements(({ kind, stance, votes, events, date, body }, say, { council }) => {
    const isVote = kind === 'vote';
    if (isVote !== (votes !== undefined)) say('votes', 'expected with a vote, and only there', 'Correct kind or votes.');
    if (isVote !== (stance === null)) say('stance', 'expected null for a vote, and only there', 'Correct kind or stance.');
    events.forEach(({ type }, index) => {
      if ((type === 'vote-corrected') !== isVote)
        say(`events.${index}.type`, 'does not go with the kind of statement', 'A vote is corrected, a statement signed.');
    });
    if (!votes) return;
    if ((votes.outcome === 'adopted') !== votes.yes.length > votes.no.length)
      say('votes.outcome', 'contradicts the numbers for and against', 'Correct the outcome or the lists.');
    events.forEach((event, index) => {
      if (event.type === 'vote-corrected' && event.recorded === event.requested)
        say(`events.${index}.requested`, 'is the vote that was recorded', 'Name the vote asked for.');
      if (event.type === 'vote-corrected' && !votes[event.recorded].includes(event.country))
        say(`events.${index}.recorded`, `${event.country} is not in that list`, 'Name the vote that was announced.');
    });
    if (body !== 'HRC') return;
    const members = council.find(({ year }) => year === Number(date.slice(0, 4)))?.members;
    if (!members) say('date', `the members of the Council in ${date.slice(0, 4)} are not known`, 'Add the year to council.json.');
    for (const code of [...votes.yes, ...votes.no, ...votes.abstain])
      if (members && !members.includes(code))
        say('votes', `${code} was no member of the Council that year`, 'Correct the list, or the year in council.json.');
  }),
};
