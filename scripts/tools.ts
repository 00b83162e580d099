/**
 * Runs the project's own command line tools with the Node that runs this script, on every system the same way
 * (node_modules/.bin holds shell scripts on Windows, so packages' own entry files are started instead).
 */
import { type SpawnOptions, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

/** Tools by name: the package and which of its commands. */
const TOOLS = {
  biome: ['@biomejs/biome', 'biome'],
  tsc: ['typescript', 'tsc'],
  vitest: ['vitest', 'vitest'],
  'web-ext': ['web-ext', 'web-ext'],
  wxt: ['wxt', 'wxt'],
} as const;

export interface RunOptions {
  /** `inherit` shows the output as it comes, `pipe` collects it, `stderr` shows all of it on stderr. */
  readonly stdio: 'inherit' | 'pipe' | 'stderr';
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunResult {
  readonly code: number;
  /** What was written to stdout and stderr, in order; empty unless collected. */
  readonly output: string;
}

/** Run a tool to its end. Resolves with its exit code, also when that says failure; rejects when it cannot be started. */
export function runTool(tool: keyof typeof TOOLS, args: readonly string[], options: RunOptions): Promise<RunResult> {
  return run(process.execPath, [entryFileOf(tool), ...args], options);
}

/** Run any program to its end, in the project's root. */
export function run(program: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const stdio: SpawnOptions['stdio'] =
    options.stdio === 'inherit' ? 'inherit' : options.stdio === 'stderr' ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio, env: { ...process.env, ...options.env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function entryFileOf(tool: keyof typeof TOOLS): string {
  const [packageName, command] = TOOLS[tool];
  const directory = path.join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (!file) throw new Error(`${packageName} has no command ${command}`);
  return path.join(directory, file);
}
