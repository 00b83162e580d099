/** The texts of the stores' pages, a file a language in store/, held to what the stores take. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { LANGUAGES, type Language } from '../data/languages.ts';
import { root } from './tools.ts';

const FOLDER = path.join(root, 'store');

const StoreText = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(45)),
  /** Chrome's and Edge's store take 132 characters, Mozilla's 250. */
  summary: v.pipe(v.string(), v.minLength(1), v.maxLength(132)),
  /** Paragraphs. */
  description: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
});

export type StoreText = v.InferOutput<typeof StoreText>;

/** Those there are. Throws naming a file that is for no language of ours, or is not as the stores want it. */
export function readStoreTexts(): ReadonlyMap<Language, StoreText> {
  return new Map(
    readdirSync(FOLDER)
      .toSorted()
      .map((file) => {
        const language = path.basename(file, '.json');
        if (!isLanguage(language)) throw new Error(`store/${file}: is for none of ${LANGUAGES.join(', ')}.`);
        const result = v.safeParse(StoreText, JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')));
        if (!result.success)
          throw new Error(`store/${file}: ${v.getDotPath(result.issues[0]) ?? ''}: ${result.issues[0].message}`);
        return [language, result.output];
      }),
  );
}

/** As it is pasted into a store's page. */
export function storePage({ name, summary, description }: StoreText): string {
  return [name, summary, ...description, ''].join('\n\n').trimEnd().concat('\n');
}

function isLanguage(name: string): name is Language {
  return (LANGUAGES as readonly string[]).includes(name);
}
