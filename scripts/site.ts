/**
 * How the explorer is built as a static site: one page, one script, one sheet, which work from any folder of any server and from a disk.
 * Browsers load no modules from a disk, so the script is a plain one with everything in it.
 */
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { LANGUAGES } from '../data/languages.ts';
import { buildSettings } from './build-settings.ts';
import { noInnerHtml } from './no-inner-html.ts';
import { catalogueOf } from './read-messages.ts';
import { root } from './tools.ts';

export const SITE = path.join(root, '.output', 'site');

/** Write the site into `directory`, which is emptied, with these plugins before its own. Throws where it cannot be built. */
export async function buildSite(directory: string = SITE, before: readonly Plugin[] = []): Promise<void> {
  const { plugins, build: targets, ...settings } = buildSettings();
  await build({
    ...settings,
    configFile: false,
    root: path.join(root, 'site'),
    base: './',
    logLevel: 'warn',
    plugins: [...before, ...plugins, catalogues(), noInnerHtml(), plainScript()],
    build: {
      ...targets,
      outDir: directory,
      emptyOutDir: true,
      modulePreload: false,
      cssCodeSplit: false,
      target: ['chrome128', 'firefox142'],
      // All of it is one script, on purpose.
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        // Vite's helper for what comes when asked for, which is in the script here, asks for it where there are modules alone.
        checks: { emptyImportMeta: false },
        output: {
          format: 'iife',
          entryFileNames: 'explorer.js',
          assetFileNames: 'explorer[extname]',
          codeSplitting: false,
        },
      },
    },
  });
}

const CATALOGUES = 'virtual:catalogues';

/** The messages of all languages; each is parsed when it is asked for. */
function catalogues(): Plugin {
  return {
    name: 'undersigned:catalogues',
    resolveId: (id) => (id === CATALOGUES ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${CATALOGUES}`) return undefined;
      const of = (area: 'explorer' | 'card') =>
        JSON.stringify(Object.fromEntries(LANGUAGES.map((language) => [language, JSON.stringify(catalogueOf(area, language))])));
      return `const explorer = ${of('explorer')};
const card = ${of('card')};
export const catalogueIn = {
  explorer: (language) => JSON.parse(explorer[language]),
  card: (language) => JSON.parse(card[language]),
};
`;
    },
  };
}

/** The page asks for a plain script, run when the page is there. */
function plainScript(): Plugin {
  return {
    name: 'undersigned:plain-script',
    enforce: 'post',
    transformIndexHtml: (html) => html.replaceAll(' crossorigin', '').replace('<script type="module"', '<script defer'),
  };
}
