import { counts } from '../../../data/checks/counts.ts';
import { CONCERN, describeCheck } from '../../support/check-cases.ts';

const file = 'statements/2019-07-08-concern.json';

describeCheck(counts, [
  [
    'a full list that lacks a name',
    (dataset) => {
      dataset.statement(CONCERN).events.shift();
    },
    `${file}: events: the list is full: expected 22 first announced but received 21`,
  ],
  [
    'a name too many',
    (dataset) => {
      dataset.statement(CONCERN).events.push({ type: 'signed', country: 'GR', date: '2019-07-08', sources: [1] });
    },
    `${file}: events: expected 22 first announced at most but received 23`,
  ],
  [
    'a name too many on a list that is not full',
    (dataset) => {
      const statement = dataset.statement('2021-03-12-support');
      statement.list = 'partial';
      statement.announcedCount = 1;
      statement.events.push({ type: 'signed', country: 'GR', date: '2021-03-12', sources: [1] });
    },
    'statements/2021-03-12-support.json: events: expected 1 first announced at most but received 2',
  ],
  [
    'a count-only list with names',
    (dataset) => {
      dataset.statement(CONCERN).list = 'count-only';
    },
    `${file}: list: expected partial, since more states are named`,
  ],
  [
    'an approximate number beside an exact one',
    (dataset) => {
      dataset.statement(CONCERN).approximateCount = { precision: 'about', near: 24 };
    },
    `${file}: approximateCount: expected nothing, since an exact number was announced`,
  ],
  [
    'a list that grew without saying how far it is known',
    (dataset) => {
      dataset.statement(CONCERN).laterList = null;
    },
    `${file}: laterList: expected full or partial`,
  ],
  [
    'a partial list that grew without saying how far it is known',
    (dataset) => {
      dataset.statement('2021-06-22-support').laterList = null;
    },
    'statements/2021-06-22-support.json: laterList: expected full or partial',
  ],
  [
    'all later joiners known, of more than are named',
    (dataset) => {
      dataset.statement('2019-07-12-support').laterCounts[0].count = 90;
    },
    'statements/2019-07-12-support.json: laterList: expected partial, since 90 were counted and 51 are named',
  ],
  [
    'later joiners of a list that did not grow',
    (dataset) => {
      dataset.statement('2020-06-30-concern').laterList = 'full';
    },
    'statements/2020-06-30-concern.json: laterList: expected null but received full',
  ],
  [
    'later joiners known better than the list',
    (dataset) => {
      dataset.statement(CONCERN).list = 'partial';
      dataset.statement(CONCERN).laterList = 'full';
    },
    `${file}: laterList: expected partial at most`,
  ],
  [
    'a differing count that is the one announced',
    (dataset) => {
      dataset.statement('2022-09-26-support').differingCounts[0].count = 68;
    },
    'statements/2022-09-26-support.json: differingCounts.0.count: 68 is announced or counted later',
  ],
  [
    'differing counts out of order',
    (dataset) => {
      dataset.statement('2021-06-22-concern').differingCounts[0].count = 46;
    },
    'statements/2021-06-22-concern.json: differingCounts.1.count: expected the smallest first',
  ],
]);
