/** Documents that speak of the project: what they name is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../scripts/tools.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'PRIVACY.md', 'SECURITY.md'],
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('docs', file)),
];

describe.each([
  ['docs/threat-model.md', 20],
  ['docs/faults.md', 8],
])('%s', (document, least) => {
  const rows = read(document)
    .split('\n')
    .filter((line) => /^\| (?!they? may|it may|what happens|-)/.test(line));
  /** Several in the last column are parted by semicolons. */
  const proofs = rows.flatMap((row) =>
    (row.split(' | ').at(-1) ?? '')
      .replace(/ ?\|$/, '')
      .split(/; (?=`)/)
      .map((proof) => [row.slice(2, 60).trim(), proof] as const),
  );

  test('has rows, and nearly all have a proof', () => {
    expect(rows.length).toBeGreaterThan(least);
    expect(proofs.filter(([, proof]) => proof === '(left open)').length).toBeLessThan(3);
  });

  test.each(proofs.filter(([, proof]) => proof !== '(left open)'))('%s: %s', (_, proof) => {
    const [, file = '', title] = /^`([^`]+)`(?:: (.+))?$/.exec(proof) ?? [];
    expect(existsSync(path.join(root, file)), `${file} of “${proof}”`).toBe(true);
    if (title) expect(read(file)).toContain(title);
  });
});

test.each(DOCUMENTS)('the files that %s links to are there', (document) => {
  const links = [...read(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  const missing = links.filter((link) => !existsSync(path.join(root, path.dirname(document), decodeURI(link))));
  expect(missing).toEqual([]);
});

test.each(DOCUMENTS)('the files that %s names are there', (document) => {
  const named = [...read(document).matchAll(/`((?:components|data|docs|entrypoints|public|scripts|store|tests)\/[^`\s<>*]*)`/g)];
  expect(named.map(([, file = '']) => file).filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

test.each(DOCUMENTS)('the commands that %s gives are there', (document) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read(document).matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});
