/**
 * The texts of the stores' pages. The summary is what the package's own manifest says in that language: Chrome's and Edge's store take
 * it from there. The rest is a file a language in store/. All is held to what the stores take.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { LANGUAGES, type Language } from '../data/languages.ts';
import { catalogueOf } from './read-messages.ts';
import { root } from './tools.ts';

const FOLDER = path.join(root, 'store');

/** Browsers show it as it is in every language. */
const NAME = 'Undersigned';
/** Most characters of a summary in Chrome's and Edge's store; Mozilla's takes 250. */
const LONGEST_SUMMARY = 132;
/** Fewest and most characters of a description in Edge's store, which takes the least: Chrome's takes 16,000, Mozilla's 15,000. */
const DESCRIPTION = [250, 10_000] as const;

const StoreFile = v.strictObject({
  /** Paragraphs. */
  description: v.pipe(
    v.array(v.pipe(v.string(), v.minLength(1))),
    v.check(
      (paragraphs) => paragraphs.join('\n\n').length >= DESCRIPTION[0],
      `Edge’s store wants ${DESCRIPTION[0]} characters or more.`,
    ),
    v.check((paragraphs) => paragraphs.join('\n\n').length <= DESCRIPTION[1], `Edge’s store takes ${DESCRIPTION[1]} characters.`),
  ),
});

export interface StoreText {
  readonly name: string;
  readonly summary: string;
  /** Paragraphs. */
  readonly description: readonly string[];
}

/** Those there are. Throws naming a file that is for no language of ours, or is not as the stores want it. */
export function readStoreTexts(): ReadonlyMap<Language, StoreText> {
  return new Map(
    readdirSync(FOLDER)
      .toSorted()
      .map((file) => {
        const language = path.basename(file, '.json');
        if (!isLanguage(language)) throw new Error(`store/${file}: is for none of ${LANGUAGES.join(', ')}.`);
        return [language, storeText(language, JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')))];
      }),
  );
}

/** Throws where the file of a language, or the manifest's summary in it, is not as the stores want it. */
export function storeText(language: Language, file: unknown): StoreText {
  const result = v.safeParse(StoreFile, file);
  if (!result.success)
    throw new Error(`store/${language}.json: ${v.getDotPath(result.issues[0]) ?? ''}: ${result.issues[0].message}`);
  const summary = catalogueOf('shell', language).messages['shell.manifest.description'];
  if (typeof summary !== 'string' || summary === '' || summary.length > LONGEST_SUMMARY)
    throw new Error(`data/messages/shell/${language}.json: shell.manifest.description: at most ${LONGEST_SUMMARY} characters.`);
  return { name: NAME, summary, description: result.output.description };
}

/** As it is pasted into a store's page. */
export function storePage({ name, summary, description }: StoreText): string {
  return [name, summary, ...description, ''].join('\n\n').trimEnd().concat('\n');
}

function isLanguage(name: string): name is Language {
  return (LANGUAGES as readonly string[]).includes(name);
}
