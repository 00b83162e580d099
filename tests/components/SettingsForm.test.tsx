// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { SettingsForm } from '../../components/SettingsForm.tsx';
import { DEFAULT_SETTINGS, type SettingName, type SettingProblem, type Settings } from '../../data/settings.ts';
import { accessibilityProblems } from '../support/accessibility.ts';

afterEach(cleanup);

const COUNTRIES = [
  { code: 'FR', name: 'France' },
  { code: 'QA', name: 'Qatar' },
];

/** The form over settings that really change. `refuse` makes the browser refuse to save. */
function show(changed: Partial<Settings> = {}, { problems = [] as SettingProblem[], refuse = false } = {}) {
  const settings = signal<Settings>({ ...DEFAULT_SETTINGS, ...changed });
  const onSetAll = vi.fn(async (values: Partial<Settings>) => {
    if (refuse) throw new Error('quota');
    settings.value = { ...settings.value, ...values };
  });
  const onSet = <Name extends SettingName>(name: Name, value: Settings[Name]) => onSetAll({ [name]: value });
  const Form = () => (
    <SettingsForm settings={settings.value} countries={COUNTRIES} problems={problems} onSet={onSet} onSetAll={onSetAll} />
  );
  const { container } = render(<Form />);
  return { container, settings, onSetAll };
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
  expect(screen.queryByRole('radio', { name: 'Shift' })).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: /while a key is held$/ }));
  fireEvent.click(await screen.findByRole('radio', { name: 'Shift' }));
  expect(settings.value).toMatchObject({ trigger: 'modifier', triggerKey: 'shift' });
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
