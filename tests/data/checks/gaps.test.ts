import { gaps } from '../../../data/checks/gaps.ts';
import { CONCERN, describeCheck } from '../../support/check-cases.ts';

describeCheck(gaps, [
  [
    'a list that is not full and does not say so',
    (dataset) => {
      dataset.statement('2021-09-24-support').caveats = [];
    },
    'statements/2021-09-24-support.json: caveats: expected one at least, since the list is partial',
  ],
  [
    'unknown later joiners of whom readers are not told',
    (dataset) => {
      dataset.statement(CONCERN).caveats = [];
    },
    'statements/2019-07-08-concern.json: caveats: expected one at least, since not all who joined later are known',
  ],
  [
    'a record of low confidence that does not say why',
    (dataset) => {
      Object.assign(dataset.statement('2020-06-30-concern'), { caveats: [], confidence: 'low' });
    },
    'statements/2020-06-30-concern.json: caveats: expected one at least, since confidence is low',
  ],
]);
