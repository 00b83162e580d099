// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { SettingsForm } from '../../components/SettingsForm.tsx';
import { dataset } from '../../data/dataset.ts';
import type { Words } from '../../data/messages.ts';
import { DEFAULT_SETTINGS, type SettingName, type SettingProblem, type Settings } from '../../data/settings.ts';
import { type OtherSettings, settingsFile } from '../../data/settings-file.ts';
import { NOTHING_SYNCED, type SyncState } from '../../data/settings-sync.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';
import { takenAlong } from '../support/settings-arbitrary.ts';
import { wordsIn } from '../support/words.ts';

afterEach(cleanup);

const COUNTRIES = [
  { code: 'FR', name: 'France' },
  { code: 'QA', name: 'Qatar' },
];

interface Shown {
  readonly problems?: SettingProblem[];
  /** The browser refuses to save. */
  readonly refuse?: boolean;
  readonly others?: OtherSettings;
  /** What an administrator has set. */
  readonly policy?: Partial<Settings>;
  readonly managedProblems?: SettingProblem[];
  readonly sync?: SyncState;
  readonly words?: Words;
}

/** The form over settings that really change; those given back are the reader's own. */
function show(changed: Partial<Settings> = {}, shown: Shown = {}) {
  const { problems = [], refuse = false, others: before = {}, policy = {}, managedProblems = [] } = shown;
  const { sync = NOTHING_SYNCED, words } = shown;
  const settings = signal<Settings>({ ...DEFAULT_SETTINGS, ...changed });
  const others = signal(before);
  const onSet = vi.fn(async (values: Partial<Settings>, newOthers?: OtherSettings) => {
    if (refuse) throw new Error('quota');
    settings.value = { ...settings.value, ...values };
    if (newOthers) others.value = newOthers;
  });
  const Form = () => (
    <SettingsForm
      settings={{ ...settings.value, ...policy }}
      own={settings.value}
      managed={Object.keys(policy) as SettingName[]}
      others={others.value}
      sync={sync}
      dataset={dataset}
      countries={COUNTRIES}
      problems={problems}
      managedProblems={managedProblems}
      onSet={onSet}
    />
  );
  const { container } = render(<Form />, words);
  return { container, settings, others, onSet };
}

test('each change is saved at once, under its own name', () => {
  const { onSet } = show();
  fireEvent.click(screen.getByRole('switch', { name: /^Names of the region/ }));
  fireEvent.click(screen.getByRole('switch', { name: /^Letters, statements and votes/ }));
  fireEvent.click(screen.getByRole('radio', { name: 'Wavy line' }));
  fireEvent.click(screen.getByRole('radio', { name: 'A mark is clicked' }));
  fireEvent.click(screen.getByRole('switch', { name: /^Number on the toolbar button/ }));
  fireEvent.click(screen.getByRole('switch', { name: /^Mark on all sites/ }));
  expect(onSet.mock.calls.map(([values]) => values)).toEqual([
    { markRegion: false },
    { markStatements: false },
    { look: 'wavy' },
    { trigger: 'click' },
    { badge: false },
    { enabled: false },
  ]);
});

test('the delays are whole numbers of milliseconds, and the first of no use when a click opens the card', async () => {
  const { settings } = show();
  const open = screen.getByRole<HTMLInputElement>('slider', { name: /before the card opens/ });
  const close = screen.getByRole<HTMLInputElement>('slider', { name: /stays/ });
  fireEvent.change(open, { target: { value: '450' } });
  fireEvent.change(close, { target: { value: '1200' } });
  expect(settings.value).toMatchObject({ openDelay: 450, closeDelay: 1200 });
  expect(open.disabled).toBe(false);
  fireEvent.click(screen.getByRole('radio', { name: 'A mark is clicked' }));
  await vi.waitFor(() => expect(open.disabled).toBe(true));
  expect(close.disabled).toBe(false);
});

test('a key is asked for only where one is to be held', async () => {
  const { settings } = show();
  expect(screen.queryByRole('radio', { name: 'Ctrl' })).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: /while a key is held$/ }));
  fireEvent.click(await screen.findByRole('radio', { name: 'Ctrl' }));
  expect(settings.value).toMatchObject({ trigger: 'modifier', triggerKey: 'ctrl' });
});

test('the country of one’s own is none until one is chosen, and can be none again', () => {
  const { settings } = show();
  const country = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Your country' });
  expect(country.selectedOptions[0]?.textContent).toBe('None');
  fireEvent.change(country, { target: { value: 'QA' } });
  expect(settings.value.country).toBe('QA');
  fireEvent.change(country, { target: { value: '' } });
  expect(settings.value.country).toBeNull();
});

describe('the preview', () => {
  const marks = (container: Element, look: Settings['look']) =>
    [...container.querySelectorAll(`.us-look-${look}`)].map((mark) => mark.textContent);

  test('shows the marks as they are set, and only those that are wanted', async () => {
    const { container } = show();
    expect(marks(container, 'dotted')).toEqual(['letter signed by 22 countries', 'Xinjiang', 'Xinjiang']);
    fireEvent.click(screen.getByRole('radio', { name: 'The first of the same on the page' }));
    await vi.waitFor(() => expect(marks(container, 'dotted')).toEqual(['letter signed by 22 countries', 'Xinjiang']));
    fireEvent.click(screen.getByRole('switch', { name: /^Related terms/ }));
    fireEvent.click(screen.getByRole('switch', { name: /^Names of countries/ }));
    await vi.waitFor(() =>
      expect(marks(container, 'dotted')).toEqual(['letter signed by 22 countries', 'Xinjiang', 'Cuba', 'Uyghurs']),
    );
    fireEvent.click(screen.getByRole('radio', { name: 'Wavy line' }));
    await vi.waitFor(() => expect(marks(container, 'wavy')).toHaveLength(4));
    fireEvent.click(screen.getByRole('switch', { name: /^Names of the region/ }));
    await vi.waitFor(() => expect(marks(container, 'wavy')).toEqual(['letter signed by 22 countries', 'Cuba', 'Uyghurs']));
    fireEvent.click(screen.getByRole('radio', { name: 'Nothing' }));
    expect(await screen.findByText(/Nothing is painted/)).toBeTruthy();
    fireEvent.click(screen.getByRole('switch', { name: /^Mark on all sites/ }));
    expect(await screen.findByText('Nothing is marked.')).toBeTruthy();
    fireEvent.click(screen.getByRole('switch', { name: /^Look up only/ }));
    expect(await screen.findByText(/Cards are those of the search/)).toBeTruthy();
  });

  test('has a real card, as large and as light or dark as is set', async () => {
    show({ textSize: 14 });
    const preview = screen.getByRole('complementary', { name: 'Preview' });
    const style = (name: string) => preview.style.getPropertyValue(name);
    expect(within(preview).getByRole('dialog', { name: '22 countries voiced concern' })).toBeTruthy();
    expect(['--us-scheme', '--us-zoom', '--us-card-width'].map(style)).toEqual(['light dark', '1', '360px']);
    fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Wide' }));
    fireEvent.change(screen.getByRole('slider', { name: /card’s text/ }), { target: { value: '20' } });
    await vi.waitFor(() => expect(style('--us-scheme')).toBe('dark'));
    expect(Number(style('--us-zoom'))).toBeCloseTo(20 / 14);
    expect(style('--us-card-width')).toBe('480px');
  });
});

describe('the search', () => {
  const search = (text: string) =>
    fireEvent.input(screen.getByRole('searchbox', { name: 'Search in settings' }), { target: { value: text } });
  const status = (text: string) => screen.findByText((_, element) => element?.role === 'status' && element.textContent === text);

  test('leaves what matches, whatever its case and accents, tells how much that is, and gives all back', async () => {
    show();
    search('CARD stays');
    await status('1 setting matches.');
    const shown = screen.getAllByRole('slider').filter((slider) => !slider.closest('[hidden]'));
    expect(shown.map((slider) => slider.getAttribute('aria-valuetext'))).toEqual(['300 milliseconds']);
    expect(screen.getByText('Sites').closest('section')?.hidden).toBe(true);
    search('qátar');
    await status('1 setting matches.');
    expect(screen.getByLabelText('Your country').closest('[hidden]')).toBeNull();
    search('subdomains');
    await status('1 setting matches.');
    expect(screen.getByRole('heading', { name: 'Paused sites' }).closest('[hidden]')).toBeNull();
    search('zebra');
    await status('No setting matches.');
    search('');
    await vi.waitFor(() => expect(document.querySelector('.us-settings [hidden]')).toBeNull());
  });

  test('finds what comes with another setting', async () => {
    show();
    search('ctrl');
    await status('No setting matches.');
    search('');
    fireEvent.click(screen.getByRole('radio', { name: /while a key is held$/ }));
    await screen.findByRole('radio', { name: 'Ctrl' });
    search('ctrl');
    await status('1 setting matches.');
  });
});

describe('sites', () => {
  const add = (text: string, group = 0) => {
    const input = screen.getAllByRole<HTMLInputElement>('textbox', { name: 'Add a site' })[group];
    if (!input) throw new Error('no such list');
    fireEvent.input(input, { target: { value: text } });
    fireEvent.submit(input.form as HTMLFormElement);
    return input;
  };

  test('are added by name, address or pattern, and taken off', async () => {
    const { settings } = show();
    const input = add('example.org');
    expect(settings.value.deniedSites).toEqual(['*://*.example.org/*']);
    expect(await screen.findByText('*://*.example.org/* is on the list.')).toBeTruthy();
    expect(input.value).toBe('');
    add('*://*/private/*');
    await vi.waitFor(() => expect(settings.value.deniedSites).toEqual(['*://*.example.org/*', '*://*/private/*']));
    fireEvent.click(await screen.findByRole('button', { name: 'Remove *://*.example.org/*' }));
    expect(settings.value.deniedSites).toEqual(['*://*/private/*']);
  });

  test('that are none stay in the field, and it is said how they are written', async () => {
    const { container, settings } = show();
    const input = add('two words');
    expect(await screen.findByText(/“two words” is no site\. Write a host name such as example\.org/)).toBeTruthy();
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.value).toBe('two words');
    expect(settings.value.deniedSites).toEqual([]);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('can be all that is marked', async () => {
    const { settings } = show();
    fireEvent.click(screen.getByRole('radio', { name: 'Only the sites listed' }));
    await screen.findByRole('heading', { name: 'Sites to mark' });
    add('example.org');
    expect(settings.value).toMatchObject({ siteRule: 'only', allowedSites: ['*://*.example.org/*'], deniedSites: [] });
  });
});

test('the language is each in its own name, and none but the browser’s until one is chosen', () => {
  const { settings } = show();
  const language = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Language' });
  const options = [...language.options].map(({ textContent, lang }) => `${textContent} ${lang}`.trim());
  expect(options).toEqual([
    'The browser’s',
    'English en',
    'Français fr',
    'Español es',
    'Русский ru',
    'العربية ar',
    '简体中文 zh-Hans',
    '繁體中文 zh-Hant',
    'Deutsch de',
    '日本語 ja',
    'Türkçe tr',
    'Português pt',
  ]);
  fireEvent.change(language, { target: { value: 'zh-Hant' } });
  expect(settings.value.language).toBe('zh-Hant');
  fireEvent.change(language, { target: { value: '' } });
  expect(settings.value.language).toBeNull();
});

describe('sync', () => {
  test('is said in plain words before it is turned on, and lists only with it', async () => {
    const { settings } = show();
    expect(screen.getByRole('switch', { name: /^Sync these settings.*servers of its maker/ })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('switch', { name: /^Sync lists/ }).disabled).toBe(true);
    fireEvent.click(screen.getByRole('switch', { name: /^Sync these settings/ }));
    await vi.waitFor(() => expect(screen.getByRole<HTMLInputElement>('switch', { name: /^Sync lists/ }).disabled).toBe(false));
    expect(settings.value).toMatchObject({ sync: true, syncLists: false });
    expect(screen.queryByText(/It is kept in this browser/)).toBeNull();
  });

  test.each([
    [{ problem: 'quota', unsynced: ['hiddenTerms', 'look'] }, 'In this browser alone: Hidden words and How marks look.'],
    [{ problem: 'unavailable', unsynced: [] }, 'This browser does not sync now. The settings are kept here all the same.'],
    [{ changes: { look: { value: 'wavy', at: 1 } } }, 'In step with your other browsers.'],
  ] as [Partial<SyncState>, string][])('tells what came of it: %j', (sync, said) => {
    show({ sync: true }, { sync: { ...NOTHING_SYNCED, ...sync } });
    expect(
      screen.getByText((_, element) => element?.role === 'status' && (element.textContent ?? '').includes(said)),
    ).toBeTruthy();
  });
});

test('the form is as accessible where the reader’s language runs from the right', async () => {
  const { container } = show({ language: 'ar' }, { words: wordsIn('ar') });
  expect(await accessibilityProblems(container)).toEqual([]);
});

test('a paused site can be removed, and the focus stays in the list', async () => {
  const { settings } = show({ pausedSites: ['example.org', 'example.com'] });
  fireEvent.click(screen.getByRole('button', { name: 'Remove example.org' }));
  expect(settings.value.pausedSites).toEqual(['example.com']);
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Paused sites' }));
});

test('a paused page can be removed', () => {
  const { settings } = show({ pausedPages: ['https://example.org/a', 'https://example.org/b'] });
  fireEvent.click(screen.getByRole('button', { name: 'Remove https://example.org/a' }));
  expect(settings.value.pausedPages).toEqual(['https://example.org/b']);
});

test('hidden words and mentions are listed, and each can be shown again', async () => {
  const { settings } = show({ hiddenTerms: ['22 countries', 'a letter'], hiddenMentions: ['example.org 1a2b xinjiang'] });
  const heading = screen.getByRole('heading', { name: 'Hidden words and mentions · 3' });
  fireEvent.click(screen.getByRole('button', { name: 'Show “22 countries” everywhere again' }));
  expect(settings.value.hiddenTerms).toEqual(['a letter']);
  expect(document.activeElement).toBe(heading);
  fireEvent.click(screen.getByRole('button', { name: 'Show “xinjiang” once on example.org again' }));
  expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, hiddenTerms: ['a letter'] });
});

test('all that is hidden can be shown again at once', () => {
  const { settings } = show({ hiddenTerms: ['22 countries'], hiddenMentions: ['example.org 1a2b xinjiang'], look: 'tint' });
  fireEvent.click(screen.getByRole('button', { name: 'Show all again' }));
  expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, look: 'tint' });
});

test('a reset goes to the defaults and can be undone', async () => {
  const before = { look: 'tint', openDelay: 0, pausedSites: ['example.org'] } as const;
  const { settings } = show({ ...before, pausedSites: [...before.pausedSites] });
  fireEvent.click(screen.getByRole('button', { name: 'Reset to defaults' }));
  expect(settings.value).toEqual(DEFAULT_SETTINGS);
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, ...before });
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
});

test('a setting goes back to its default alone, and that can be undone', async () => {
  const { settings } = show({ look: 'tint', openDelay: 0 });
  expect(screen.getAllByRole('button', { name: /^Reset: / })).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'Reset: How marks look' }));
  expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, openDelay: 0 });
  await screen.findByText('Back to the default: How marks look.');
  expect(screen.queryByRole('button', { name: 'Reset: How marks look' })).toBeNull();
  expect(document.activeElement?.textContent).toContain('How marks look');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, look: 'tint', openDelay: 0 });
});

test('undo leaves alone what another window has changed since', async () => {
  const { settings } = show({ look: 'tint', openDelay: 0 });
  fireEvent.click(screen.getByRole('button', { name: 'Reset to defaults' }));
  await screen.findByRole('button', { name: 'Undo' });
  settings.value = { ...settings.value, openDelay: 100, textSize: 20 };
  await screen.findByText('20 px');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, look: 'tint', openDelay: 100, textSize: 20 });
});

test('undo is offered only until the next change', async () => {
  show({ look: 'tint' });
  fireEvent.click(screen.getByRole('button', { name: 'Reset to defaults' }));
  await screen.findByRole('button', { name: 'Undo' });
  fireEvent.click(screen.getByRole('radio', { name: 'Solid line' }));
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
});

/** Choose a file with this text. */
function choose(text: string) {
  const input = screen.getByLabelText<HTMLInputElement>('Import settings from a file');
  Object.defineProperty(input, 'files', { value: [new File([text], 'settings.json')], configurable: true });
  fireEvent.change(input);
}

test('an exported file holds every setting but the browser’s own, and what a newer version stored', () => {
  const given = { ...DEFAULT_SETTINGS, look: 'tint', pausedSites: ['bücher.example'] } as const;
  show({ ...given, pausedSites: [...given.pausedSites] }, { others: { futureWidth: 7 } });
  const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Export settings' });
  expect(link.download).toBe('undersigned-settings.json');
  const text = decodeURIComponent(link.href.slice(link.href.indexOf(',') + 1));
  expect(JSON.parse(text).settings).toEqual({ ...takenAlong({ ...given, pausedSites: [...given.pausedSites] }), futureWidth: 7 });
});

test('an imported file does not switch syncing on', async () => {
  const { settings } = show();
  const text = JSON.stringify({ format: 'undersigned-settings', version: 1, settings: { look: 'tint', sync: true } });
  choose(text);
  await screen.findByText(/The settings of “settings.json” are in place/);
  expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, look: 'tint' });
});

test('an imported file is in place at once, and can be undone as a whole', async () => {
  const { settings, others } = show({ look: 'solid' }, { others: { futureWidth: 7 } });
  const imported: Settings = { ...DEFAULT_SETTINGS, look: 'tint', hiddenTerms: ['22 countries'] };
  choose(settingsFile(imported, { futureHeight: 9 }));
  await screen.findByText(/The settings of “settings.json” are in place/);
  expect(settings.value).toEqual(imported);
  expect(others.value).toEqual({ futureWidth: 7, futureHeight: 9 });
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, look: 'solid' });
  expect(others.value).toEqual({ futureWidth: 7 });
});

test('a file with anything wrong changes nothing and says what, until a good one is chosen', async () => {
  const { container, settings, onSet } = show();
  choose(settingsFile({ ...DEFAULT_SETTINGS, look: 'tint', openDelay: 5000, textSize: 40 }, {}));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Nothing was changed, since “settings.json” cannot be read');
  expect([...alert.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
    'openDelay: expected a whole number from 0 to 1000, got 5000',
    'textSize: expected a whole number from 12 to 20, got 40',
  ]);
  expect(onSet).not.toHaveBeenCalled();
  expect(await accessibilityProblems(container)).toEqual([]);
  choose(settingsFile({ ...DEFAULT_SETTINGS, look: 'tint' }, {}));
  await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(settings.value.look).toBe('tint');
});

test('a file that the browser cannot read changes nothing and is told', async () => {
  const { onSet } = show();
  const file = new File(['{}'], 'settings.json');
  vi.spyOn(file, 'text').mockRejectedValue(new DOMException('gone', 'NotReadableError'));
  const input = screen.getByLabelText<HTMLInputElement>('Import settings from a file');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  fireEvent.change(input);
  expect((await screen.findByRole('alert')).textContent).toContain('The browser could not read the file.');
  expect(onSet).not.toHaveBeenCalled();
});

test('nothing is said to be in place that the browser refused', async () => {
  const { onSet } = show({}, { refuse: true });
  choose(settingsFile({ ...DEFAULT_SETTINGS, look: 'tint' }, {}));
  await vi.waitFor(() => expect(onSet).toHaveBeenCalled());
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
});

const POLICY: Settings = {
  enabled: false,
  lookUpOnly: false,
  siteRule: 'only',
  allowedSites: ['*://*.example.org/*'],
  deniedSites: ['*://*.example.com/*'],
  theme: 'light',
  cardSize: 'small',
  sync: false,
  syncLists: false,
  pausedSites: ['example.org'],
  markRegion: false,
  markStatements: false,
  markRelated: true,
  markCountries: true,
  density: 'page',
  look: 'tint',
  trigger: 'modifier',
  triggerKey: 'shift',
  openDelay: 100,
  closeDelay: 100,
  country: 'QA',
  language: 'fr',
  textSize: 20,
  badge: false,
  hiddenTerms: ['22 countries', 'a letter'],
  hiddenMentions: ['example.org 1a2b xinjiang'],
  pausedPages: ['https://example.org/a'],
  pausedUntil: 0,
};

test('what an administrator has set is shown, cannot be changed and says why', async () => {
  const { container } = show({ look: 'wavy' }, { policy: POLICY });
  const controls = [
    ...screen.getAllByRole<HTMLInputElement>('switch'),
    ...screen.getAllByRole<HTMLInputElement>('slider'),
    screen.getByRole<HTMLSelectElement>('combobox', { name: 'Your country' }),
  ];
  for (const control of controls) expect(control.disabled).toBe(true);
  for (const group of container.querySelectorAll('fieldset:has([type=radio])')) {
    expect(group.matches(':disabled')).toBe(true);
    expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'Set by your organisation',
    );
  }
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Tint' }).checked).toBe(true);
  expect(screen.queryByRole('button', { name: /^(Remove|Show)/ })).toBeNull();
  expect(screen.getAllByText(/Set by your organisation/).length).toBeGreaterThan(controls.length);
  expect(await accessibilityProblems(container)).toEqual([]);
});

test('what an administrator has left to the reader can be changed beside it', () => {
  const { settings } = show(
    { hiddenMentions: ['example.org 1a2b xinjiang', 'example.org 3c4d xinjiang'] },
    { policy: { look: 'tint', hiddenTerms: ['22 countries'] } },
  );
  expect(screen.getByRole<HTMLInputElement>('switch', { name: /^Mark on all sites/ }).disabled).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Show all again' }));
  expect(settings.value).toEqual(DEFAULT_SETTINGS);
});

test('the reader’s own settings are exported and come back with undo, not the administrator’s', async () => {
  const { settings } = show({ look: 'wavy' }, { policy: { look: 'tint' } });
  expect(decodeURIComponent(screen.getByRole<HTMLAnchorElement>('link', { name: 'Export settings' }).href)).toContain(
    '"look": "wavy"',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Reset to defaults' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, look: 'wavy' });
});

test('an administrator’s values that could not be read are reported', () => {
  show({}, { managedProblems: [{ name: 'look', value: 'plaid' }] });
  expect(screen.getByRole('alert').textContent).toBe(
    'Some of what your organisation has set could not be read and is ignored:How marks look: expected one of "dotted", "solid", "wavy", "tint", "none", got "plaid"',
  );
});

test('settings that could not be read are reported', () => {
  show({}, { problems: [{ name: 'look', value: 'plaid' }] });
  expect(screen.getByRole('alert').textContent).toContain('How marks look: expected one of');
});

test('the form is accessible', async () => {
  const { container } = show({
    trigger: 'modifier',
    pausedSites: ['example.org'],
    pausedPages: ['https://example.org/a'],
    hiddenTerms: ['22 countries'],
    hiddenMentions: ['example.org 1a2b xinjiang'],
  });
  expect(await accessibilityProblems(container)).toEqual([]);
});
