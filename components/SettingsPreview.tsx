/** A sentence with marks, and a real card below it, as the settings would have them on a page. */
import { contextFor } from '../data/popover-context.ts';
import { countryByCode } from '../data/queries.ts';
import type { Dataset } from '../data/schema.ts';
import type { Settings } from '../data/settings.ts';
import { ContextPopover } from './ContextPopover.tsx';
import { cardLook } from './card-look.ts';
import { useWords } from './words.ts';

interface SettingsPreviewProps {
  readonly id: string;
  readonly settings: Settings;
  readonly dataset: Dataset;
}

/** What the sentence speaks of. */
const STATEMENT = '2019-07-08-concern';
const COUNTRY = 'CU';

export function SettingsPreview({ id, settings, dataset }: SettingsPreviewProps) {
  const words = useWords();
  const { enabled, lookUpOnly, look, theme } = settings;
  const note = lookUpOnly ? 'lookUpOnly' : !enabled ? 'off' : look === 'none' ? 'unpainted' : null;
  const context = contextFor(dataset, { kind: 'statement', link: [STATEMENT], reasons: [] }, {}, words);
  return (
    <aside
      class="us-preview"
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-heading`}
      style={cardLook(settings, theme === 'auto' ? 'light dark' : theme)}
    >
      <h2 id={`${id}-heading`}>{words.say('options.preview.heading')}</h2>
      <p class="us-sample">
        <SampleSentence settings={settings} dataset={dataset} />
        {note && <small>{words.say(`options.preview.${note}`)}</small>}
      </p>
      <ContextPopover context={context} dataset={dataset} country={settings.country} />
    </aside>
  );
}

/** A mention of the sentence. */
const MENTIONS = ['letter', 'region', 'people', 'country'] as const;
type SampleMention = (typeof MENTIONS)[number];

/** Which setting marks it. */
const MARKED_BY = {
  letter: 'markStatements',
  region: 'markRegion',
  people: 'markRelated',
  country: 'markCountries',
} as const satisfies Record<SampleMention, keyof Settings>;

/** Where the mentions stand in the sentence is the language's matter. */
function SampleSentence({ settings, dataset }: Pick<SettingsPreviewProps, 'settings' | 'dataset'>) {
  const words = useWords();
  const isMarking = settings.enabled && !settings.lookUpOnly;
  const country = countryByCode(dataset, COUNTRY);
  const text = (mention: SampleMention) =>
    mention === 'country' ? country && words.country(country) : words.say(`options.preview.${mention}`);
  const seen = new Set<string>();
  const places = Object.fromEntries(MENTIONS.map((mention) => [mention, `\0${mention}\0`]));
  return (
    <>
      {words
        .say('options.preview.sentence', places)
        .split('\0')
        .map((part) => {
          const mention = MENTIONS.find((each) => each === part);
          if (!mention) return part;
          const isMarked = isMarking && settings[MARKED_BY[mention]] && (settings.density === 'all' || !seen.has(mention));
          seen.add(mention);
          return <span class={isMarked ? `us-look-${settings.look}` : undefined}>{text(mention)}</span>;
        })}
    </>
  );
}
