/** Where marks may be: the reader's rules, and what was paused from a card or the popup. */
import { SETTING_FIELDS } from '../data/settings.ts';
import { Choice } from './Choice.tsx';
import { PausedSites } from './PausedSites.tsx';
import { SettingField } from './SettingField.tsx';
import { SiteList } from './SiteList.tsx';
import { control, type SettingControls } from './setting-controls.ts';
import { useWords } from './words.ts';

export function SiteSettings(controls: SettingControls) {
  const words = useWords();
  const { settings, managed, set } = controls;
  return (
    <section class="us-section">
      <h2>{words.say('options.section.sites')}</h2>
      <SettingField controls={controls} name="siteRule">
        <Choice
          legend={words.say('options.title.siteRule')}
          options={SETTING_FIELDS.siteRule[0].options.map((rule) => [rule, words.say(`options.siteRule.${rule}`)] as const)}
          {...control(controls, 'siteRule')}
        />
      </SettingField>
      {settings.siteRule === 'only' && <SiteList key="allowed" controls={controls} name="allowedSites" />}
      <SiteList key="denied" controls={controls} name="deniedSites" />
      <PausedSites settings={settings} managed={managed} onSet={(name, value) => set({ [name]: value })} />
    </section>
  );
}
