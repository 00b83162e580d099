/** All settings, each saved as it is changed. Where they are kept is the caller's matter. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { ListedCountry } from '../data/popover-context.ts';
import { SETTING_TITLES } from '../data/setting-titles.ts';
import { DEFAULT_SETTINGS, type SettingName, type SettingProblem, type Settings } from '../data/settings.ts';
import type { OtherSettings, SettingsImport } from '../data/settings-file.ts';
import { Choice } from './Choice.tsx';
import { HiddenMentions } from './HiddenMentions.tsx';
import { LookSample } from './LookSample.tsx';
import { MANAGED } from './ManagedNote.tsx';
import { PausedSites } from './PausedSites.tsx';
import { SettingsFile } from './SettingsFile.tsx';
import { Slider } from './Slider.tsx';
import { Switch } from './Switch.tsx';

interface SettingsFormProps {
  /** What holds. */
  readonly settings: Settings;
  /** The reader's own, also where an administrator's hold instead. */
  readonly own: Settings;
  /** Those an administrator has set. */
  readonly managed: readonly SettingName[];
  /** Stored, and not known to this version. */
  readonly others: OtherSettings;
  /** Those the reader can choose their own from, in order. */
  readonly countries: readonly ListedCountry[];
  /** Stored values that could not be read. */
  readonly problems: readonly SettingProblem[];
  /** An administrator's values that could not be read. */
  readonly managedProblems: readonly SettingProblem[];
  /** Save one setting; a rejected promise is told to the reader. */
  readonly onSet: <Name extends SettingName>(name: Name, value: Settings[Name]) => Promise<void>;
  /** Save several at once, and where given exactly these of the others. */
  readonly onSetAll: (values: Partial<Settings>, others?: OtherSettings) => Promise<void>;
}

/** What was set before everything was changed at once, and what that was, in a sentence. */
interface Undo {
  readonly said: string;
  readonly settings: Settings;
  readonly others: OtherSettings;
}

const LOOKS = [
  ['dotted', 'Dotted line'],
  ['solid', 'Solid line'],
  ['wavy', 'Wavy line'],
  ['tint', 'Tint'],
  ['none', 'Nothing'],
] as const satisfies readonly (readonly [Settings['look'], string])[];

const DENSITIES = [
  ['all', 'All'],
  ['section', 'The first of the same under each heading'],
  ['page', 'The first of the same on the page'],
] as const satisfies readonly (readonly [Settings['density'], string])[];

const TRIGGERS = [
  ['hover', 'The pointer rests on a mark'],
  ['modifier', 'The pointer rests on a mark while a key is held'],
  ['click', 'A mark is clicked'],
] as const satisfies readonly (readonly [Settings['trigger'], string])[];

const TRIGGER_KEYS = [
  ['shift', 'Shift'],
  ['ctrl', 'Ctrl'],
  ['alt', 'Alt'],
] as const satisfies readonly (readonly [Settings['triggerKey'], string])[];

const MILLISECONDS = { short: 'ms', long: 'milliseconds' };
const PIXELS = { short: 'px', long: 'pixels' };

export function SettingsForm(props: SettingsFormProps) {
  const { settings, own, managed, others, countries, problems, managedProblems, onSet, onSetAll } = props;
  const failed = useSignal(false);
  /** For as long as it can be brought back. */
  const undo = useSignal<Undo | null>(null);
  const countryId = useId();
  const isManaged = (name: SettingName) => managed.includes(name);

  async function saved(saving: Promise<void>) {
    try {
      await saving;
      failed.value = false;
    } catch {
      failed.value = true;
      undo.value = null;
    }
  }
  function set<Name extends SettingName>(name: Name, value: Settings[Name]) {
    undo.value = null;
    void saved(onSet(name, value));
  }
  /** What a control shows of its setting, and how it sets it. */
  const control = <Name extends SettingName>(name: Name) => ({
    value: settings[name],
    managed: isManaged(name),
    onChange: (value: Settings[Name]) => set(name, value),
  });
  const toggle = (name: 'enabled' | 'markStatements' | 'markRegion' | 'markRelated' | 'markCountries' | 'badge') => {
    const { value, ...rest } = control(name);
    return { ...rest, checked: value };
  };
  function reset() {
    undo.value = { said: 'All settings are back to their defaults.', settings: own, others };
    void saved(onSetAll(DEFAULT_SETTINGS));
  }
  function take(file: SettingsImport, name: string) {
    undo.value = { said: `The settings of “${name}” are in place.`, settings: own, others };
    void saved(onSetAll(file.settings, { ...others, ...file.others }));
  }
  function bringBack(before: Undo) {
    undo.value = null;
    void saved(onSetAll(before.settings, before.others));
  }

  return (
    <div class="us-settings">
      {failed.value && (
        <p class="us-notice" role="alert">
          The browser did not save the change. What you see is what is stored.
        </p>
      )}
      <Problems problems={problems}>Some stored settings could not be read and are taken as their defaults:</Problems>
      <Problems problems={managedProblems}>Some of what your organisation has set could not be read and is ignored:</Problems>
      {managed.length > 0 && (
        <p class="us-notice">Your organisation has set some of these. Your own come back when it no longer does.</p>
      )}
      <Switch label="Mark on all sites" hint="Off: nothing is marked anywhere." {...toggle('enabled')} />
      <fieldset>
        <legend>What is marked</legend>
        <Switch
          label="Letters, statements and votes"
          hint="Phrases such as “a letter signed by 22 countries”."
          {...toggle('markStatements')}
        />
        <Switch label="Names of the region" hint="Xinjiang, in the languages and scripts we know." {...toggle('markRegion')} />
        <Switch
          label="Related terms"
          hint="The Uyghurs, on any page; Ürümqi, Kashgar and Hotan, on pages about the matter."
          {...toggle('markRelated')}
        />
        <Switch
          label="Names of countries"
          hint="On pages that name the region or one of the documents. The card is the country’s record."
          {...toggle('markCountries')}
        />
      </fieldset>
      <Choice legend="How many are marked" options={DENSITIES} {...control('density')} />
      <Choice legend="How marks look" options={LOOKS} {...control('look')}>
        <LookSample look={settings.look} />
      </Choice>
      <Switch
        label="Number on the toolbar button"
        hint="How many mentions the page has, also where no mark is painted."
        {...toggle('badge')}
      />
      <Choice legend="The card opens when" options={TRIGGERS} {...control('trigger')} />
      {settings.trigger === 'modifier' && <Choice legend="The key to hold" options={TRIGGER_KEYS} {...control('triggerKey')} />}
      <Slider
        label="How long the pointer rests before the card opens"
        most={1000}
        step={50}
        unit={MILLISECONDS}
        {...control('openDelay')}
        disabled={settings.trigger === 'click'}
      />
      <Slider
        label="How long the card stays after the pointer has left"
        most={2000}
        step={50}
        unit={MILLISECONDS}
        {...control('closeDelay')}
      />
      <Slider label="Size of the card’s text" least={12} most={20} step={1} unit={PIXELS} {...control('textSize')} />
      <div class="us-field">
        <label for={countryId}>Your country</label>
        <select
          id={countryId}
          class="us-select"
          value={settings.country ?? ''}
          disabled={isManaged('country')}
          aria-describedby={`${countryId}-hint`}
          onChange={(event) => set('country', event.currentTarget.value || null)}
        >
          <option value="">None</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <p class="us-small" id={`${countryId}-hint`}>
          Cards say first where it stood. {isManaged('country') ? MANAGED : 'It is kept in this browser, and never guessed.'}
        </p>
      </div>
      <PausedSites settings={settings} managed={managed} onSet={set} />
      <HiddenMentions
        settings={settings}
        managed={managed}
        onSet={(values) => {
          undo.value = null;
          void saved(onSetAll(values));
        }}
      />
      <SettingsFile settings={own} others={others} onImport={take} />
      <div class="us-reset">
        <button type="button" class="us-button" onClick={reset}>
          Reset to defaults
        </button>
        <span role="status">
          {undo.value && (
            <>
              {undo.value.said}{' '}
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

function Problems({
  problems,
  children,
}: {
  readonly problems: readonly SettingProblem[];
  readonly children: ComponentChildren;
}) {
  if (problems.length === 0) return null;
  return (
    <div class="us-notice" role="alert">
      <p>{children}</p>
      <ul>
        {problems.map((problem) => (
          <li key={problem.name}>
            {SETTING_TITLES[problem.name]}: {problem.problem}
          </li>
        ))}
      </ul>
    </div>
  );
}
