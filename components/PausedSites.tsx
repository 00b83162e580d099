/** The sites and pages on which nothing is marked, each with a way off the list. */
import type { SettingName, Settings } from '../data/settings.ts';
import { RemovableList } from './RemovableList.tsx';
import { useWords } from './words.ts';

interface PausedSitesProps {
  readonly settings: Pick<Settings, 'pausedSites' | 'pausedPages'>;
  /** Those an administrator has set. */
  readonly managed: readonly SettingName[];
  readonly onSet: (name: 'pausedSites' | 'pausedPages', value: string[]) => void;
}

export function PausedSites({ settings: { pausedSites, pausedPages }, managed, onSet }: PausedSitesProps) {
  const words = useWords();
  return (
    <>
      <div class="us-field-section">
        <RemovableList
          heading={words.say('options.title.pausedSites')}
          entries={pausedSites}
          managed={managed.includes('pausedSites')}
          onChange={(sites) => onSet('pausedSites', sites)}
        >
          {words.say('options.sites.pausedNone')}
        </RemovableList>
      </div>
      <div class="us-field-section">
        <RemovableList
          heading={words.say('options.title.pausedPages')}
          entries={pausedPages}
          managed={managed.includes('pausedPages')}
          onChange={(pages) => onSet('pausedPages', pages)}
        >
          {words.say('options.sites.pausedPagesNone')}
        </RemovableList>
      </div>
    </>
  );
}
