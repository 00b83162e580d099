/**
 * Finds a Chromium-family browser and a Firefox on this computer, and gets one where there is none.
 *
 * The order: the environment (CHROME_PATH, FIREFOX_PATH), installed browsers, what an earlier run downloaded, the system's
 * packages (Debian and Ubuntu, as root), a download from the browser's maker. How a browser is started with the extension
 * is the business of launch.ts.
 */

import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Browser, detectBrowserPlatform, getInstalledBrowsers, install, resolveBuildId } from '@puppeteer/browsers';
import { root, run } from './tools.ts';

export type BrowserName = 'chromium' | 'firefox';

export const BROWSER_NAMES: readonly BrowserName[] = ['chromium', 'firefox'];

export interface FoundBrowser {
  readonly path: string;
  /** How it was found, for people: `CHROME_PATH`, `installed`, `downloaded`. */
  readonly how: string;
}

/** Everything the search looks at, so that a test can be on another computer. */
export interface Computer {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Whether the file is there and can be run. */
  isProgram(file: string): boolean;
}

const VARIABLE: Record<BrowserName, string> = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

/** Where downloads go: beside the packages, so that removing those removes everything. */
const DOWNLOADS = path.join(root, 'node_modules', '.cache', 'browsers');

const DEBIAN_PACKAGES: Record<BrowserName, readonly string[]> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
};

/** So that names in Chinese, Arabic and Uyghur letters are letters and not boxes. */
const DEBIAN_FONTS = ['fonts-noto-core', 'fonts-noto-cjk'];

/**
 * The browser that is already here, or undefined. Installs and downloads nothing.
 * Throws when the environment names a browser that is not there: a wrong path must not be passed over.
 */
export async function findBrowser(name: BrowserName, computer: Computer = thisComputer()): Promise<FoundBrowser | undefined> {
  return findInstalled(name, computer) ?? (await findDownloaded(name));
}

/** The browser named in the environment or installed on the system. Throws like `findBrowser`. */
export function findInstalled(name: BrowserName, computer: Computer): FoundBrowser | undefined {
  const named = computer.env[VARIABLE[name]];
  if (named) {
    if (!computer.isProgram(named)) throw new Error(`${VARIABLE[name]} is ${named}, which is not a program that can be run.`);
    return { path: named, how: VARIABLE[name] };
  }
  for (const candidate of candidates(name, computer)) {
    if (computer.isProgram(candidate)) return { path: candidate, how: 'installed' };
  }
  return undefined;
}

/**
 * The browser, got from the system's packages or its maker where there is none. Says on stderr what it does.
 * Throws with one message for people when there is no way to get it.
 */
export async function ensureBrowser(name: BrowserName): Promise<FoundBrowser> {
  const found = await findBrowser(name);
  if (found) return found;
  const tried: string[] = [];
  for (const [way, get] of [
    ['the system’s packages', installFromDebian],
    ['a download', download],
  ] as const) {
    try {
      if (await get(name)) {
        const got = await findBrowser(name);
        if (got) return got;
        tried.push(`${way}: it was installed but cannot be found`);
      }
    } catch (error) {
      tried.push(`${way}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    [
      `No ${name === 'firefox' ? 'Firefox' : 'Chrome, Chromium or Edge'} was found on this computer, and none could be installed.`,
      ...tried.map((line) => `  Tried ${line}`),
      `Install one, or name its program in ${VARIABLE[name]}.`,
    ].join('\n'),
  );
}

/** Programs to look for, best first. */
function candidates(name: BrowserName, computer: Computer): string[] {
  const { platform, env, home } = computer;
  if (platform === 'darwin') {
    const apps =
      name === 'chromium'
        ? [
            'Google Chrome.app/Contents/MacOS/Google Chrome',
            'Chromium.app/Contents/MacOS/Chromium',
            'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
          ]
        : [
            'Firefox.app/Contents/MacOS/firefox',
            'Firefox Developer Edition.app/Contents/MacOS/firefox',
            'Firefox Nightly.app/Contents/MacOS/firefox',
          ];
    return apps.flatMap((app) => [`/Applications/${app}`, `${home}/Applications/${app}`]);
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined);
    const programs =
      name === 'chromium'
        ? [
            'Google\\Chrome\\Application\\chrome.exe',
            'Chromium\\Application\\chrome.exe',
            'Microsoft\\Edge\\Application\\msedge.exe',
          ]
        : ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'];
    return programs.flatMap((program) => folders.map((folder) => path.win32.join(folder, program)));
  }
  const names =
    name === 'chromium'
      ? ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge']
      : ['firefox', 'firefox-esr'];
  const folders = [...(env.PATH ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return names.flatMap((program) => [...new Set(folders)].map((folder) => path.posix.join(folder, program)));
}

function thisComputer(): Computer {
  return { platform: process.platform, env: process.env, home: os.homedir(), isProgram };
}

function isProgram(file: string): boolean {
  try {
    if (!statSync(file).isFile()) return false;
    accessSync(file, constants.X_OK);
    return !isSnapStub(file);
  } catch {
    return false;
  }
}

/** Ubuntu's packages put a script in the browser's place that only leads to the snap, or says how to get it. */
function isSnapStub(file: string): boolean {
  const real = realpathSync(file);
  if (statSync(real).size > 16_384) return false;
  const text = readFileSync(real, 'latin1');
  return text.startsWith('#!') && text.includes('snap install');
}

async function findDownloaded(name: BrowserName): Promise<FoundBrowser | undefined> {
  if (!existsSync(DOWNLOADS)) return undefined;
  const wanted = name === 'firefox' ? Browser.FIREFOX : Browser.CHROME;
  const installed = await getInstalledBrowsers({ cacheDir: DOWNLOADS });
  const match = installed.find((entry) => entry.browser === wanted && isProgram(entry.executablePath));
  return match && { path: match.executablePath, how: 'downloaded' };
}

/** Install with apt. Resolves with false where that is not this system's way, or not ours to do. */
async function installFromDebian(name: BrowserName): Promise<boolean> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  if (process.getuid?.() !== 0) {
    console.error(`To get it from the system's packages: sudo apt-get install ${DEBIAN_PACKAGES[name].join(' ')}`);
    return false;
  }
  // Ubuntu's packages of these names are the stubs that ask for a snap.
  if (/^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'))) return false;
  const packages = [...DEBIAN_PACKAGES[name], ...DEBIAN_FONTS];
  console.error(`No ${name} found. Installing ${packages.join(', ')} with apt-get …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-q', '-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2'];
  const update = await run('apt-get', [...options, 'update'], { stdio: 'pipe', env });
  const result = await run('apt-get', [...options, 'install', '-y', '--no-install-recommends', ...packages], {
    stdio: 'pipe',
    env,
  });
  if (result.code === 0) return true;
  // Old package lists may do; their failure matters only when the installation fails too.
  throw new Error(`apt-get failed:\n${lastLines(update.code === 0 ? result.output : update.output + result.output)}`);
}

async function download(name: BrowserName): Promise<boolean> {
  const platform = detectBrowserPlatform();
  if (!platform) return false;
  const browser = name === 'firefox' ? Browser.FIREFOX : Browser.CHROME;
  console.error(`Downloading ${browser} …`);
  const buildId = await resolveBuildId(browser, platform, 'stable');
  await install({ browser, buildId, platform, cacheDir: DOWNLOADS });
  return true;
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-8).join('\n');
}
