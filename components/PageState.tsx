/** Why the popup lists nothing, in words; or what it lists. */
import type { RefObject } from 'preact';
import { type PageNow, pauseOn } from '../data/hiding.ts';
import type { MessageId, Words } from '../data/messages.ts';
import type { SettingName, Settings } from '../data/settings.ts';
import { PassingButton } from './PassingButton.tsx';
import { useWords } from './words.ts';

interface PageStateProps {
  readonly settings: Settings;
  /** Host name and address are '' where the browser does not tell. */
  readonly page: PageNow;
  readonly link: PageReach;
  /** "3 mentions of letters, statements and votes, 12 of the region."; empty for none. */
  readonly totals: string;
  /** The headline takes the focus over from buttons that go. */
  readonly headlineRef: RefObject<HTMLHeadingElement | null>;
  /** Those an administrator has set. */
  readonly managed: readonly SettingName[];
  readonly onSet: <Name extends SettingName>(name: Name, value: Settings[Name]) => void;
  /** Ask the browser to let us into this site, or into all. */
  readonly onAllow: (where: 'site' | 'everywhere') => void;
}

/** The setting that a pause comes from. */
const PAUSED_BY = {
  lookUpOnly: 'lookUpOnly',
  rules: 'siteRule',
  everywhere: 'enabled',
  hour: 'pausedUntil',
  site: 'pausedSites',
  page: 'pausedPages',
} as const;

/**
 * How far the page can be read: its frames are asked, they answered, nobody answers, the browser lets us into this site only when it is
 * asked to, or the page is a PDF in the browser's viewer.
 */
export type PageReach = 'connecting' | 'connected' | 'unavailable' | 'withheld' | 'pdf';

/** Headline first, then its reason. Off comes before forbidden: it is what the reader can change. */
export function PageState({ settings, page, link, totals, headlineRef, managed, onSet, onAllow }: PageStateProps) {
  const words = useWords();
  const [headline, reason] = stateInWords(settings, page, link, totals, words);
  const pause = pauseOn(settings, page);
  const isManaged = pause !== undefined && managed.includes(PAUSED_BY[pause]);
  return (
    <div class="us-state" role="status">
      <h2 ref={headlineRef} tabIndex={-1}>
        {headline}
      </h2>
      {reason && <p class="us-sub">{isManaged ? words.say('options.managed.note') : reason}</p>}
      {pause === 'hour' && !isManaged && (
        <PassingButton heir={headlineRef} onClick={() => onSet('pausedUntil', 0)}>
          {words.say('popup.off.hour.end')}
        </PassingButton>
      )}
      {pause === 'page' && !isManaged && (
        <PassingButton
          heir={headlineRef}
          onClick={() =>
            onSet(
              'pausedPages',
              settings.pausedPages.filter((address) => address !== page.address),
            )
          }
        >
          {words.say('popup.off.page.end')}
        </PassingButton>
      )}
      {!pause && link === 'withheld' && (
        <>
          {page.host !== '' && (
            <PassingButton heir={headlineRef} onClick={() => onAllow('site')}>
              {words.say('popup.state.withheld.allow', { site: page.host })}
            </PassingButton>
          )}
          <PassingButton heir={headlineRef} onClick={() => onAllow('everywhere')}>
            {words.say('popup.state.withheld.allowAll')}
          </PassingButton>
        </>
      )}
    </div>
  );
}

function stateInWords(settings: Settings, page: PageNow, link: PageReach, totals: string, { say }: Words): [string, string?] {
  switch (pauseOn(settings, page)) {
    case 'lookUpOnly':
      return [say('popup.off.lookUpOnly'), say('popup.off.lookUpOnly.reason')];
    case 'rules':
      return [say('popup.off.rules'), say('popup.off.rules.reason')];
    case 'everywhere':
      return [say('popup.off.everywhere'), say('popup.off.everywhere.reason')];
    case 'hour':
      return [say('popup.off.hour', { until: settings.pausedUntil }), say('popup.off.hour.reason')];
    case 'site':
      return [say('popup.off.site', { site: page.host }), say('popup.off.site.reason')];
    case 'page':
      return [say('popup.off.page'), say('popup.off.page.reason')];
    default:
  }
  if (link === 'connecting') return [say('popup.state.connecting')];
  if (link !== 'connected') return [say(`popup.state.${link}`), say(`popup.state.${link}.reason`)];
  if (totals === '') return [say('popup.state.none'), say(whatWasLookedFor(settings))];
  return [say('popup.state.found'), totals];
}

/** Says only what was looked for: a kind of mention that is turned off may well be there. */
function whatWasLookedFor({ markRegion, markStatements, markRelated, markCountries }: Settings): MessageId {
  if (markRegion && markStatements) return 'popup.state.none.all';
  if (markStatements) return 'popup.state.none.statements';
  if (markRegion) return 'popup.state.none.region';
  if (markRelated) return 'popup.state.none.related';
  return markCountries ? 'popup.state.none.countries' : 'popup.state.none.nothing';
}
