/** Taking all settings along as a file, and bringing them back. A file with anything wrong in it changes nothing. */
import { useSignal } from '@preact/signals';
import type { Settings } from '../data/settings.ts';
import { type OtherSettings, readSettingsFile, type SettingsImport, settingsFile } from '../data/settings-file.ts';
import { useWords } from './words.ts';

interface SettingsFileProps {
  readonly settings: Settings;
  readonly others: OtherSettings;
  /** Called with what a file says and its name, once all of it can be taken. */
  readonly onImport: (file: SettingsImport, name: string) => void;
}

/** Problems shown of a file; a list can have thousands. */
const MOST_SHOWN = 10;

export function SettingsFile({ settings, others, onImport }: SettingsFileProps) {
  const words = useWords();
  const refused = useSignal<{ readonly name: string; readonly problems: readonly string[] } | null>(null);

  async function take(input: HTMLInputElement) {
    const file = input.files?.[0];
    if (!file) return;
    const read = await file.text().then(
      (text) => readSettingsFile(text, words),
      () => ({ problems: [words.say('options.file.unreadable')] }),
    );
    // The same file, mended, is a change too.
    input.value = '';
    refused.value = 'problems' in read ? { name: file.name, problems: read.problems } : null;
    if (!('problems' in read)) onImport(read, file.name);
  }

  return (
    <div class="us-field us-file">
      <p class="us-sub">{words.say('options.file.about')}</p>
      <div>
        <a
          class="us-button"
          download="undersigned-settings.json"
          href={`data:application/json;charset=utf-8,${encodeURIComponent(settingsFile(settings, others))}`}
        >
          {words.say('options.file.export')}
        </a>
        <label class="us-button">
          {words.say('options.file.import')}
          <input type="file" accept=".json,application/json" onChange={(event) => void take(event.currentTarget)} />
        </label>
      </div>
      {refused.value && (
        <div class="us-notice" role="alert">
          <p>{words.say('options.file.refused', { name: refused.value.name })}</p>
          <ul>
            {refused.value.problems.slice(0, MOST_SHOWN).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
            {refused.value.problems.length > MOST_SHOWN && (
              <li>{words.say('options.file.more', { count: refused.value.problems.length - MOST_SHOWN })}</li>
            )}
          </ul>
        </div>
      )}
    </div>
  );
}
