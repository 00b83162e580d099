/** Folding: what it makes alike, what it keeps, and the way back to the text as given. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../data/detection/fold.ts';

describe('fold', () => {
  test.each([
    ['Ürümqi', 'Urumqi'],
    ['Xin\u00ADjiang', 'Xinjiang'],
    ['６７ países', '67 paises'],
    ['شِينْجيانغ', 'شينجيانغ'],
    ['٢٢ دولة', '22 دولة'],
    ['39–45', '39-45'],
  ])('reads “%s” as “%s”', (given, folded) => {
    expect(fold(given).text).toBe(folded);
  });

  test('keeps the Arabic semicolon, which ends a clause', () => {
    expect(fold('كلمة؛ أخرى').text).toBe('كلمة؛ اخرى');
  });

  test('leads back to the text as given: a folded slice folds to itself again', () => {
    const piece = fc.constantFrom('é', 'e\u0301', '\u00AD', '\u200F', 'ش\u0650', '؛', ' ', '２', 'x', 'ё', 'が', '–');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(30), fc.nat(30), (pieces, a, b) => {
        const source = pieces.join('');
        const folded = fold(source);
        const [start, end] = [Math.min(a, b), Math.max(a, b)].map((at) => Math.min(at, folded.text.length)) as [number, number];
        if (start === end) return;
        const slice = source.slice(folded.sourceStart(start), folded.sourceEnd(end));
        expect(fold(slice).text).toBe(folded.text.slice(start, end));
      }),
    );
  });
});
