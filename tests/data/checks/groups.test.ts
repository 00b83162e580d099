import { groups } from '../../../data/checks/groups.ts';
import { describeCheck } from '../../support/check-cases.ts';

const GROUP = '2024-10-22-support-gcc';

describeCheck(groups, [
  [
    'a group statement that does not say whose description it is',
    (dataset) => {
      delete dataset.statement(GROUP).stanceBasis;
    },
    `statements/${GROUP}.json: stanceBasis: expected, since only the group is named`,
  ],
  [
    'a group statement about something that is known',
    (dataset) => {
      dataset.statement(GROUP).topics = ['xinjiang'];
    },
    `statements/${GROUP}.json: topics: expected none`,
  ],
]);
