/**
 * The compact table of what can be recognised about each statement, derived from the dataset alone,
 * so that a statement added to the data is found without touching code. Goes into every page: keep it small.
 */
import { signaturesOf } from '../queries.ts';
import type { Country, CountryCode, Stance, Statement, StatementId } from '../schema.ts';

export interface StatementCue {
  readonly id: StatementId;
  readonly date: string;
  readonly madePublic?: string;
  readonly kind: Statement['kind'];
  readonly stance: Stance | null;
  readonly body: Statement['body'];
  readonly topics: Statement['topics'];
  /** How many states, as announced; absent where no exact number was given. */
  readonly announced?: number;
  /** As it became known later, and larger ones of other reports. */
  readonly later?: readonly number[];
  /** How many are in the list that sources give, where that is another number. */
  readonly listed?: number;
  /** "nearly 80". */
  readonly near?: number;
  readonly deliveredBy?: CountryCode;
  /** What the state that delivered it is called, adjectives included. */
  readonly speakers?: readonly string[];
  /** The name of the group in whose name it was made. */
  readonly group?: string;
  readonly symbol?: string;
  readonly counterpart?: StatementId;
  readonly votes?: { readonly yes: number; readonly no: number; readonly abstain: number };
}

/** One cue table entry for each statement, in the order given. */
export function statementCuesOf(statements: readonly Statement[], countries: readonly Country[]): StatementCue[] {
  const byCode = new Map(countries.map((country) => [country.code, country]));
  return statements.map((statement) => {
    const { id, date, kind, stance, body, topics, announcedCount, deliveredBy, votes } = statement;
    const named = signaturesOf(statement).length;
    const speaker = deliveredBy === null ? undefined : byCode.get(deliveredBy);
    // Smaller numbers, of reports from before a list was complete, are more often those of another statement.
    const larger = (statement.differingCounts ?? []).filter(({ count }) => count > (announcedCount ?? 0));
    const later = [...statement.laterCounts, ...larger].map(({ count }) => count);
    const counted = new Set([announcedCount, ...later]);
    const listed = statement.list !== 'count-only' && named > 1 && named >= (announcedCount ?? 0) && !counted.has(named);
    return {
      id,
      date,
      ...(statement.madePublic !== undefined && statement.madePublic !== date && { madePublic: statement.madePublic }),
      kind,
      stance,
      body,
      topics,
      ...(announcedCount !== null && { announced: announcedCount }),
      ...(later.length > 0 && { later }),
      ...(listed && { listed: named }),
      ...(statement.approximateCount && { near: statement.approximateCount.near }),
      ...(deliveredBy !== null && { deliveredBy }),
      ...(speaker && { speakers: namesOf(speaker) }),
      ...(statement.group && { group: statement.group.name }),
      ...(statement.document && { symbol: statement.document.symbol }),
      ...(statement.counterpart !== null && { counterpart: statement.counterpart }),
      ...(votes && { votes: { yes: votes.yes.length, no: votes.no.length, abstain: votes.abstain.length } }),
    };
  });
}

function namesOf(country: Country): string[] {
  return [
    ...new Set([
      country.name,
      ...(country.shortName === undefined ? [] : [country.shortName]),
      ...country.otherNames,
      ...country.adjectives,
    ]),
  ];
}

/** Every number of states that a statement was given with. */
export function countsOf({ announced, listed, later, near }: StatementCue): number[] {
  return [announced, listed, near, ...(later ?? [])].filter((count) => count !== undefined);
}
