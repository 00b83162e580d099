/** Adds up what the test runner reports. Pure: reading the report and running the tests is the business of test.ts. */

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** As much of the runner's JSON report as is counted. */
export interface TestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * How many tests passed, failed and were skipped. A file that failed without a failed test in it (it does not load, or a
 * hook of it broke) counts as one failure, so that it cannot hide behind its skipped tests.
 */
export function countTests(report: TestReport): Counts {
  return sum(
    report.testResults.map(({ status, assertionResults }) => {
      const count = (wanted: string) => assertionResults.filter((result) => result.status === wanted).length;
      const passed = count('passed');
      const failed = count('failed');
      return {
        passed,
        failed: status === 'failed' && failed === 0 ? 1 : failed,
        skipped: assertionResults.length - passed - failed,
      };
    }),
  );
}

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** `12 passed, 0 failed`, and the skipped ones only where there are any. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
