/** Mozilla's own check of the build for Firefox. Errors, warnings and notices all count: the store's reviewers see them too. */
import { BUILDS } from './builds.ts';
import { type RunResult, runTool } from './tools.ts';

/** Resolves with exit code 0 only where there is nothing to say of it. */
export async function lintAddOn(): Promise<RunResult> {
  const { output } = await runTool(
    'web-ext',
    ['lint', '--source-dir', BUILDS.firefox.directory, '--output', 'json', '--boring', '--no-config-discovery'],
    { stdio: 'pipe' },
  );
  const start = output.indexOf('{');
  if (start < 0) return { code: 1, output };
  const { summary } = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1)) as {
    summary: { errors: number; warnings: number; notices: number };
  };
  return { code: summary.errors + summary.warnings + summary.notices === 0 ? 0 : 1, output };
}
