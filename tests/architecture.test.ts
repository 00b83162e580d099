/**
 * Promises to readers that hold for all source files, read as text. What may import what is the linter's business:
 * see the overrides in biome.json.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDERS = ['data', 'components', 'entrypoints', 'site'];

/** Every way to reach another computer, or to let the browser do it. */
const NETWORK =
  /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon|importScripts)\b(?=\s*[(.]|\s*<)|new (?:Image|XMLHttpRequest|WebSocket|EventSource)\b/;

/** Every way to turn text into markup or code. */
const MARKUP =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTML\w*|createContextualFragment|dangerouslySetInnerHTML|DOMParser)\b|document\.write|\beval\(|new Function\b/;

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => /\.(?:ts|tsx|html|css)$/.test(file)),
);

function linesWith(pattern: RegExp): string[] {
  return sources.flatMap((file) =>
    withoutComments(readFileSync(path.join(ROOT, file), 'utf8'))
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
}

/** Comments may speak of what code must not do. Line numbers stay. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));
}

test('the source files are found', () => {
  for (const folder of FOLDERS) expect(sources.filter((file) => file.startsWith(folder)).length).toBeGreaterThan(2);
});

test('no source file can reach another computer', () => {
  // Out of the extension's own package.
  const own = /^entrypoints\/shared\/catalogues\.ts:\d+: const reading = fetch\(api\.runtime\.getURL\(/;
  expect(linesWith(NETWORK).filter((line) => !own.test(line))).toEqual([]);
  expect(linesWith(/(?:src|href|url\(|@import)\s*=?\s*["'(]*https?:/)).toEqual([]);
});

test('no source file turns text into markup or code', () => {
  expect(linesWith(MARKUP)).toEqual([]);
});

test.each(["await fetch('/x')", 'new WebSocket(url)', 'navigator.sendBeacon(url)', 'new Image()'])(
  '%s would be noticed as reaching out',
  (line) => {
    expect(line).toMatch(NETWORK);
  },
);

test.each(['element.innerHTML = text', '<p dangerouslySetInnerHTML={{ __html: x }} />', 'eval(text)', 'new DOMParser()'])(
  '%s would be noticed as making markup or code',
  (line) => {
    expect(line).toMatch(MARKUP);
  },
);
