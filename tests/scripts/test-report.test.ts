import { expect, test } from 'vitest';
import { closingLine, countTests, type TestReport } from '../../scripts/test-report.ts';

function file(status: string, ...results: string[]): TestReport['testResults'][number] {
  return { status, assertionResults: results.map((result) => ({ status: result })) };
}

test('tests of all files are added up', () => {
  const report = { testResults: [file('passed', 'passed', 'passed', 'pending'), file('failed', 'failed', 'passed')] };
  expect(countTests(report)).toEqual({ passed: 3, failed: 1, skipped: 1 });
});

test('a file that breaks before its tests run counts as failed', () => {
  expect(countTests({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countTests({ testResults: [file('failed', 'skipped', 'skipped')] })).toEqual({ passed: 0, failed: 1, skipped: 2 });
});

test('the closing line names skipped tests only where there are any', () => {
  expect(closingLine({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
  expect(closingLine({ passed: 7, failed: 2, skipped: 3 })).toBe('7 passed, 2 failed, 3 skipped');
});
