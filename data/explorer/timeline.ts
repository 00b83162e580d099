/**
 * What the timeline draws: every statement of the record with its day, its size as far as it is known, and what changed afterwards.
 * Both sides are measured by the same code and on the same scale. Words are the component's.
 */
import { announcedSignatures, isInTally, joinedLater, voteCorrections, withdrawn } from '../queries.ts';
import type { CountryCode, Dataset, Stance, Statement, StatementId } from '../schema.ts';

export interface TimelineEntry {
  readonly id: StatementId;
  readonly date: string;
  /** null: a vote. */
  readonly stance: Stance | null;
  /**
   * `counted`: a joint letter or statement by states about Xinjiang. `group`: made in the name of a group, whose members are no
   * signatories. `elsewhere`: on another matter, or of unknown text. `vote`.
   */
  readonly kind: 'counted' | 'group' | 'elsewhere' | 'vote';
  /** Of those first announced, how many are known by name, and how many are not. Both 0 for a vote and for a group. */
  readonly named: number;
  readonly unnamed: number;
  /** `unnamed` as it can be told: null where the number is approximate, or where a list that is not full has as many names. */
  readonly remainder: number | null;
  /** What the announced number is. */
  readonly precision: 'exact' | 'about' | 'nearly';
  /** How many more were counted later than were announced, known by name or not. */
  readonly later: number;
  /** Who joined and who withdrew, by day. */
  readonly joined: readonly CountryCode[];
  readonly withdrew: readonly CountryCode[];
  /** Who asked for its vote to be recorded otherwise. */
  readonly corrected: readonly CountryCode[];
  readonly votes?: { readonly yes: number; readonly no: number; readonly abstained: number };
}

export interface TimelineData {
  /** Oldest first. */
  readonly entries: readonly TimelineEntry[];
  /** The first and the last day that the picture shows. */
  readonly from: string;
  readonly to: string;
  /** The most countries behind one statement, later ones among them. */
  readonly most: number;
}

/** The whole record as the timeline draws it: from the month of the first statement to the day of the record. */
export function timelineOf(dataset: Dataset): TimelineData {
  const entries = dataset.statements.map(entryOf);
  return {
    entries,
    from: `${(dataset.statements[0]?.date ?? dataset.updated).slice(0, 7)}-01`,
    to: [dataset.updated, ...entries.map(({ date }) => date)].toSorted().at(-1) ?? dataset.updated,
    most: Math.max(1, ...entries.map(({ named, unnamed, later }) => named + unnamed + later)),
  };
}

/**
 * Places for things of one width on a line from 0 to `length`, each as near to where it wants to be as the others let it: in order,
 * `apart` from each other at least, and none beyond the ends as long as there is room. Least squares, by merging neighbours that
 * are too close into a block around their mean.
 */
export function spread(wanted: readonly number[], apart: number, length: number): number[] {
  const blocks: { sum: number; size: number }[] = [];
  const start = ({ sum, size }: { sum: number; size: number }) =>
    Math.max(0, Math.min(sum / size - ((size - 1) * apart) / 2, length - (size - 1) * apart));
  for (const place of wanted) {
    blocks.push({ sum: place, size: 1 });
    for (;;) {
      const [before, last] = blocks.slice(-2);
      if (!before || !last || start(before) + before.size * apart <= start(last)) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, size: before.size + last.size });
    }
  }
  return blocks.flatMap((block) => Array.from({ length: block.size }, (_, index) => start(block) + index * apart));
}

function entryOf(statement: Statement): TimelineEntry {
  const { id, date, stance, votes } = statement;
  const counts =
    statement.group || votes
      ? { named: 0, unnamed: 0, remainder: 0, precision: 'exact' as const, later: 0 }
      : countsOf(statement);
  return {
    id,
    date,
    stance,
    kind: kindOf(statement),
    ...counts,
    joined: joinedLater(statement).map(({ country }) => country),
    withdrew: withdrawn(statement).map(({ country }) => country),
    corrected: voteCorrections(statement).map(({ country }) => country),
    ...(votes && { votes: { yes: votes.yes.length, no: votes.no.length, abstained: votes.abstain.length } }),
  };
}

function kindOf(statement: Statement): TimelineEntry['kind'] {
  if (statement.votes) return 'vote';
  if (statement.group) return 'group';
  return isInTally(statement) ? 'counted' : 'elsewhere';
}

function countsOf(statement: Statement): Pick<TimelineEntry, 'named' | 'unnamed' | 'remainder' | 'precision' | 'later'> {
  const { announcedCount, approximateCount, laterCounts, list } = statement;
  const named = announcedSignatures(statement).length;
  const announced = Math.max(announcedCount ?? approximateCount?.near ?? named, named);
  const later = Math.max(announced, ...laterCounts.map(({ count }) => count)) - announced;
  const precision = announcedCount === null ? (approximateCount?.precision ?? 'exact') : 'exact';
  const unnamed = announced - named;
  const isTold = precision === 'exact' && (unnamed > 0 || list === 'full');
  return { named, unnamed, remainder: isTold ? unnamed : null, precision, later };
}
