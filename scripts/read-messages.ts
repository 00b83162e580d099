/** Reads message files, and compiles them to what the extension loads, so that no parser of messages has to be in it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Language } from '../data/languages.ts';
import type { Area, Catalogue } from '../data/messages.ts';
import { root } from './tools.ts';

/** Where the messages of an area in a language are, there or not. */
export function messageFile(area: Area, language: Language): string {
  return path.join(root, 'data', 'messages', area, `${language}.json`);
}

/** The messages of an area in a language by id, as they are written; none where the file is missing. Throws where it is no JSON. */
export function readMessages(area: Area, language: Language): Record<string, string> {
  const file = messageFile(area, language);
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${path.relative(root, file)}: ${error instanceof Error ? error.message : error}`);
  }
}

/** One message as it is loaded: its text, or where it has arguments its parts. Throws where it is no message. */
export function compiled(message: string): string | MessageFormatElement[] {
  const parts = parse(message, { captureLocation: false });
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
          return [id, compiled(message)];
        } catch (error) {
          throw new Error(`data/messages/${area}/${language}.json: ${id}: ${error instanceof Error ? error.message : error}`);
        }
      }),
    ),
  };
}
