import { votes } from '../../../data/checks/votes.ts';
import { CONCERN, describeCheck, VOTE } from '../../support/check-cases.ts';

const file = 'statements/2022-10-06-vote.json';

describeCheck(votes, [
  [
    'a vote with a stance',
    (dataset) => {
      dataset.statement(VOTE).stance = 'concern';
    },
    `${file}: stance: expected null for a vote`,
  ],
  [
    'a letter without a stance',
    (dataset) => {
      dataset.statement(CONCERN).stance = null;
    },
    'statements/2019-07-08-concern.json: stance: expected null for a vote, and only there',
  ],
  [
    'a vote without votes',
    (dataset) => {
      delete dataset.statement(VOTE).votes;
    },
    `${file}: votes: expected with a vote`,
  ],
  [
    'a signature on a vote',
    (dataset) => {
      dataset.statement(VOTE).events.push({ type: 'signed', country: 'DE', date: '2022-10-07', sources: [0] });
    },
    `${file}: events.1.type: does not go with the kind of statement`,
  ],
  [
    'a vote corrected on a letter',
    (dataset) => {
      dataset.statement(CONCERN).events[0].type = 'vote-corrected';
    },
    'statements/2019-07-08-concern.json: events.0.type: does not go with the kind of statement',
  ],
  [
    'an outcome the numbers contradict',
    (dataset) => {
      dataset.statement(VOTE).votes.outcome = 'adopted';
    },
    `${file}: votes.outcome: contradicts the numbers`,
  ],
  [
    'a correction of a vote not cast so',
    (dataset) => {
      dataset.statement(VOTE).events[0].recorded = 'no';
    },
    `${file}: events.0.recorded: UA is not in that list`,
  ],
  [
    'a correction that asks for what was recorded',
    (dataset) => {
      dataset.statement(VOTE).events[0].requested = 'abstain';
    },
    `${file}: events.0.requested: is the vote that was recorded`,
  ],
  [
    'a vote of a state that was no member',
    (dataset) => {
      dataset.statement(VOTE).votes.yes[0] = 'CA';
    },
    `${file}: votes: CA was no member of the Council that year`,
  ],
  [
    'a vote in a year whose members nobody entered',
    ({ council }) => {
      council.pop();
    },
    `${file}: date: the members of the Council in 2022 are not known`,
  ],
]);
