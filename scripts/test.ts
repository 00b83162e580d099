/**
 * `npm test [-- steps or file names]`: every check there is, one after the other, also after one has failed. Names of steps
 * (`npm test -- unit`, `npm test -- e2e`) choose among them; other words go to the test runner as file filters.
 * The last line says how many checks passed and failed; a step that is not a set of tests counts as one.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BROWSER_NAMES, type BrowserName, ensureBrowser } from './browsers.ts';
import { build } from './builds.ts';
import { lintAddOn } from './lint-add-on.ts';
import { type Counts, closingLine, countTests, sum } from './test-report.ts';
import { root, run, runTool } from './tools.ts';

const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

const STEPS: readonly { readonly name: string; readonly title: string; run(filters: readonly string[]): Promise<Counts> }[] = [
  { name: 'types', title: 'Types', run: () => quiet(() => runTool('tsc', [], { stdio: 'pipe' })) },
  {
    name: 'lint',
    title: 'Format and lint',
    run: () => quiet(() => runTool('biome', ['ci', '--error-on-warnings', '--colors=off'], { stdio: 'pipe' })),
  },
  {
    name: 'data',
    title: 'Data',
    run: () => quiet(() => run(process.execPath, ['scripts/dataset.ts', '--check'], { stdio: 'pipe' })),
  },
  { name: 'unit', title: 'Unit tests', run: (filters) => vitest('unit', filters) },
  { name: 'build', title: 'Build for Chromium', run: () => quiet(() => build('chromium', { stdio: 'pipe' })) },
  { name: 'build', title: 'Build for Firefox', run: () => quiet(() => build('firefox', { stdio: 'pipe' })) },
  { name: 'add-on', title: 'Mozilla’s add-on linter', run: () => quiet(lintAddOn) },
  { name: 'e2e', title: 'Tests in real browsers', run: (filters) => vitest('e2e', filters) },
];

const names = new Set(STEPS.map(({ name }) => name));
const words = process.argv.slice(2);
const filters = words.filter((word) => !names.has(word));
const chosen = new Set(words.filter((word) => names.has(word)));
// A test of the built extension that tests yesterday's build is worse than none.
if (chosen.has('e2e') || chosen.has('add-on')) chosen.add('build');
const steps = STEPS.filter(({ name }) => chosen.size === 0 || chosen.has(name));

if (steps.some(({ name }) => name === 'e2e')) {
  for (const name of BROWSER_NAMES) await prepare(name);
}

const results: { title: string; counts: Counts; seconds: number }[] = [];
for (const { title, run } of steps) {
  console.log(`\n── ${title} ──`);
  const started = performance.now();
  const counts = await run(filters).catch((error: unknown) => {
    console.log(error instanceof Error ? error.message : String(error));
    return FAILED;
  });
  results.push({ title, counts, seconds: (performance.now() - started) / 1000 });
}

console.log('\n── Summary ──');
for (const { title, counts, seconds } of results) {
  console.log(`${counts.failed > 0 ? '✗' : '✓'} ${title.padEnd(26)} ${closingLine(counts)} (${seconds.toFixed(1)} s)`);
}
const total = sum(results.map(({ counts }) => counts));
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Get the browser before the tests, where there is none. What cannot be had is reported here and by the tests. */
async function prepare(name: BrowserName): Promise<void> {
  try {
    const found = await ensureBrowser(name);
    const { output } = await run(found.path, ['--version'], { stdio: 'pipe' }).catch(() => ({ output: '' }));
    console.log(`${name}: ${output.trim().split('\n').at(-1) || 'version unknown'} (${found.path})`);
  } catch (error) {
    console.log(`${error instanceof Error ? error.message : error}\nIts tests will be skipped.`);
  }
}

/** Run a tool and show what it wrote only when it failed. */
async function quiet(tool: () => Promise<{ code: number; output: string }>): Promise<Counts> {
  const { code, output } = await tool();
  if (code === 0) {
    console.log('ok');
    return PASSED;
  }
  console.log(output.trim());
  return FAILED;
}

async function vitest(project: 'unit' | 'e2e', filters: readonly string[]): Promise<Counts> {
  const report = path.join(root, '.output', 'reports', `${project}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const { code } = await runTool(
    'vitest',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
    { stdio: 'inherit' },
  );
  let counts: Counts;
  try {
    counts = countTests(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return FAILED;
  }
  // Errors outside any test, such as an unhandled rejection, show in the exit code only.
  return code !== 0 && counts.failed === 0 ? sum([counts, FAILED]) : counts;
}
