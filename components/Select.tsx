/** One of many, in a list that unfolds. */
import { useId } from 'preact/hooks';
import { useWords } from './words.ts';

interface SelectProps {
  readonly label: string;
  readonly hint?: string;
  /** `language` where an option is not in that of the page. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly language?: string }[];
  readonly value: string;
  /** An administrator has set it. */
  readonly managed?: boolean;
  readonly onChange: (value: string) => void;
}

export function Select({ label, hint, options, value, managed = false, onChange }: SelectProps) {
  const id = useId();
  const words = useWords();
  const note = managed ? words.say('options.managed.note') : hint;
  return (
    <div class="us-field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="us-select"
        value={value}
        disabled={managed}
        aria-describedby={note && `${id}-note`}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.language}>
            {option.label}
          </option>
        ))}
      </select>
      {note && (
        <p class="us-small" id={`${id}-note`}>
          {note}
        </p>
      )}
    </div>
  );
}
