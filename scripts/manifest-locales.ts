/**
 * The manifest's own texts, which the browser shows in its language and not in the one set by the reader: `__MSG_name__` in the
 * manifest, and a file a language for the browser to look them up in.
 */
import type { Language } from '../data/languages.ts';
import { LANGUAGES } from '../data/languages.ts';
import type { MessageId } from '../data/messages.ts';
import { readMessages } from './read-messages.ts';

/** What browsers call the languages; Portuguese they know only by country. */
const BROWSER_LOCALES: Partial<Record<Language, readonly string[]>> = {
  'zh-Hans': ['zh_CN'],
  'zh-Hant': ['zh_TW'],
  pt: ['pt_BR', 'pt_PT'],
};

/** The manifest's among the messages of the area `shell`. */
const OF_MANIFEST = /^shell\.(?:manifest|command)\./;

/** How the manifest names one of these messages. Throws where English has none of that name. */
export function manifestText(id: MessageId): string {
  if (!OF_MANIFEST.test(id) || !Object.hasOwn(readMessages('shell', 'en'), id))
    throw new Error(`The manifest has no message ${id}.`);
  return `__MSG_${keyOf(id)}__`;
}

/** The files to be put into the package, by path. What a language lacks the browser takes from English. */
export function localeFiles(): [path: string, contents: string][] {
  return LANGUAGES.flatMap((language) => {
    const texts = Object.entries(readMessages('shell', language)).filter(([id]) => OF_MANIFEST.test(id));
    // Browsers read no ICU messages: there are no arguments here, and an apostrophe is one.
    const contents = Object.fromEntries(texts.map(([id, text]) => [keyOf(id), { message: text.replaceAll("''", "'") }]));
    return (BROWSER_LOCALES[language] ?? [language]).map((locale): [string, string] => [
      `_locales/${locale}/messages.json`,
      JSON.stringify(contents),
    ]);
  });
}

/** Browsers allow letters, figures and underscores. */
function keyOf(id: string): string {
  return id.replaceAll('.', '_');
}
