/**
 * `npm run fuzz [-- --runs N --seed N] [file filters]`: ten thousand cases of each property of tests/fuzz and, in the browsers, of
 * tests/e2e/fuzz.test.ts, others each time. The seed is printed; with it the same cases come again.
 */
import { parseArgs } from 'node:util';
import { build } from './builds.ts';
import { runTool } from './tools.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});

console.log(`${values.runs} cases each; to have the same again: npm run fuzz -- --runs ${values.runs} --seed ${values.seed}`);
for (const browser of ['chromium', 'firefox'] as const) {
  const { code, output } = await build(browser, { stdio: 'pipe' });
  if (code !== 0) throw new Error(output);
}
const filters = positionals.length > 0 ? positionals : ['fuzz'];
const { code } = await runTool('vitest', ['run', '--testTimeout', String(24 * 3_600_000), '--passWithNoTests', ...filters], {
  stdio: 'inherit',
  env: { FUZZ_RUNS: values.runs, FUZZ_SEED: values.seed },
});
process.exitCode = code;
