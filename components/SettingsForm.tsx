/** All settings, each saved as it is changed. Where they are kept is the caller's matter. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { ListedCountry } from '../data/popover-context.ts';
import { DEFAULT_SETTINGS, type SettingName, type SettingProblem, type Settings } from '../data/settings.ts';
import { Choice } from './Choice.tsx';
import { HiddenMentions } from './HiddenMentions.tsx';
import { LookSample } from './LookSample.tsx';
import { PausedSites } from './PausedSites.tsx';
import { Slider } from './Slider.tsx';
import { Switch } from './Switch.tsx';

interface SettingsFormProps {
  readonly settings: Settings;
  /** Those the reader can choose their own from, in order. */
  readonly countries: readonly ListedCountry[];
  /** Stored values that could not be read. */
  readonly problems: readonly SettingProblem[];
  /** Save one setting; a rejected promise is told to the reader. */
  readonly onSet: <Name extends SettingName>(name: Name, value: Settings[Name]) => Promise<void>;
  /** Save several at once. */
  readonly onSetAll: (values: Partial<Settings>) => Promise<void>;
}

const LOOKS = [
  ['dotted', 'Dotted line'],
  ['solid', 'Solid line'],
  ['wavy', 'Wavy line'],
  ['tint', 'Tint'],
  ['none', 'Nothing'],
] as const satisfies readonly (readonly [Settings['look'], string])[];

const TRIGGERS = [
  ['hover', 'The pointer rests on a mark'],
  ['modifier', 'The pointer rests on a mark while a key is held'],
  ['click', 'A mark is clicked'],
] as const satisfies readonly (readonly [Settings['trigger'], string])[];

const TRIGGER_KEYS = [
  ['alt', 'Alt'],
  ['ctrl', 'Ctrl'],
  ['shift', 'Shift'],
] as const satisfies readonly (readonly [Settings['triggerKey'], string])[];

const MILLISECONDS = { short: 'ms', long: 'milliseconds' };
const PIXELS = { short: 'px', long: 'pixels' };

const NAMES: Record<SettingName, string> = {
  enabled: 'on everywhere',
  pausedSites: 'paused sites',
  markRegion: 'names of the region',
  markStatements: 'letters, statements and votes',
  look: 'how marks look',
  trigger: 'what opens the card',
  triggerKey: 'key held while pointing',
  openDelay: 'delay',
  closeDelay: 'delay before the card goes',
  country: 'your country',
  textSize: 'text size',
  badge: 'number on the toolbar button',
  hiddenTerms: 'hidden words',
  hiddenMentions: 'hidden mentions',
  pausedPages: 'paused pages',
  pausedUntil: 'pause',
};

export function SettingsForm({ settings, countries, problems, onSet, onSetAll }: SettingsFormProps) {
  const failed = useSignal(false);
  /** What was set before a reset, for as long as it can be brought back. */
  const undo = useSignal<Settings | null>(null);
  const countryId = useId();

  async function saved(saving: Promise<void>) {
    try {
      await saving;
      failed.value = false;
    } catch {
      failed.value = true;
    }
  }
  function set<Name extends SettingName>(name: Name, value: Settings[Name]) {
    undo.value = null;
    void saved(onSet(name, value));
  }
  function reset() {
    undo.value = settings;
    void saved(onSetAll(DEFAULT_SETTINGS));
  }
  function bringBack(before: Settings) {
    undo.value = null;
    void saved(onSetAll(before));
  }

  return (
    <div class="us-settings">
      {failed.value && (
        <p class="us-notice" role="alert">
          The browser did not save the change. What you see is what is stored.
        </p>
      )}
      {problems.length > 0 && (
        <div class="us-notice" role="alert">
          <p>Some stored settings could not be read and are taken as their defaults:</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem.name}>
                {NAMES[problem.name]}: {problem.problem}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Switch
        label="Mark on all sites"
        hint="Off: nothing is marked anywhere."
        checked={settings.enabled}
        onChange={(on) => set('enabled', on)}
      />
      <fieldset>
        <legend>What is marked</legend>
        <Switch
          label="Letters, statements and votes"
          hint="Phrases such as “a letter signed by 22 countries”."
          checked={settings.markStatements}
          onChange={(on) => set('markStatements', on)}
        />
        <Switch
          label="Names of the region"
          hint="Xinjiang, in the languages and scripts we know."
          checked={settings.markRegion}
          onChange={(on) => set('markRegion', on)}
        />
      </fieldset>
      <Choice legend="How marks look" options={LOOKS} value={settings.look} onChange={(look) => set('look', look)}>
        <LookSample look={settings.look} />
      </Choice>
      <Switch
        label="Number on the toolbar button"
        hint="How many mentions the page has, also where no mark is painted."
        checked={settings.badge}
        onChange={(on) => set('badge', on)}
      />
      <Choice
        legend="The card opens when"
        options={TRIGGERS}
        value={settings.trigger}
        onChange={(trigger) => set('trigger', trigger)}
      />
      {settings.trigger === 'modifier' && (
        <Choice
          legend="The key to hold"
          options={TRIGGER_KEYS}
          value={settings.triggerKey}
          onChange={(key) => set('triggerKey', key)}
        />
      )}
      <Slider
        label="How long the pointer rests before the card opens"
        most={1000}
        step={50}
        unit={MILLISECONDS}
        value={settings.openDelay}
        disabled={settings.trigger === 'click'}
        onChange={(delay) => set('openDelay', delay)}
      />
      <Slider
        label="How long the card stays after the pointer has left"
        most={2000}
        step={50}
        unit={MILLISECONDS}
        value={settings.closeDelay}
        onChange={(delay) => set('closeDelay', delay)}
      />
      <Slider
        label="Size of the card’s text"
        least={12}
        most={20}
        step={1}
        unit={PIXELS}
        value={settings.textSize}
        onChange={(size) => set('textSize', size)}
      />
      <div class="us-field">
        <label for={countryId}>Your country</label>
        <select
          id={countryId}
          class="us-select"
          value={settings.country ?? ''}
          onChange={(event) => set('country', event.currentTarget.value || null)}
        >
          <option value="">None</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <p class="us-small">Cards say first where it stood. It is kept in this browser, and never guessed.</p>
      </div>
      <PausedSites settings={settings} onSet={set} />
      <HiddenMentions
        settings={settings}
        onSet={(values) => {
          undo.value = null;
          void saved(onSetAll(values));
        }}
      />
      <div class="us-reset">
        <button type="button" class="us-button" onClick={reset}>
          Reset to defaults
        </button>
        <span role="status">
          {undo.value && (
            <>
              All settings are back to their defaults.{' '}
              <button type="button" class="us-button" onClick={() => undo.value && bringBack(undo.value)}>
                Undo
              </button>
            </>
          )}
        </span>
      </div>
    </div>
  );
}
