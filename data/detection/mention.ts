/**
 * What detection takes and gives. Knows nothing of the DOM: offsets index the text exactly as given, in UTF-16 units.
 */
import type { CountryCode, StatementId } from '../schema.ts';
import type { ReadNumber } from './numbers.ts';

/**
 * Why a mention was linked as it was. `text` is what the page says, as it says it: cue `count` with `39 countries`; for `earlier` the
 * date of the statement named before, for `published` the year of the page.
 */
export interface Reason {
  readonly cue:
    | 'count'
    | 'symbol'
    | 'role'
    | 'deliveredBy'
    | 'forum'
    | 'date'
    | 'published'
    | 'stance'
    | 'vote'
    | 'answer'
    | 'earlier';
  readonly text: string;
}

/** A name of the region. */
interface RegionMention {
  readonly kind: 'xinjiang';
  readonly start: number;
  readonly end: number;
}

/** A phrase that refers to a letter, joint statement or vote of the dataset. */
interface StatementMention {
  readonly kind: 'statement';
  readonly start: number;
  readonly end: number;
  /** Best first; more than one where the cues leave a real choice. Never empty. */
  readonly link: readonly StatementId[];
  readonly reasons: readonly Reason[];
  /**
   * The readings of the number that it gives in figures: "38 others" may be 38 or 39. Of a vote the three of its sentence, where those
   * are not in the mention itself: for and against in either order, abstained. Absent where there are none.
   */
  readonly counts?: readonly ReadNumber[];
}

/** A related term: a name of the region's people or of one of its cities. */
interface RelatedMention {
  readonly kind: 'related';
  readonly start: number;
  readonly end: number;
}

/** A name of a country. */
export interface CountryMention {
  readonly kind: 'country';
  readonly start: number;
  readonly end: number;
  readonly code: CountryCode;
}

/** What the matter of a page is told by, and what is always looked for. */
export type MatterMention = RegionMention | StatementMention;

/** What stands beside the matter, and is looked for where a reader has asked for it. */
export type Aside = RelatedMention | CountryMention;

export type Mention = MatterMention | Aside;

/** What the page around a text tells about it. All optional: a bare text is a page of its own. */
export interface PageContext {
  /** BCP 47 tag of the text. */
  readonly lang?: string;
  /** The page's title and main heading. */
  readonly title?: string;
  /** Headings above the text and the paragraphs beside it, in any order. */
  readonly nearby?: string;
  /** The day or year the page was published, ISO 8601, as precise as known. */
  readonly date?: string;
  /** Statements already linked earlier on the page, latest last. */
  readonly earlier?: readonly StatementId[];
}
