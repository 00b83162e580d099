import { ids } from '../../../data/checks/ids.ts';
import { CONCERN, describeCheck } from '../../support/check-cases.ts';

describeCheck(ids, [
  [
    "a day that is not the id's",
    (dataset) => {
      dataset.statement(CONCERN).date = '2019-07-07';
    },
    'statements/2019-07-08-concern.json: id: expected to start with the day, 2019-07-07',
  ],
  [
    "a side that is not the id's",
    (dataset) => {
      dataset.statement('2022-09-13-support').stance = 'concern';
    },
    'statements/2022-09-13-support.json: id: expected concern after the day',
  ],
  [
    'a fact twice',
    ({ facts }) => {
      facts[1].id = facts[0].id;
    },
    'facts.json: estimate-up-to-2-million: facts.1.id: estimate-up-to-2-million is there twice',
  ],
  [
    'a fact beside a statement that is not there',
    ({ facts }) => {
      facts[0].statements = ['2019-07-09-concern'];
    },
    'facts.json: estimate-up-to-2-million: facts.0.statements.0: there is no statement 2019-07-09-concern',
  ],
  [
    'a fact twice beside one statement',
    ({ facts }) => {
      facts[0].statements = [CONCERN, CONCERN];
    },
    'facts.json: estimate-up-to-2-million: facts.0.statements.1: 2019-07-08-concern is there twice',
  ],
]);
