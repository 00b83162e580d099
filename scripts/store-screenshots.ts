/**
 * `npm run -s store-screenshots [-- LANGUAGE …]`: the pictures for the stores' pages, of today's build, in .output/store: a folder a
 * language, of all languages unless some are named.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES, type Language } from '../data/languages.ts';
import { build } from './builds.ts';
import { takeStorePictures } from './store-pictures.ts';
import { root } from './tools.ts';

const OUT = path.join(root, '.output', 'store');

const given = process.argv.slice(2);
const unknown = given.filter((name) => !(LANGUAGES as readonly string[]).includes(name));
if (unknown.length > 0) {
  console.error(`Not known: ${unknown.join(' ')}. Languages are ${LANGUAGES.join(', ')}.`);
  process.exit(2);
}

const { code, output } = await build('chromium', { stdio: 'pipe' });
if (code !== 0) throw new Error(output);
for await (const { language, name, png } of takeStorePictures(given.length > 0 ? (given as Language[]) : LANGUAGES)) {
  mkdirSync(path.join(OUT, language), { recursive: true });
  const file = path.join(OUT, language, `${name}.png`);
  writeFileSync(file, png);
  console.log(path.relative(process.env.INIT_CWD ?? root, file));
}
