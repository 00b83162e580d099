/** A number set by a slider, with what it means beside it. */
import { useId } from 'preact/hooks';
import { ManagedNote } from './ManagedNote.tsx';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most: number;
  readonly step: number;
  /** What the value is counted in, short to show and in full for assistive technology. */
  readonly unit: { readonly short: string; readonly long: string };
  readonly disabled?: boolean;
  /** An administrator has set it. */
  readonly managed?: boolean;
  readonly onChange: (value: number) => void;
}

export function Slider({ label, value, least = 0, most, step, unit, disabled = false, managed = false, onChange }: SliderProps) {
  const id = useId();
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
          aria-valuetext={`${value} ${unit.long}`}
          onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
        <output for={id}>
          {value} {unit.short}
        </output>
      </div>
      {managed && <ManagedNote id={`${id}-managed`} />}
    </div>
  );
}
