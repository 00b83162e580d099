/**
 * How the extension is built, and where the result lies. Knows nothing of browsers on this computer: see browsers.ts.
 */
import path from 'node:path';
import type { BrowserName } from './browsers.ts';
import { type RunOptions, type RunResult, root, runTool } from './tools.ts';

/** One build a browser family; both are Manifest V3. */
export const BUILDS: Record<BrowserName, { readonly arguments: readonly string[]; readonly directory: string }> = {
  chromium: { arguments: ['build'], directory: path.join(root, '.output', 'chrome-mv3') },
  firefox: { arguments: ['build', '-b', 'firefox', '--mv3'], directory: path.join(root, '.output', 'firefox-mv3') },
};

/** What decides on the result: a build started from a test is one for readers too. */
export const BUILD_ENVIRONMENT = { NODE_ENV: 'production' };

/** Build for one browser; resolves with the exit code, whatever it is. */
export function build(browser: BrowserName, options: RunOptions): Promise<RunResult> {
  return runTool('wxt', BUILDS[browser].arguments, { ...options, env: { ...options.env, ...BUILD_ENVIRONMENT } });
}
