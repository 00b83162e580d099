import { describe, expect, test } from 'vitest';
import type { Mention } from '../../data/detection/mention.ts';
import type { LabelledParagraph } from '../../scripts/read-labelled.ts';
import { NO_SCORE, ratesOf, scoreParagraph, share, sumScores } from '../../scripts/score-detection.ts';

const TEXT = '22 countries wrote on Xinjiang.';
const [COUNT, NAME] = [
  { kind: 'statement', text: '22 countries wrote', start: 0, end: 18, link: ['a', 'b'] },
  { kind: 'xinjiang', text: 'Xinjiang', start: 22, end: 30 },
] as const;

function paragraph(...mentions: LabelledParagraph['mentions'][number][]): LabelledParagraph {
  return { id: 'en-1', lang: 'en', split: 'tune', text: TEXT, mentions };
}

const statement = (start: number, end: number, ...link: string[]): Mention => ({
  kind: 'statement',
  start,
  end,
  link,
  reasons: [],
});
const name = (start: number, end: number): Mention => ({ kind: 'xinjiang', start, end });

describe('a paragraph', () => {
  test('is right where every finding is marked and every mark found', () => {
    const { score, errors } = scoreParagraph(paragraph(COUNT, NAME), [statement(0, 12, 'a', 'b'), name(22, 30)]);
    expect(errors).toEqual([]);
    expect([score.statement, score.xinjiang]).toEqual([
      { found: 1, missed: 0, wrong: 0 },
      { found: 1, missed: 0, wrong: 0 },
    ]);
    expect([score.firstRight, score.setRight, score.negatives]).toEqual([1, 1, 0]);
  });

  test('counts what is missed, what is wrong and what is linked wrong', () => {
    const { score, errors } = scoreParagraph(paragraph(COUNT), [statement(0, 12, 'b', 'a'), name(22, 30)]);
    expect([score.firstRight, score.setRight]).toEqual([0, 1]);
    expect(errors.map(({ what, kind }) => [what, kind])).toEqual([
      ['wrong', 'xinjiang'],
      ['linked', 'statement'],
    ]);
    expect(scoreParagraph(paragraph(COUNT, NAME), []).score).toMatchObject({ statement: { missed: 1 }, xinjiang: { missed: 1 } });
  });

  test('counts several findings within one mark once, and a finding of another kind not at all', () => {
    const twice = scoreParagraph(paragraph(COUNT), [statement(0, 2, 'a', 'b'), statement(3, 12, 'a', 'b')]);
    expect(twice.score.statement).toEqual({ found: 1, missed: 0, wrong: 0 });
    expect(scoreParagraph(paragraph(COUNT), [name(0, 12)]).score).toMatchObject({
      statement: { missed: 1 },
      xinjiang: { wrong: 1 },
    });
  });

  test('does not ask for the name within a statement that was found', () => {
    const whole = { ...COUNT, text: TEXT, end: 31 };
    expect(scoreParagraph(paragraph(whole, NAME), [statement(0, 31, 'a', 'b')]).score.xinjiang.missed).toBe(0);
    expect(scoreParagraph(paragraph(whole, NAME), []).score.xinjiang.missed).toBe(1);
  });

  test('without any mark tells of false positives', () => {
    expect(scoreParagraph(paragraph(), [name(22, 30)]).score).toMatchObject({ negatives: 1, falsePositives: 1 });
  });
});

test('scores add up, and of nothing a rate is whole', () => {
  const { score } = scoreParagraph(paragraph(COUNT), [statement(0, 12, 'a', 'b'), name(22, 30)]);
  expect(sumScores([])).toEqual(NO_SCORE);
  expect(sumScores([score, score])).toMatchObject({ statement: { found: 2 }, xinjiang: { wrong: 2 }, firstRight: 2 });
  expect(ratesOf({ found: 3, missed: 1, wrong: 1 })).toEqual({ precision: 0.75, recall: 0.75, f1: 0.75 });
  expect(ratesOf({ found: 0, missed: 0, wrong: 0 })).toEqual({ precision: 1, recall: 1, f1: 1 });
  expect(ratesOf({ found: 0, missed: 1, wrong: 1 }).f1).toBe(0);
  expect(share(0, 0)).toBe(1);
});
