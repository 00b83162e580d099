/** One setting in the form, whatever its control: what the search shows or leaves out, and the way back to its default. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { SettingName } from '../data/settings.ts';
import { isChanged, type SettingControls } from './setting-controls.ts';
import { useWords } from './words.ts';

interface SettingFieldProps {
  readonly controls: SettingControls;
  readonly name: SettingName;
  readonly children: ComponentChildren;
}

export function SettingField({ controls, name, children }: SettingFieldProps) {
  const words = useWords();
  const field = useRef<HTMLDivElement>(null);

  function reset() {
    controls.reset(name);
    // The button goes with what it was for.
    field.current?.focus();
  }

  return (
    <div class="us-setting" ref={field} tabIndex={-1}>
      {children}
      {isChanged(controls, name) && (
        <button
          type="button"
          class="us-link"
          aria-label={words.say('options.reset.oneNamed', { setting: words.say(`options.title.${name}`) })}
          onClick={reset}
        >
          {words.say('options.reset.one')}
        </button>
      )}
    </div>
  );
}
