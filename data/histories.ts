/**
 * What the record tells about a country over the years: whom it signed with, and when that changed. Pure and total like
 * queries.ts, on which it builds. Nothing here reads a missing name on an incomplete list as a refusal to sign.
 */
import { END, happenedBy } from './event-date.ts';
import { isInTally, type Position, positionOf, type Signature, signaturesOf } from './queries.ts';
import type { CountryCode, Dataset, Stance, Statement } from './schema.ts';

/** A country that put its name to joint letters or statements about Xinjiang, in the order in which it did. */
export interface SignatoryHistory {
  readonly country: CountryCode;
  /** Oldest first; those withdrawn since are there, with the withdrawal. */
  readonly signatures: readonly { readonly statement: Statement; readonly signature: Signature }[];
}

/** Everybody who ever signed a joint letter or statement about Xinjiang, by code. Group statements and Hong Kong's are outside. */
export function signatoryHistories(dataset: Dataset, asOf: string = END): SignatoryHistory[] {
  const signed = dataset.statements
    .filter(isInTally)
    .flatMap((statement) => signaturesOf(statement).map((signature) => ({ statement, signature })))
    .filter(({ signature }) => happenedBy(signature.signed.date, asOf));
  return [...Map.groupBy(signed, ({ signature }) => signature.country)]
    .map(([country, signatures]) => ({ country, signatures }))
    .toSorted((a, b) => (a.country < b.country ? -1 : 1));
}

/** A country's move from one side to the other. */
export interface SideChange {
  readonly country: CountryCode;
  /** The last it had signed on the one side, and the first after that on the other. */
  readonly from: Statement;
  readonly to: Statement;
}

/**
 * Who changed sides, and when: every pair of signatures in a row, in the order of statements, that are of opposite sides.
 * Whether the first was withdrawn makes no difference. By country, oldest first.
 */
export function sideChanges(dataset: Dataset, asOf: string = END): SideChange[] {
  return signatoryHistories(dataset, asOf).flatMap(({ country, signatures }) =>
    signatures.flatMap(({ statement: to }, index) => {
      const from = signatures[index - 1]?.statement;
      return from && from.stance !== to.stance ? [{ country, from, to }] : [];
    }),
  );
}

/** A country that signed on a side and is known not to have signed that side's later lists. */
export interface StoppedSigning {
  readonly country: CountryCode;
  /** The last statement it signed, and that it still stands on unless `withdrew`. */
  readonly last: Statement;
  readonly withdrew: boolean;
  /** That side's later statements on whose list it is known not to be. */
  readonly absent: readonly Statement[];
  /** That side's later statements of which nobody can tell. */
  readonly unknown: readonly Statement[];
}

/**
 * Who stopped signing on a side: signed once, and is known to be absent from at least one later statement of that side
 * without a signature after it. Lists that are not full never count as absence.
 */
export function stoppedSigning(dataset: Dataset, stance: Stance, asOf: string = END): StoppedSigning[] {
  const statements = dataset.statements.filter(
    (statement) => isInTally(statement) && statement.stance === stance && statement.date <= asOf,
  );
  return signatoryHistories(dataset, asOf).flatMap(({ country, signatures }) => {
    const own = signatures.findLast(({ statement }) => statement.stance === stance);
    if (!own) return [];
    const since = statements
      .slice(statements.indexOf(own.statement) + 1)
      .map((statement) => ({ statement, position: positionOf(dataset, statement, country, asOf) }));
    const of = (wanted: Position) => since.filter(({ position }) => position === wanted).map(({ statement }) => statement);
    const absent = of('not-on-list');
    const withdrew = own.signature.withdrew !== undefined && happenedBy(own.signature.withdrew.date, asOf);
    return absent.length > 0
      ? [{ country, last: own.statement, withdrew, absent, unknown: [...of('not-known'), ...of('not-announced')] }]
      : [];
  });
}
