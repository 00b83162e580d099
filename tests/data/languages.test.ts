import { expect, test } from 'vitest';
import { languageFor } from '../../data/languages.ts';

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
])('the language of a reader of %j is %s', (preferred, language) => {
  expect(languageFor(preferred)).toBe(language);
});
