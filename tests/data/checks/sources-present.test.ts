import { sourcesPresent } from '../../../data/checks/sources-present.ts';
import { CONCERN, describeCheck, VOTE } from '../../support/check-cases.ts';

const file = 'statements/2019-07-08-concern.json';
const outOfRange = 'expected the position of one of 16 sources but received 99';

describeCheck(sourcesPresent, [
  [
    'an event that rests on no source there is',
    (dataset) => {
      dataset.statement(CONCERN).events[0].sources = [99];
    },
    `${file}: events.0.sources.0: ${outOfRange}`,
  ],
  [
    'a source that counts twice',
    (dataset) => {
      dataset.statement(CONCERN).events[0].sources = [1, 1];
    },
    `${file}: events.0.sources.1: 1 is there twice`,
  ],
  [
    'votes that rest on no source there is',
    (dataset) => {
      dataset.statement(VOTE).votes.sources.no = [99];
    },
    'statements/2022-10-06-vote.json: votes.sources.no.0: expected the position of one of',
  ],
  [
    'a membership that rests on no source there is',
    (dataset) => {
      dataset.statement('2024-10-22-support-gcc').group.sources = [99];
    },
    'statements/2024-10-22-support-gcc.json: group.sources.0: expected the position of one of',
  ],
  [
    'an origin that rests on no source there is',
    (dataset) => {
      dataset.statement(CONCERN).listOrigins[0].sources = [99];
    },
    `${file}: listOrigins.0.sources.0: ${outOfRange}`,
  ],
  [
    'a later count that rests on no source there is',
    (dataset) => {
      dataset.statement(CONCERN).laterCounts[0].sources = [99];
    },
    `${file}: laterCounts.0.sources.0: ${outOfRange}`,
  ],
  [
    'a quotation from no source there is',
    (dataset) => {
      dataset.statement(CONCERN).quotes[0].source = 99;
    },
    `${file}: quotes.0.source: ${outOfRange}`,
  ],
  [
    'readers sent to no source there is',
    (dataset) => {
      dataset.statement(CONCERN).readerSources = [99];
    },
    `${file}: readerSources.0: ${outOfRange}`,
  ],
  [
    'context from no source there is',
    (dataset) => {
      dataset.statement(CONCERN).contextSources = [99];
    },
    `${file}: contextSources.0: ${outOfRange}`,
  ],
  [
    'a number without a source',
    (dataset) => {
      dataset.statement(CONCERN).announcedSources = [];
    },
    `${file}: announcedSources: expected a source of the number announced`,
  ],
  [
    'a source of a number that was not announced',
    (dataset) => {
      dataset.statement(VOTE).announcedSources = [0];
    },
    'statements/2022-10-06-vote.json: announcedSources: expected none',
  ],
]);
