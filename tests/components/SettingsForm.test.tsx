// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { SettingsForm } from '../../components/SettingsForm.tsx';
import { DEFAULT_SETTINGS, type SettingName, type SettingProblem, type Settings } from '../../data/settings.ts';
import { type OtherSettings, settingsFile } from '../../data/settings-file.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { render } from '../support/render.tsx';

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
}

/** The form over settings that really change; those given back are the reader's own. */
function show(changed: Partial<Settings> = {}, shown: Shown = {}) {
  const { problems = [], refuse = false, others: before = {}, policy = {}, managedProblems = [] } = shown;
  const settings = signal<Settings>({ ...DEFAULT_SETTINGS, ...changed });
  const others = signal(before);
  const onSetAll = vi.fn(async (values: Partial<Settings>, newOthers?: OtherSettings) => {
    if (refuse) throw new Error('quota');
    settings.value = { ...settings.value, ...values };
    if (newOthers) others.value = newOthers;
  });
  const onSet = <Name extends SettingName>(name: Name, value: Settings[Name]) => onSetAll({ [name]: value });
  const Form = () => (
    <SettingsForm
      settings={{ ...settings.value, ...policy }}
      own={settings.value}
      managed={Object.keys(policy) as SettingName[]}
      others={others.value}
      countries={COUNTRIES}
      problems={problems}
      managedProblems={managedProblems}
      onSet={onSet}
      onSetAll={onSetAll}
    />
  );
  const { container } = render(<Form />);
  return { container, settings, others, onSetAll };
}

test('each change is saved at once, under its own name', () => {
  const { onSetAll } = show();
  fireEvent.click(screen.getByRole('switch', { name: /^Names of the region/ }));
  fireEvent.click(screen.getByRole('switch', { name: /^Letters, statements and votes/ }));
  fireEvent.click(screen.getByRole('radio', { name: 'Wavy line' }));
  fireEvent.click(screen.getByRole('radio', { name: 'A mark is clicked' }));
  fireEvent.click(screen.getByRole('switch', { name: /^Number on the toolbar button/ }));
  fireEvent.click(screen.getByRole('switch', { name: /^Mark on all sites/ }));
  expect(onSetAll.mock.calls.map(([values]) => values)).toEqual([
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

test('the sample shows the look that is set', async () => {
  const { container } = show();
  expect(container.querySelectorAll('.us-look-dotted')).toHaveLength(2);
  fireEvent.click(screen.getByRole('radio', { name: 'Nothing' }));
  expect(await screen.findByText(/Nothing is painted/)).toBeTruthy();
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

test('an exported file holds every setting and what a newer version stored', () => {
  const given = { ...DEFAULT_SETTINGS, look: 'tint', pausedSites: ['bücher.example'] } as const;
  show({ ...given, pausedSites: [...given.pausedSites] }, { others: { futureWidth: 7 } });
  const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Export settings' });
  expect(link.download).toBe('undersigned-settings.json');
  const text = decodeURIComponent(link.href.slice(link.href.indexOf(',') + 1));
  expect(JSON.parse(text).settings).toEqual({ ...given, futureWidth: 7 });
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
  const { container, settings, onSetAll } = show();
  choose(settingsFile({ ...DEFAULT_SETTINGS, look: 'tint', openDelay: 5000, textSize: 40 }, {}));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Nothing was changed, since “settings.json” cannot be read');
  expect([...alert.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
    'openDelay: expected a whole number from 0 to 1000, got 5000',
    'textSize: expected a whole number from 12 to 20, got 40',
  ]);
  expect(onSetAll).not.toHaveBeenCalled();
  expect(await accessibilityProblems(container)).toEqual([]);
  choose(settingsFile({ ...DEFAULT_SETTINGS, look: 'tint' }, {}));
  await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(settings.value.look).toBe('tint');
});

test('nothing is said to be in place that the browser refused', async () => {
  show({}, { refuse: true });
  choose(settingsFile({ ...DEFAULT_SETTINGS, look: 'tint' }, {}));
  expect((await screen.findByRole('alert')).textContent).toContain('The browser did not save the change.');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

const POLICY: Settings = {
  enabled: false,
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
  show({}, { managedProblems: [{ name: 'look', value: 'plaid', problem: 'Invalid type' }] });
  expect(screen.getByRole('alert').textContent).toBe(
    'Some of what your organisation has set could not be read and is ignored:how marks look: Invalid type',
  );
});

test('settings that could not be read are reported', () => {
  show({}, { problems: [{ name: 'look', value: 'plaid', problem: 'Invalid type' }] });
  expect(screen.getByRole('alert').textContent).toContain('how marks look: Invalid type');
});

test('a change the browser refuses is reported', async () => {
  show({}, { refuse: true });
  fireEvent.click(screen.getByRole('radio', { name: 'Solid line' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The browser did not save the change.');
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
