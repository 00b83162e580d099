/** What a reader is shown of the extension when it comes: one page, once. An update shows nothing; its news waits in the popup. */
import { type Browser, browser } from 'wxt/browser';
import { SEEN, seenVersion } from '../../data/seen.ts';
import { project } from '../shared/project.ts';
import { readSettingsSoon } from '../shared/settings-source.ts';

/** Open the welcome page to a reader who is new, unless an administrator has brought it or set it up. */
export async function greet({ reason, previousVersion }: Browser.runtime.InstalledDetails): Promise<void> {
  if (reason !== 'install' && reason !== 'update') return;
  const isNew = reason === 'install';
  const stored = await browser.storage.local.get(SEEN).catch((error: unknown) => {
    // A new reader has seen nothing, whether the browser can say so or not.
    if (isNew) return {};
    throw error;
  });
  if (seenVersion(stored) !== undefined) return;
  if (isNew && !(await isAdministered())) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  await browser.storage.local.set({ [SEEN]: isNew ? project.version : (previousVersion ?? project.version) });
}

async function isAdministered(): Promise<boolean> {
  const [settings, self] = await Promise.all([readSettingsSoon(browser), browser.management?.getSelf().catch(() => undefined)]);
  return Object.keys(settings?.managed ?? {}).length > 0 || self?.installType === 'admin';
}
