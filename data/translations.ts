/**
 * The record's own texts (summaries, remarks, facts) in other languages. They are data, each with the state of its review, and found
 * by the English text: where that has changed, the translation is no longer shown.
 */
import * as v from 'valibot';
import { readerTexts } from './reader-texts.ts';
import type { DatasetRecord } from './schema.ts';

const filled = v.pipe(v.string(), v.trim(), v.minLength(1));

export const TranslationFile = v.strictObject({
  texts: v.array(
    v.strictObject({
      en: filled,
      text: filled,
      /** `draft`: nobody but the translator has read it against the English. */
      review: v.picklist(['draft', 'reviewed']),
    }),
  ),
});

export type Translation = v.InferOutput<typeof TranslationFile>['texts'][number];
export type Review = Translation['review'];

/** Translations of one language by the English text. */
export type Translations = Readonly<Record<string, Omit<Translation, 'en'>>>;

/** The texts that a reader of another language needs translated, each once. Names of publishers and others' words stay as they are. */
export function translatableTexts(dataset: DatasetRecord): string[] {
  const texts = readerTexts(dataset).filter(({ field }) => !field.endsWith('.publisher'));
  return [...new Set(texts.map(({ text }) => text))];
}

/** What is wrong with a language's translations of these texts, in words of somebody who is to mend them. Missing ones are not wrong. */
export function translationProblems(translations: readonly Translation[], texts: readonly string[]): string[] {
  const known = new Set(texts);
  return translations.flatMap(({ en, text }, index) => {
    const where = `texts.${index}`;
    const found: string[] = [];
    if (!known.has(en))
      found.push(`${where}.en: the record has no such text: “${en}”. Translate its new text, or take this out.`);
    if (translations.findIndex((other) => other.en === en) < index) found.push(`${where}.en: translated twice: “${en}”.`);
    const kept = new Set(numbersIn(text).flatMap(waysToWrite));
    const lost = numbersIn(en).filter((number) => !waysToWrite(number).some((way) => kept.has(way)));
    if (lost.length > 0) found.push(`${where}.text: lacks ${lost.map(({ figure }) => figure).join(', ')}, which “${en}” has.`);
    if (text === en && /\p{Ll} \p{Ll}/u.test(en))
      found.push(`${where}.text: is the English text. Leave it out until it is translated.`);
    return found;
  });
}

interface NumberInText {
  /** As it is read: thousands and decimals have their separators taken out, which languages write differently. */
  readonly figure: string;
  /** What the word behind it multiplies it by. */
  readonly times: number;
}

/** Chinese and Japanese count in ten thousands: 2 million is “200万”. */
const MULTIPLIERS: Readonly<Record<string, number>> = { million: 1e6, 万: 1e4, 萬: 1e4 };

function numbersIn(text: string): NumberInText[] {
  return [...text.matchAll(/(\d+(?:[.,\u00a0\u202f]\d{3})*)(?:\s?(million|[万萬]))?/g)].map(
    ([, number = '', multiplier = '']) => ({
      figure: number.replace(/\D/g, ''),
      times: MULTIPLIERS[multiplier] ?? 1,
    }),
  );
}

/** The figure alone and multiplied out: a translation keeps a number by either. */
function waysToWrite({ figure, times }: NumberInText): string[] {
  return [figure, String(Number(figure) * times)];
}
