/** The words and single mentions that are not marked, each with a way back, and one for all of them. */
import { useRef } from 'preact/hooks';
import { hiddenMention } from '../data/hiding.ts';
import type { SettingName, Settings } from '../data/settings.ts';
import { MANAGED } from './ManagedNote.tsx';

type Hidden = Pick<Settings, 'hiddenTerms' | 'hiddenMentions'>;

interface HiddenMentionsProps {
  readonly settings: Hidden;
  /** Those an administrator has set. */
  readonly managed: readonly SettingName[];
  readonly onSet: (values: Partial<Hidden>) => void;
}

export function HiddenMentions({ settings, managed, onSet }: HiddenMentionsProps) {
  const { hiddenTerms, hiddenMentions } = settings;
  const heading = useRef<HTMLHeadingElement>(null);
  /** What the reader can take back. */
  const own = (['hiddenTerms', 'hiddenMentions'] as const).filter((name) => !managed.includes(name));
  const clearable = own.reduce((sum, name) => sum + settings[name].length, 0);
  const count = hiddenTerms.length + hiddenMentions.length;

  function set(values: Partial<Hidden>) {
    onSet(values);
    // The button that had the focus goes with its row.
    heading.current?.focus();
  }
  const row = (setting: keyof Hidden, entry: string, name: string) => (
    <li key={`${setting} ${entry}`}>
      <span>
        {name}
        {managed.includes(setting) && <small> {MANAGED}</small>}
      </span>
      {!managed.includes(setting) && (
        <button
          type="button"
          class="us-button"
          aria-label={`Show ${name} again`}
          onClick={() => set({ [setting]: settings[setting].filter((each) => each !== entry) })}
        >
          Show again
        </button>
      )}
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
            {hiddenTerms.map((term) => row('hiddenTerms', term, `“${term}” everywhere`))}
            {hiddenMentions.map((key) => row('hiddenMentions', key, mentionInWords(key)))}
          </ul>
          {clearable > 1 && (
            <button type="button" class="us-button" onClick={() => set(Object.fromEntries(own.map((name) => [name, []])))}>
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
