/** On and off, for this site and everywhere. */
import { isActiveOn, type SettingName, type Settings } from '../data/settings.ts';
import { Switch } from './Switch.tsx';

interface SiteSwitchesProps {
  readonly settings: Settings;
  /** Host name of the page; null where the browser does not tell. */
  readonly host: string | null;
  readonly onSet: <Name extends SettingName>(name: Name, value: Settings[Name]) => void;
}

/** Turning a site on takes every entry off the list that covers it: pausing example.org pauses its subdomains too. */
export function SiteSwitches({ settings, host, onSet }: SiteSwitchesProps) {
  const paused = host !== null && !isActiveOn({ ...settings, enabled: true }, host);
  return (
    <div class="us-switches">
      {host !== null && (
        <Switch
          label={`Mark on ${host}`}
          checked={!paused && settings.enabled}
          disabled={!settings.enabled}
          onChange={(on) => onSet('pausedSites', on ? withoutSite(settings.pausedSites, host) : [...settings.pausedSites, host])}
        />
      )}
      <Switch label="Mark on all sites" checked={settings.enabled} onChange={(on) => onSet('enabled', on)} />
    </div>
  );
}

function withoutSite(sites: readonly string[], host: string): string[] {
  return sites.filter((site) => host !== site && !host.endsWith(`.${site}`));
}
