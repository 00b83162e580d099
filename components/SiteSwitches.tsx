/** On and off, for this page, this site and everywhere. */
import { changesToMarkSite, coversHost } from '../data/hiding.ts';
import type { SettingName, Settings } from '../data/settings.ts';
import { Switch } from './Switch.tsx';
import { useWords } from './words.ts';

interface SiteSwitchesProps {
  readonly settings: Settings;
  /** Host name of the page; null where the browser does not tell. */
  readonly host: string | null;
  /** Address of the page as `pageAddress` gives it; null where the browser does not tell. */
  readonly address: string | null;
  /** Whether the reader's rules for sites keep marks off the page, which no switch here can change. */
  readonly ruledOut?: boolean;
  /** Those an administrator has set. */
  readonly managed: readonly SettingName[];
  readonly onSet: <Name extends SettingName>(name: Name, value: Settings[Name]) => void;
}

export function SiteSwitches({ settings, host, address, ruledOut = false, managed, onSet }: SiteSwitchesProps) {
  const words = useWords();
  const { enabled, pausedSites, pausedPages } = settings;
  const mayMark = enabled && !ruledOut;
  const sitePaused = host !== null && pausedSites.some((site) => coversHost(site, host));
  const pagePaused = address !== null && pausedPages.includes(address);
  return (
    <div class="us-switches">
      {address !== null && (
        <Switch
          label={words.say('popup.switch.page')}
          checked={mayMark && !sitePaused && !pagePaused}
          disabled={!mayMark || sitePaused}
          managed={managed.includes('pausedPages')}
          onChange={(on) => onSet('pausedPages', on ? pausedPages.filter((page) => page !== address) : [...pausedPages, address])}
        />
      )}
      {host !== null && (
        <Switch
          label={words.say('popup.switch.site', { site: host })}
          checked={mayMark && !sitePaused}
          disabled={!mayMark}
          managed={managed.includes('pausedSites')}
          onChange={(on) => onSet('pausedSites', changesToMarkSite(settings, host, on).pausedSites)}
        />
      )}
      <Switch
        label={words.say('popup.switch.everywhere')}
        checked={enabled}
        managed={managed.includes('enabled')}
        onChange={(on) => onSet('enabled', on)}
      />
    </div>
  );
}
