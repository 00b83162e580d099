import { withdrawals } from '../../../data/checks/withdrawals.ts';
import { describeCheck, type Loose, SUPPORT } from '../../support/check-cases.ts';

const withdrawal = (statement: Loose) => statement.events.find((each: Loose) => each.type === 'withdrew');

describeCheck(withdrawals, [
  [
    'a withdrawal before signing',
    (dataset) => {
      withdrawal(dataset.statement(SUPPORT)).date = '2019-07-11';
    },
    'statements/2019-07-12-support.json: events.51.date: expected a day not before it signed, 2019-07-12',
  ],
  [
    'a withdrawal that may have been before joining',
    (dataset) => {
      Object.assign(withdrawal(dataset.statement(SUPPORT)), { country: 'YE', date: { from: '2019-07-20', to: '2019-07-21' } });
    },
    'statements/2019-07-12-support.json: events.51.date: expected a day not before it signed, 2019-08-31',
  ],
  [
    'a withdrawal of a state that never signed',
    (dataset) => {
      withdrawal(dataset.statement(SUPPORT)).country = 'DE';
    },
    'statements/2019-07-12-support.json: events.51.country: DE never signed',
  ],
]);
