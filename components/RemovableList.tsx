/** A list under a heading, each entry with a way off it. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { ManagedNote } from './ManagedNote.tsx';
import { useWords } from './words.ts';

interface RemovableListProps {
  readonly heading: string;
  readonly entries: readonly string[];
  /** An administrator has set it: there is no way off the list. */
  readonly managed: boolean;
  readonly onChange: (entries: string[]) => void;
  /** Said where there is none. */
  readonly children: ComponentChildren;
}

export function RemovableList({ heading, entries, managed, onChange, children }: RemovableListProps) {
  const words = useWords();
  const headingRef = useRef<HTMLHeadingElement>(null);

  function remove(entry: string) {
    onChange(entries.filter((each) => each !== entry));
    // The button that had the focus goes with its row.
    headingRef.current?.focus();
  }

  return (
    <section class="us-field">
      <h3 ref={headingRef} tabIndex={-1}>
        {heading}
      </h3>
      {managed && <ManagedNote />}
      {entries.length === 0 ? (
        <p class="us-sub">{children}</p>
      ) : (
        <ul class="us-sites">
          {entries.map((entry) => (
            <li key={entry}>
              <span dir="ltr">{entry}</span>
              {!managed && (
                <button
                  type="button"
                  class="us-button"
                  aria-label={words.say('options.list.removeEntry', { entry })}
                  onClick={() => remove(entry)}
                >
                  {words.say('options.list.remove')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
