/** Fields that more than one view has. */
import { useMemo } from 'preact/hooks';
import { REGIONAL_GROUPS } from '../../data/explorer/state.ts';
import { LANGUAGES, nameInItself } from '../../data/languages.ts';
import type { Words } from '../../data/messages.ts';
import type { Dataset } from '../../data/schema.ts';
import { useWords } from '../words.ts';
import type { ViewProps } from './view.ts';

/** The day as of which positions are told; empty: today. */
export function AsOfField({ dataset, state, ways }: ViewProps) {
  const { say } = useWords();
  return (
    <DayField
      label={say('explorer.asOf')}
      value={state.asOf}
      dataset={dataset}
      onChange={(asOf) => ways.go({ asOf }, { inPlace: true })}
    />
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly dataset: Dataset;
  /** A day, or null where the field is empty. */
  readonly onChange: (day: string | null) => void;
}

/** A day of the record. */
export function DayField({ label, value, dataset, onChange }: DayFieldProps) {
  const first = dataset.statements[0]?.date ?? '';
  const last = dataset.updated;
  return (
    <label>
      {label}{' '}
      <input
        class="us-select"
        type="date"
        min={first}
        max={last}
        value={value ?? ''}
        onChange={({ currentTarget }) => {
          const { value: day, validity } = currentTarget;
          // While a day is typed, it is none yet, or one of the year 2 on the way to 2019.
          if (!validity.badInput && (day === '' || (day >= first && day <= last))) onChange(day || null);
        }}
      />
    </label>
  );
}

/** In which language all of it is. */
export function LanguageField({ state, ways }: Pick<ViewProps, 'state' | 'ways'>) {
  const { say } = useWords();
  const languages = useMemo(() => LANGUAGES.map((tag) => ({ tag, name: nameInItself(tag) })), []);
  return (
    <label class="us-language-field">
      {say('explorer.language')}{' '}
      <select
        class="us-select"
        value={state.lang ?? ''}
        onChange={({ currentTarget }) => ways.go({ lang: LANGUAGES.find((tag) => tag === currentTarget.value) ?? null })}
      >
        <option value="">{say('explorer.language.browser')}</option>
        {languages.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Every country, by name in the reader's language. */
export function CountryOptions({ dataset }: { readonly dataset: Dataset }) {
  const words = useWords();
  return (
    <>
      {namedCountries(dataset, words).map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </>
  );
}

/** Every regional group. */
export function GroupOptions() {
  const { say } = useWords();
  return (
    <>
      {REGIONAL_GROUPS.map((group) => (
        <option key={group} value={group}>
          {say(`card.regionalGroup.${group}`)}
        </option>
      ))}
    </>
  );
}

type NamedCountries = readonly { readonly code: string; readonly name: string }[];

/** By name in the reader's language; the same list for as long as the language is the same. */
export function namedCountries(dataset: Dataset, words: Words): NamedCountries {
  const known = namedIn.get(words);
  if (known?.dataset === dataset) return known.countries;
  const countries = dataset.countries
    .map((country) => ({ code: country.code, name: words.country(country) }))
    .toSorted((a, b) => words.compare(a.name, b.name));
  namedIn.set(words, { dataset, countries });
  return countries;
}

const namedIn = new WeakMap<Words, { readonly dataset: Dataset; readonly countries: NamedCountries }>();
