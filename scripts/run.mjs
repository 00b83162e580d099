/**
 * The door to every command: `node scripts/run.mjs <name> [arguments]` runs scripts/<name>.ts.
 *
 * Runs on a bare Node 20 with nothing installed, so it is plain JavaScript and imports Node's own modules only. It installs
 * the packages when they do not match the lock file, then hands over to a Node that can run TypeScript. Everything it says
 * goes to stderr: stdout belongs to the script.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The first Node that strips types without a flag. */
const MINIMUM_NODE = [22, 18];

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [name, ...scriptArguments] = process.argv.slice(2);
const script = path.join(root, 'scripts', `${name}.ts`);

if (!name || !/^[a-z-]+$/.test(name) || !existsSync(script)) {
  fail(`There is no scripts/${name}.ts to run.`);
}

const reason = reasonToInstall();
if (reason) installPackages(reason);

const node = findNode();
const child = spawn(node, [script, ...scriptArguments], {
  stdio: 'inherit',
  // The directory the command was given in: npm moves to the package's root, and a path on the command line means the former.
  env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
});
// A Ctrl+C reaches the child by itself; this process only has to outlive it, so that the child can close its browser.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT') child.kill(signal);
  });
}
child.on('error', (error) => fail(`Could not run ${node}: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));

/** Why `npm ci` has to run, or undefined. Compares the lock file with the record npm leaves of what it installed. */
function reasonToInstall() {
  const installedFile = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'the packages are not installed yet';
  try {
    const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
    const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
    for (const [location, entry] of Object.entries(wanted)) {
      // Optional packages are left out on systems they do not fit.
      if (location === '' || entry.optional || entry.devOptional || entry.link) continue;
      if (installed[location]?.version !== entry.version) return `${location.replace(/^.*node_modules\//, '')} changed`;
    }
  } catch (error) {
    return `the record of installed packages is unreadable (${error.message})`;
  }
  if (!existsSync(path.join(root, '.wxt', 'tsconfig.json'))) return 'an earlier installation did not finish';
  return undefined;
}

function installPackages(why) {
  console.error(`Installing packages (${why}): npm ci …`);
  const started = Date.now();
  // npm tells its children how to run it again; the name on the PATH is for when this script was started without npm.
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, [process.env.npm_execpath, 'ci']]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci']];
  const result = spawnSync(npm[0], [...npm[1], '--no-audit', '--no-fund', '--include=dev', '--include=optional'], {
    cwd: root,
    // npm's stdout goes to our stderr.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && npm[0] === 'npm.cmd',
    // `npm run -s` hands its silence down; a failing installation must be able to say why.
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  if (result.error) fail(`Could not start npm: ${result.error.message}`);
  if (result.status !== 0) {
    fail(`npm ci failed (exit code ${result.status}). It needs a connection to a package registry; see the lines above.`);
  }
  console.error(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** A Node that can run TypeScript: the one among the packages (linux-x64), else the one running now, else the one on PATH. */
function findNode() {
  const candidates = [path.join(root, 'node_modules', '.bin', 'node'), process.execPath, 'node'];
  const seen = [];
  for (const candidate of candidates) {
    const result = spawnSync(candidate, ['--version'], { encoding: 'utf8' });
    const version = result.status === 0 ? result.stdout.trim().replace(/^v/, '') : undefined;
    if (!version) continue;
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1])) return candidate;
    seen.push(`${candidate} is ${version}`);
  }
  return fail(
    `This needs Node.js ${MINIMUM_NODE.join('.')} or newer (24 is best): https://nodejs.org. Found: ${seen.join('; ') || 'none'}.`,
  );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
