import { expect, test } from 'vitest';
import { localeFiles, manifestText } from '../../scripts/manifest-locales.ts';

const files = Object.fromEntries(localeFiles().map(([path, contents]) => [path, JSON.parse(contents)]));

test('each language of the extension is one that browsers know, Portuguese in two countries', () => {
  expect(Object.keys(files)).toEqual(
    ['en', 'fr', 'es', 'ru', 'ar', 'zh_CN', 'zh_TW', 'de', 'ja', 'tr', 'pt_BR', 'pt_PT'].map(
      (locale) => `_locales/${locale}/messages.json`,
    ),
  );
});

test('what the manifest names is there, in letters that browsers allow', () => {
  const [, key = ''] = /^__MSG_(\w+)__$/.exec(manifestText('shell.manifest.description')) ?? [];
  expect(files['_locales/en/messages.json'][key].message).toContain('Xinjiang');
  expect(() => manifestText('shell.menu.lookUp')).toThrow('shell.menu.lookUp');
});

test('no description is longer than stores take', () => {
  for (const [path, messages] of Object.entries(files)) {
    const { shell_manifest_description: description } = messages;
    if (description) expect(description.message.length, path).toBeLessThanOrEqual(132);
  }
});
