/** Every host that a source is on was looked at by somebody: what readers are sent to is decided once for it, not link by link. */
import { type Check, type Found, inSourceLists } from './check.ts';

export const hosts: Check = {
  name: 'hosts',
  rule: 'The host of every source is in hosts.json, allows the source its tier, and each host there is used.',
  run: (dataset) => {
    const known = new Map(dataset.hosts.map((each) => [each.host, each]));
    const used = new Set<string>();
    const found: Found[] = inSourceLists((sources, say) => {
      sources.forEach(({ url, tier }, index) => {
        if (url === null) return;
        const { host } = new URL(url);
        const entry = known.get(host);
        used.add(host);
        if (!entry)
          say(
            `sources.${index}.url`,
            `nobody has classified ${host}`,
            'Find out who publishes there, and add it to hosts.json with the tiers its sources may have.',
          );
        else if (!entry.tiers.includes(tier))
          say(
            `sources.${index}.tier`,
            `${host} is ${entry.tiers.join(' or ')}, not ${tier}`,
            'Correct the tier here or, with a reason, in hosts.json.',
          );
      });
    })(dataset);
    const ofHosts = dataset.hosts.flatMap(({ host, tiers, reason }, index) => {
      const say = (field: string, what: string, fix: string): Found => ({
        file: 'hosts.json',
        record: host,
        field: `hosts.${index}.${field}`,
        what,
        fix,
      });
      return [
        ...(used.has(host) ? [] : [say('host', 'no source is on it', 'Delete it.')]),
        ...(tiers.length > 1 && !reason ? [say('reason', 'expected, since it has more than one tier', 'Say why.')] : []),
      ];
    });
    return [...found, ...ofHosts];
  },
};
