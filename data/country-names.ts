/**
 * What a country is called, in any language: in English as the UN calls it, or shorter where that is long; elsewhere as the
 * browser's own data has it, unless the dataset overrides that.
 */
import type { Country } from './schema.ts';

const byLocale = new Map<string, Intl.DisplayNames>();

/** The country's name in the language of a BCP 47 locale, to be shown. Throws a RangeError where the locale is no such tag. */
export function displayName(country: Pick<Country, 'code' | 'name' | 'shortName' | 'displayNames'>, locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  if (language === 'en') return country.shortName ?? country.name;
  const ours = country.displayNames;
  return ours?.[`${language}-${script}`] ?? ours?.[language] ?? namesIn(locale).of(country.code) ?? country.name;
}

/** All names it goes by in English, those of several states left out. */
export function englishNames({ name, shortName, otherNames }: Pick<Country, 'name' | 'shortName' | 'otherNames'>): string[] {
  return [name, ...(shortName === undefined ? [] : [shortName]), ...otherNames].filter(
    (each) => !NAMES_OF_SEVERAL.includes(each),
  );
}

/** Names that more than one state goes by. */
export const NAMES_OF_SEVERAL: readonly string[] = ['Congo', 'Korea'];

/** Made once a locale: making one reads the browser's tables, and a list asks for two hundred names. */
function namesIn(locale: string): Intl.DisplayNames {
  const known = byLocale.get(locale);
  if (known) return known;
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  byLocale.set(locale, names);
  return names;
}
