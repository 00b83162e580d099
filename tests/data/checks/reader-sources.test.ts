import { readerSources } from '../../../data/checks/reader-sources.ts';
import { CONCERN, describeCheck } from '../../support/check-cases.ts';

const file = 'statements/2019-07-08-concern.json: readerSources';

describeCheck(readerSources, [
  [
    'a statement without a source for readers',
    (dataset) => {
      dataset.statement(CONCERN).readerSources = [];
    },
    `${file}: expected one to 4 but received 0`,
  ],
  [
    'more than a reader wants to see',
    (dataset) => {
      dataset.statement(CONCERN).readerSources = [5, 6, 7, 0, 2];
    },
    `${file}: expected one to 4 but received 5`,
  ],
  [
    'readers sent to evidence',
    (dataset) => {
      dataset.statement(CONCERN).readerSources = [1];
    },
    `${file}.0: source 1 is evidence, which readers are never sent to`,
  ],
  [
    'research before press',
    (dataset) => {
      dataset.statement(CONCERN).readerSources = [0, 5];
    },
    `${file}.1: source 5 is of a better tier than the one before it`,
  ],
  [
    'a page on the group before one on what it said',
    (dataset) => {
      dataset.statement('2024-10-22-support-gcc').readerSources.reverse();
    },
    'statements/2024-10-22-support-gcc.json: readerSources.1: source 0 is of a better tier',
  ],
  [
    'nothing that can be opened',
    (dataset) => {
      dataset.statement(CONCERN).readerSources = [14];
    },
    `${file}: expected one at least that has an address`,
  ],
]);
