import { describe, expect, test } from 'vitest';
import { createFinder } from '../../../data/detection/find-mentions.ts';
import { createScout } from '../../../data/detection/scout.ts';
import { readLabelled } from '../../../scripts/read-labelled.ts';
import { readLexica } from '../../../scripts/read-lexica.ts';

const lexica = readLexica();
const scout = createScout(lexica);
const finder = createFinder(lexica, []);

describe('the first look', () => {
  test.each([
    'A letter about Xinjiang',
    'Xin\u00ADjiang',
    'Xīnjiāng',
    'les Ouïghours',
    '新疆维吾尔自治区',
    'в Синьцзяне',
    'في شينجيانغ',
    "China's human rights record at the UN",
  ])('sees that "%s" may concern the matter', (text) => {
    expect(scout.mayConcern(text)).toBe(true);
  });

  test.each([
    '22 countries signed a climate letter.',
    'China sold more cars.',
    'China sent peacekeepers to the UN.',
    'Die Stadt baut eine Brücke.',
    '',
    '人权',
  ])('sees that "%s" does not', (text) => {
    expect(scout.mayConcern(text)).toBe(false);
  });

  test('never overlooks a labelled paragraph, its page included, in which a name is to be marked', () => {
    const overlooked = readLabelled().filter(({ text, mentions, pageContext }) => {
      if (!mentions.some(({ kind }) => kind === 'xinjiang')) return false;
      return ![text, pageContext?.title ?? '', pageContext?.nearby ?? ''].some((each) => scout.mayConcern(each));
    });
    expect(overlooked.map(({ id }) => id)).toEqual([]);
  });

  test('never overlooks a text in which the finder finds a name', () => {
    for (const { text } of readLabelled()) {
      if (finder.findMentions(text).length > 0) expect(scout.mayConcern(text), text).toBe(true);
    }
  }, 60_000);
});
