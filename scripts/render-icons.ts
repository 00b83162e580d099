/** Draws the toolbar icons from assets/: `npm run icons`. The pictures are kept in git, so a build needs no drawing. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { root } from './tools.ts';

/** Pixels, and which drawing holds up at that size. */
const ICONS: readonly (readonly [size: number, drawing: string])[] = [
  [16, 'icon-small.svg'],
  [32, 'icon.svg'],
  [48, 'icon.svg'],
  [96, 'icon.svg'],
  [128, 'icon.svg'],
];

const folder = path.join(root, 'public', 'icon');
mkdirSync(folder, { recursive: true });
for (const [size, drawing] of ICONS) {
  const svg = readFileSync(path.join(root, 'assets', drawing), 'utf8');
  writeFileSync(path.join(folder, `${size}.png`), new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());
}
