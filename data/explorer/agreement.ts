/**
 * How far two countries, or two groups of them, did the same. What is not known is no answer: it is neither agreement nor
 * difference, and every number is told beside how many answers could be compared. That two stayed off a list tells little where
 * nearly everybody does; it is counted apart.
 */
import type { Position } from '../queries.ts';
import type { CountryCode, Statement } from '../schema.ts';

export interface Agreement {
  /** Both did the same: both stand on the list, both withdrew, or both voted alike. */
  readonly agreed: number;
  /** They did not do the same, though at least one acted and of both it is known. */
  readonly differed: number;
  /** Both are known to have stayed off the list. */
  readonly neither: number;
  /** Of one or both nobody can tell, or one could not vote. */
  readonly unknown: number;
}

export const NO_AGREEMENT: Agreement = { agreed: 0, differed: 0, neither: 0, unknown: 0 };

/** What a country did about a statement; null where nobody can tell, or where it had no vote. */
export type Act = 'stands' | 'withdrew' | 'stayed-off' | 'voted-yes' | 'voted-no' | 'abstained' | null;

export function actOf({ votes }: Statement, position: Position | undefined): Act {
  switch (position) {
    case 'signed':
    case 'joined-later':
      return 'stands';
    case 'withdrew':
    case 'voted-yes':
    case 'voted-no':
    case 'abstained':
      return position;
    case 'not-on-list':
      return votes ? null : 'stayed-off';
    case 'not-announced':
    case 'not-known':
    case 'group-member':
    case undefined:
      return null;
    default:
      return position satisfies never;
  }
}

export function compareActs(a: Act, b: Act): keyof Agreement {
  if (a === null || b === null) return 'unknown';
  if (a === 'stayed-off' && b === 'stayed-off') return 'neither';
  return a === b ? 'agreed' : 'differed';
}

/** How far two did the same on statement after statement; what each did, in the same order. */
export function agreementOf(first: readonly Act[], second: readonly Act[]): Agreement {
  let [agreed, differed, neither] = [0, 0, 0];
  // In the matrix this is asked of a hundred thousand pairs at once.
  first.forEach((act, index) => {
    const found = compareActs(act, second[index] ?? null);
    if (found === 'agreed') agreed++;
    else if (found === 'differed') differed++;
    else if (found === 'neither') neither++;
  });
  return { agreed, differed, neither, unknown: first.length - agreed - differed - neither };
}

/** What each country of two groups did about one statement, every one of the one beside every one of the other; none beside itself. */
export function agreementBetween(
  first: readonly CountryCode[],
  second: readonly CountryCode[],
  actOf: (country: CountryCode) => Act,
): Agreement {
  const found = { ...NO_AGREEMENT } as Record<keyof Agreement, number>;
  for (const a of first) for (const b of second) if (a !== b) found[compareActs(actOf(a), actOf(b))]++;
  return found;
}

export function sumOf(agreements: readonly Agreement[]): Agreement {
  return agreements.reduce(
    (sum, each) => ({
      agreed: sum.agreed + each.agreed,
      differed: sum.differed + each.differed,
      neither: sum.neither + each.neither,
      unknown: sum.unknown + each.unknown,
    }),
    NO_AGREEMENT,
  );
}

/** How many could be compared. */
export function comparable({ agreed, differed }: Agreement): number {
  return agreed + differed;
}

/** Between 0 and 1; null where nothing could be compared. */
export function share(agreement: Agreement): number | null {
  const of = comparable(agreement);
  return of === 0 ? null : agreement.agreed / of;
}
