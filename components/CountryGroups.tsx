/** Countries under headings that say how many there are. */
import type { CountryGroup } from '../data/popover-context.ts';
import type { CountryCode } from '../data/schema.ts';

/** `found` are countries the reader is looking for: they are set off by weight and a line. */
export function CountryGroups({ groups, found }: { groups: readonly CountryGroup[]; found: readonly CountryCode[] }) {
  return (
    <dl class="us-groups">
      {groups.map((group) => (
        <CountryRow key={group.label} group={group} found={found} />
      ))}
    </dl>
  );
}

function CountryRow({ group, found }: { group: CountryGroup; found: readonly CountryCode[] }) {
  return (
    <>
      <dt>
        {group.label} · {group.countries.length}
      </dt>
      <dd>
        {group.countries.map((country, index) => (
          <span key={country.code}>
            {index > 0 && ', '}
            <span class={found.includes(country.code) ? 'us-found' : undefined}>{country.name}</span>
            {country.remark && <small> ({country.remark})</small>}
          </span>
        ))}
      </dd>
    </>
  );
}
