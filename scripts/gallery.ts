/**
 * `npm run -s gallery`: a page with a picture of every state of the card, to look at. `-- --accept` keeps the pictures as
 * those the tests compare with.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { takePictures } from './gallery/pictures.ts';
import { root } from './tools.ts';

const OUT = path.join(root, '.output', 'gallery');
const KEPT = path.join(root, 'tests', 'gallery', 'pictures');

const accepts = process.argv.includes('--accept');
const unknown = process.argv.slice(2).filter((argument) => argument !== '--accept');
if (unknown.length > 0) {
  console.error(`Not known: ${unknown.join(' ')}. The only option is --accept.`);
  process.exit(2);
}

const directory = accepts ? KEPT : OUT;
mkdirSync(OUT, { recursive: true });
mkdirSync(KEPT, { recursive: true });
for (const file of readdirSync(directory)) if (file.endsWith('.png')) rmSync(path.join(directory, file));

const bySurroundings = new Map<string, string[]>();
for await (const { name, state, surroundings, png, problems } of takePictures()) {
  writeFileSync(path.join(directory, `${name}.png`), png);
  const source = path.relative(OUT, path.join(directory, `${name}.png`));
  const figure = `<figure><figcaption>${state.name}</figcaption><img src="${source}" alt="" width="${widthOf(png, surroundings.zoom)}"></figure>`;
  bySurroundings.set(surroundings.name, [...(bySurroundings.get(surroundings.name) ?? []), figure]);
  for (const problem of problems) console.log(`${name}: ${problem}`);
}
const sections = [...bySurroundings].map(([name, figures]) => `<h2>${name}</h2>\n<div>${figures.join('\n')}</div>`);
const file = path.join(OUT, 'index.html');
writeFileSync(
  file,
  `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every state of the card</title>
<style>
  body { margin: 24px; background: #cfd3d8; color: #16181c; font: 13px/1.4 system-ui, sans-serif }
  div { display: flex; flex-wrap: wrap; align-items: start; gap: 16px }
  figure { margin: 0 }
</style>
${sections.join('\n')}
</html>
`,
);
console.log(`${[...bySurroundings.values()].flat().length} pictures: ${path.relative(process.env.INIT_CWD ?? root, file)}`);

/** In CSS pixels; a PNG tells its width in its header. */
function widthOf(png: Uint8Array, zoom = 1): number {
  return Math.round(Buffer.from(png).readUInt32BE(16) / zoom);
}
