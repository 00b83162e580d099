/** What opens the card, how fast, and how it looks. */
import { SETTING_FIELDS } from '../data/settings.ts';
import { Choice } from './Choice.tsx';
import { SettingField } from './SettingField.tsx';
import { Slider } from './Slider.tsx';
import { control, type SettingControls } from './setting-controls.ts';
import { useWords } from './words.ts';

export function CardSettings(controls: SettingControls) {
  const words = useWords();
  const { trigger } = controls.settings;
  return (
    <section class="us-section">
      <h2>{words.say('options.section.card')}</h2>
      <SettingField controls={controls} name="trigger">
        <Choice
          legend={words.say('options.title.trigger')}
          options={(['hover', 'modifier', 'click'] as const).map((each) => [each, words.say(`options.trigger.${each}`)] as const)}
          {...control(controls, 'trigger')}
        />
      </SettingField>
      {trigger === 'modifier' && (
        <SettingField controls={controls} name="triggerKey">
          <Choice
            legend={words.say('options.title.triggerKey')}
            options={(['shift', 'ctrl', 'alt'] as const).map((key) => [key, words.say(`options.triggerKey.${key}`)] as const)}
            {...control(controls, 'triggerKey')}
          />
        </SettingField>
      )}
      <SettingField controls={controls} name="openDelay">
        <Slider
          label={words.say('options.title.openDelay')}
          most={1000}
          step={50}
          unit="milliseconds"
          {...control(controls, 'openDelay')}
          disabled={trigger === 'click'}
        />
      </SettingField>
      <SettingField controls={controls} name="closeDelay">
        <Slider
          label={words.say('options.title.closeDelay')}
          most={2000}
          step={50}
          unit="milliseconds"
          {...control(controls, 'closeDelay')}
        />
      </SettingField>
      <SettingField controls={controls} name="theme">
        <Choice
          legend={words.say('options.title.theme')}
          options={SETTING_FIELDS.theme[0].options.map((theme) => [theme, words.say(`options.theme.${theme}`)] as const)}
          {...control(controls, 'theme')}
        >
          <p class="us-small">{words.say('options.hint.theme')}</p>
        </Choice>
      </SettingField>
      <SettingField controls={controls} name="cardSize">
        <Choice
          legend={words.say('options.title.cardSize')}
          options={SETTING_FIELDS.cardSize[0].options.map((size) => [size, words.say(`options.cardSize.${size}`)] as const)}
          {...control(controls, 'cardSize')}
        />
      </SettingField>
      <SettingField controls={controls} name="textSize">
        <Slider
          label={words.say('options.title.textSize')}
          least={12}
          most={20}
          step={1}
          unit="pixels"
          {...control(controls, 'textSize')}
        />
      </SettingField>
    </section>
  );
}
