import { counterparts } from '../../../data/checks/counterparts.ts';
import { CONCERN, describeCheck, SUPPORT } from '../../support/check-cases.ts';

const file = 'statements/2019-07-08-concern.json';

describeCheck(counterparts, [
  [
    'a counterpart that is not there',
    (dataset) => {
      dataset.statement(CONCERN).counterpart = '2019-07-13-support';
    },
    `${file}: counterpart: there is no statement 2019-07-13-support`,
  ],
  [
    'a counterpart that does not answer',
    (dataset) => {
      dataset.statement(CONCERN).counterpart = '2019-10-29-support';
    },
    `${file}: counterpart: 2019-10-29-support does not name this one in turn`,
  ],
  [
    'a counterpart of the same side',
    (dataset) => {
      dataset.statement(CONCERN).stance = 'support';
    },
    `${file}: counterpart: 2019-07-12-support is not of the other side`,
  ],
  [
    'a counterpart made elsewhere',
    (dataset) => {
      dataset.statement(SUPPORT).body = 'UNGA-3C';
    },
    `${file}: counterpart: 2019-07-12-support was made in another body`,
  ],
  [
    'a counterpart for a statement on something else',
    (dataset) => {
      dataset.statement(CONCERN).topics = ['hong-kong'];
    },
    `${file}: counterpart: expected null, since the statement is not about Xinjiang`,
  ],
  [
    'a counterpart for a group statement',
    (dataset) => {
      dataset.statement(CONCERN).group = { name: 'A group' };
    },
    `${file}: counterpart: expected null for a group statement`,
  ],
  [
    'a state on both sides of one pair',
    (dataset) => {
      dataset.statement(CONCERN).events[0].country = 'DZ';
    },
    `${file}: events: DZ stands on 2019-07-12-support too`,
  ],
]);
