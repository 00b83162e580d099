import { hosts } from '../../../data/checks/hosts.ts';
import { CONCERN, describeCheck, SUPPORT } from '../../support/check-cases.ts';

describeCheck(hosts, [
  [
    'a host nobody has looked at',
    (dataset) => {
      dataset.statement(CONCERN).sources[0].url = 'https://mirror.example.org/list';
    },
    'statements/2019-07-08-concern.json: sources.0.url: nobody has classified mirror.example.org',
  ],
  [
    'a host nobody has looked at, beside a fact',
    ({ facts }) => {
      facts[0].sources[0].url = 'https://mirror.example.org/list';
    },
    'facts.json: estimate-up-to-2-million: facts.0.sources.0.url: nobody has classified mirror.example.org',
  ],
  [
    'a blog as a source for readers',
    (dataset) => {
      dataset.statement(SUPPORT).sources[0].tier = 'press';
    },
    'statements/2019-07-12-support.json: sources.0.tier: elderofziyon.blogspot.com is evidence, not press',
  ],
  [
    'an original without a link in another tier than its publisher',
    (dataset) => {
      dataset.statement('2022-09-26-support').sources[6].tier = 'press';
    },
    'statements/2022-09-26-support.json: sources.6.tier: SWI swissinfo.ch is state-media, not press',
  ],
  [
    'a host that no source is on',
    ({ hosts }) => {
      hosts.push({ host: 'z.example.org', publisher: 'Somebody', tiers: ['press'] });
    },
    'hosts.json: z.example.org: hosts.',
  ],
  [
    'a tier that no source on the host has',
    ({ hosts }) => {
      Object.assign(hosts[0], { tiers: ['press', 'evidence'], reason: 'Both.' });
    },
    'hosts.json: 346516.sa-vvyhk.tech: hosts.0.tiers: no source there is press',
  ],
  [
    'a host of two tiers without a reason',
    ({ hosts }) => {
      Object.assign(hosts[0], { tiers: ['press', 'evidence'], reason: undefined });
    },
    'hosts.json: 346516.sa-vvyhk.tech: hosts.0.reason: expected, since it has more than one tier',
  ],
]);
