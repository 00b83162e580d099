/** Every host that a source is on was looked at by somebody: what readers are sent to is decided once for it, not link by link. */
import type { DatasetRecord, Host, SourceRecord } from '../schema.ts';
import { type Check, collect, type Found, inSourceLists } from './check.ts';

export const hosts: Check = {
  name: 'hosts',
  rule: 'The host of every source is in hosts.json and allows it its tier, as does its publisher where it has no link; no host is for nothing.',
  run: (dataset) => [...ofSources(dataset), ...ofHosts(dataset)],
};

function ofSources(dataset: DatasetRecord): Found[] {
  return inSourceLists((sources, say) => {
    sources.forEach((source, index) => {
      const entries = entriesOf(source, dataset.hosts);
      const [first] = entries;
      if (!first && source.url !== null)
        say(
          `sources.${index}.url`,
          `nobody has classified ${new URL(source.url).host}`,
          'Find out who publishes there, and add it to hosts.json with the tiers its sources may have.',
        );
      if (first && !entries.some(({ tiers }) => tiers.includes(source.tier)))
        say(
          `sources.${index}.tier`,
          `${source.url === null ? source.publisher : first.host} is ${first.tiers.join(' or ')}, not ${source.tier}`,
          'Correct the tier here or, with a reason, in hosts.json.',
        );
    });
  })(dataset);
}

/** The entry of the source's host; where it has no link, those of hosts of its publisher, "Reuters" for "Reuters (Fisco)" too. */
function entriesOf({ publisher, url }: SourceRecord, hosts: readonly Host[]): Host[] {
  if (url !== null) return hosts.filter(({ host }) => host === new URL(url).host);
  return hosts.filter((each) => publisher === each.publisher || publisher.startsWith(`${each.publisher} (`));
}

function ofHosts({ council, facts, hosts, statements }: DatasetRecord): Found[] {
  const sources = [...statements, ...facts, ...council].flatMap((record) => record.sources);
  const used = new Set(
    sources.flatMap(({ url, tier }) => (url === null ? [] : [new URL(url).host, `${new URL(url).host} ${tier}`])),
  );
  return hosts.flatMap(({ host, tiers, reason }, index) =>
    collect('hosts.json', host, `hosts.${index}.`, (say) => {
      if (!used.has(host)) say('host', 'no source is on it', 'Delete it, unless an address is mistyped.');
      else
        for (const tier of tiers) if (!used.has(`${host} ${tier}`)) say('tiers', `no source there is ${tier}`, 'Leave it out.');
      if (tiers.length > 1 && !reason) say('reason', 'expected, since it has more than one tier', 'Say why.');
    }),
  );
}
