/** Makes a group of the reader's own out of any countries. */
import { useSignal } from '@preact/signals';
import { type Member, memberOf } from '../../data/explorer/state.ts';
import { findCountries } from '../../data/queries.ts';
import type { CountryCode, Dataset } from '../../data/schema.ts';
import { useWords } from '../words.ts';
import { namedCountries } from './fields.tsx';

interface OwnGroupProps {
  readonly dataset: Dataset;
  readonly onAdd: (member: Member) => void;
}

export function OwnGroup({ dataset, onAdd }: OwnGroupProps) {
  const words = useWords();
  const { say } = words;
  const chosen = useSignal<readonly CountryCode[]>([]);
  const filter = useSignal('');
  const countries = namedCountries(dataset, words);
  const asked = filter.value.trim();
  const found = new Set(asked === '' ? [] : findCountries(dataset, asked, words).map(({ code }) => code));
  const shown = countries.filter(({ code }) => asked === '' || found.has(code));
  return (
    <details class="us-own-group">
      <summary>{say('explorer.compare.ownGroup')}</summary>
      <input
        type="search"
        class="us-select"
        aria-label={say('explorer.compare.ownGroupFilter')}
        placeholder={say('explorer.compare.ownGroupFilter')}
        value={filter.value}
        onInput={({ currentTarget }) => {
          filter.value = currentTarget.value;
        }}
      />
      <fieldset>
        <legend class="us-for-readers">{say('explorer.countries')}</legend>
        {shown.map(({ code, name }) => (
          <label key={code} class="us-option">
            <input
              type="checkbox"
              checked={chosen.value.includes(code)}
              onChange={({ currentTarget }) => {
                const others = chosen.value.filter((each) => each !== code);
                chosen.value = currentTarget.checked ? [...others, code] : others;
              }}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        class="us-button"
        disabled={chosen.value.length < 2}
        onClick={() => {
          onAdd(memberOf(chosen.value));
          chosen.value = [];
        }}
      >
        {say('explorer.compare.ownGroupAdd', { count: chosen.value.length })}
      </button>
    </details>
  );
}
