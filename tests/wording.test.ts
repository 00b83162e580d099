/**
 * Nothing the extension says to a reader has a word that takes a side: every message, every text in the source of what is shown, and
 * the manifest.
 * The data's own texts are looked at by data/checks/wording.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { loadedWordIn } from '../data/loaded-words.ts';
import { AREAS } from '../data/messages.ts';
import { readMessages } from '../scripts/read-messages.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

const files = [
  ...['components', 'entrypoints'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|tsx|html)$/.test(file))
      .map((file) => path.join(folder, file)),
  ),
  'data/position-table.ts',
  'wxt.config.ts',
];

/** What a reader could see of a source file: its strings and the text between its tags, but not names such as `true`. */
function textsIn(file: string, source: string): string[] {
  if (file.endsWith('.html')) return [source.replace(/<[^>]*>/g, ' ')];
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const texts: string[] = [];
  visit(program, texts);
  return texts.filter((text) => text !== '');
}

function visit(node: unknown, texts: string[]): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, texts);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { type, value } = node as { type?: unknown; value?: unknown };
  if (type === 'JSXText' && typeof value === 'string') texts.push(value.trim());
  // A lone word in small letters is a name in code: a class, `aria-hidden="true"`.
  if (type === 'Literal' && typeof value === 'string' && !/^[a-z-]*$/.test(value)) texts.push(value);
  if (type === 'TemplateElement') texts.push(String((value as { cooked?: unknown }).cooked ?? ''));
  for (const inner of Object.values(node)) visit(inner, texts);
}

describe('what is shown', () => {
  test.each(AREAS)('takes no side in messages of %s', (area) => {
    const texts = Object.entries(readMessages(area, 'en'));
    expect(texts.filter(([, message]) => loadedWordIn(message))).toEqual([]);
  });

  test.each(files)('%s takes no side', (file) => {
    const texts = textsIn(file, readFileSync(path.join(ROOT, file), 'utf8'));
    const loaded = texts.flatMap((text) => {
      const found = loadedWordIn(text);
      return found ? [`"${found.word}" ${found.entry.reason}: ${text}`] : [];
    });
    expect(loaded).toEqual([]);
  });

  test('is read in full: strings, templates, text between tags and in attributes', () => {
    const texts = textsIn(
      'x.tsx',
      `const a = 'a string'; const b = \`a \${a} template\`; const c = <p title="an attribute">text <b>Bold</b></p>; const d = 'true';`,
    );
    expect(texts).toEqual(['a string', 'a ', ' template', 'an attribute', 'text', 'Bold']);
    expect(textsIn('x.html', '<p class="x">some text</p>').join()).toContain('some text');
  });
});
