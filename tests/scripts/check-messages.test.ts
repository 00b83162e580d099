import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../data/languages.ts';
import { AREAS } from '../../data/messages.ts';
import { translatableTexts, translationProblems } from '../../data/translations.ts';
import { messageProblems, unusedMessages } from '../../scripts/check-messages.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { catalogueOf, readMessages, readTranslations } from '../../scripts/read-messages.ts';
import { root } from '../../scripts/tools.ts';

const problem = (message: string, original: string, language: 'en' | 'fr' | 'ru' | 'ja' = 'fr') =>
  messageProblems(language, { 'card.x': message }, { 'card.x': original });

describe('a message file', () => {
  test('that says everything in its language is in order', () => {
    expect(
      problem('{count, plural, one {# pays} other {# pays}}', '{count, plural, one {# country} other {# countries}}'),
    ).toEqual([]);
    expect(problem('{count, plural, other {#か国}}', '{count, plural, one {# country} other {# countries}}', 'ja')).toEqual([]);
    expect(problem('Sources', 'Sources')).toEqual([]);
  });

  test.each([
    ['{nom} a signé', '{name} signed', ['lacks {name}', 'has {nom}, which English has not']],
    ['{count, plural, one {# страна} other {# стран}}', '{count, plural, other {#}}', ['“many”', '“few”']],
    ['{kind, select, letter {lettre} other {x}}', '{kind, select, letter {a} vote {b} other {c}}', ['lacks {kind: vote}']],
    ['{name', '{name}', ['cannot be read']],
    ['  ', 'Close', ['is empty']],
    ['Fermer cette fiche et tout ce qui s’y rapporte', 'Close', ['is too long: 46 letters, English has 5']],
    ['Nothing leaves your browser', 'Nothing leaves your browser', ['is the English text']],
  ])('“%s” for “%s” is objected to', (message, original, expected) => {
    const found = problem(message, original, message.includes('стран') ? 'ru' : 'fr');
    expect(found).toHaveLength(expected.length);
    for (const [index, part] of expected.entries()) expect(found[index]).toContain(part);
  });

  test('may lack nothing and have nothing of its own', () => {
    expect(messageProblems('fr', { 'card.b': 'b' }, { 'card.a': 'a' })).toEqual([
      'card.a: is missing.',
      'card.b: English has no such message.',
    ]);
  });
});

test('a message is used where a source names it, or puts its name together', () => {
  const english = {
    'card.a': '',
    'card.side.concern': '',
    'card.side.support': '',
    'card.list': '',
    'card.list.full': '',
    'card.z': '',
  };
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source text
  const sources = ["say('card.a')", 'say(`card.side.${stance}`)', "say(`card.list${isFull ? '.full' : ''}`)"];
  expect(unusedMessages(english, sources)).toEqual(['card.z']);
});

describe('a translation of the record', () => {
  const texts = ['On 8 July 2019 22 countries wrote.'];
  const of = (text: string, en = texts[0] ?? '') => translationProblems([{ en, text, review: 'draft' }], texts);

  test('keeps every number', () => {
    expect(of('Le 8 juillet 2019, 22 pays ont écrit.')).toEqual([]);
    expect(of('Le 8 juillet 2019, 23 pays ont écrit.')).toEqual([expect.stringContaining('lacks 22')]);
    expect(translationProblems([{ en: 'About 1,000', text: 'Environ 1\u202f000', review: 'draft' }], ['About 1,000'])).toEqual(
      [],
    );
  });

  test.each([
    ['Up to 2 million', '最多达200万', []],
    ['An estimated 800,000', '推定80萬', []],
    ['Up to 2 million', 'Jusqu’à 2 millions', []],
    ['Up to 2 million', '最多达20万', [expect.stringContaining('lacks 2,')]],
  ])('keeps “%s” as “%s”, counted in ten thousands or not', (en, text, expected) => {
    expect(translationProblems([{ en, text, review: 'draft' }], [en])).toEqual(expected);
  });

  test('is of a text that there is, once, and is no copy of it', () => {
    expect(of('Autre', 'Gone.')).toEqual([expect.stringContaining('no such text')]);
    expect(of(texts[0] ?? '')).toEqual([expect.stringContaining('is the English text')]);
    const twice = { en: texts[0] ?? '', text: 'Le 8 juillet 2019, 22 pays.', review: 'draft' } as const;
    expect(translationProblems([twice, twice], texts)).toEqual([expect.stringContaining('translated twice')]);
  });
});

const TRANSLATED = LANGUAGES.filter((language) => language !== 'en');

const sources = ['data', 'components', 'entrypoints', 'scripts', 'wxt.config.ts'].flatMap((place) =>
  place.endsWith('.ts')
    ? [readFileSync(path.join(root, place), 'utf8')]
    : readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$|^whats-new\.json$/.test(file))
        .map((file) => readFileSync(path.join(root, place, file), 'utf8')),
);

describe.each(AREAS)('the messages of %s', (area) => {
  const english = readMessages(area, 'en');

  test('are all used, and named for their area', () => {
    expect(unusedMessages(english, sources)).toEqual([]);
    expect(Object.keys(english).filter((id) => !id.startsWith(`${area}.`))).toEqual([]);
  });

  test.each(TRANSLATED)('are whole and right in %s', (language) => {
    expect(messageProblems(language, readMessages(area, language), english)).toEqual([]);
  });

  test.each(LANGUAGES)('can be read in %s', (language) => {
    expect(Object.keys(catalogueOf(area, language).messages)).toEqual(expect.arrayContaining(Object.keys(english)));
  });
});

test.each(TRANSLATED)('the record’s translations into %s are whole, and of what it says now', (language) => {
  const texts = translatableTexts(readDataset(path.join(root, 'data')));
  const translations = readTranslations(language);
  expect(translationProblems(translations, texts)).toEqual([]);
  // One that is missing would be shown in English, and marked as that.
  expect(texts.filter((text) => !translations.some(({ en }) => en === text))).toEqual([]);
});
