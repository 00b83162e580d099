import { isoCodes } from '../../../data/checks/iso-codes.ts';
import { CONCERN, describeCheck, VOTE } from '../../support/check-cases.ts';

describeCheck(isoCodes, [
  [
    'a country that is in no list of countries',
    (dataset) => {
      dataset.statement(CONCERN).events[0].country = 'XX';
    },
    'statements/2019-07-08-concern.json: events.0.country: XX is not in countries.json',
  ],
  [
    'a country twice in one list',
    (dataset) => {
      dataset.statement(CONCERN).events[1].country = 'AT';
    },
    'statements/2019-07-08-concern.json: events.1.country: AT is there twice',
  ],
  [
    'a country that joined what it had signed',
    (dataset) => {
      dataset.statement(CONCERN).events.at(-1).country = 'AT';
    },
    'statements/2019-07-08-concern.json: events.22.country: AT is there twice',
  ],
  [
    'a speaker that is no country',
    (dataset) => {
      dataset.statement(VOTE).deliveredBy = 'XX';
    },
    'statements/2022-10-06-vote.json: deliveredBy: XX is not in countries.json',
  ],
  [
    'a member of a group that is no country',
    (dataset) => {
      dataset.statement('2024-10-22-support-gcc').group.members[0] = 'XX';
    },
    'statements/2024-10-22-support-gcc.json: group.members.0: XX is not in countries.json',
  ],
  [
    'a country that voted twice',
    (dataset) => {
      dataset.statement(VOTE).votes.no.push('US');
    },
    'statements/2022-10-06-vote.json: votes: US is there twice',
  ],
  [
    'a member of the Council that is no country',
    ({ council }) => {
      council[0].members[3] = 'XX';
    },
    'council.json: 2022: years.0.members.3: XX is not in countries.json',
  ],
]);
