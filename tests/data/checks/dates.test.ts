import { dates } from '../../../data/checks/dates.ts';
import { CONCERN, describeCheck, type Loose, SUPPORT } from '../../support/check-cases.ts';

describeCheck(dates, [
  [
    'a statement public before it was made',
    (dataset) => {
      dataset.statement(CONCERN).madePublic = '2019-07-07';
    },
    'statements/2019-07-08-concern.json: madePublic: expected a day not before 2019-07-08',
  ],
  [
    'a signature before the statement',
    (dataset) => {
      dataset.statement(CONCERN).events[0].date = '2019-07-07';
    },
    'statements/2019-07-08-concern.json: events.0.date: expected a day not before 2019-07-08',
  ],
  [
    'an event public before it happened',
    (dataset) => {
      dataset.statement(SUPPORT).events.find((each: Loose) => each.type === 'withdrew').madePublic = '2019-06';
    },
    'statements/2019-07-12-support.json: events.51.madePublic: expected no day before 2019-07-18',
  ],
  [
    'a later signature not marked so',
    (dataset) => {
      dataset.statement(CONCERN).events[0].date = '2019-07-09';
    },
    'statements/2019-07-08-concern.json: events.0.type: expected joined, since AT signed after 2019-07-08',
  ],
  [
    'a later signature not marked so, on a day that is not certain',
    (dataset) => {
      Object.assign(dataset.statement(CONCERN).events[0], {
        date: { from: '2019-07-09', to: '2019-07-10' },
        note: 'Sources differ.',
      });
    },
    'statements/2019-07-08-concern.json: events.0.type: expected joined, since AT signed after 2019-07-08',
  ],
  [
    'a record older than an event',
    (dataset) => {
      Object.assign(dataset.statement(CONCERN).events.at(-1), { date: '2035-01-01' });
    },
    'record.json: updated: expected a day not before 2035-01-01, of 2019-07-08-concern, events.22',
  ],
  [
    'a record older than a fact',
    ({ facts }) => {
      facts[0].date = '2035';
    },
    'record.json: updated: expected a day not before 2035, of estimate-up-to-2-million',
  ],
  [
    'an unknown day without an explanation',
    (dataset) => {
      delete dataset.statement(SUPPORT).events.find((each: Loose) => each.country === 'YE').note;
    },
    'statements/2019-07-12-support.json: events.36.note: expected an explanation',
  ],
  [
    'a later count from before',
    (dataset) => {
      dataset.statement(CONCERN).laterCounts[0].date = '2019-06';
    },
    'statements/2019-07-08-concern.json: laterCounts.0.date: expected a day not before 2019-07-08',
  ],
  [
    'a record older than a statement',
    (dataset) => {
      dataset.updated = '2025-01-01';
    },
    'record.json: updated: expected a day not before 2025-11-21, of 2025-11-21-concern',
  ],
]);
