import { sourcesUsed } from '../../../data/checks/sources-used.ts';
import { CONCERN, describeCheck } from '../../support/check-cases.ts';

const file = 'statements/2019-07-08-concern.json';

describeCheck(sourcesUsed, [
  [
    'a source that nothing points to',
    (dataset) => {
      dataset.statement(CONCERN).contextSources = [];
    },
    `${file}: sources.11: nothing points to it`,
  ],
  [
    'a source of context that bears something out',
    (dataset) => {
      dataset.statement(CONCERN).contextSources = [0, 11];
    },
    `${file}: contextSources.0: another field points to source 0`,
  ],
  [
    'a page that is there twice',
    (dataset) => {
      const { sources } = dataset.statement(CONCERN);
      sources[3].url = sources[0].url;
    },
    `${file}: sources.3.url: is the address of source 0 too`,
  ],
  [
    'a page that is there twice beside a fact',
    ({ facts }) => {
      facts[0].sources.push(facts[0].sources[0]);
    },
    'facts.json: estimate-up-to-2-million: facts.0.sources.3.url: is the address of source 0 too',
  ],
  [
    'a remark on a source that is not there',
    (dataset) => {
      dataset.statement(CONCERN).sources[0].supports = 'seen only in the copy, source 99';
    },
    `${file}: sources.0.supports: there is no other source 99`,
  ],
  [
    'an original named without its copy',
    (dataset) => {
      for (const source of dataset.statement(CONCERN).sources) source.tier = source.url ? 'press' : source.tier;
    },
    `${file}: sources.14.url: expected its copy among the sources, as evidence`,
  ],
  [
    'evidence nobody can open',
    (dataset) => {
      dataset.statement(CONCERN).sources[1].url = null;
    },
    `${file}: sources.1.url: expected an address, since evidence is a page somebody can open`,
  ],
]);
