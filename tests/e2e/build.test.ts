/** What the two builds ask of a browser and carry. No browser is started. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BROWSER_NAMES } from '../../scripts/browsers.ts';
import { BUILDS } from '../../scripts/builds.ts';
import { readDataset } from '../../scripts/read-dataset.ts';
import { readLexica } from '../../scripts/read-lexica.ts';
import { root } from '../../scripts/tools.ts';

const { statements } = readDataset(path.resolve(import.meta.dirname, '../../data'));
const LANGUAGES = readLexica().filter(({ statement }) => statement).length;

/**
 * Most kilobytes after compression. The content script runs in every frame of every page, the annotator where a page may concern the
 * matter, the overlay on a first hover. The annotator carries the words of every language that it looks for, and what countries are called
 * in it; the overlay the record, which may grow: by so much a statement, sources and all. What cards say is in neither.
 */
const MOST = { content: 11.8, annotator: 11 * LANGUAGES + 12, overlay: 57.5 + 0.65 * statements.length };

describe.each(BROWSER_NAMES)('the build for %s', (name) => {
  const { directory } = BUILDS[name];
  const read = (file: string) => readFileSync(path.join(directory, file));
  const manifest = () => JSON.parse(read('manifest.json').toString()) as Record<string, unknown>;

  // Whatever is changed in it is looked at: run with --update, and read the difference.
  test('has the manifest that was reviewed', async () => {
    const reviewed = JSON.stringify({ ...manifest(), version: '(of package.json)' }, inOrder, 2);
    await expect(`${reviewed}\n`).toMatchFileSnapshot(`manifests/${name}.json`);
  });

  test('asks for what the README gives a reason for, and no more', () => {
    const { permissions, host_permissions, optional_permissions, optional_host_permissions } = manifest();
    const table = readFileSync(path.join(root, 'README.md'), 'utf8')
      .split(/^## /m)
      .find((part) => part.startsWith('What it asks for'));
    const rows = [...(table ?? '').matchAll(/^\| (`\w+`|access .*?) +\| (\S.{20,}?) +\|$/gm)].map(([, permission]) => permission);
    // Firefox has no permission for its sidebar.
    const reasoned = rows.filter((row) => name === 'chromium' || row !== '`sidePanel`');
    expect([...(permissions as string[]).map((each) => `\`${each}\``), 'access to all sites'].toSorted()).toEqual(
      reasoned.toSorted(),
    );
    expect(host_permissions).toEqual(['<all_urls>']);
    expect(optional_permissions).toBeUndefined();
    expect(optional_host_permissions).toBeUndefined();
  });

  test('shows pages nothing they could recognise the extension by', () => {
    expect(manifest().web_accessible_resources).toBeUndefined();
    expect(manifest().externally_connectable).toBeUndefined();
  });

  test('lets its pages run what is in the package, and reach nothing else', () => {
    const { extension_pages: policy, ...others } = manifest().content_security_policy as Record<string, string>;
    expect(others).toEqual({});
    const directives = new Map(
      (policy ?? '').split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1).join(' ')]),
    );
    expect(directives.get('default-src')).toBe("'none'");
    for (const name of ['script-src', 'style-src', 'connect-src']) expect(directives.get(name), name).toBe("'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('has a side panel, which does not open by itself', () => {
    const { side_panel, sidebar_action } = manifest();
    expect({ side_panel, sidebar_action }).toMatchObject(
      name === 'chromium'
        ? { side_panel: { default_path: 'sidepanel.html' } }
        : { sidebar_action: { default_panel: 'sidepanel.html', open_at_install: false } },
    );
  });

  test('suggests keys for four commands, which is as many as Chromium takes', () => {
    const commands = Object.values(manifest().commands as Record<string, { description: string; suggested_key?: object }>);
    expect(commands.filter(({ suggested_key }) => suggested_key)).toHaveLength(4);
    expect(commands.filter(({ description }) => !description)).toEqual([]);
  });

  test('holds no way to turn text into markup', () => {
    const scripts = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(2);
    for (const file of scripts)
      expect(read(file).toString(), file).not.toMatch(/\.(?:inner|outer)HTML\s*[+]?=(?!=)|insertAdjacentHTML|document\.write/);
  });

  test('puts nothing into a page that makes an event there, which the page could hear', () => {
    for (const file of readdirSync(path.join(directory, 'content-scripts')).filter((file) => file.endsWith('.js')))
      expect(read(`content-scripts/${file}`).toString(), file).not.toMatch(/dispatchEvent/);
  });

  test.each(Object.entries(MOST))('its %s script stays small', (script, most) => {
    expect(gzipSync(read(`content-scripts/${script}.js`)).length / 1024).toBeLessThan(most);
  });
});

/** Names in the order of the alphabet, so that what has only changed its place is no difference. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

test('Firefox is told that no data is collected', () => {
  const manifest = JSON.parse(readFileSync(path.join(BUILDS.firefox.directory, 'manifest.json'), 'utf8'));
  expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] });
});

test('Chrome is told what an administrator can set, and Firefox, which has no word for it, is not', () => {
  const manifest = (name: 'chromium' | 'firefox') =>
    JSON.parse(readFileSync(path.join(BUILDS[name].directory, 'manifest.json'), 'utf8'));
  const { managed_schema } = manifest('chromium').storage;
  expect(JSON.parse(readFileSync(path.join(BUILDS.chromium.directory, managed_schema), 'utf8')).type).toBe('object');
  expect(manifest('firefox').storage).toBeUndefined();
});
