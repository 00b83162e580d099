/** All settings, each saved as it is changed, with a search, a way back from each and from all, and a preview. Where they are kept is the caller's matter. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { semicolons } from '../data/in-words.ts';
import type { ListedCountry } from '../data/popover-context.ts';
import type { Dataset } from '../data/schema.ts';
import { DEFAULT_SETTINGS, SETTING_NAMES, type SettingName, type SettingProblem, type Settings } from '../data/settings.ts';
import { type OtherSettings, problemsOf, type SettingsImport } from '../data/settings-file.ts';
import type { SyncState } from '../data/settings-sync.ts';
import { CardSettings } from './CardSettings.tsx';
import { HiddenMentions } from './HiddenMentions.tsx';
import { LanguageSettings } from './LanguageSettings.tsx';
import { MarkSettings } from './MarkSettings.tsx';
import { SettingSearch } from './SettingSearch.tsx';
import { SettingsFile } from './SettingsFile.tsx';
import { SettingsPreview } from './SettingsPreview.tsx';
import { SiteSettings } from './SiteSettings.tsx';
import { SyncSettings } from './SyncSettings.tsx';
import type { SettingControls } from './setting-controls.ts';
import { useWords } from './words.ts';

interface SettingsFormProps {
  /** What holds. */
  readonly settings: Settings;
  /** The reader's own, also where an administrator's hold instead. */
  readonly own: Settings;
  /** Those an administrator has set. */
  readonly managed: readonly SettingName[];
  /** Stored, and not known to this version. */
  readonly others: OtherSettings;
  readonly sync: SyncState;
  /** Those the reader can choose their own from, in order. */
  readonly countries: readonly ListedCountry[];
  /** For the card of the preview. */
  readonly dataset: Dataset;
  /** Stored values that could not be read. */
  readonly problems: readonly SettingProblem[];
  /** An administrator's values that could not be read. */
  readonly managedProblems: readonly SettingProblem[];
  /** Save some settings at once, and where given exactly these of the others; that the browser refused is the caller's to tell. */
  readonly onSet: (values: Partial<Settings>, others?: OtherSettings) => Promise<void>;
}

/** What can be brought back, and what was done, in a sentence. */
interface Undo {
  readonly said: string;
  /** Only what was changed: another window may have changed something else since. */
  readonly before: Partial<Settings>;
  readonly after: Partial<Settings>;
  readonly others?: OtherSettings;
}

export function SettingsForm(props: SettingsFormProps) {
  const { settings, own, managed, others, sync, countries, dataset, problems, managedProblems, onSet } = props;
  const words = useWords();
  /** For as long as it can be brought back. */
  const undo = useSignal<Undo | null>(null);
  const previewId = useId();

  async function save(values: Partial<Settings>, newOthers?: OtherSettings): Promise<void> {
    try {
      await onSet(values, newOthers);
    } catch {
      undo.value = null;
    }
  }
  function change(said: string, values: Partial<Settings>, newOthers?: OtherSettings) {
    const names = SETTING_NAMES.filter((name) => Object.hasOwn(values, name) && !isSame(values[name], own[name]));
    undo.value = {
      said,
      before: Object.fromEntries(names.map((name) => [name, own[name]])),
      after: values,
      ...(newOthers && { others }),
    };
    void save(values, newOthers);
  }
  function bringBack({ before, after, others }: Undo) {
    undo.value = null;
    const names = SETTING_NAMES.filter((name) => Object.hasOwn(before, name) && isSame(own[name], after[name]));
    void save(Object.fromEntries(names.map((name) => [name, before[name]])), others);
  }
  function take(file: SettingsImport, name: string) {
    change(words.say('options.undo.import', { name }), file.settings, { ...others, ...file.others });
  }

  const controls: SettingControls = {
    settings,
    managed,
    set(values) {
      undo.value = null;
      void save(values);
    },
    reset(name) {
      const said = words.say('options.undo.one', { setting: words.say(`options.title.${name}`) });
      change(said, { [name]: DEFAULT_SETTINGS[name] });
    },
  };

  return (
    <div class="us-columns">
      <div>
        <Problems problems={problems} said={words.say('options.problem.stored')} />
        <Problems problems={managedProblems} said={words.say('options.problem.managed')} />
        {managed.length > 0 && <p class="us-notice">{words.say('options.managed.some')}</p>}
        <a class="us-to-preview" href={`#${previewId}`}>
          {words.say('options.page.toPreview')}
        </a>
        <SettingSearch>
          <MarkSettings {...controls} />
          <CardSettings {...controls} />
          <LanguageSettings controls={controls} countries={countries} />
          <SiteSettings {...controls} />
          <div class="us-section us-field-section">
            <HiddenMentions settings={settings} managed={managed} onSet={controls.set} />
          </div>
          <SyncSettings controls={controls} state={sync} />
          <section class="us-section us-field-section">
            <h2>{words.say('options.section.file')}</h2>
            <SettingsFile settings={own} others={others} onImport={take} />
            <button type="button" class="us-button" onClick={() => change(words.say('options.undo.all'), DEFAULT_SETTINGS)}>
              {words.say('options.reset.all')}
            </button>
          </section>
        </SettingSearch>
        <div class="us-undo-bar" role="status">
          {undo.value && (
            <p>
              <span>{undo.value.said}</span>{' '}
              <button type="button" class="us-button" onClick={() => undo.value && bringBack(undo.value)}>
                {words.say('options.undo.button')}
              </button>
            </p>
          )}
        </div>
      </div>
      <SettingsPreview id={previewId} settings={settings} dataset={dataset} />
    </div>
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function Problems({ problems, said }: { readonly problems: readonly SettingProblem[]; readonly said: string }) {
  const words = useWords();
  if (problems.length === 0) return null;
  return (
    <div class="us-notice" role="alert">
      <p>{said}</p>
      <ul>
        {problems.map(({ name, value }) => (
          <li key={name}>{semicolons(problemsOf(name, value, words, words.say(`options.title.${name}`)), words)}</li>
        ))}
      </ul>
    </div>
  );
}
