/** The languages a reader can have everything in, and which of them is theirs. */

/** BCP 47 tags, in the order in which a reader chooses among them. */
export const LANGUAGES = ['en', 'fr', 'es', 'ru', 'ar', 'zh-Hans', 'zh-Hant', 'de', 'ja', 'tr', 'pt'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Which way a language is written. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The first of some languages, best first, that there are messages in; English where there is none. Takes BCP 47 tags. */
export function languageFor(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const [language = '', ...rest] = tag.toLowerCase().split('-');
    const found = language === 'zh' ? chinese(rest) : language;
    if ((LANGUAGES as readonly string[]).includes(found)) return found as Language;
  }
  return 'en';
}

/** Which script the subtags of a Chinese tag ask for. */
function chinese(subtags: readonly string[]): Language {
  if (subtags.includes('hans')) return 'zh-Hans';
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag)) ? 'zh-Hant' : 'zh-Hans';
}

/** "Français": what a language is called by those who speak it. */
export function nameInItself(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}
