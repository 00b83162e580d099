import { order } from '../../../data/checks/order.ts';
import { CONCERN, describeCheck, VOTE } from '../../support/check-cases.ts';

describeCheck(order, [
  [
    'events that are not in order',
    (dataset) => {
      dataset.statement(CONCERN).events.reverse();
    },
    'statements/2019-07-08-concern.json: events.1: expected SE before IT: by first possible day, then by code',
  ],
  [
    'counts that are not in order',
    (dataset) => {
      dataset.statement('2021-06-22-support').laterCounts.reverse();
    },
    'statements/2021-06-22-support.json: laterCounts.1.date: expected counts oldest first',
  ],
  [
    'votes that are not in order',
    (dataset) => {
      dataset.statement(VOTE).votes.no.reverse();
    },
    'statements/2022-10-06-vote.json: votes.no.1: expected to come before VE',
  ],
  [
    'members of a group that are not in order',
    (dataset) => {
      dataset.statement('2024-10-22-support-gcc').group.members.reverse();
    },
    'statements/2024-10-22-support-gcc.json: group.members.1: expected to come before SA',
  ],
  [
    'countries out of order',
    ({ countryRecords }) => {
      countryRecords.reverse();
    },
    'countries.json: ZM: countries.1.code: expected to come before ZW',
  ],
  [
    'a country twice',
    ({ countryRecords }) => {
      countryRecords[1].code = 'AD';
    },
    'countries.json: AD: countries.1.code: AD is there twice',
  ],
  [
    'hosts out of order',
    ({ hosts }) => {
      hosts.push({ host: 'a.example.org', publisher: 'Somebody', tiers: ['press'] });
    },
    'hosts.json: a.example.org: hosts.',
  ],
  [
    'years out of order',
    ({ council }) => {
      council.push({ ...council[0], year: 2021 });
    },
    'council.json: 2021: years.1.year: expected to come before 2022',
  ],
  [
    'members of the Council out of order',
    ({ council }) => {
      council[0].members.reverse();
    },
    'council.json: 2022: years.0.members.1: expected to come before VE',
  ],
]);
