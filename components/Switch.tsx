/** A setting that is on or off, effective at once. */
import { useWords } from './words.ts';

interface SwitchProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  /** An administrator has set it. */
  readonly managed?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Switch({ label, hint, checked, disabled = false, managed = false, onChange }: SwitchProps) {
  const words = useWords();
  return (
    <label class="us-switch">
      <span>
        {label}
        {hint && <small>{hint}</small>}
        {managed && <small>{words.say('options.managed.note')}</small>}
      </span>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its own state
        role="switch"
        checked={checked}
        disabled={disabled || managed}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
