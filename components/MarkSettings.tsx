/** Whether, what and how is marked. */
import { DENSITIES } from '../data/density.ts';
import { SETTING_FIELDS } from '../data/settings.ts';
import { Choice } from './Choice.tsx';
import { SettingField } from './SettingField.tsx';
import { Switch } from './Switch.tsx';
import { control, type SettingControls, toggle } from './setting-controls.ts';
import { useWords } from './words.ts';

const SWITCHES = ['enabled', 'lookUpOnly'] as const;
const KINDS = ['markStatements', 'markRegion', 'markRelated', 'markCountries'] as const;

export function MarkSettings(controls: SettingControls) {
  const words = useWords();
  const switchFor = (name: (typeof SWITCHES | typeof KINDS)[number] | 'badge') => (
    <SettingField key={name} controls={controls} name={name}>
      <Switch label={words.say(`options.title.${name}`)} hint={words.say(`options.hint.${name}`)} {...toggle(controls, name)} />
    </SettingField>
  );
  return (
    <section class="us-section">
      <h2>{words.say('options.section.marks')}</h2>
      {SWITCHES.map(switchFor)}
      <fieldset>
        <legend>{words.say('options.marked')}</legend>
        {KINDS.map(switchFor)}
      </fieldset>
      <SettingField controls={controls} name="density">
        <Choice
          legend={words.say('options.title.density')}
          options={DENSITIES.map((density) => [density, words.say(`options.density.${density}`)] as const)}
          {...control(controls, 'density')}
        />
      </SettingField>
      <SettingField controls={controls} name="look">
        <Choice
          legend={words.say('options.title.look')}
          options={SETTING_FIELDS.look[0].options.map((look) => [look, words.say(`options.look.${look}`)] as const)}
          {...control(controls, 'look')}
        />
      </SettingField>
      {switchFor('badge')}
    </section>
  );
}
