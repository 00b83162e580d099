/** Every valid set of settings, for properties. */
import fc from 'fast-check';
import { LANGUAGES } from '../../data/languages.ts';
import type { Settings } from '../../data/settings.ts';

/** Match patterns, as readers write them and as the form makes them of host names. */
export const patternArbitrary = fc
  .tuple(
    fc.constantFrom('*', 'http', 'https'),
    fc.oneof(
      fc.constant('*'),
      fc.domain(),
      fc.domain().map((host) => `*.${host}`),
    ),
    fc.webPath(),
    fc.constantFrom('', '*', '/*'),
  )
  .map(([scheme, host, path, end]) => `${scheme}://${host}${path || '/'}${end}`);

export const settingsArbitrary: fc.Arbitrary<Settings> = fc.record({
  enabled: fc.boolean(),
  lookUpOnly: fc.boolean(),
  pausedSites: fc.array(fc.domain()),
  siteRule: fc.constantFrom('allExcept', 'only'),
  allowedSites: fc.array(patternArbitrary),
  deniedSites: fc.array(patternArbitrary),
  markRegion: fc.boolean(),
  markStatements: fc.boolean(),
  markRelated: fc.boolean(),
  markCountries: fc.boolean(),
  density: fc.constantFrom('all', 'section', 'page'),
  look: fc.constantFrom('dotted', 'solid', 'wavy', 'tint', 'none'),
  trigger: fc.constantFrom('hover', 'click', 'modifier'),
  triggerKey: fc.constantFrom('alt', 'ctrl', 'shift'),
  openDelay: fc.integer({ min: 0, max: 1000 }),
  closeDelay: fc.integer({ min: 0, max: 2000 }),
  country: fc.option(fc.stringMatching(/^[A-Z]{2}$/)),
  language: fc.option(fc.constantFrom(...LANGUAGES)),
  theme: fc.constantFrom('auto', 'light', 'dark'),
  cardSize: fc.constantFrom('small', 'medium', 'large'),
  textSize: fc.integer({ min: 12, max: 20 }),
  badge: fc.boolean(),
  hiddenTerms: fc.array(fc.string({ minLength: 1, maxLength: 500 })),
  hiddenMentions: fc.array(fc.string({ minLength: 1, maxLength: 500 })),
  pausedPages: fc.array(fc.webUrl()),
  pausedUntil: fc.nat(),
  sync: fc.boolean(),
  syncLists: fc.boolean(),
});

/** Of settings, those that a file holds. */
export function takenAlong(settings: Settings): Partial<Settings> {
  const { sync: _, syncLists: __, pausedUntil: ___, ...taken } = settings;
  return taken;
}
