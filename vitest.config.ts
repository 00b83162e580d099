/**
 * Two sets of tests: `unit` runs in Node (a file that needs a document names happy-dom in its first line),
 * `e2e` drives real browsers with the built extension, one file after the other.
 */
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { datasetPlugin } from './scripts/dataset-plugin.ts';

export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: ['data/**/*.ts', 'components/**/*.tsx', 'entrypoints/**/*.{ts,tsx}', 'scripts/*.ts'],
      reporter: ['text', 'json-summary'],
      reportOnFailure: true,
      reportsDirectory: '.output/coverage',
    },
    projects: [
      {
        plugins: [WxtVitest(), datasetPlugin()],
        test: {
          name: 'unit',
          // Some go through the whole record, or start a command; on a busy computer that has taken ten seconds.
          testTimeout: 30_000,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          restoreMocks: true,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          // The first launch of Firefox on a cold disk alone has taken ten seconds.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
