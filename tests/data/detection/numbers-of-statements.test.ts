/** What the engine makes of numbers in any language, without a shape of the lexicon: echoes, speakers, tallies. */
import { describe, expect, test } from 'vitest';
import { readFinder } from '../../../scripts/read-finder.ts';

const finder = readFinder();
const PAGE = { title: 'Xinjiang at the UN Human Rights Council' };

function found(text: string): [string, string | undefined][] {
  return finder
    .findMentions(text, PAGE)
    .flatMap((mention) => (mention.kind === 'statement' ? [[text.slice(mention.start, mention.end), mention.link[0]]] : []));
}

describe('a bare number that is exactly a count', () => {
  test.each([
    ['The letter signed by 22 countries drew an answer from 37.', '37', '2019-07-12-support'],
    ['On behalf of 27 countries Britain voiced concern over Xinjiang; 46 answered on 1 July 2020.', '46', '2020-07-01-support'],
  ])('takes up the statement that answers one close by: %s', (text, number, id) => {
    expect(found(text)).toContainEqual([number, id]);
  });

  test.each([
    'The letter signed by 22 countries took 37 days to write.',
    'The letter signed by 22 countries was read by 37 per cent.',
    'The letter signed by 22 countries cost $37.',
    'The letter signed by 22 countries was sent at 12:37.',
    'The letter signed by 22 countries has nothing to do with 38.',
  ])('is none where it counts something else: %s', (text) => {
    expect(found(text)).toHaveLength(1);
  });

  test('is none where no statement stands close by', () => {
    expect(found('In all, 37 were counted.')).toEqual([]);
  });
});

describe('a state beside the number of its statement', () => {
  test.each([
    ['Belarus, for 46, spoke on Xinjiang in July 2020.', '2020-07-01-support'],
    ['Frankreich sprach im Oktober 2021 für 43 Länder über Xinjiang.', '2021-10-21-concern'],
    ['Australia + 14 on #Xinjiang, October 2024', '2024-10-22-concern'],
    ['Pakistán y otros 79, en octubre de 2024, sobre Xinjiang', '2024-10-22-support'],
    ['Almanya ve 38 ülke, Sincan Uygur Özerk Bölgesi için endişe bildirdi.', '2020-10-06-concern'],
  ])('speaks for it, itself counted or not: %s', (text, id) => {
    expect(found(text)[0]?.[1]).toBe(id);
  });

  test('speaks for none that it never made', () => {
    expect(found('Belarus and 17 factories in Xinjiang')).toEqual([]);
    expect(found('Belarus opposed it. In Xinjiang 46 were counted.')).toEqual([]);
  });
});

describe('the three numbers of the vote', () => {
  test.each([
    ['Siebzehn dafür, neunzehn dagegen, elf ohne Meinung: so entschied der UN-Menschenrechtsrat über Xinjiang.'],
    ['Dix-sept voix pour, dix-neuf contre, onze abstentions : le Conseil des droits de l’homme de l’ONU et le Xinjiang.'],
    ['Xinjiang at the UN: yes 17, no 19, abstained 11.'],
  ])('are the vote in whatever words: %s', (text) => {
    expect(found(text).map(([, id]) => id)).toEqual(['2022-10-06-vote']);
  });

  test('are not where one differs', () => {
    expect(found('Xinjiang at the UN: yes 17, no 19, abstained 12.')).toEqual([]);
  });
});
