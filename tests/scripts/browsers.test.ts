import { expect, test } from 'vitest';
import { type Computer, findInstalled } from '../../scripts/browsers.ts';

function aComputer(platform: NodeJS.Platform, programs: readonly string[], env: Record<string, string> = {}): Computer {
  return {
    platform,
    env,
    home: platform === 'win32' ? 'C:\\Users\\reader' : '/home/reader',
    isProgram: (file) => programs.includes(file),
  };
}

test.each([
  ['linux', 'chromium', '/usr/bin/chromium', { PATH: '/bin' }],
  ['linux', 'chromium', '/opt/tools/google-chrome', { PATH: '/opt/tools:/bin' }],
  ['linux', 'firefox', '/usr/bin/firefox-esr', { PATH: '/usr/bin' }],
  ['linux', 'firefox', '/snap/bin/firefox', {}],
  ['darwin', 'chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', {}],
  ['darwin', 'firefox', '/home/reader/Applications/Firefox.app/Contents/MacOS/firefox', {}],
  [
    'win32',
    'chromium',
    'C:\\Users\\reader\\Local\\Google\\Chrome\\Application\\chrome.exe',
    { LOCALAPPDATA: 'C:\\Users\\reader\\Local' },
  ],
  ['win32', 'firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe', { PROGRAMFILES: 'C:\\Program Files' }],
] as const)('on %s, an installed %s is found at %s', (platform, name, program, env) => {
  expect(findInstalled(name, aComputer(platform, [program], env))).toEqual({ path: program, how: 'installed' });
});

test('the environment names the browser before anything else', () => {
  const computer = aComputer('linux', ['/usr/bin/chromium', '/opt/edge'], { CHROME_PATH: '/opt/edge', PATH: '/usr/bin' });
  expect(findInstalled('chromium', computer)).toEqual({ path: '/opt/edge', how: 'CHROME_PATH' });
});

test('a wrong path in the environment is an error, not passed over', () => {
  const computer = aComputer('linux', ['/usr/bin/firefox'], { FIREFOX_PATH: '/nowhere', PATH: '/usr/bin' });
  expect(() => findInstalled('firefox', computer)).toThrow('FIREFOX_PATH is /nowhere');
});

test('a computer without a browser has none', () => {
  expect(findInstalled('chromium', aComputer('linux', [], { PATH: '/usr/bin' }))).toBeUndefined();
});
