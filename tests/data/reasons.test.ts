import { describe, expect, test } from 'vitest';
import words from '../../data/reason-words.json' with { type: 'json' };
import { explained, reasonLanguage } from '../../data/reasons.ts';

describe('the language reasons are told in', () => {
  test.each([
    [['de-AT', 'en'], 'de'],
    [['fa', 'pt-BR'], 'pt'],
    [['zh'], 'zh-Hans'],
    [['zh-CN'], 'zh-Hans'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-Hant-HK'], 'zh-Hant'],
    [['zh-Hans-HK'], 'zh-Hans'],
    [['nb', 'sv'], 'en'],
    [['constructor', ''], 'en'],
    [[], 'en'],
  ])('for a reader of %j is %s', (preferred, language) => {
    expect(reasonLanguage(preferred)).toBe(language);
  });
});

test('every language has every word, and none is another’s by mistake', () => {
  const english = words.en;
  for (const [language, own] of Object.entries(words)) {
    expect(Object.keys(own), language).toEqual(Object.keys(english));
    expect(Object.values(own).every((word) => word.trim() !== '')).toBe(true);
    if (language !== 'en') expect(own.matched).not.toBe(english.matched);
  }
});

describe('reasons', () => {
  test('quote the page, each kind once, and write the day of an earlier statement as the reader does', () => {
    const reasons = [
      { cue: 'count', text: '39 countries' },
      { cue: 'earlier', text: '2019-07-08' },
      { cue: 'count', text: '39' },
    ] as const;
    expect(explained(reasons, 'de')).toEqual([
      { cue: 'count', name: 'Zahl', said: '39 countries' },
      { cue: 'earlier', name: 'Schon auf dieser Seite genannt', said: '8. Juli 2019' },
    ]);
    expect(explained([{ cue: 'earlier', text: '' }], 'en')[0]?.said).toBe('');
  });
});
