import { origins } from '../../../data/checks/origins.ts';
import { CONCERN, describeCheck } from '../../support/check-cases.ts';

const file = 'statements/2019-07-08-concern.json: listOrigins';

describeCheck(origins, [
  [
    'a source of two origins',
    (dataset) => {
      const { listOrigins } = dataset.statement(CONCERN);
      listOrigins[1].sources = listOrigins[0].sources;
    },
    `${file}: source 1 belongs to two origins`,
  ],
  [
    'a list from nowhere',
    (dataset) => {
      dataset.statement(CONCERN).listOrigins = [];
    },
    `${file}: expected where the names come from`,
  ],
]);
