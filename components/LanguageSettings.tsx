/** The reader's language and country. */
import { LANGUAGES, type Language, nameInItself } from '../data/languages.ts';
import type { ListedCountry } from '../data/popover-context.ts';
import { Select } from './Select.tsx';
import { SettingField } from './SettingField.tsx';
import { control, type SettingControls } from './setting-controls.ts';
import { useWords } from './words.ts';

interface LanguageSettingsProps {
  readonly controls: SettingControls;
  /** Those the reader can choose their own from, in order. */
  readonly countries: readonly ListedCountry[];
}

export function LanguageSettings({ controls, countries }: LanguageSettingsProps) {
  const words = useWords();
  const language = control(controls, 'language');
  const country = control(controls, 'country');
  return (
    <section class="us-section">
      <h2>{words.say('options.section.language')}</h2>
      <SettingField controls={controls} name="language">
        <Select
          label={words.say('options.title.language')}
          options={[
            { value: '', label: words.say('options.language.browser') },
            ...LANGUAGES.map((tag) => ({ value: tag, label: nameInItself(tag), language: tag })),
          ]}
          value={language.value ?? ''}
          managed={language.managed}
          onChange={(tag) => language.onChange((tag || null) as Language | null)}
        />
      </SettingField>
      <SettingField controls={controls} name="country">
        <Select
          label={words.say('options.title.country')}
          hint={words.say(controls.settings.sync ? 'options.hint.countrySynced' : 'options.hint.country')}
          options={[
            { value: '', label: words.say('options.country.none') },
            ...countries.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={country.value ?? ''}
          managed={country.managed}
          onChange={(code) => country.onChange(code || null)}
        />
      </SettingField>
    </section>
  );
}
