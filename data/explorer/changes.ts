/**
 * What changed between two days: who joined a side, was not on a later list of it, withdrew, or moved from one side to the other. Sides are
 * counted as everywhere (isInTally); withdrawals and later names are told of every statement. Both sides go through the same code.
 */
import { earliest, happenedBy, latest, mayHaveHappenedBy } from '../event-date.ts';
import { sideChanges, signatoryHistories, stoppedSigning } from '../histories.ts';
import { STANCES } from '../in-words.ts';
import { sourcesFor } from '../queries.ts';
import type { CountryCode, Dataset, EventDate, SignatureEvent, Source, Stance, Statement } from '../schema.ts';

/**
 * `changed-side`: its first signature after one on the other side · `withdrew` · `not-on-later-list`: it had signed on a side, is not on
 * a later list of that side that is known in full, and is not known to have signed since · `joined-later`: its name was added to a
 * statement made before ·
 * `vote-corrected`: it asked for another vote to be recorded · `joined-side`: its first signature on a side. In the order in which they
 * are shown.
 */
export const CHANGE_KINDS = [
  'changed-side',
  'withdrew',
  'not-on-later-list',
  'joined-later',
  'vote-corrected',
  'joined-side',
] as const;
type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly country: CountryCode;
  readonly date: EventDate;
  /** Of the side it is about; null: none. */
  readonly stance: Stance | null;
  readonly statement: Statement;
  /** The last that it had signed, on the other side or on the same. */
  readonly before?: Statement;
  /** Whether it is sure to have happened between the two days; sources may tell only a span. */
  readonly certain: boolean;
  readonly sources: readonly Source[];
}

export interface Between {
  /** The day after which; null: from the beginning. */
  readonly from: string | null;
  /** The last day; null: to the end of the record. */
  readonly to: string | null;
  /** Only of these; of all if left out. */
  readonly countries?: ReadonlySet<CountryCode>;
}

/** Earliest first, then by country. Empty where `to` is not after `from`. */
export function changesBetween(dataset: Dataset, { from, to, countries }: Between): Change[] {
  const end = to ?? LAST;
  const start = from ?? FIRST;
  if (start >= end) return [];
  return [...sideMoves(dataset), ...noLongerListed(dataset), ...laterEvents(dataset)]
    .filter(({ country, date }) => (countries?.has(country) ?? true) && mayHaveHappenedBy(date, end) && latest(date) > start)
    .map((change) => ({ ...change, certain: happenedBy(change.date, end) && earliest(change.date) > start }))
    .toSorted((a, b) => compare(earliest(a.date), earliest(b.date)) || compare(a.country, b.country));
}

const FIRST = '0000-01-01';
const LAST = '9999-12-31';

type Found = Omit<Change, 'certain'>;

/** First signatures on a side; one that follows signatures on the other side is a move. */
function sideMoves(dataset: Dataset): Found[] {
  const moves = sideChanges(dataset).map(({ country, from, to }) => ({ country, from, to }));
  return signatoryHistories(dataset).flatMap(({ country, signatures }) =>
    signatures.flatMap(({ statement, signature }, index): Found[] => {
      const { stance } = statement;
      const move = moves.find((each) => each.country === country && each.to === statement);
      const isFirst = !signatures.slice(0, index).some((before) => before.statement.stance === stance);
      if (!move && !isFirst) return [];
      const { date } = signature.signed;
      const sources = sourcesOf(statement, signature.signed);
      return [
        move
          ? { kind: 'changed-side', country, date, stance, statement, before: move.from, sources }
          : { kind: 'joined-side', country, date, stance, statement, sources },
      ];
    }),
  );
}

/** By the whole record, whatever the days asked for: who signed again after them has not stopped. Who withdrew is told as that. */
function noLongerListed(dataset: Dataset): Found[] {
  return STANCES.flatMap((stance) =>
    stoppedSigning(dataset, stance).flatMap(({ country, last, withdrew, absent }): Found[] => {
      const [statement] = absent;
      if (!statement || withdrew) return [];
      const sources = sourcesFor(dataset, statement, country);
      return [{ kind: 'not-on-later-list', country, date: statement.date, stance, statement, before: last, sources }];
    }),
  );
}

function laterEvents(dataset: Dataset): Found[] {
  return dataset.statements.flatMap((statement) =>
    statement.events
      .filter(({ type }) => type !== 'signed')
      .map(
        (event): Found => ({
          kind: event.type === 'joined' ? 'joined-later' : event.type === 'withdrew' ? 'withdrew' : 'vote-corrected',
          country: event.country,
          date: event.date,
          stance: statement.stance,
          statement,
          sources: sourcesOf(statement, event),
        }),
      ),
  );
}

function sourcesOf({ sources }: Statement, event: SignatureEvent): Source[] {
  return event.sources.flatMap((index) => sources[index] ?? []);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
