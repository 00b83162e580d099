/** Reads the labelled paragraphs: text with every mention marked by people, to measure detection on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PageContext } from '../data/detection/mention.ts';
import type { StatementId } from '../data/schema.ts';
import { parseJson } from './parse-json.ts';

export interface LabelledMention {
  readonly kind: 'xinjiang' | 'statement';
  readonly text: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Of a statement: best first. */
  readonly link?: readonly StatementId[];
}

export interface LabelledParagraph {
  readonly id: string;
  readonly lang: string;
  /** `tune` may be looked at while changing the detector, `score` only measured. */
  readonly split: 'tune' | 'score';
  readonly text: string;
  readonly pageContext?: Pick<PageContext, 'title' | 'nearby' | 'date'>;
  readonly mentions: readonly LabelledMention[];
  readonly note?: string;
}

const LABELLED = resolve(import.meta.dirname, '../tests/data/detection/labelled');

/** Every labelled paragraph, file by file. Throws where a line is no JSON, and names it. */
export function readLabelled(directory: string = LABELLED): LabelledParagraph[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) =>
      readFileSync(join(directory, name), 'utf8')
        .split('\n')
        .flatMap((line, index) => (line.trim() === '' ? [] : [parseJson(`${name}:${index + 1}`, line) as LabelledParagraph])),
    );
}

/** The language of a paragraph without script or region: `zh` of `zh-Hant`. */
export function languageOf({ lang }: Pick<LabelledParagraph, 'lang'>): string {
  return lang.split('-')[0] ?? lang;
}
