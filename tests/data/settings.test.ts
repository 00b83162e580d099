import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings, SETTING_NAMES, type Settings } from '../../data/settings.ts';

const settings: fc.Arbitrary<Settings> = fc.record({
  enabled: fc.boolean(),
  pausedSites: fc.array(fc.domain()),
  markRegion: fc.boolean(),
  markStatements: fc.boolean(),
  look: fc.constantFrom('dotted', 'solid', 'wavy', 'tint', 'none'),
  trigger: fc.constantFrom('hover', 'click', 'modifier'),
  triggerKey: fc.constantFrom('alt', 'ctrl', 'shift'),
  openDelay: fc.integer({ min: 0, max: 1000 }),
  closeDelay: fc.integer({ min: 0, max: 2000 }),
  country: fc.option(fc.stringMatching(/^[A-Z]{2}$/)),
  textSize: fc.integer({ min: 12, max: 20 }),
  badge: fc.boolean(),
  hiddenTerms: fc.array(fc.string({ minLength: 1, maxLength: 500 })),
  hiddenMentions: fc.array(fc.string({ minLength: 1, maxLength: 500 })),
  pausedPages: fc.array(fc.webUrl()),
  pausedUntil: fc.nat(),
});

describe('parseSettings', () => {
  test('reads back every valid set of settings as it was', () => {
    fc.assert(
      fc.property(settings, (given) => {
        expect(parseSettings(structuredClone(given))).toEqual({ settings: given, problems: [] });
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
      fc.property(settings, fc.constantFrom(...SETTING_NAMES), (given, name) => {
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
  ])('%s cannot be %j', (name, value) => {
    expect(parseSettings({ [name]: value }).problems).toHaveLength(1);
  });

  test('of a list only the entries that make no sense are left out, and that is reported', () => {
    const { settings, problems } = parseSettings({ hiddenTerms: ['22 countries', '', 7, 'xinjiang'] });
    expect(settings.hiddenTerms).toEqual(['22 countries', 'xinjiang']);
    expect(problems.map(({ name }) => name)).toEqual(['hiddenTerms']);
  });

  test('a field named on a prototype is not a setting', () => {
    const stored = Object.create({ enabled: false });
    expect(parseSettings(stored)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
  });
});
