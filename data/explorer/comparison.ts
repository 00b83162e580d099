/** Two or more countries or groups beside each other: statement by statement, pair by pair, and what changed. */
import { isCounted, type Position } from '../queries.ts';
import type { CountryCode, Dataset, Statement } from '../schema.ts';
import { type Agreement, actOf, agreementBetween, comparable, sumOf } from './agreement.ts';
import { type Change, changesBetween } from './changes.ts';
import { positionsOn } from './positions.ts';
import { codesOf, type Member } from './state.ts';

export interface Comparison {
  readonly members: readonly ComparedMember[];
  /** Oldest first. */
  readonly rows: readonly ComparedRow[];
  /** Every two members, in their order. */
  readonly pairs: readonly ComparedPair[];
  /** Of all countries compared, over the whole record. */
  readonly changes: readonly Change[];
}

interface ComparedMember {
  readonly member: Member;
  readonly countries: readonly CountryCode[];
}

/**
 * `agreed`: all that are known and could be compared did the same · `differed`: no two did · `mixed` · `neither`: nobody acted ·
 * `unknown`: nothing could be compared · `outside`: the statement is outside what is counted (see isCounted), and nothing is compared.
 */
type Verdict = 'agreed' | 'differed' | 'mixed' | 'neither' | 'unknown' | 'outside';

interface ComparedRow {
  readonly statement: Statement;
  /** One a member, in their order: how many of its countries stand where. */
  readonly positions: readonly ReadonlyMap<Position, number>[];
  readonly verdict: Verdict;
}

interface ComparedPair {
  readonly first: Member;
  readonly second: Member;
  /** Summed over all statements that are counted. */
  readonly agreement: Agreement;
}

/** Without members there are rows, but nothing in them. */
export function comparisonOf(dataset: Dataset, members: readonly Member[]): Comparison {
  const compared = members.map((member) => ({ member, countries: countriesOf(dataset, member) }));
  const couples = compared.flatMap((first, index) => compared.slice(index + 1).map((second) => ({ first, second })));
  const lines = dataset.statements.map((statement) => {
    const positions = positionsOn(dataset, statement);
    const act = (country: CountryCode) => actOf(statement, positions.get(country));
    const isCompared = isCounted(statement);
    const agreements = isCompared
      ? couples.map(({ first, second }) => agreementBetween(first.countries, second.countries, act))
      : [];
    const row: ComparedRow = {
      statement,
      positions: compared.map(({ countries }) => countsOf(countries, positions)),
      verdict: isCompared ? verdictOf(sumOf(agreements)) : 'outside',
    };
    return { row, agreements };
  });
  return {
    members: compared,
    rows: lines.map(({ row }) => row),
    pairs: couples.map(({ first, second }, index) => ({
      first: first.member,
      second: second.member,
      agreement: sumOf(lines.flatMap(({ agreements }) => agreements[index] ?? [])),
    })),
    changes: changesBetween(dataset, {
      from: null,
      to: null,
      countries: new Set(compared.flatMap(({ countries }) => countries)),
    }).filter(({ kind }) => kind !== 'joined-side'),
  };
}

/** The countries of a member, in the order of the dataset where it is a regional group. */
export function countriesOf({ countries }: Dataset, member: Member): readonly CountryCode[] {
  return codesOf(member) ?? countries.filter(({ group }) => group === member).map(({ code }) => code);
}

function countsOf(
  countries: readonly CountryCode[],
  positions: ReadonlyMap<CountryCode, Position>,
): ReadonlyMap<Position, number> {
  const counts = new Map<Position, number>();
  for (const country of countries) {
    const position = positions.get(country) ?? 'not-known';
    counts.set(position, (counts.get(position) ?? 0) + 1);
  }
  return counts;
}

function verdictOf(agreement: Agreement): Verdict {
  const { agreed, differed, neither } = agreement;
  if (comparable(agreement) === 0) return neither > 0 ? 'neither' : 'unknown';
  if (differed === 0 && neither === 0) return 'agreed';
  return agreed === 0 ? 'differed' : 'mixed';
}
