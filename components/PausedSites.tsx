/** The sites and pages on which nothing is marked, each with a way off the list. */
import type { SettingName, Settings } from '../data/settings.ts';
import { RemovableList } from './RemovableList.tsx';

interface PausedSitesProps {
  readonly settings: Pick<Settings, 'pausedSites' | 'pausedPages'>;
  /** Those an administrator has set. */
  readonly managed: readonly SettingName[];
  readonly onSet: (name: 'pausedSites' | 'pausedPages', value: string[]) => void;
}

export function PausedSites({ settings: { pausedSites, pausedPages }, managed, onSet }: PausedSitesProps) {
  return (
    <>
      <RemovableList
        heading="Paused sites"
        entries={pausedSites}
        managed={managed.includes('pausedSites')}
        onChange={(sites) => onSet('pausedSites', sites)}
      >
        None. A site is paused from the card or the toolbar popup, with all its subdomains.
      </RemovableList>
      <RemovableList
        heading="Paused pages"
        entries={pausedPages}
        managed={managed.includes('pausedPages')}
        onChange={(pages) => onSet('pausedPages', pages)}
      >
        None. A page is paused from the card or the toolbar popup.
      </RemovableList>
    </>
  );
}
