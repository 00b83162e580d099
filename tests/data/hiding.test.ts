import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changesToHide,
  changesToUnhide,
  HIDING_KINDS,
  type Hiding,
  HOUR,
  hasSiteRules,
  hiddenKey,
  hiddenMention,
  hidingOf,
  isHidden,
  isPaused,
  type MentionPlace,
  mentionKey,
  pageAddress,
  pauseOn,
} from '../../data/hiding.ts';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../../data/settings.ts';

const entries = fc.array(fc.string({ minLength: 1, maxLength: 60 }), { maxLength: 4 });
const settings: fc.Arbitrary<Settings> = fc
  .record({
    enabled: fc.boolean(),
    hiddenTerms: entries,
    hiddenMentions: entries,
    pausedPages: entries,
    pausedSites: fc.array(fc.domain(), { maxLength: 4 }),
    pausedUntil: fc.nat(),
    openDelay: fc.integer({ min: 0, max: 1000 }),
  })
  .map((some) => ({ ...DEFAULT_SETTINGS, ...some }));
const hiding: fc.Arbitrary<Hiding> = fc.oneof(
  fc.record({ kind: fc.constantFrom('mention', 'term', 'page'), entry: fc.string({ minLength: 1, maxLength: 60 }) }),
  fc.record({ kind: fc.constant('site'), entry: fc.domain() }),
  fc.record({ kind: fc.constant('hour'), until: fc.nat() }),
  fc.constant({ kind: 'everywhere' } as const),
);
const place: fc.Arbitrary<MentionPlace> = fc.record({
  site: fc.oneof(fc.domain(), fc.constant('')),
  address: fc.webUrl({ withFragments: true, withQueryParameters: true, size: 'large' }),
  text: fc.string({ minLength: 1, size: 'large' }),
  before: fc.string(),
  after: fc.string(),
});

const hidden = (given: Settings, what: Hiding): Settings => ({ ...given, ...changesToHide(given, what) });
const undone = (now: Settings, what: Hiding, before: Settings): Settings => ({ ...now, ...changesToUnhide(now, what, before) });

const PLACE: MentionPlace = {
  site: 'news.example',
  address: 'https://news.example/article',
  text: '22 countries',
  before: 'A letter signed by ',
  after: ' was sent.',
};
const PAGE = { host: 'www.news.example', address: 'https://www.news.example/a', now: 1000 };

describe('hiding something', () => {
  test.each(HIDING_KINDS)('does what a reader meant by it, and no more: %s', (kind) => {
    const what = hidingOf(kind, { ...PLACE, site: 'www.news.example' }, PAGE);
    const now = hidden(DEFAULT_SETTINGS, what);
    const mention = { ...PLACE, site: 'www.news.example' };
    const sameElsewhere = { ...mention, address: 'https://other.example/', site: 'other.example' };
    const anotherPage = { ...PAGE, address: 'https://www.news.example/b' };
    const anotherSite = { ...PAGE, host: 'other.example', address: sameElsewhere.address };
    expect([isHidden(now, mention), isHidden(now, sameElsewhere)]).toEqual([['mention', 'term'].includes(kind), kind === 'term']);
    const isOff = ['page', 'site', 'hour', 'everywhere'].includes(kind);
    expect([PAGE, anotherPage, anotherSite].map((page) => isPaused(now, page))).toEqual([
      isOff,
      isOff && kind !== 'page',
      kind === 'hour' || kind === 'everywhere',
    ]);
    expect(isPaused(now, { ...PAGE, now: PAGE.now + HOUR })).toBe(isOff && kind !== 'hour');
  });

  test('and taking it back gives the settings of before', () => {
    fc.assert(
      fc.property(settings, hiding, (before, what) => {
        expect(undone(hidden(before, what), what, before)).toEqual(before);
      }),
    );
  });

  test('and taking it back leaves alone what was hidden in between', () => {
    fc.assert(
      fc.property(settings, hiding, hiding, (before, first, second) => {
        fc.pre(first.kind !== second.kind || ('entry' in first && 'entry' in second && first.entry !== second.entry));
        const both = hidden(hidden(before, first), second);
        expect(undone(both, first, before)).toEqual(hidden(before, second));
      }),
    );
  });

  test('does not take back a pause that was changed since', () => {
    const what = { kind: 'hour', until: 5000 } as const;
    const later = { ...hidden(DEFAULT_SETTINGS, what), pausedUntil: 9000 };
    expect(undone(later, what, DEFAULT_SETTINGS)).toEqual(later);
  });

  test('stores nothing that settings would not take', () => {
    fc.assert(
      fc.property(place, (at) => {
        const site: Hiding[] = at.site === '' ? [] : [{ kind: 'site', entry: at.site }];
        const term: Hiding[] = hiddenKey(at.text) === '' ? [] : [{ kind: 'term', entry: hiddenKey(at.text) }];
        const all: Hiding[] = [
          { kind: 'mention', entry: mentionKey(at) },
          { kind: 'page', entry: pageAddress(at.address) },
          { kind: 'hour', until: Date.now() + HOUR },
          ...site,
          ...term,
        ];
        expect(parseSettings(all.reduce(hidden, DEFAULT_SETTINGS)).problems).toEqual([]);
      }),
    );
  });

  test('of no known address is refused', () => {
    expect(() => changesToHide(DEFAULT_SETTINGS, { kind: 'page', entry: '' })).toThrow();
  });
});

describe('a page', () => {
  test.each<[Partial<Settings>, ReturnType<typeof pauseOn>]>([
    [{}, undefined],
    [{ enabled: false }, 'everywhere'],
    [{ enabled: false, lookUpOnly: true }, 'lookUpOnly'],
    [{ pausedUntil: 1001 }, 'hour'],
    [{ pausedUntil: 1000 }, undefined],
    [{ pausedSites: ['news.example'] }, 'site'],
    [{ pausedSites: ['ws.example', 'example.news.example'] }, undefined],
    [{ pausedPages: ['https://www.news.example/a'] }, 'page'],
    [{ pausedPages: ['https://www.news.example/', 'https://www.news.example/a?b'] }, undefined],
    [{ pausedPages: ['https://www.news.example/a'], pausedSites: ['news.example'], pausedUntil: 2000 }, 'hour'],
  ])('with %j is paused by %s', (given, by) => {
    expect(pauseOn({ ...DEFAULT_SETTINGS, ...given }, PAGE)).toBe(by);
    expect(isPaused({ ...DEFAULT_SETTINGS, ...given }, PAGE)).toBe(by !== undefined);
  });

  test('is paused by whatever pauses it, and by nothing that does not concern it', () => {
    fc.assert(
      fc.property(fc.domain(), fc.webUrl(), fc.nat(), (host, url, now) => {
        const page = { host, address: pageAddress(url), now };
        for (const what of [
          { kind: 'page', entry: page.address },
          { kind: 'site', entry: host },
          { kind: 'hour', until: now + HOUR },
          { kind: 'everywhere' },
        ] as const) {
          expect(pauseOn(hidden(DEFAULT_SETTINGS, what), page)).toBe(what.kind);
        }
        const others = { ...DEFAULT_SETTINGS, pausedSites: [`a.${host}`, `a${host}`], pausedPages: [`${page.address}a`] };
        expect(isPaused({ ...others, pausedUntil: now }, page)).toBe(false);
      }),
    );
  });

  test('is paused by rules for sites where they rule it out, and they are asked only where there are any', () => {
    expect(pauseOn(DEFAULT_SETTINGS, { ...PAGE, ruledOut: true })).toBe('rules');
    expect(hasSiteRules(DEFAULT_SETTINGS)).toBe(false);
    // Those for the other rule wait for it.
    expect(hasSiteRules({ ...DEFAULT_SETTINGS, allowedSites: ['*://*.news.example/*'] })).toBe(false);
    expect(hasSiteRules({ ...DEFAULT_SETTINGS, deniedSites: ['*://*.news.example/*'] })).toBe(true);
    expect(hasSiteRules({ ...DEFAULT_SETTINGS, siteRule: 'only' })).toBe(true);
  });

  test('is the same wherever in it a link leads', () => {
    expect(pageAddress('https://news.example/a?b=1#c#d')).toBe('https://news.example/a?b=1');
  });
});

describe('a mention', () => {
  test('is hidden with its text, however that is written', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9é新疆 ]{1,30}$/),
        fc.constantFrom(' ', '\n\t', '\u00a0', '\u3000'),
        (text, space) => {
          fc.pre(text.trim() !== '');
          const written = ` ${text.toUpperCase().replaceAll(' ', space)}${space}`;
          expect(hiddenKey(written)).toBe(hiddenKey(text));
          const given = { ...DEFAULT_SETTINGS, hiddenTerms: [hiddenKey(text)] };
          expect(isHidden(given, { ...PLACE, text: written })).toBe(true);
          expect(isHidden(given, { ...PLACE, text: `${written}x` })).toBe(false);
        },
      ),
    );
  });

  test.each(['２２ Countries', '22\u00ad coun\u200btries', '22\ncountries'])('%j is hidden with “22 countries”', (text) => {
    expect(hiddenKey(text)).toBe('22 countries');
  });

  test.each([
    ['a vowel mark that stands by itself', '\ufe76'],
    ['a letter that is taken apart in lower case', 'İsveç'],
    ['a space where it is cut', `${'a'.repeat(499)} b`],
  ])('an entry with %s is that of itself', (_, text) => {
    const key = hiddenKey(text);
    expect(hiddenKey(key)).toBe(key);
  });

  test('has one key, whatever the fragment, the case and the spaces', () => {
    fc.assert(
      fc.property(place, (at) => {
        const again = {
          ...at,
          address: `${pageAddress(at.address)}#elsewhere`,
          before: `\n${at.before}\n`,
          text: `  ${at.text}\t`,
          after: ` ${at.after} `,
        };
        expect(mentionKey(again)).toBe(mentionKey(at));
      }),
    );
  });

  test.each<Partial<MentionPlace>>([
    { address: 'https://news.example/another' },
    { text: '22 states' },
    { before: 'A letter sent by ' },
    { after: ' was not sent.' },
    { site: 'other.example' },
  ])('with %j is another one', (other) => {
    const given = { ...DEFAULT_SETTINGS, hiddenMentions: [mentionKey(PLACE)] };
    expect(isHidden(given, PLACE)).toBe(true);
    expect(isHidden(given, { ...PLACE, ...other })).toBe(false);
  });

  test('is told to a reader by its site and text, and nothing else of the page is kept', () => {
    expect(hiddenMention(mentionKey(PLACE))).toEqual({ site: 'news.example', text: '22 countries' });
    expect(hiddenMention(mentionKey({ ...PLACE, site: '' }))).toEqual({ site: '', text: '22 countries' });
    for (const words of ['article', 'letter', 'sent']) expect(mentionKey(PLACE)).not.toContain(words);
  });
});
