import { expect, test } from 'vitest';
import { dataset } from '../../data/dataset.ts';
import {
  capitalised,
  clauses,
  commas,
  countInWords,
  eventDate,
  nameInSentence,
  plainRuns,
  remarked,
  sentences,
} from '../../data/in-words.ts';
import { statementById } from '../../data/queries.ts';
import { english, wordsIn } from '../support/words.ts';

const german = wordsIn('de');

test('a day that is one of several is told as such, without month and year twice', () => {
  // The spaces around the dash are the language's own, and thin ones in English.
  const told = (from: string, to: string, words = english) => eventDate({ from, to }, words).replace(/[\s\u2009]+/g, ' ');
  expect(eventDate('2021-06-24', english)).toBe('24 June 2021');
  expect(told('2021-06-24', '2021-06-25')).toBe('24 – 25 June 2021 (exact day not known)');
  expect(told('2019-07-12', '2019-08-31')).toBe('12 July – 31 August 2019 (exact day not known)');
  expect(told('2021-06-24', '2021-06-25', german)).toMatch(/^24\.–25\. Juni 2021/);
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
