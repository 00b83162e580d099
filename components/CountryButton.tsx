/** A country's name within a text, as a button to its record; and what countries in a card lead to. */
import { Fragment } from 'preact';
import type { ListedCountry } from '../data/popover-context.ts';
import type { CountryCode } from '../data/schema.ts';
import { useWords } from './words.ts';

export interface CountryWays {
  /** Open the record of a country. */
  readonly open: (code: CountryCode) => void;
  /** The reader's own country; null where none is set. */
  readonly own: CountryCode | null;
  /** Make a country the reader's own, or none; missing where that cannot be kept. */
  readonly setOwn?: (code: CountryCode | null) => void;
}

interface CountryButtonProps {
  readonly country: ListedCountry;
  readonly ways: CountryWays;
  /** Set off, as one that the reader is looking for. */
  readonly found?: boolean;
}

export function CountryButton({ country, ways, found = false }: CountryButtonProps) {
  return (
    <button type="button" class={found ? 'us-name us-found' : 'us-name'} onClick={() => ways.open(country.code)}>
      <bdi>{country.name}</bdi>
    </button>
  );
}

/** Names in a row, parted by commas, each with its remark. */
export function CountryNames({
  countries,
  ways,
  found = [],
}: {
  readonly countries: readonly ListedCountry[];
  readonly ways: CountryWays;
  readonly found?: readonly CountryCode[];
}) {
  const words = useWords();
  const separator = words.say('card.comma');
  const comma = separator.trimEnd();
  return (
    <>
      {countries.map((country, index) => {
        const isLast = index === countries.length - 1;
        return (
          <Fragment key={country.code}>
            {/* A line may end after a button, so its comma is held to it. */}
            <span class="us-unbroken">
              <CountryButton country={country} ways={ways} found={found.includes(country.code)} />
              {!country.remark && !isLast && comma}
            </span>
            {country.remark && (
              <>
                <small>{words.say('card.list.remark', { remark: country.remark })}</small>
                {!isLast && comma}
              </>
            )}
            {!isLast && separator.slice(comma.length)}
          </Fragment>
        );
      })}
    </>
  );
}
