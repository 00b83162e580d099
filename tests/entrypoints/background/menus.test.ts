import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../data/settings.ts';
import { MENU_ENTRIES, type MenusApi, offerMenus, updateMenus } from '../../../entrypoints/background/menus.ts';
import { english } from '../../support/words.ts';

const stateOf = (
  settings: Partial<Settings> = {},
  url: string | undefined = 'https://news.example.org/a',
  managed: Partial<Settings> = {},
) => ({
  stored: { settings: { ...DEFAULT_SETTINGS, ...settings }, managed },
  words: english,
  url,
});

function fakeMenus() {
  const entries = new Map<string, object>([['of-before', {}]]);
  const api: MenusApi = {
    removeAll: vi.fn(async () => entries.clear()),
    create: ({ id, ...entry }) => entries.set(id, entry),
    async update(id, state) {
      const before = entries.get(id);
      if (!before) throw new Error(`No entry ${id}`);
      entries.set(id, { ...before, ...state });
    },
  };
  return { api, entries };
}

test('the entries take the place of those of an earlier version, each in its menu', async () => {
  const { api, entries } = fakeMenus();
  await offerMenus(api, MENU_ENTRIES, async () => stateOf());
  expect(Object.fromEntries(entries)).toEqual({
    'look-up': { contexts: ['selection'], title: 'Look up “%s” in Undersigned' },
    'mark-site': { contexts: ['action'], type: 'checkbox', title: 'Mark on news.example.org', checked: true, enabled: true },
    'open-explorer': { contexts: ['action'], title: 'Open the record' },
    'open-side-panel': { contexts: ['action'], title: 'Open the side panel' },
  });
});

test.each([
  ['off on the site', stateOf({ pausedSites: ['example.org'] }), { checked: false, enabled: true }],
  ['off for an hour', stateOf({ pausedUntil: Number.MAX_SAFE_INTEGER }), { checked: true, enabled: true }],
  [
    'off for an hour, and on the site',
    stateOf({ pausedUntil: Number.MAX_SAFE_INTEGER, pausedSites: ['example.org'] }),
    { checked: false, enabled: true },
  ],
  ['off everywhere', stateOf({ enabled: false }), { checked: false, enabled: false }],
  ['set by an administrator', stateOf({}, undefined, { pausedSites: [] }), { checked: true, enabled: false }],
  [
    'the settings cannot be read',
    { ...stateOf(), stored: undefined },
    { title: 'Mark on this site', checked: false, enabled: false },
  ],
  ['no site', stateOf({}, 'chrome://extensions/'), { title: 'Mark on this site', checked: false, enabled: false }],
])('the entry for the site goes along: %s', async (_name, state, expected) => {
  const { api, entries } = fakeMenus();
  await offerMenus(api, MENU_ENTRIES, async () => stateOf());
  await updateMenus(api, MENU_ENTRIES, state);
  expect(entries.get('mark-site')).toMatchObject(expected);
});

test('what changes while the entries are made holds in the end', async () => {
  const { api, entries } = fakeMenus();
  let state = stateOf();
  vi.mocked(api.removeAll).mockImplementation(async () => {
    entries.clear();
    state = stateOf({ pausedSites: ['example.org'] });
    await updateMenus(api, MENU_ENTRIES, state);
  });
  await offerMenus(api, MENU_ENTRIES, async () => state);
  expect(entries.get('mark-site')).toMatchObject({ checked: false });
});

test('an entry that is not there is passed over', async () => {
  const { api, entries } = fakeMenus();
  await offerMenus(api, ['look-up', 'mark-site'], async () => stateOf());
  await updateMenus(api, MENU_ENTRIES, stateOf({ pausedSites: ['example.org'] }));
  expect([...entries.keys()]).toEqual(['look-up', 'mark-site']);
  expect(entries.get('mark-site')).toMatchObject({ checked: false });
});
