import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleCheck } from '../../data/article-check.ts';
import { dataset } from '../../data/dataset.ts';
import { loadedWordIn } from '../../data/loaded-words.ts';
import { type Article, contextFor } from '../../data/popover-context.ts';
import { statementById } from '../../data/queries.ts';
import type { Statement } from '../../data/schema.ts';
import { readFinder } from '../../scripts/read-finder.ts';
import { anyDataset, anyDay } from '../support/dataset-arbitraries.ts';
import { english } from '../support/words.ts';

const finder = readFinder();

/** What is said of the mentions of a text, as a reader would get it on a page of that date. */
function linesFor(text: string, date?: string): string[] {
  return finder.findMentions(text, { ...(date && { date }) }).flatMap((mention) => {
    if (mention.kind !== 'statement') return [];
    const article: Article = { ...(date && { date }), passage: { text, start: mention.start, end: mention.end } };
    const context = contextFor(dataset, mention, article, english);
    return context.kind === 'statement' ? context.articleCheck : [];
  });
}

const support = (who: string) =>
  `A letter signed by ${who} voiced support for China's policy in Xinjiang at the UN Human Rights Council on 12 July.`;
const concern = (who: string) =>
  `${who} voiced concern about Xinjiang in a letter to the UN Human Rights Council on 8 July 2019.`;

describe('the number of a text', () => {
  test.each([
    [support('50 countries'), '2019-07-12', 'Text: 50. Record on 12 July 2019: 37; since 26 July 2019: 50.'],
    [
      support('more than 50 countries'),
      '2019-07-12',
      'Text: “letter signed by more than 50 countries”. Record on 12 July 2019: 37; since 26 July 2019: 50.',
    ],
    [concern('21 countries'), '2019-07-12', 'Text: 21. Record on 12 July 2019: 22; since 29 July 2019: 24.'],
    [concern('21 countries'), undefined, 'Text: 21. Record on 8 July 2019: 22; since 29 July 2019: 24.'],
    [
      '2019年7月12日，50国致信联合国人权理事会，支持中国在新疆的政策。',
      '2019-07-12',
      'Text: 50. Record on 12 July 2019: 37; since 26 July 2019: 50.',
    ],
    [
      'On 6 October 2020 Cuba, on behalf of 48 countries, voiced support for China on Xinjiang in the Third Committee.',
      '2020-10-07',
      'Text: “Cuba, on behalf of 48 countries”. Record on 7 October 2020: 45; since 9 October 2020: 48.',
    ],
  ])('stands beside the dated numbers of the record: %s (%s)', (text, date, line) => {
    expect(linesFor(text, date)).toEqual([line]);
  });

  test.each([
    ['is that announced', support('37 countries'), '2019-07-12'],
    ['was announced long ago', support('37 countries'), '2025-12-08'],
    ['is that of the day', support('50 countries'), '2019-07-26'],
    ['may be that of the month', support('50 countries'), '2019-07'],
    ['is one of the record, on a page without a date', support('50 countries'), undefined],
    ['is near enough', support('nearly 40 countries'), '2019-07-12'],
    ['is open above', support('more than 30 countries'), '2019-07-12'],
    ['is round, in words', concern('Two dozen countries'), '2019-07-11'],
    [
      'leaves the speaker out',
      'On 6 October 2020 Germany, on behalf of 38 countries, voiced concern over Xinjiang in the Third Committee.',
      '2020-10-07',
    ],
    [
      'counts the others',
      'On 6 October 2020 Germany and 38 others voiced concern over Xinjiang in the Third Committee.',
      '2020-10-07',
    ],
    ['counts some of them', concern('15 European countries'), '2019-07-12'],
    [
      'comes on top of the states named',
      "Saudi Arabia, Russia and 35 countries wrote a letter to the UN backing China's Xinjiang policy on 12 July 2019.",
      '2019-07-13',
    ],
    [
      'leaves out the state named, with a number that the record has later',
      "With 36 countries, Pakistan signed a letter to the UN backing China's Xinjiang policy on 12 July 2019.",
      '2019-07-13',
    ],
    [
      'stands beside that of the record in another language',
      'Am 8. Juli 2019 unterzeichneten 22 Staaten einen Brief zu Xinjiang, 24 Staaten nicht.',
      '2019-07-12',
    ],
    ['is of a page older than the statement', concern('21 countries'), '2019-06-01'],
    [
      'is that of two letters',
      'In all, 59 countries took sides on Xinjiang in letters to the UN Human Rights Council on 8 and 12 July 2019.',
      '2019-08-15',
    ],
    [
      'stands beside that of the record',
      'Of 37 countries that signed the letter of 12 July 2019 on Xinjiang, 17 countries are African states.',
      '2019-07-14',
    ],
    ['counts members of something', support('24 OIC countries'), '2019-07-14'],
    [
      'counts who did not sign',
      'As of 12 July 2019, 36 countries had not signed the letter on Xinjiang at the UN Human Rights Council.',
      '2019-07-14',
    ],
    [
      'counts who had yet to sign',
      'On 12 July 2019, 36 countries had yet to sign the letter supporting China on Xinjiang at the UN Human Rights Council.',
      '2019-07-14',
    ],
    [
      'is far from any of the record',
      'On 31 October 2022, 77 countries had no position on the joint statement on Xinjiang read out by Canada.',
      '2022-11-01',
    ],
    [
      'is said of something else',
      'On 31 October 2022, 52 countries attended an event on the joint statement on Xinjiang read out by Canada.',
      '2022-11-01',
    ],
    [
      'is of another statement in the sentence',
      'On 6 October 2020, 26 countries led by China signed a statement; Germany and 39 countries voiced concern on Xinjiang.',
      '2020-10-08',
    ],
  ])('is passed over where it %s', (_, text, date) => {
    expect(linesFor(text, date)).toEqual([]);
  });

  test('is passed over where it is any that the record has had by then', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, (any, day) => {
        for (const each of any.statements.filter(({ date }) => date <= day)) {
          const counted = each.laterCounts.filter(({ date }) => date !== null && date <= day).map(({ count }) => count);
          for (const value of [each.announcedCount ?? 1, ...counted]) {
            const text = `On the day ${value} countries signed`;
            const mention = { text, start: 11, end: text.length, counts: [{ value, low: value, high: value }], reasons: [] };
            expect(articleCheck(any, each, mention, day, english)).toEqual([]);
          }
        }
      }),
    );
  });
});

describe('the figures of a vote', () => {
  const rejected = (how: string) =>
    `The UN Human Rights Council rejected the motion to debate Xinjiang on 6 October 2022 by ${how}.`;

  test('stand beside the result', () => {
    expect(linesFor(rejected('19 votes to 16, with 12 abstentions'), '2022-10-07')).toEqual([
      'Text: 19 to 16, 12 abstained. Record on 7 October 2022: 17 yes, 19 no, 11 abstained.',
    ]);
  });

  test.each([
    ['the result', '19 votes to 17, with 11 abstentions', '2022-10-06'],
    ['what a state asked for the day after', '19 votes to 18, with 10 abstentions', '2022-10-07'],
    ['no figures', 'a narrow margin', '2022-10-07'],
    ['more votes than the Council has', '19 votes to 18, with 40 abstentions', '2022-10-07'],
    ['those of another vote', '17-6 with 24 abstentions on a rapporteur on Russia', '2022-10-08'],
  ])('are passed over where they are %s', (_, how, date) => {
    expect(linesFor(rejected(how), date)).toEqual([]);
  });
});

test('a number that other reports gave of the same list is none to put beside the record', () => {
  const text = 'Pakistan, on behalf of 70 countries, voiced support for China on Xinjiang on 26 September 2022.';
  const [mention] = finder.findMentions(text, {}).filter(({ kind }) => kind === 'statement');
  const statement = statementById(dataset, '2022-09-26-support');
  if (mention?.kind !== 'statement' || !statement) throw new Error('nothing found');
  expect(mention.link).toEqual([statement.id]);
  const check = (record: Statement) => articleCheck(dataset, record, { ...mention, text }, undefined, english);
  expect(check(statement)).toEqual([]);
  const { differingCounts: _, ...withoutThem } = statement;
  expect(check(withoutThem)).toEqual(['Text: “Pakistan, on behalf of 70 countries”. Record on 26 September 2022: 68.']);
});

describe('the states that a text lists at the mention', () => {
  const answer = (list: string) => `A rival letter, signed by 37 countries${list} commended China's record in Xinjiang.`;

  test.each([
    [
      answer(', including Iraq, Iran and Pakistan,'),
      '2019-07-15',
      'Text names Iraq and Iran. Record: joined between 13 and 26 July 2019.',
    ],
    [answer(' including Qatar and Pakistan,'), '2019-09-15', 'Text names Qatar. Record: signed, withdrew on 18 July 2019.'],
    [answer(' (Russia, Brazil and Pakistan)'), '2019-07-15', 'Text names Brazil. Record: not on the list.'],
    [
      concern('22 countries – Germany, Japan and the U.S. among them –'),
      '2019-07-11',
      'Text names the United States. Record: not among those announced; not all who joined later are known.',
    ],
    [
      'Italy was among the 22 countries that signed the letter on Xinjiang to the UN Human Rights Council.',
      '2019-07-11',
      'Text names Italy. Record: joined on 12 July 2019.',
    ],
    [
      'Belarus, on behalf of 46 countries, including Brazil, voiced support for China on Xinjiang on 1 July 2020.',
      '2020-07-02',
      'Text names Brazil. Record: its list is incomplete and does not tell.',
    ],
  ])('stand beside the record where that has something else of them: %s', (text, date, line) => {
    expect(linesFor(text, date)).toEqual([line]);
  });

  test.each([
    ['are on it', answer(', including Qatar, Russia and Pakistan,'), '2019-07-15'],
    ['had joined by then, with the number of that day', support('50 countries, including Iraq and Pakistan,'), '2019-07-30'],
    ['are not said to be on it', answer(', but not by Brazil,'), '2019-07-15'],
    ['are set apart', answer(' – Brazil and Italy were not among them –'), '2019-07-15'],
    [
      'are said not to have been',
      'Italy was not among the 22 countries that signed the letter on Xinjiang to the UN Human Rights Council.',
      '2019-07-11',
    ],
    ['are said to have come later', concern('22 countries, including Italy, which joined later,'), '2019-07-15'],
    ['are whom it is about', answer(', including China,'), '2019-07-15'],
    ['own what is listed', answer(", including Brazil's ambassador,"), '2019-07-15'],
    ['are the beginning of something else', answer(', including Jordan Smith,'), '2019-07-15'],
    ['may begin the next clause', answer(', including Russia, Pakistan, Brazil said and'), '2019-07-15'],
    [
      'are named elsewhere in the sentence',
      `Brazil was watching. ${answer('').replace('Xinjiang.', 'Xinjiang, Italy said.')}`,
      '2019-07-15',
    ],
    ['are one in brackets, which may be the source', answer(' (Brazil)'), '2019-07-15'],
    [
      'are those it was sent to',
      'A letter on Xinjiang of 8 July 2019, sent to the ambassadors of 22 countries, including Russia and Cuba, was leaked.',
      '2019-07-14',
    ],
    [
      'signed in another year',
      'Germany and France were among the 15 countries that signed the joint statement on Xinjiang in 2024; that of 21 November 2025 differs.',
      '2025-11-22',
    ],
    [
      'opposed it',
      'The joint statement on Xinjiang by 50 countries was opposed by 66 countries, including India, on 31 October 2022.',
      '2022-11-01',
    ],
    [
      'are lobbied',
      'China lobbied 50 countries, including Brazil, Chile and Kenya, before the joint statement on Xinjiang on 31 October 2022.',
      '2022-11-01',
    ],
    [
      'only listened',
      'The ambassadors of 50 countries, including Brazil, heard the statement by Canada on Xinjiang on 31 October 2022.',
      '2022-11-01',
    ],
    [
      'are where somebody lives',
      'Uyghurs live in 50 countries, including Turkey and Saudi Arabia, the joint statement on Xinjiang of 31 October 2022 said.',
      '2022-11-01',
    ],
    ['stand in brackets behind the place', 'The 8 July 2019 letter on Xinjiang (Kazakhstan, Kyrgyzstan) was sent.', '2019-07-12'],
    [
      'may not have withdrawn by then',
      'Ukraine was among the 44 countries that signed a joint statement on Xinjiang read by Canada on June 22, 2021.',
      '2021-06-24',
    ],
    ['go by a name that is that of two', answer(', including Congo and Pakistan,'), '2019-07-15'],
  ])('are passed over where they %s', (_, text, date) => {
    expect(linesFor(text, date)).toEqual([]);
  });

  test('are never said to be absent from a list that is not full', () => {
    for (const each of dataset.statements.filter(({ list, votes }) => list !== 'full' && !votes)) {
      for (const { name } of dataset.countries) {
        const text = `The statement, signed by ${name} and others, was read out.`;
        const lines = articleCheck(dataset, each, { text, start: 4, end: 13, reasons: [] }, '2026-01-01', english);
        expect(lines.join(' '), each.id).not.toContain('not on the list');
      }
    }
  });
});

describe('whatever the text', () => {
  const anyText = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.constantFrom(
          ...dataset.countries.map(({ name }) => name),
          'including',
          'and',
          ',',
          '(',
          ')',
          'signed by',
          'not',
          ' among them',
          '50',
          '’s',
          '\u00a0',
        ),
      )
      .map((words) => words.join(' ')),
  );
  const anyCounts = fc.array(
    fc.nat(90).map((value) => ({ value, low: value, high: value })),
    { maxLength: 3 },
  );

  test('nothing is thrown, and no line judges or takes a side', () => {
    const verdict =
      /\b(?:wrong\w*|false\w*|incorrect\w*|errors?|errone\w+|mistake\w*|mistaken|claim\w*|inaccura\w+|correct\w*|true|actually|in fact|should)\b/i;
    fc.assert(
      fc.property(
        fc.constantFrom(...dataset.statements),
        anyText,
        fc.nat(40),
        fc.nat(40),
        anyCounts,
        anyDay,
        (each, text, start, length, counts, day) => {
          const at = Math.min(start, text.length);
          const mention = {
            text,
            start: at,
            end: Math.min(at + length, text.length),
            counts,
            reasons: [{ cue: 'date' as const, text: '' }],
          };
          for (const line of articleCheck(dataset, each, mention, day, english)) {
            const ours = line.replace(/“[^”]*”/g, '');
            expect(ours).not.toMatch(verdict);
            expect(loadedWordIn(ours)).toBeUndefined();
          }
        },
      ),
    );
  });

  test('a mention that may be one of several statements is compared with none', () => {
    const text = support('50 countries');
    const passage = { text, start: 2, end: 31 };
    const link = ['2019-07-12-support', '2022-10-31-concern'];
    const counts = [{ value: 50, low: 50, high: 50 }];
    const context = contextFor(
      dataset,
      { kind: 'statement', link, reasons: [], counts },
      { date: '2019-07-12', passage },
      english,
    );
    expect(context.kind).toBe('choice');
    expect(JSON.stringify(context)).not.toContain('Text:');
  });

  test('says the same of a statement in the words of each line', () => {
    for (const each of dataset.statements) {
      const text = '99 countries, including Vanuatu and Tonga, signed.';
      const counts = [{ value: 99, low: 99, high: 99 }];
      const lines = articleCheck(
        dataset,
        each,
        { text, start: 0, end: 12, counts, reasons: [{ cue: 'date', text: '' }] },
        undefined,
        english,
      );
      for (const line of lines) expect(line, each.id).toMatch(/^Text(?:: 99| names [^.]+)\. Record[ :]/);
    }
  });
});
