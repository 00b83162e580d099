/** The command that turns marking on the site in front off and on. */
import { type Browser, browser } from 'wxt/browser';
import { changesToMarkSite, hostOf, pageAddress, pauseOn } from '../../data/hiding.ts';
import type { Words } from '../../data/messages.ts';
import { isRuledOut } from '../../data/site-rules.ts';
import { changeSettings, readSettingsSoon } from '../shared/settings-source.ts';
import { showAnswer } from './badge.ts';

/**
 * Where marking is off for more than the site, or an administrator decides, it stays as it is; either way the button says how it is
 * now, or that it is not known.
 */
export async function toggleSite({ id, url }: Browser.tabs.Tab, words: Words): Promise<void> {
  const host = hostOf(url);
  if (id === undefined || url === undefined || host === null) return;
  const address = pageAddress(url);
  const now = async () => {
    const stored = await readSettingsSoon(browser);
    if (!stored) return 'unread';
    const { settings } = stored;
    return pauseOn(settings, { host, address, now: Date.now(), ruledOut: isRuledOut(settings, address) }) ?? 'on';
  };
  const before = await now();
  if (before === 'on' || before === 'site') await markSite(host, before === 'site');
  const state = await now();
  const text = state === 'on' || state === 'unread' ? state : 'off';
  await showAnswer(id, words.say(`shell.badge.${text}`), words.say(`shell.button.${state}`, { site: host }));
}

/** Turn marking on a site on or off, unless an administrator decides that. */
export async function markSite(host: string, on: boolean): Promise<void> {
  await changeSettings(browser, (settings) => changesToMarkSite(settings, host, on)).catch(() => undefined);
}
