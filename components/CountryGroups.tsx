/** Countries under headings that say how many there are. */
import { capitalised } from '../data/in-words.ts';
import type { CountryGroup } from '../data/popover-context.ts';
import type { CountryCode } from '../data/schema.ts';
import { CountryNames, type CountryWays } from './CountryButton.tsx';
import { useWords } from './words.ts';

interface CountryGroupsProps {
  readonly groups: readonly CountryGroup[];
  /** Those the reader is looking for: they are set off by weight and a line. */
  readonly found: readonly CountryCode[];
  readonly ways: CountryWays;
}

export function CountryGroups({ groups, found, ways }: CountryGroupsProps) {
  return (
    <dl class="us-groups">
      {groups.map((group) => (
        <CountryRow key={group.label} group={group} found={found} ways={ways} />
      ))}
    </dl>
  );
}

function CountryRow({ group, found, ways }: Omit<CountryGroupsProps, 'groups'> & { readonly group: CountryGroup }) {
  const words = useWords();
  return (
    <>
      <dt>
        {capitalised(group.label, words)} · {words.number(group.countries.length)}
      </dt>
      <dd>
        <CountryNames countries={group.countries} ways={ways} found={found} />
      </dd>
    </>
  );
}
