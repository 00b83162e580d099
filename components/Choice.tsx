/** One of several, as radio buttons: all choices are seen before one is made. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { ManagedNote } from './ManagedNote.tsx';

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly value: Value;
  /** An administrator has set it. */
  readonly managed?: boolean;
  readonly onChange: (value: Value) => void;
  /** Shown below the options. */
  readonly children?: ComponentChildren;
}

export function Choice<Value extends string>({
  legend,
  options,
  value,
  managed = false,
  onChange,
  children,
}: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset disabled={managed} aria-describedby={managed ? `${name}-managed` : undefined}>
      <legend>{legend}</legend>
      <div class="us-options">
        {options.map(([option, label]) => (
          <label key={option} class="us-option">
            <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
            {label}
          </label>
        ))}
      </div>
      {managed && <ManagedNote id={`${name}-managed`} />}
      {children}
    </fieldset>
  );
}
