/** The sites and pages on which nothing is marked, each with a way off the list. */
import type { Settings } from '../data/settings.ts';
import { RemovableList } from './RemovableList.tsx';

interface PausedSitesProps {
  readonly settings: Pick<Settings, 'pausedSites' | 'pausedPages'>;
  readonly onSet: (name: 'pausedSites' | 'pausedPages', value: string[]) => void;
}

export function PausedSites({ settings: { pausedSites, pausedPages }, onSet }: PausedSitesProps) {
  return (
    <>
      <RemovableList heading="Paused sites" entries={pausedSites} onChange={(sites) => onSet('pausedSites', sites)}>
        None. A site is paused from the card or the toolbar popup, with all its subdomains.
      </RemovableList>
      <RemovableList heading="Paused pages" entries={pausedPages} onChange={(pages) => onSet('pausedPages', pages)}>
        None. A page is paused from the card or the toolbar popup.
      </RemovableList>
    </>
  );
}
