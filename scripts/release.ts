/**
 * `npm run release [-- --from TAG]`: everything that a release consists of, in .output/release: the stores' packages and the sources,
 * their SHA-256, what changed since a tag (the last one unless given), the stores' texts and pictures, the privacy policy, a bill of materials; and
 * Safari's project where Apple's converter is on the computer. Changes nothing else and uploads nothing. Ends with exit code 1 where
 * one of its checks fails.
 */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES } from '../data/languages.ts';
import packageJson from '../package.json' with { type: 'json' };
import { billOfMaterials } from './bill-of-materials.ts';
import { build, OTHER_BUILDS } from './builds.ts';
import { COMMIT_MARK, changelog, readCommits } from './changelog.ts';
import { lintAddOn } from './lint-add-on.ts';
import { runNpm } from './npm.ts';
import { storePackages } from './packages.ts';
import { takeStorePictures } from './store-pictures.ts';
import { readStoreTexts, storePage } from './store-texts.ts';
import { type RunResult, root, run, runTool } from './tools.ts';
import { sha256 } from './zip-files.ts';

const FOLDER = path.join(root, '.output', 'release');
/** Mozilla's store takes no more, and nothing of ours should come near: bytes. */
const LARGEST = 5_000_000;

const { from } = parseArgs({ options: { from: { type: 'string' } } }).values;
const { version } = packageJson;
const failed: string[] = [];

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });

await check('the working tree is what was committed', () => run('git', ['diff', '--quiet', 'HEAD'], { stdio: 'pipe' }));
await check('build for Chrome', () => build('chromium', { stdio: 'pipe' }));
await check('build for Edge', () => build('edge', { stdio: 'pipe' }));
await check('build for Safari', () => build('safari', { stdio: 'pipe' }));
await check('build for Firefox', () => build('firefox', { stdio: 'pipe' }));
await check('Mozilla’s add-on linter', lintAddOn);
await check('manifests, permissions, policy and sizes', () =>
  runTool('vitest', ['run', '--project', 'e2e', 'tests/e2e/build.test.ts'], { stdio: 'pipe', env: { CI: 'true' } }),
);
await check('dependencies', () =>
  runTool('vitest', ['run', '--project', 'unit', 'tests/scripts/dependencies.test.ts'], { stdio: 'pipe' }),
);
await check('known vulnerabilities', audit);

const packages = await storePackages();
for (const [name, content] of packages) {
  write(`undersigned-${version}-${name}`, content);
  if (!name.includes('sources') && content.length > LARGEST) failed.push(`${name} has ${content.length} bytes`);
}
write(`undersigned-${version}-sbom.json`, await billOfMaterials());
write('CHANGELOG.md', changelog(version, await commitsSince(from ?? (await lastTag()))));
for (const [language, text] of readStoreTexts()) write(`store-${language}.txt`, storePage(text));
await check('pictures for the stores', takePictures);
cpSync(path.join(root, 'PRIVACY.md'), path.join(FOLDER, 'PRIVACY.md'));
write('SHA256SUMS', [...packages].map(([name, content]) => `${sha256(content)}  undersigned-${version}-${name}\n`).join(''));
await convertForSafari();

console.log(failed.length > 0 ? `\nNot to be released: ${failed.join('; ')}.` : `\nAll is in ${path.relative(root, FOLDER)}.`);
process.exitCode = failed.length > 0 ? 1 : 0;

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(path.join(FOLDER, name), content);
  console.log(`${name}, ${content.length} bytes`);
}

async function check(title: string, work: () => Promise<RunResult>): Promise<void> {
  const { code, output } = await work();
  console.log(`${code === 0 ? '✓' : '✗'} ${title}`);
  if (code === 0) return;
  console.log(output.trim());
  failed.push(title);
}

/** What is shipped counts; a registry that does not answer that question is said, and is no failure. */
async function audit(): Promise<RunResult> {
  const result = await runNpm(['audit', '--omit=dev', '--json']);
  const start = result.output.indexOf('{');
  const answer =
    start < 0 ? {} : (JSON.parse(result.output.slice(start, result.output.lastIndexOf('}') + 1)) as { metadata?: object });
  if (answer.metadata) return result;
  console.log('  (The registry could not be asked; ask again before uploading: npm audit --omit=dev)');
  return { code: 0, output: '' };
}

/** A folder a language. */
async function takePictures(): Promise<RunResult> {
  try {
    for await (const { language, name, png } of takeStorePictures(LANGUAGES)) {
      mkdirSync(path.join(FOLDER, `store-${language}`), { recursive: true });
      writeFileSync(path.join(FOLDER, `store-${language}`, `${name}.png`), png);
    }
    return { code: 0, output: '' };
  } catch (error) {
    return { code: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

async function lastTag(): Promise<string | undefined> {
  const { code, output } = await run('git', ['describe', '--tags', '--abbrev=0'], { stdio: 'pipe' });
  return code === 0 ? output.trim() : undefined;
}

/** All there are where there was no release before. */
async function commitsSince(tag: string | undefined) {
  const range = tag ? [`${tag}..HEAD`] : [];
  const { code, output } = await run('git', ['log', '--no-merges', `--format=${COMMIT_MARK}%s`, '--name-only', ...range], {
    stdio: 'pipe',
  });
  if (code !== 0) throw new Error(output);
  return readCommits(output);
}

/** Apple's converter makes an Xcode project of the build for Safari; it is on Macs with Xcode only. */
async function convertForSafari(): Promise<void> {
  if (process.platform !== 'darwin' || !existsSync('/usr/bin/xcrun')) {
    console.log('Safari: Apple’s converter is not on this computer; no project is made.');
    return;
  }
  const project = path.join(FOLDER, 'safari');
  await check('Safari’s project', () =>
    run(
      'xcrun',
      [
        'safari-web-extension-converter',
        OTHER_BUILDS.safari.directory,
        '--project-location',
        project,
        '--no-open',
        '--no-prompt',
        '--force',
      ],
      { stdio: 'pipe' },
    ),
  );
}
