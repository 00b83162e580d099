/**
 * How the extension is built, and where the result lies. Knows nothing of browsers on this computer: see browsers.ts.
 */
import path from 'node:path';
import type { BrowserName } from './browsers.ts';
import { type RunOptions, type RunResult, root, runTool } from './tools.ts';

/** One build a browser family; both are Manifest V3. */
export const BUILDS: Record<BrowserName, Build> = {
  chromium: { arguments: ['build'], directory: path.join(root, '.output', 'chrome-mv3') },
  firefox: { arguments: ['build', '-b', 'firefox', '--mv3'], directory: path.join(root, '.output', 'firefox-mv3') },
};

/** Builds for browsers that no test drives. Edge is driven with that for Chromium, from which this one differs by what its store refuses. */
export const OTHER_BUILDS = {
  edge: { arguments: ['build', '-b', 'edge'], directory: path.join(root, '.output', 'edge-mv3') },
  safari: { arguments: ['build', '-b', 'safari', '--mv3'], directory: path.join(root, '.output', 'safari-mv3') },
} as const satisfies Record<string, Build>;

interface Build {
  readonly arguments: readonly string[];
  readonly directory: string;
}

export type BuildName = BrowserName | keyof typeof OTHER_BUILDS;

export function isBuild(name: string): name is BuildName {
  return Object.hasOwn(BUILDS, name) || Object.hasOwn(OTHER_BUILDS, name);
}

/** What decides on the result: a build started from a test is one for readers too. */
export const BUILD_ENVIRONMENT = { NODE_ENV: 'production' };

/** Build for one browser; resolves with the exit code, whatever it is. */
export function build(browser: BuildName, options: RunOptions): Promise<RunResult> {
  const { arguments: given } = { ...BUILDS, ...OTHER_BUILDS }[browser];
  return runTool('wxt', given, { ...options, env: { ...options.env, ...BUILD_ENVIRONMENT } });
}
