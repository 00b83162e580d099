import { council } from '../../../data/checks/council.ts';
import { describeCheck } from '../../support/check-cases.ts';

describeCheck(council, [
  [
    'a member too few',
    ({ council }) => {
      council[0].members.shift();
    },
    'council.json: 2022: years.0.members: expected 13 of asia-pacific but received 12',
  ],
  [
    'a member of no group beside the 47',
    ({ council }) => {
      council[0].members.push('VA');
    },
    'council.json: 2022: years.0.members: expected 47 but received 48',
  ],
  [
    'a member of another group in the place of one',
    ({ council }) => {
      council[0].members[0] = 'AT';
    },
    'council.json: 2022: years.0.members: expected 7 of western-europe but received 8',
  ],
]);
