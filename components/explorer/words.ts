/** Until the texts of all areas come from one place: those of the explorer, in English. */
import { displayName } from '../../data/country-names.ts';
import { dataset } from '../../data/dataset.ts';
import { dateInWords } from '../../data/in-words.ts';
import texts from '../../data/messages/explorer/en.json';
import { countryByCode } from '../../data/queries.ts';
import type { CountryCode } from '../../data/schema.ts';

export type TextId = keyof typeof texts;
type Values = Readonly<Record<string, string | number>>;

const words = {
  locale: 'en',
  say(id: TextId, values: Values = {}): string {
    return filled(texts[id], values);
  },
  date: (day: string) => dateInWords(day),
  number: (value: number) => String(value),
  list: (parts: readonly string[]) => parts.join(', '),
  country(code: CountryCode): string {
    const country = countryByCode(dataset, code);
    return country ? displayName(country, 'en') : code;
  },
};

export type Words = typeof words;

export function useWords(): Words {
  return words;
}

function filled(text: string, values: Values): string {
  const plurals = text.replace(
    /\{(\w+), (?:plural|select),((?:\s*[\w=]+ \{(?:[^{}]|\{[^{}]*\})*\})+)\s*\}/g,
    (_, name, cases) => {
      const value = values[name] ?? '';
      const found = Object.fromEntries(
        [...cases.matchAll(/([\w=]+) \{((?:[^{}]|\{[^{}]*\})*)\}/g)].map(([, key, inner]) => [key, inner]),
      );
      const chosen = found[`=${value}`] ?? found[String(value)] ?? (value === 1 ? found.one : undefined) ?? found.other ?? '';
      return chosen.replaceAll('#', String(value));
    },
  );
  return plurals.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}
