/** Finds settings by the words that stand on them, in whatever language that is, and leaves the others out. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from './words.ts';

/** What is found: a setting, or a list. */
const FIELDS = '.us-setting, .us-field-section';
const SECTIONS = '.us-section';

export function SettingSearch({ children }: { readonly children: ComponentChildren }) {
  const words = useWords();
  const query = useSignal('');
  const count = useSignal(0);
  const form = useRef<HTMLDivElement>(null);
  const id = useId();
  const wanted = folded(query.value).split(/\s+/).filter(Boolean);

  // After each drawing: what a setting says changes with the language, and with what is set.
  useLayoutEffect(() => {
    const within = form.current;
    if (!within) return;
    const fields = [...within.querySelectorAll<HTMLElement>(FIELDS)];
    for (const field of fields) {
      const text = folded(field.textContent ?? '');
      field.hidden = !wanted.every((word) => text.includes(word));
    }
    for (const section of within.querySelectorAll<HTMLElement>(SECTIONS)) {
      section.hidden = wanted.length > 0 && !fields.some((field) => section.contains(field) && !field.hidden);
    }
    count.value = fields.filter((field) => !field.hidden).length;
  });

  return (
    <>
      <search class="us-find-setting">
        <label for={id}>{words.say('options.search.label')}</label>
        <input
          id={id}
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
        />
        <p class="us-small" role="status">
          {wanted.length > 0 && words.say('options.search.found', { count: count.value })}
        </p>
      </search>
      <div class="us-settings" ref={form}>
        {children}
      </div>
    </>
  );
}

/** Without what readers leave out when they search: case, accents and the width of letters. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
