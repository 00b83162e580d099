/** Reads message files, and compiles them to what the extension loads, so that no parser of messages has to be in it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import * as v from 'valibot';
import { directionOf, type Language } from '../data/languages.ts';
import type { Area, Catalogue } from '../data/messages.ts';
import { type Translation, TranslationFile } from '../data/translations.ts';
import { root } from './tools.ts';

/** Where the messages of an area in a language are, there or not. */
function messageFile(area: Area, language: Language): string {
  return path.join(root, 'data', 'messages', area, `${language}.json`);
}

/** The messages of an area in a language by id, as they are written; none where the file is missing. Throws where it is no JSON. */
export function readMessages(area: Area, language: Language): Record<string, string> {
  const file = messageFile(area, language);
  if (!existsSync(file)) return {};
  return readJson(file) as Record<string, string>;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${path.relative(root, file)}: ${error instanceof Error ? error.message : error}`);
  }
}

/** The record's own texts in a language, as they are written; none where the file is missing. Throws naming file and field. */
export function readTranslations(language: Language): readonly Translation[] {
  const file = path.join(root, 'data', 'translations', `${language}.json`);
  if (!existsSync(file)) return [];
  const name = path.relative(root, file);
  const result = v.safeParse(TranslationFile, readJson(file));
  if (result.success) return result.output.texts;
  const [{ path: where = [], message }] = result.issues;
  throw new Error(`${name}: ${where.map(({ key }) => key).join('.')}: ${message}`);
}

/** One message as it is loaded: its text, or where it has arguments its parts. Throws where it is no message. */
export function compiled(message: string, language: Language): string | MessageFormatElement[] {
  const parts = isolated(parse(message, { captureLocation: false }), language);
  if (parts.length === 0) return '';
  const [only, ...others] = parts;
  return only?.type === TYPE.literal && others.length === 0 ? only.value : parts;
}

/** What the extension loads of an area in a language; English stands where a message is not translated. Throws naming file and message. */
export function catalogueOf(area: Area, language: Language): Catalogue {
  const messages = { ...readMessages(area, 'en'), ...readMessages(area, language) };
  return {
    language,
    messages: Object.fromEntries(
      Object.entries(messages).map(([id, message]) => {
        try {
          return [id, compiled(message, language)];
        } catch (error) {
          throw new Error(`data/messages/${area}/${language}.json: ${id}: ${error instanceof Error ? error.message : error}`);
        }
      }),
    ),
    ...(area === 'card' && {
      texts: Object.fromEntries(readTranslations(language).map(({ en, ...translation }) => [en, translation])),
    }),
  };
}

/** In a text that runs from the right, a name of another script must not turn the words around it about. */
function isolated(parts: MessageFormatElement[], language: Language): MessageFormatElement[] {
  if (directionOf(language) === 'ltr') return parts;
  const mark = (value: string): MessageFormatElement => ({ type: TYPE.literal, value });
  return parts.flatMap((part): MessageFormatElement[] => {
    if (part.type === TYPE.argument) return [mark('\u2068'), part, mark('\u2069')];
    if (part.type !== TYPE.select && part.type !== TYPE.plural) return [part];
    const options = Object.entries(part.options).map(([name, { value }]) => [name, { value: isolated(value, language) }]);
    return [{ ...part, options: Object.fromEntries(options) }];
  });
}
