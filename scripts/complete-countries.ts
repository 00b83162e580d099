/**
 * Adds to the countries of the data what a package knows better than we do: the other ISO 3166-1 codes, and the name wherever
 * the package has the UN's. The package is i18n-iso-countries, which is kept up with the standard and carries no more than it.
 * Runs when the data is read, never in a browser.
 */
import isoCountries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import type { CompleteCountry, CountryRecord } from '../data/schema.ts';

isoCountries.registerLocale(english);

/** The country with its codes and its name; undefined where its code is none of ISO 3166-1. */
export function completeCountry({ override, ...record }: CountryRecord): CompleteCountry | undefined {
  const alpha3 = isoCountries.alpha2ToAlpha3(record.code);
  const numeric = isoCountries.alpha2ToNumeric(record.code);
  const name = override?.name ?? packageName(record.code);
  if (!alpha3 || !numeric || !name) return undefined;
  const { code, ...rest } = record;
  return {
    code,
    alpha3,
    numeric,
    name,
    ...rest,
    ...(override?.displayNames && { displayNames: override.displayNames }),
  };
}

/** The package's name in English for an alpha-2 code. */
export function packageName(code: string): string | undefined {
  return isoCountries.getName(code, 'en');
}
