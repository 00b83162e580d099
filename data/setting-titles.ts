/** What settings are called where they are spoken of: to readers in the settings form, to administrators in the policy's schema. */
import type { SettingName } from './settings.ts';

export const SETTING_TITLES: Record<SettingName, string> = {
  enabled: 'on everywhere',
  pausedSites: 'paused sites',
  markRegion: 'names of the region',
  markStatements: 'letters, statements and votes',
  markRelated: 'related terms',
  markCountries: 'names of countries',
  density: 'how many are marked',
  look: 'how marks look',
  trigger: 'what opens the card',
  triggerKey: 'key held while pointing',
  openDelay: 'delay',
  closeDelay: 'delay before the card goes',
  country: 'your country',
  language: 'language',
  textSize: 'text size',
  badge: 'number on the toolbar button',
  hiddenTerms: 'hidden words',
  hiddenMentions: 'hidden mentions',
  pausedPages: 'paused pages',
  pausedUntil: 'pause',
};
