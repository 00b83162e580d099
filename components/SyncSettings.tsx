/** Whether settings go to the reader's other browsers, by whose servers, and what came of it. */
import type { SyncState } from '../data/settings-sync.ts';
import { SettingField } from './SettingField.tsx';
import { Switch } from './Switch.tsx';
import { type SettingControls, toggle } from './setting-controls.ts';
import { useWords } from './words.ts';

interface SyncSettingsProps {
  readonly controls: SettingControls;
  readonly state: SyncState;
}

export function SyncSettings({ controls, state: { changes, problem, unsynced } }: SyncSettingsProps) {
  const words = useWords();
  const { sync } = controls.settings;

  function outcome(): string {
    if (!sync) return '';
    if (problem === 'unavailable') return words.say('options.sync.unavailable');
    if (problem === 'quota') {
      const settings = words.list(unsynced.map((name) => words.say(`options.title.${name}`)));
      return words.say('options.sync.quota', { settings });
    }
    return Object.keys(changes).length > 0 ? words.say('options.sync.working') : '';
  }

  return (
    <section class="us-section">
      <h2>{words.say('options.section.sync')}</h2>
      <SettingField controls={controls} name="sync">
        <Switch label={words.say('options.title.sync')} hint={words.say('options.hint.sync')} {...toggle(controls, 'sync')} />
      </SettingField>
      <SettingField controls={controls} name="syncLists">
        <Switch
          label={words.say('options.title.syncLists')}
          hint={words.say('options.hint.syncLists')}
          {...toggle(controls, 'syncLists')}
          disabled={!sync}
        />
      </SettingField>
      <p role="status" class={problem && sync ? 'us-notice' : 'us-small'}>
        {outcome()}
      </p>
    </section>
  );
}
