/**
 * English made strange: every message in brackets and longer by two fifths, so that a text that is no message is seen, and a place that
 * only English fits.
 */
import { AREAS, type Area, type Catalogue, type Words, wordsFrom } from '../../data/messages.ts';
import { compiled, readMessages } from '../../scripts/read-messages.ts';

const LONGER = 0.4;
const FILLER =
  'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna';

/** The messages of an area, to stand where those of a language do. */
export function pseudoCatalogue(area: Area): Catalogue {
  const messages = Object.entries(readMessages(area, 'en')).map(([id, message]) => [id, compiled(strange(message), 'en')]);
  return { language: 'en', messages: Object.fromEntries(messages) };
}

/**
 * All areas, with dates and names in brackets as messages are. They call themselves another language than the record is in, so that
 * components have to say of its texts that they are English.
 */
export function pseudoWords(): Words {
  const words = wordsFrom(...(AREAS.map(pseudoCatalogue) as [Catalogue, ...Catalogue[]]));
  return {
    ...words,
    language: 'pt',
    date: (...given) => bracketed(words.date(...given)),
    dateRange: (...given) => bracketed(words.dateRange(...given)),
    country: (country) => bracketed(words.country(country)),
    languageName: (tag) => bracketed(words.languageName(tag)),
  };
}

/** A text without what stands in brackets, however deep. */
export function outsideBrackets(text: string): string {
  const rest = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  return rest === text ? rest : outsideBrackets(rest);
}

/** Commas and the like are left as they are. */
function strange(message: string): string {
  const letters = withoutArguments(message).match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0 && !message.includes('{')) return message;
  const filler = FILLER.slice(0, Math.ceil(letters * LONGER)).trim();
  return bracketed(filler === '' ? message : `${message} ${filler}`);
}

/** As far as ICU messages' braces tell: what is in a plural's or a choice's branches does not count. */
function withoutArguments(message: string): string {
  const rest = message.replace(/\{[^{}]*\}/g, '');
  return rest === message ? rest : withoutArguments(rest);
}

function bracketed(text: string): string {
  return `⟦${text}⟧`;
}
