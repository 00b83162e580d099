/**
 * The extension's manifest, and what differs from browser to browser.
 */
import path from 'node:path';
import { defineConfig } from 'wxt';
import { LANGUAGES } from './data/languages.ts';
import { AREAS, catalogueFile } from './data/messages.ts';
import { buildSettings } from './scripts/build-settings.ts';
import { noInnerHtml } from './scripts/no-inner-html.ts';
import { POLICY_SCHEMA } from './scripts/policy-schema.ts';
import { catalogueOf } from './scripts/read-messages.ts';

const CATALOGUES = AREAS.flatMap((area) => LANGUAGES.map((language) => [area, language] as const));

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => {
    const { plugins, ...settings } = buildSettings();
    return { ...settings, plugins: [...plugins, noInnerHtml()] };
  },
  manifest: ({ browser }) => ({
    name: 'Undersigned',
    description:
      'On any page, marks mentions of Xinjiang and of the UN letters, statements and votes about it, and shows who signed what.',
    permissions: ['storage', 'scripting', 'contextMenus'],
    host_permissions: ['<all_urls>'],
    omnibox: { keyword: 'who' },
    action: { default_title: 'Undersigned' },
    commands: {
      'next-mention': { suggested_key: { default: 'Alt+Shift+X' }, description: 'Go to the next mention' },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+Z' },
        description: 'Go to the mention before',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'undersigned@example.org',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {
          // The first with caretPositionFromPoint, which finds the mark under the pointer.
          minimum_chrome_version: '128',
          // What administrators can set; Firefox asks for no schema.
          storage: { managed_schema: POLICY_SCHEMA },
        }),
  }),
  hooks: {
    'build:publicAssets': (_, files) => {
      for (const [area, language] of CATALOGUES) {
        files.push({ relativeDest: catalogueFile(area, language), contents: JSON.stringify(catalogueOf(area, language)) });
      }
    },
    'prepare:publicPaths': (_, paths) => {
      paths.push(...CATALOGUES.map((which) => catalogueFile(...which)));
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      // The polyfill would add a third to a script that runs on every page and give nothing that the browsers' own
      // promises do not, for the few calls made there. Pages and the background keep it.
      if (!entrypoints.every(({ type }) => type === 'content-script')) return;
      config.plugins = [
        {
          name: 'content-scripts-without-polyfill',
          config: () => ({
            resolve: {
              alias: {
                'wxt/browser': '@wxt-dev/browser',
                // WXT's tells every page of itself, by an event that has our id in its name.
                'wxt/utils/content-script-context': path.join(import.meta.dirname, 'entrypoints/content/no-context.ts'),
              },
            },
          }),
        },
        ...(config.plugins ?? []),
      ];
    },
  },
});
