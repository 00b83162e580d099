/** A list of match patterns: each with a way off it, and a field to add one, by the name of the site alone too. */
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { sitePatternFor } from '../data/site-rules.ts';
import { RemovableList } from './RemovableList.tsx';
import { control, type SettingControls } from './setting-controls.ts';
import { useWords } from './words.ts';

interface SiteListProps {
  readonly controls: SettingControls;
  readonly name: 'allowedSites' | 'deniedSites';
}

export function SiteList({ controls, name }: SiteListProps) {
  const words = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const text = useSignal('');
  /** What was asked for and is no site. */
  const refused = useSignal<string | null>(null);
  const added = useSignal<string | null>(null);
  const { value: sites, managed, onChange } = control(controls, name);

  function add(event: Event) {
    event.preventDefault();
    const written = text.value.trim();
    const pattern = sitePatternFor(written);
    refused.value = pattern === undefined ? written : null;
    added.value = pattern ?? null;
    input.current?.focus();
    if (pattern === undefined) return;
    text.value = '';
    if (!sites.includes(pattern)) onChange([...sites, pattern]);
  }

  return (
    <div class="us-field-section">
      <RemovableList heading={words.say(`options.title.${name}`)} entries={sites} managed={managed} onChange={onChange}>
        {words.say('options.sites.none')}
      </RemovableList>
      {!managed && (
        <form class="us-add" aria-label={words.say(`options.title.${name}`)} onSubmit={add}>
          <label for={id}>{words.say('options.sites.add')}</label>
          <div>
            <input
              id={id}
              ref={input}
              type="text"
              inputMode="url"
              dir="ltr"
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              value={text.value}
              aria-invalid={refused.value !== null}
              aria-describedby={`${id}-how ${id}-wrong`}
              onInput={(event) => {
                text.value = event.currentTarget.value;
              }}
            />
            <button type="submit" class="us-button">
              {words.say('options.sites.addButton')}
            </button>
          </div>
          <p class="us-small" id={`${id}-how`}>
            {words.say('options.sites.how')}
          </p>
          <p id={`${id}-wrong`} class={refused.value === null ? 'us-small' : 'us-notice'} role="status">
            {refused.value !== null && words.say('options.sites.wrong', { text: refused.value })}
            {added.value !== null && sites.includes(added.value) && words.say('options.sites.there', { site: added.value })}
          </p>
        </form>
      )}
    </div>
  );
}
