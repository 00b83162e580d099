/**
 * What is wrong with message files: missing, unknown, unused and over-long messages, ones that cannot be read, whose arguments differ
 * from the English ones, or that lack a plural form of their language. Works on messages given; read-messages.ts reads the files.
 */
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Language } from '../data/languages.ts';

export type Messages = Readonly<Record<string, string>>;

/** A message of another language may be this much longer than the English one; short ones, such as buttons, by some letters more. */
const LONGEST = { times: 1.9, letters: 14 };

/** Everything wrong with a language's messages against the English ones, a line each, without the file's name. */
export function messageProblems(language: Language, messages: Messages, english: Messages): string[] {
  return [
    ...Object.keys(english).flatMap((id) => (Object.hasOwn(messages, id) ? [] : [`${id}: is missing.`])),
    ...Object.entries(messages).flatMap(([id, message]) => {
      const original = english[id];
      if (original === undefined) return [`${id}: English has no such message.`];
      return oneMessage(language, message, original).map((problem) => `${id}: ${problem}`);
    }),
  ];
}

/** The English messages that no source text names. Ids may be put together there: `card.side.${stance}` names all that fit. */
export function unusedMessages(english: Messages, sources: readonly string[]): string[] {
  const named = new Set<string>();
  const patterns: RegExp[] = [];
  for (const source of sources) {
    for (const [, text = ''] of source.matchAll(/['"`]([a-z][\w-]*\.(?:\$\{[^}]*\}|[^'"`$\n])+)['"`]/g)) {
      if (text.includes('${')) patterns.push(patternOf(text));
      else named.add(text);
    }
  }
  return Object.keys(english).filter((id) => !named.has(id) && !patterns.some((pattern) => pattern.test(id)));
}

function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

function oneMessage(language: Language, message: string, original: string): string[] {
  const [parts, wanted] = [read(message), read(original)];
  if (typeof parts === 'string') return [`cannot be read: ${parts}.`];
  if (typeof wanted === 'string') return [];
  if (message.trim() === '') return original.trim() === '' ? [] : ['is empty.'];
  const [has, needs] = [argumentsOf(parts), argumentsOf(wanted)];
  return [
    ...[...needs].filter((each) => !has.has(each)).map((each) => `lacks ${each}.`),
    ...[...has].filter((each) => !needs.has(each)).map((each) => `has ${each}, which English has not.`),
    ...missingForms(language, parts).map((form) => `lacks the plural form “${form}”.`),
    ...(longest(parts) > longest(wanted) * LONGEST.times + LONGEST.letters
      ? [`is too long: ${longest(parts)} letters, English has ${longest(wanted)}.`]
      : []),
    ...(language !== 'en' && message === original && /\p{Ll}{2} \p{Ll}{2}/u.test(words(wanted)) ? ['is the English text.'] : []),
  ];
}

/** The parts of a message, or why it has none. */
function read(message: string): MessageFormatElement[] | string {
  try {
    return parse(message, { captureLocation: false });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The message's own words. */
function words(parts: readonly MessageFormatElement[]): string {
  return parts.map((part) => (part.type === TYPE.literal ? part.value : optionsOf(part).map(words).join(' '))).join('');
}

/** Letters of the longest text it can give, arguments left out. */
function longest(parts: readonly MessageFormatElement[]): number {
  return parts.reduce(
    (sum, part) => sum + (part.type === TYPE.literal ? part.value.length : Math.max(0, ...optionsOf(part).map(longest))),
    0,
  );
}

function optionsOf(part: MessageFormatElement): MessageFormatElement[][] {
  if (part.type === TYPE.select || part.type === TYPE.plural) return Object.values(part.options).map(({ value }) => value);
  return part.type === TYPE.tag ? [part.children] : [];
}

/** Names of arguments; of a choice also what is chosen between. A number may be a plural's or stand as it is. */
function argumentsOf(parts: readonly MessageFormatElement[]): Set<string> {
  return new Set(
    parts.flatMap((part): string[] => {
      if (part.type === TYPE.literal || part.type === TYPE.pound) return [];
      const inner = optionsOf(part).flatMap((option) => [...argumentsOf(option)]);
      const choices = part.type === TYPE.select ? Object.keys(part.options).map((choice) => `{${part.value}: ${choice}}`) : [];
      return [`{${part.value}}`, ...choices, ...inner];
    }),
  );
}

/** Forms that the language has for some whole number up to 200, and a plural of the message has not. */
function missingForms(language: Language, parts: readonly MessageFormatElement[]): string[] {
  return [
    ...new Set(
      parts.flatMap((part): string[] => {
        const inner = optionsOf(part).flatMap((option) => missingForms(language, option));
        if (part.type !== TYPE.plural) return inner;
        const rules = new Intl.PluralRules(language, { type: part.pluralType ?? 'cardinal' });
        const given = Object.keys(part.options);
        const needed = Array.from({ length: 201 }, (_, count) => count).flatMap((count) =>
          given.includes(`=${count}`) ? [] : rules.select(count),
        );
        return [...inner, ...needed.filter((form) => !given.includes(form))];
      }),
    ),
  ];
}
