/** The words and single mentions that are not marked, each with a way back, and one for all of them. */
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { hiddenMention } from '../data/hiding.ts';
import type { Words } from '../data/messages.ts';
import type { SettingName, Settings } from '../data/settings.ts';
import { useFocusHeir } from './PassingButton.tsx';
import { useWords } from './words.ts';

type Hidden = Pick<Settings, 'hiddenTerms' | 'hiddenMentions'>;

interface HiddenMentionsProps {
  readonly settings: Hidden;
  /** Those an administrator has set. */
  readonly managed: readonly SettingName[];
  /** Takes the focus over where the list goes with its last entry. */
  readonly heir?: RefObject<HTMLElement | null>;
  readonly onSet: (values: Partial<Hidden>) => void;
}

export function HiddenMentions({ settings, managed, heir, onSet }: HiddenMentionsProps) {
  const { hiddenTerms, hiddenMentions } = settings;
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusHeir(heading, heir);
  /** What the reader can take back. */
  const own = (['hiddenTerms', 'hiddenMentions'] as const).filter((name) => !managed.includes(name));
  const clearable = own.reduce((sum, name) => sum + settings[name].length, 0);
  const count = hiddenTerms.length + hiddenMentions.length;

  function set(values: Partial<Hidden>) {
    onSet(values);
    // The button that had the focus goes with its row.
    heading.current?.focus();
  }
  const row = (setting: keyof Hidden, entry: string, what: string) => (
    <li key={`${setting} ${entry}`}>
      <span>
        {what}
        {managed.includes(setting) && <small> {words.say('options.managed.note')}</small>}
      </span>
      {!managed.includes(setting) && (
        <button
          type="button"
          class="us-button"
          aria-label={words.say('popup.hidden.show.name', { what })}
          onClick={() => set({ [setting]: settings[setting].filter((each) => each !== entry) })}
        >
          {words.say('popup.hidden.show')}
        </button>
      )}
    </li>
  );

  return (
    <section class="us-field">
      <h2 ref={heading} tabIndex={-1}>
        {words.say('popup.hidden.title')}
        {count > 0 && ` · ${words.number(count)}`}
      </h2>
      {count === 0 ? (
        <p class="us-sub">{words.say('popup.hidden.none')}</p>
      ) : (
        <>
          <ul class="us-sites">
            {hiddenTerms.map((term) => row('hiddenTerms', term, words.say('popup.hidden.term', { text: term })))}
            {hiddenMentions.map((key) => row('hiddenMentions', key, mentionInWords(key, words)))}
          </ul>
          {clearable > 1 && (
            <button type="button" class="us-button" onClick={() => set(Object.fromEntries(own.map((name) => [name, []])))}>
              {words.say('popup.hidden.showAll')}
            </button>
          )}
        </>
      )}
    </section>
  );
}

function mentionInWords(key: string, words: Words): string {
  const { site, text } = hiddenMention(key);
  return site ? words.say('popup.hidden.mention', { text, site }) : words.say('popup.hidden.mentionOnPage', { text });
}
