import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { completeCountry, packageName } from '../../scripts/complete-countries.ts';
import { readDataset } from '../../scripts/read-dataset.ts';

const record = readDataset(resolve(import.meta.dirname, '../../data'));
const GREECE = {
  code: 'GR',
  formalName: 'Hellenic Republic',
  otherNames: [],
  adjectives: ['Greek'],
  group: 'western-europe',
  membership: 'member',
} as const;

describe('a country', () => {
  test('has its other codes and its name from the package', () => {
    const country = completeCountry({ ...GREECE, otherNames: [], adjectives: ['Greek'] });
    expect([country?.alpha3, country?.numeric, country?.name]).toEqual(['GRC', '300', 'Greece']);
  });

  test('has the name that overrides that of the package', () => {
    const override = { name: 'Hellas', reason: 'For this test.' };
    expect(completeCountry({ ...GREECE, otherNames: [], adjectives: [], override })?.name).toBe('Hellas');
  });

  test('is none where its code is none', () => {
    expect(completeCountry({ ...GREECE, code: 'XX', otherNames: [], adjectives: [] })).toBeUndefined();
  });

  test('is overridden only where the package has another name', () => {
    const needless = record.countryRecords.filter(({ code, override }) => override?.name === packageName(code) && override?.name);
    expect(needless).toEqual([]);
  });
});
