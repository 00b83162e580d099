/** A number set by a slider, with what it means beside it. */
import { useId } from 'preact/hooks';
import { ManagedNote } from './ManagedNote.tsx';
import { useWords } from './words.ts';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most: number;
  readonly step: number;
  /** What the value is counted in. */
  readonly unit: 'milliseconds' | 'pixels';
  readonly disabled?: boolean;
  /** An administrator has set it. */
  readonly managed?: boolean;
  readonly onChange: (value: number) => void;
}

export function Slider({ label, value, least = 0, most, step, unit, disabled = false, managed = false, onChange }: SliderProps) {
  const id = useId();
  const words = useWords();
  return (
    <div class="us-field">
      <label for={id}>{label}</label>
      <div class="us-range">
        <input
          id={id}
          type="range"
          min={least}
          max={most}
          step={step}
          value={value}
          disabled={disabled || managed}
          aria-describedby={managed ? `${id}-managed` : undefined}
          aria-valuetext={words.say(`options.${unit}.long`, { count: value })}
          onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
        <output for={id}>{words.say(`options.${unit}.short`, { count: value })}</output>
      </div>
      {managed && <ManagedNote id={`${id}-managed`} />}
    </div>
  );
}
