/**
 * What a country is called, in any language: in English as the UN calls it, or shorter where that is long; elsewhere as the
 * browser's own data has it, unless the dataset overrides that.
 */
import type { Country } from './schema.ts';

const byLocale = new Map<string, Intl.DisplayNames>();

/** The country's name in the language of a BCP 47 locale, to be shown. Throws a RangeError where the locale is no such tag. */
export function displayName(country: Country, locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  if (language === 'en') return country.shortName ?? country.name;
  const ours = country.displayNames;
  return ours?.[`${language}-${script}`] ?? ours?.[language] ?? namesIn(locale).of(country.code) ?? country.name;
}

/** Made once a locale: making one reads the browser's tables, and a list asks for two hundred names. */
function namesIn(locale: string): Intl.DisplayNames {
  const known = byLocale.get(locale);
  if (known) return known;
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  byLocale.set(locale, names);
  return names;
}
