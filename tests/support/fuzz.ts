/**
 * How the tests of tests/fuzz are run: a few hundred cases, always the same, with all the other tests; by `npm run fuzz` ten thousand,
 * others each time. What fails is shrunk and printed with the seed and path that bring it back.
 */
import fc from 'fast-check';

/** Set by scripts/fuzz.ts. */
export const FUZZ = {
  runs: Number(process.env.FUZZ_RUNS ?? 300),
  seed: Number(process.env.FUZZ_SEED ?? 20190708),
};

/** Milliseconds that a property may take, also on a computer with other work. */
export const FUZZ_PATIENCE = 60_000 + 100 * FUZZ.runs;

/** Throw with the smallest case found for which `holds` throws. Fewer `runs` where a case is costly. */
export function forAny<Case>(cases: fc.Arbitrary<Case>, holds: (each: Case) => void, runs = FUZZ.runs): void {
  fc.assert(fc.property(cases, holds), { numRuns: runs, seed: FUZZ.seed });
}
