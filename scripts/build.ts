/** Builds the extension for both browsers: `npm run build`. */
import { BUILDS, build } from './builds.ts';

for (const target of Object.keys(BUILDS) as (keyof typeof BUILDS)[]) {
  const { code } = await build(target, { stdio: 'inherit' });
  if (code !== 0) process.exit(code);
}
