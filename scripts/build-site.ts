/** Writes the explorer as a static site into .output/site: `npm run build:site`. */
import path from 'node:path';
import { buildSite, SITE } from './site.ts';
import { root } from './tools.ts';

await buildSite();
console.error(`The site is in ${path.relative(root, SITE)}: put it on any server, or open index.html.`);
