import { expect, test } from 'vitest';
import { dataset } from '../../data/dataset.ts';
import {
  capitalised,
  clauses,
  commas,
  countInWords,
  eventDate,
  eventDateInSentence,
  nameInSentence,
  plainRuns,
  remarked,
  sentences,
} from '../../data/in-words.ts';
import { statementById } from '../../data/queries.ts';
import type { EventDate } from '../../data/schema.ts';
import { english, wordsIn } from '../support/words.ts';

const german = wordsIn('de');

test('a day that is one of several is told as such, without month and year twice', () => {
  expect(eventDate('2021-06-24', english)).toBe('24 June 2021');
  expect(eventDate({ from: '2021-06-24', to: '2021-06-25' }, english)).toBe('24 or 25 June 2021');
  expect(eventDate({ from: '2021-06-22', to: '2021-06-24' }, english)).toBe('between 22 and 24 June 2021');
  expect(eventDate({ from: '2019-07-12', to: '2019-08-31' }, english)).toBe('between 12 July and 31 August 2019');
  expect(eventDate({ from: '2019-12-31', to: '2020-01-01' }, english)).toBe('31 December 2019 or 1 January 2020');
});

test.each([
  ['en', 'on 24 June 2021', 'on 24 or 25 June 2021', 'between 22 June and 30 September 2021'],
  ['fr', 'le 24 juin 2021', 'le 24 ou le 25 juin 2021', 'entre le 22 juin et le 30 septembre 2021'],
  ['es', 'el 24 de junio de 2021', 'el 24 o el 25 de junio de 2021', 'entre el 22 de junio y el 30 de septiembre de 2021'],
  ['pt', 'em 24 de junho de 2021', 'em 24 ou 25 de junho de 2021', 'entre 22 de junho e 30 de setembro de 2021'],
  ['de', 'am 24. Juni 2021', 'am 24. oder 25. Juni 2021', 'zwischen dem 22. Juni und dem 30. September 2021'],
  ['ru', '24 июня 2021 г.', '24 или 25 июня 2021 г.', 'между 22 июня и 30 сентября 2021 г.'],
  ['ar', 'في 24 يونيو 2021', 'في 24 أو 25 يونيو 2021', 'بين 22 يونيو و30 سبتمبر 2021'],
  ['ja', '2021年6月24日に', '2021年6月24日または6月25日に', '2021年6月22日から9月30日の間に'],
  ['zh-Hans', '2021年6月24日', '2021年6月24日或6月25日', '2021年6月22日至9月30日之间'],
  ['zh-Hant', '2021年6月24日', '2021年6月24日或6月25日', '2021年6月22日至9月30日之間'],
  ['tr', '24 Haziran 2021 tarihinde', '24 veya 25 Haziran 2021 tarihinde', '22 Haziran ile 30 Eylül 2021 arasında'],
] as const)('a day has what stands before or behind it within a sentence: %s', (language, day, either, between) => {
  // In Arabic what is put into a message is set apart from the direction of the text around it.
  const told = (date: EventDate) =>
    eventDateInSentence(date, wordsIn(language))
      .replace(/\s/g, ' ')
      .replace(/[\u2068\u2069]/g, '');
  expect(told('2021-06-24')).toBe(day);
  expect(told({ from: '2021-06-24', to: '2021-06-25' })).toBe(either);
  expect(told({ from: '2021-06-22', to: '2021-09-30' })).toBe(between);
});

test('a number is the one announced, as exact as it was', () => {
  const count = (id: string) => {
    const statement = statementById(dataset, id);
    return statement && countInWords(statement, english);
  };
  expect(['2019-07-08-concern', '2022-08-25-support', '2024-09-24-support', '2022-09-13-support'].map(count)).toEqual([
    '22',
    'about 40',
    'nearly 80',
    '28',
  ]);
});

test('a name takes an article within an English sentence, and none in other languages', () => {
  expect(nameInSentence(dataset, 'US', english)).toBe('the United States');
  expect(nameInSentence(dataset, 'CU', english)).toBe('Cuba');
  expect(nameInSentence(dataset, 'US', german)).toBe('Vereinigte Staaten');
});

test('names, clauses, remarks and sentences are parted as the language does', () => {
  const [chinese, arabic] = [wordsIn('zh-Hans'), wordsIn('ar')];
  expect([english, chinese].map((words) => commas(['A', 'B'], words))).toEqual(['A, B', 'A、B']);
  expect([english, chinese, arabic].map((words) => clauses(['A', 'B'], words))).toEqual(['A, B', 'A，B', 'A، B']);
  expect([english, chinese].map((words) => remarked('A', 'B', words))).toEqual(['A (B)', 'A（B）']);
  expect(remarked('A', undefined, chinese)).toBe('A');
  expect(sentences(['甲', '乙。'], chinese)).toBe('甲。乙。');
});

test('runs of the reader’s language follow each other as sentences do, those of another behind a space', () => {
  const run = (text: string, language: 'en' | 'zh-Hans') => ({ text, language, review: null });
  const chinese = wordsIn('zh-Hans');
  expect(plainRuns([run('One.', 'en'), run('Two.', 'en')], english)).toBe('One. Two.');
  expect(plainRuns([run('甲。', 'zh-Hans'), run('乙。', 'zh-Hans'), run('Two.', 'en')], chinese)).toBe('甲。乙。 Two.');
});

test('sentences have one full stop each, unless they end in something else', () => {
  expect(sentences(['One', 'Two.', 'Three…', 'Four:', 'Five (5)', 'Six.)'], english)).toBe(
    'One. Two. Three… Four: Five (5). Six.)',
  );
});

test('the first letter is made large as the language does', () => {
  expect(capitalised('about 40', english)).toBe('About 40');
  expect(capitalised('ilk', wordsIn('tr'))).toBe('İlk');
});
