import { wording } from '../../../data/checks/wording.ts';
import { CONCERN, describeCheck, SUPPORT } from '../../support/check-cases.ts';

describeCheck(wording, [
  [
    'a loaded word in a summary',
    (dataset) => {
      dataset.statement(CONCERN).summary = 'The letter slammed China.';
    },
    'statements/2019-07-08-concern.json: summary: "slammed" is louder than what was done. Say instead: voiced concern.',
  ],
  [
    'its like on the other side',
    (dataset) => {
      dataset.statement(SUPPORT).summary = 'The letter hailed China.';
    },
    'statements/2019-07-12-support.json: summary: "hailed" is louder than what was done. Say instead: voiced support',
  ],
  [
    'a loaded word in a caveat',
    (dataset) => {
      dataset.statement(CONCERN).caveats.push('Others refused to sign.');
    },
    'statements/2019-07-08-concern.json: caveats.3: "refused to sign" makes an act of an absence',
  ],
  [
    'a loaded word in a remark',
    (dataset) => {
      dataset.statement(CONCERN).events[0].note = 'An ally.';
    },
    'statements/2019-07-08-concern.json: events.0.note: "ally" makes a group of states',
  ],
  [
    'a loaded word in the name of a source of the Council',
    ({ council }) => {
      council[0].sources[0].publisher = 'The regime';
    },
    'council.json: 2022: years.0.sources.0.publisher: "regime"',
  ],
  [
    'a loaded word in a claim',
    ({ facts }) => {
      facts[0].claim = 'The regime said so.';
    },
    'facts.json: estimate-up-to-2-million: facts.0.claim: "regime" denies that a government is one',
  ],
]);
