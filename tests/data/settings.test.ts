import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings, SETTING_NAMES } from '../../data/settings.ts';
import { readSettingsFile } from '../../data/settings-file.ts';
import { settingsArbitrary, takenAlong } from '../support/settings-arbitrary.ts';
import { english } from '../support/words.ts';

describe('parseSettings', () => {
  test('reads back every valid set of settings as it was', () => {
    fc.assert(
      fc.property(settingsArbitrary, (given) => {
        expect(parseSettings(structuredClone(given))).toMatchObject({ settings: given, problems: [] });
      }),
    );
  });

  test('gives complete, valid settings for anything at all and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { settings } = parseSettings(stored);
        expect(Object.keys(settings).sort()).toEqual([...SETTING_NAMES].sort());
        expect(parseSettings(settings).problems).toEqual([]);
      }),
    );
  });

  test('a corrupt field falls back alone and is reported with its value', () => {
    fc.assert(
      fc.property(settingsArbitrary, fc.constantFrom(...SETTING_NAMES), (given, name) => {
        const { settings: read, problems } = parseSettings({ ...given, [name]: { broken: true } });
        expect(read).toEqual({ ...given, [name]: DEFAULT_SETTINGS[name] });
        expect(problems.map((problem) => problem.name)).toEqual([name]);
        expect(problems[0]?.value).toEqual({ broken: true });
      }),
    );
  });

  test.each([
    ['openDelay', -1],
    ['openDelay', 1001],
    ['openDelay', 2.5],
    ['look', 'blinking'],
    ['pausedSites', ['https://example.org/']],
    ['pausedSites', ['']],
    ['enabled', 'yes'],
    ['deniedSites', ['example.org']],
    ['deniedSites', ['https://example.org']],
    ['deniedSites', ['*://example.org:8080/*']],
    ['deniedSites', ['*://exa*mple.org/*']],
    ['deniedSites', ['<all_urls>']],
    ['allowedSites', ['ftp://example.org/*']],
  ])('%s cannot be %j', (name, value) => {
    expect(parseSettings({ [name]: value }).problems).toHaveLength(1);
  });

  test('of a list only the entries that make no sense are left out, and that is reported', () => {
    const { settings, problems } = parseSettings({ hiddenTerms: ['22 countries', '', 7, 'xinjiang'] });
    expect(settings.hiddenTerms).toEqual(['22 countries', 'xinjiang']);
    expect(problems.map(({ name }) => name)).toEqual(['hiddenTerms']);
  });

  test('what an administrator has set wins, and nothing else is changed by it', () => {
    fc.assert(
      fc.property(settingsArbitrary, settingsArbitrary, fc.subarray([...SETTING_NAMES]), (own, other, names) => {
        const policy = Object.fromEntries(names.map((name) => [name, other[name]]));
        expect(parseSettings(own, policy)).toEqual({
          settings: { ...own, ...policy },
          managed: policy,
          problems: [],
          managedProblems: [],
        });
      }),
    );
  });

  test('anything at all that an administrator sets leaves settings complete and valid', () => {
    fc.assert(
      fc.property(settingsArbitrary, fc.anything(), (own, policy) => {
        const { settings, managed } = parseSettings(own, policy);
        expect(parseSettings(settings).problems).toEqual([]);
        expect(settings).toEqual({ ...own, ...managed });
      }),
    );
  });

  test('a field named on a prototype is not a setting', () => {
    const stored = Object.create({ enabled: false });
    expect(parseSettings(stored)).toMatchObject({ settings: DEFAULT_SETTINGS, problems: [] });
  });
});

/** What versions of the extension stored, each file named by the day its shape came, and how that is to be read for ever. */
const SHAPES = join(import.meta.dirname, 'settings-shapes');

describe.each(readdirSync(SHAPES))('settings in the shape of %s', (file) => {
  const { stored, settings } = JSON.parse(readFileSync(join(SHAPES, file), 'utf8'));

  test('are read as they were meant', () => {
    expect(parseSettings(stored)).toMatchObject({ settings, problems: [] });
  });

  test('are read when only some were ever set', () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(stored)), (names) => {
        const some = Object.fromEntries(names.map((name) => [name, stored[name]]));
        expect(parseSettings(some)).toMatchObject({ settings: { ...DEFAULT_SETTINGS, ...some }, problems: [] });
      }),
    );
  });

  test('are taken from a file', () => {
    const text = JSON.stringify({ format: 'undersigned-settings', version: 1, settings: stored });
    expect(readSettingsFile(text, english)).toEqual({ settings: takenAlong(stored), others: {} });
  });
});

test('the newest shape that is kept names every setting of today', () => {
  const newest = readdirSync(SHAPES).sort().at(-1) ?? '';
  expect(Object.keys(JSON.parse(readFileSync(join(SHAPES, newest), 'utf8')).stored)).toEqual(SETTING_NAMES);
});
