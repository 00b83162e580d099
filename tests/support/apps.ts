/**
 * The scripts of fixtures that use other people's libraries, built into one folder to be served: the libraries come from
 * the packages, and nothing of them is kept with the tests.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { compile, compileModule } from 'svelte/compiler';
import { build, type Plugin } from 'vite';
import { root } from '../../scripts/tools.ts';

const APPS = path.join(root, 'tests', 'pages', 'hostile', 'apps');

/** Where they are built to; each `apps/<name>.js` is `<name>.js` there. */
export const BUILT_APPS = path.join(root, '.output', 'apps');

export async function buildApps(): Promise<void> {
  const entries = readdirSync(APPS).filter((file) => /^[a-z-]+\.js$/.test(file) && file !== 'turns.js');
  await build({
    configFile: false,
    root: APPS,
    logLevel: 'error',
    publicDir: false,
    plugins: [svelte()],
    define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
    build: {
      outDir: BUILT_APPS,
      emptyOutDir: true,
      target: 'esnext',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((file) => [file.replace(/\.js$/, ''), path.join(APPS, file)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}

/** As much of Svelte's own plugin as three files need. */
function svelte(): Plugin {
  return {
    name: 'svelte',
    transform(code, id) {
      const options = { filename: id, generate: 'client' as const, dev: false };
      if (id.endsWith('.svelte')) return compile(code, options).js;
      if (id.endsWith('.svelte.js')) return compileModule(code, options).js;
      return undefined;
    },
  };
}
