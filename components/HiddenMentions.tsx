/** The words and single mentions that are not marked, each with a way back, and one for all of them. */
import { useRef } from 'preact/hooks';
import { hiddenMention } from '../data/hiding.ts';
import type { Settings } from '../data/settings.ts';

type Hidden = Pick<Settings, 'hiddenTerms' | 'hiddenMentions'>;

interface HiddenMentionsProps {
  readonly settings: Hidden;
  readonly onSet: (values: Partial<Hidden>) => void;
}

export function HiddenMentions({ settings: { hiddenTerms, hiddenMentions }, onSet }: HiddenMentionsProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const count = hiddenTerms.length + hiddenMentions.length;

  function set(values: Partial<Hidden>) {
    onSet(values);
    // The button that had the focus goes with its row.
    heading.current?.focus();
  }
  const row = (key: string, name: string, values: () => Partial<Hidden>) => (
    <li key={key}>
      <span>{name}</span>
      <button type="button" class="us-button" aria-label={`Show ${name} again`} onClick={() => set(values())}>
        Show again
      </button>
    </li>
  );

  return (
    <section class="us-field">
      <h2 ref={heading} tabIndex={-1}>
        Hidden words and mentions{count > 0 && ` · ${count}`}
      </h2>
      {count === 0 ? (
        <p class="us-sub">None. A mention is hidden from its card, there alone or its words everywhere.</p>
      ) : (
        <>
          <ul class="us-sites">
            {hiddenTerms.map((term) =>
              row(`term ${term}`, `“${term}” everywhere`, () => ({ hiddenTerms: hiddenTerms.filter((each) => each !== term) })),
            )}
            {hiddenMentions.map((key) =>
              row(`mention ${key}`, mentionInWords(key), () => ({
                hiddenMentions: hiddenMentions.filter((each) => each !== key),
              })),
            )}
          </ul>
          {count > 1 && (
            <button type="button" class="us-button" onClick={() => set({ hiddenTerms: [], hiddenMentions: [] })}>
              Show all again
            </button>
          )}
        </>
      )}
    </section>
  );
}

function mentionInWords(key: string): string {
  const { site, text } = hiddenMention(key);
  return `“${text}” ${site ? `once on ${site}` : 'once on a page'}`;
}
