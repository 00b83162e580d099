import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords, quotations } from '../../../data/checks/quotations.ts';
import { CONCERN, describeCheck } from '../../support/check-cases.ts';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

describeCheck(quotations, [
  [
    'a long quotation',
    (dataset) => {
      dataset.statement(CONCERN).quotes[0].text = words(26);
    },
    'statements/2019-07-08-concern.json: quotes.0.text: expected 25 words at most but received 26',
  ],
  [
    'a long quotation in a language without spaces',
    (dataset) => {
      dataset.statement(CONCERN).quotes[0].text = '新疆事务是中国内政'.repeat(8);
    },
    'statements/2019-07-08-concern.json: quotes.0.text: expected 25 words at most but received',
  ],
  [
    'a quotation that rests on evidence',
    (dataset) => {
      dataset.statement(CONCERN).quotes[0].source = 1;
    },
    'statements/2019-07-08-concern.json: quotes.0.source: source 1 is evidence',
  ],
]);

describe('words', () => {
  test.each([
    ['', 0],
    ['We urge China to allow access', 6],
    ["China's counter-terrorism measures, by law.", 5],
    ['Hong Kong-, Xinjiang- and Tibet-related issues', 6],
    ['新疆', 1],
  ])('are counted as a reader does: %s', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  test('add up when texts are joined by a space', () => {
    const text = fc.array(fc.constantFrom('China', 'side', 'rights', 'Xinjiang')).map((parts) => parts.join(' '));
    fc.assert(fc.property(text, text, (a, b) => countWords(`${a} ${b}`) === countWords(a) + countWords(b)));
  });
});
