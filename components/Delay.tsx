/** A slider for a span of time. */
import { useId } from 'preact/hooks';

interface DelayProps {
  readonly label: string;
  /** Milliseconds, as `most` is. */
  readonly value: number;
  readonly most: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

export function Delay({ label, value, most, disabled = false, onChange }: DelayProps) {
  const id = useId();
  return (
    <div class="us-field">
      <label for={id}>{label}</label>
      <div class="us-range">
        <input
          id={id}
          type="range"
          min={0}
          max={most}
          step={50}
          value={value}
          disabled={disabled}
          aria-valuetext={`${value} milliseconds`}
          onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
        <output for={id}>{value} ms</output>
      </div>
    </div>
  );
}
