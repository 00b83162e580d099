/** Builds the extension for the browsers named, or for the two that tests drive: `npm run build [-- chromium firefox edge safari]`. */
import { BUILDS, build, isBuild, OTHER_BUILDS } from './builds.ts';

const named = process.argv.slice(2);
const unknown = named.filter((name) => !isBuild(name));
if (unknown.length > 0) {
  console.error(`There is no build for ${unknown.join(', ')}: ${Object.keys({ ...BUILDS, ...OTHER_BUILDS }).join(', ')}.`);
  process.exit(2);
}
for (const target of (named.length > 0 ? named : Object.keys(BUILDS)).filter(isBuild)) {
  const { code } = await build(target, { stdio: 'inherit' });
  if (code !== 0) process.exit(code);
}
