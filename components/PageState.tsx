/** Why the popup lists nothing, in words; or what it lists. */
import { clockTime, type PageNow, pauseOn } from '../data/hiding.ts';
import type { SettingName, Settings } from '../data/settings.ts';
import { MANAGED } from './ManagedNote.tsx';

interface PageStateProps {
  readonly settings: Settings;
  /** Host name and address are '' where the browser does not tell. */
  readonly page: PageNow;
  readonly link: PageReach;
  /** "3 mentions of letters, statements and votes, 12 of the region"; empty for none. */
  readonly totals: string;
  /** Those an administrator has set. */
  readonly managed: readonly SettingName[];
  readonly onSet: <Name extends SettingName>(name: Name, value: Settings[Name]) => void;
  /** Ask the browser to let us into this site, or into all. */
  readonly onAllow: (where: 'site' | 'everywhere') => void;
}

/** The setting that a pause comes from. */
const PAUSED_BY = { everywhere: 'enabled', hour: 'pausedUntil', site: 'pausedSites', page: 'pausedPages' } as const;

/**
 * How far the page can be read: its frames are asked, they answered, nobody answers, the browser lets us into this site only when it is
 * asked to, or the page is a PDF in the browser's viewer.
 */
export type PageReach = 'connecting' | 'connected' | 'unavailable' | 'withheld' | 'pdf';

/** Headline first, then its reason. Off comes before forbidden: it is what the reader can change. */
export function PageState({ settings, page, link, totals, managed, onSet, onAllow }: PageStateProps) {
  const [headline, reason] = stateInWords(settings, page, link, totals);
  const pause = pauseOn(settings, page);
  const isManaged = pause !== undefined && managed.includes(PAUSED_BY[pause]);
  return (
    <div class="us-state" role="status">
      <h2>{headline}</h2>
      {reason && <p class="us-sub">{isManaged ? MANAGED : reason}</p>}
      {pause === 'hour' && !isManaged && (
        <button type="button" class="us-button" onClick={() => onSet('pausedUntil', 0)}>
          Turn on now
        </button>
      )}
      {pause === 'page' && !isManaged && (
        <button
          type="button"
          class="us-button"
          onClick={() =>
            onSet(
              'pausedPages',
              settings.pausedPages.filter((address) => address !== page.address),
            )
          }
        >
          Turn on again
        </button>
      )}
      {!pause && link === 'withheld' && (
        <>
          {page.host !== '' && (
            <button type="button" class="us-button" onClick={() => onAllow('site')}>
              Allow on {page.host}
            </button>
          )}
          <button type="button" class="us-button" onClick={() => onAllow('everywhere')}>
            Allow on all sites
          </button>
        </>
      )}
    </div>
  );
}

function stateInWords(settings: Settings, page: PageNow, link: PageReach, totals: string): [string, string?] {
  switch (pauseOn(settings, page)) {
    case 'everywhere':
      return ['Off everywhere', 'Nothing is marked on any page until you turn it on.'];
    case 'hour':
      return [`Off until ${clockTime(settings.pausedUntil)}`, 'Nothing is marked on any page until then.'];
    case 'site':
      return [`Off on ${page.host}`, 'Nothing is marked on this site until you turn it on.'];
    case 'page':
      return ['Off on this page', 'Nothing is marked here until you turn it on.'];
    default:
  }
  if (link === 'withheld') {
    return [
      'Not allowed to read this page',
      'The browser keeps Undersigned out of this site until you allow it in. What is read stays in your browser.',
    ];
  }
  if (link === 'pdf') {
    return [
      'PDFs cannot be read',
      'Browsers let no extension into their PDF viewers. The search above works, and so does “Look up” in the menu of selected words, where the browser has one.',
    ];
  }
  if (link === 'unavailable') {
    return [
      'This page cannot be read',
      'The browser keeps extensions off its own pages, shops and some viewers. A page that was open before the extension came needs a reload.',
    ];
  }
  if (link === 'connecting') return ['Looking at this page'];
  if (totals === '') return ['No mention on this page', whatWasLookedFor(settings)];
  return ['On this page', `${totals}.`];
}

/** Says only what was looked for: a kind of mention that is turned off may well be there. */
function whatWasLookedFor({ markRegion, markStatements, markRelated, markCountries }: Settings): string {
  if (markRegion && markStatements) return 'Neither the region nor a letter, statement or vote of the record was found here.';
  if (markStatements)
    return 'No letter, statement or vote of the record was found here. The region is not looked for: see settings.';
  if (markRegion) return 'The region was not found here. Letters, statements and votes are not looked for: see settings.';
  if (markRelated)
    return 'No related term was found here. The region, letters, statements and votes are not looked for: see settings.';
  if (markCountries) return 'Countries are marked only on pages about the matter; all else is not looked for: see settings.';
  return 'All kinds of mentions are turned off in the settings.';
}
