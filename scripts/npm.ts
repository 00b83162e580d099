/** Runs npm: the one that runs this script, or else the one that is found. */
import { type RunResult, run } from './tools.ts';

export function runNpm(args: readonly string[]): Promise<RunResult> {
  const own = process.env.npm_execpath;
  const quiet = { stdio: 'pipe', env: { npm_config_update_notifier: 'false' } } as const;
  if (own?.endsWith('.js')) return run(process.execPath, [own, ...args], quiet);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, quiet);
}
