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

describe('the threat model', () => {
  const rows = read('docs/threat-model.md')
    .split('\n')
    .filter((line) => /^\| (?!they? may|it may|-)/.test(line));
  const proofs = rows.flatMap((row) => {
    const proof = row.split(' | ').at(-1) ?? '';
    return proof
      .replace(/ ?\|$/, '')
      .split('; `')
      .map((each, index) => (index > 0 ? `\`${each}` : each))
      .map((each) => [row.slice(2, 60).trim(), each] as const);
  });

  test('has rows, and nearly all have a proof', () => {
    expect(rows.length).toBeGreaterThan(20);
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

test.each(DOCUMENTS)('the commands that %s gives are there', (document) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read(document).matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});
