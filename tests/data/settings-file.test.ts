import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, SETTING_NAMES } from '../../data/settings.ts';
import { type OtherSettings, otherSettings, readSettingsFile, settingsFile } from '../../data/settings-file.ts';
import { settingsArbitrary, takenAlong } from '../support/settings-arbitrary.ts';
import { english } from '../support/words.ts';

const others: fc.Arbitrary<OtherSettings> = fc.dictionary(fc.stringMatching(/^future[A-Z]\w{0,9}$/), fc.jsonValue());

const file = (settings: unknown, head: object = {}) =>
  JSON.stringify({ format: 'undersigned-settings', version: 1, settings, ...head });

describe('settings as a file', () => {
  test('come back as they were, and so does what a newer version stored', () => {
    fc.assert(
      fc.property(settingsArbitrary, others, (settings, others) => {
        const stored = JSON.parse(JSON.stringify(others));
        const taken = takenAlong(settings);
        expect(readSettingsFile(settingsFile(settings, stored), english)).toEqual({ settings: taken, others: stored });
      }),
    );
  });

  test('neither hold nor bring whether a browser syncs, nor a pause for an hour', () => {
    const own = { sync: true, syncLists: true, pausedUntil: 4_000_000_000_000 };
    expect(settingsFile({ ...DEFAULT_SETTINGS, ...own }, {})).not.toMatch(/sync|pausedUntil/);
    // As older versions wrote it.
    expect(readSettingsFile(file({ look: 'tint', ...own }), english)).toEqual({ settings: { look: 'tint' }, others: {} });
  });

  test('any text is read or refused with reasons, and never throws', () => {
    const almost = fc.jsonValue().map((value) => file(value));
    const fields = fc
      .dictionary(fc.constantFrom(...SETTING_NAMES, '__proto__', 'future'), fc.jsonValue())
      .map((value) => file(value));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), almost, fields), (text) => {
        const read = readSettingsFile(text, english);
        if ('problems' in read) expect(read.problems.length).toBeGreaterThan(0);
        else
          expect(Object.keys({ ...read.others, ...read.settings }).sort()).toEqual(
            Object.keys(takenAlong(JSON.parse(text).settings)).sort(),
          );
      }),
    );
  });

  test('one wrong field is enough for nothing to be taken', () => {
    fc.assert(
      fc.property(settingsArbitrary, fc.constantFrom(...SETTING_NAMES), (settings, name) => {
        const read = readSettingsFile(file({ ...settings, [name]: { broken: true } }), english);
        expect(read).toEqual({ problems: [expect.stringMatching(`^${name}: expected .+, got \\{"broken":true\\}$`)] });
      }),
    );
  });

  test('a field the file does not name is left as it is', () => {
    expect(readSettingsFile(file({ look: 'tint' }), english)).toEqual({ settings: { look: 'tint' }, others: {} });
  });

  test.each([
    [{ openDelay: 5000 }, ['openDelay: expected a whole number from 0 to 1000, got 5000']],
    [{ openDelay: 5000.5 }, ['openDelay: expected a whole number from 0 to 1000, got 5000.5']],
    [{ pausedUntil: -1 }, ['pausedUntil: expected a whole number, 0 or more, got -1']],
    [{ enabled: 'yes' }, ['enabled: expected true or false, got "yes"']],
    [{ triggerKey: 'meta' }, ['triggerKey: expected one of "alt", "ctrl", "shift", got "meta"']],
    [{ country: 'Qatar' }, ['country: expected a code of two capital letters such as QA, or null, got "Qatar"']],
    [{ hiddenTerms: 'all' }, ['hiddenTerms: expected a list, got "all"']],
    [
      { hiddenTerms: ['a', ''], pausedSites: ['https://example.org/'] },
      [
        'hiddenTerms, entry 2: expected a text of 1 to 500 characters, got ""',
        'pausedSites, entry 1: expected a host name such as example.org, got "https://example.org/"',
      ],
    ],
    [{ 'two words': 1 }, ['settings: expected the name of a setting, got "two words"']],
    [{ syncState: { changes: {} } }, ['settings: expected the name of a setting, got "syncState"']],
    [
      { deniedSites: ['*://*.example.org/*', 'example.org'] },
      ['deniedSites, entry 2: expected a match pattern such as *://*.example.org/*, got "example.org"'],
    ],
    [
      { allowedSites: ['https://1.2.3.999/*'] },
      ['allowedSites, entry 1: expected a match pattern such as *://*.example.org/*, got "https://1.2.3.999/*"'],
    ],
  ])('%j is refused, with what is allowed', (settings, problems) => {
    expect(readSettingsFile(file(settings), english)).toEqual({ problems });
  });

  test.each([
    ['', 'The file is not JSON.'],
    ['[]', 'format: expected "undersigned-settings", got []'],
    ['{"look":"tint"}', 'format: expected "undersigned-settings", got nothing'],
    [file({}, { version: 2 }), 'version: expected 1, got 2. It may come from a newer version.'],
    [file(null), 'settings: expected an object, got null'],
  ])('%j is no such file, and it is said why', (text, problem) => {
    expect(readSettingsFile(text, english)).toEqual({ problems: [problem] });
  });

  test('a long wrong value is shown in part', () => {
    const read = readSettingsFile(file({ look: 'x'.repeat(5000) }), english);
    expect(read).toEqual({ problems: [expect.stringMatching(/got "x{10,100}…$/)] });
  });
});

test('what this version does not know is told apart from its own settings', () => {
  expect(otherSettings({ ...DEFAULT_SETTINGS, futureWidth: 7, syncState: {} })).toEqual({ futureWidth: 7 });
});
