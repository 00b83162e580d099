/** A list under a heading, each entry with a way off it. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface RemovableListProps {
  readonly heading: string;
  readonly entries: readonly string[];
  /** How an entry is told to a reader; as it is unless said. */
  readonly nameOf?: (entry: string) => string;
  readonly onChange: (entries: string[]) => void;
  /** Said where there is none. */
  readonly children: ComponentChildren;
}

export function RemovableList({ heading, entries, nameOf = (entry) => entry, onChange, children }: RemovableListProps) {
  const headingRef = useRef<HTMLHeadingElement>(null);

  function remove(entry: string) {
    onChange(entries.filter((each) => each !== entry));
    // The button that had the focus goes with its row.
    headingRef.current?.focus();
  }

  return (
    <section class="us-field">
      <h2 ref={headingRef} tabIndex={-1}>
        {heading}
      </h2>
      {entries.length === 0 ? (
        <p class="us-sub">{children}</p>
      ) : (
        <ul class="us-sites">
          {entries.map((entry) => (
            <li key={entry}>
              <span>{nameOf(entry)}</span>
              <button type="button" class="us-button" aria-label={`Remove ${nameOf(entry)}`} onClick={() => remove(entry)}>
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
