import { describe, expect, test } from 'vitest';
import { compile, compilePlain } from '../../../data/detection/lexicon.ts';

describe('a pattern of a lexicon', () => {
  test('meets folded text: letters lose their accents, a space is any white space', () => {
    expect(compile('déclaration de', 'i').test('Declaration\u00A0de')).toBe(true);
    expect(compile('a ?b', '').test('ab')).toBe(true);
  });

  test('takes other patterns in by name, and refuses a name there is none for', () => {
    expect(compile('{number} {states}', '', { number: '\\d+', states: 'states' }).test('22 states')).toBe(true);
    expect(() => compile('{unknown}', '')).toThrow('unknown class: unknown');
  });

  test.each(['[а-ё]', 'x[à-ü]'])('refuses a range that folding would break: %s', (pattern) => {
    expect(() => compile(pattern, 'iu')).toThrow('a range that folding changes');
  });

  test.each(['[а-яё]', '[a-zß]', '\\[а-ё\\]', '[а-е-]'])('takes %s', (pattern) => {
    expect(() => compile(pattern, 'iu')).not.toThrow();
  });

  test('for revealed text keeps its accents', () => {
    expect(compilePlain('pékin', 'i').test('Pekin')).toBe(false);
    expect(compilePlain('pékin', 'i').test('Pékin')).toBe(true);
  });
});
