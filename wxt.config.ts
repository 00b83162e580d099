/**
 * The extension's manifest, and what differs from browser to browser.
 */
import path from 'node:path';
import { defineConfig } from 'wxt';
import { LANGUAGES } from './data/languages.ts';
import { AREAS, catalogueFile } from './data/messages.ts';
import { buildSettings } from './scripts/build-settings.ts';
import { mainByScript } from './scripts/main-by-script.ts';
import { localeFiles, manifestText } from './scripts/manifest-locales.ts';
import { noInnerHtml } from './scripts/no-inner-html.ts';
import { POLICY_SCHEMA } from './scripts/policy-schema.ts';
import { catalogueOf } from './scripts/read-messages.ts';

const CATALOGUES = AREAS.flatMap((area) => LANGUAGES.map((language) => [area, language] as const));

/** What the extension's own pages may do: run what is in the package and show it. No computer can be reached, not even ours. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  // Messages are read out of the package.
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * What several pages need at once is one file: the popup waits longer for twenty small ones than for what it does not need of it. What finds
 * mentions stays apart, since most pages load it later or never, and so does what only the explorer or the welcome page has use for.
 */
const SHARED_BY_PAGES = {
  name: 'shared',
  tags: ['$initial' as const],
  minShareCount: 2,
  test: (id: string) =>
    !/\/data\/(?:detection\/|lexicon\/|finder\.ts)|\/explorer\/|\/d3-|virtual:(?:named-countries|statement-cues)/.test(id),
};

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: ({ browser }) => {
    const { plugins, ...settings } = buildSettings();
    // Firefox and Safari do not wait for scripts before they show a popup, and take longer for one that a script asks for.
    const ofBrowser = ['chrome', 'edge'].includes(browser) ? [mainByScript()] : [];
    return { ...settings, plugins: [...plugins, noInnerHtml(), ...ofBrowser] };
  },
  manifest: ({ browser, command }) => ({
    name: 'Undersigned',
    description: manifestText('shell.manifest.description'),
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'contextMenus'],
    host_permissions: ['<all_urls>'],
    // While it is being developed, pages are brought up to date by a server.
    ...(command === 'build' && { content_security_policy: { extension_pages: PAGE_POLICY } }),
    // Safari has no words in the address bar.
    ...(browser !== 'safari' && { omnibox: { keyword: 'who' } }),
    action: { default_title: 'Undersigned' },
    // Chromium takes four suggestions at most, and keeps Alt+Shift with X, Z, C, P and W for groups of tabs. The others have no key until a
    // reader gives them one.
    commands: {
      'next-mention': { suggested_key: { default: 'Alt+Shift+J' }, description: manifestText('shell.command.nextMention') },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: manifestText('shell.command.previousMention'),
      },
      'open-card': { suggested_key: { default: 'Alt+Shift+Q' }, description: manifestText('shell.command.openCard') },
      ...(browser !== 'safari' && {
        'open-side-panel': {
          suggested_key: { default: 'Alt+Shift+G' },
          description: manifestText('shell.command.openSidePanel'),
        },
      }),
      'toggle-site': { description: manifestText('shell.command.toggleSite') },
      'open-explorer': { description: manifestText('shell.command.openExplorer') },
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'undersigned@example.org',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
    ...(['chrome', 'edge'].includes(browser) && {
      // The first with caretPositionFromPoint, which finds the mark under the pointer.
      minimum_chrome_version: '128',
      // What administrators can set; Firefox asks for no schema.
      storage: { managed_schema: POLICY_SCHEMA },
    }),
    // The first with custom highlights and light-dark().
    ...(browser === 'safari' && { browser_specific_settings: { safari: { strict_min_version: '17.5' } } }),
  }),
  hooks: {
    'build:publicAssets': (_, files) => {
      for (const [relativeDest, contents] of localeFiles()) files.push({ relativeDest, contents });
      for (const [area, language] of CATALOGUES) {
        files.push({ relativeDest: catalogueFile(area, language), contents: JSON.stringify(catalogueOf(area, language)) });
      }
    },
    'prepare:publicPaths': (_, paths) => {
      paths.push(...CATALOGUES.map((which) => catalogueFile(...which)));
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.every(({ inputPath }) => inputPath.endsWith('.html'))) {
        const codeSplitting = { groups: [SHARED_BY_PAGES] };
        config.plugins = [
          { name: 'pages-share-a-file', config: () => ({ build: { rollupOptions: { output: { codeSplitting } } } }) },
          ...(config.plugins ?? []),
        ];
      }
      // The polyfill would add a third to a script that runs on every page and give nothing that the browsers' own
      // promises do not, for the few calls made there, nor in the popup's first script. Pages and the background keep it.
      if (!entrypoints.every(({ type }) => type === 'content-script' || type === 'unlisted-script')) return;
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
    'build:manifestGenerated': (wxt, manifest) => {
      if (wxt.config.browser !== 'edge') return;
      // Edge's store refuses it: github.com/microsoft/MicrosoftEdge-Extensions/issues/162.
      for (const script of manifest.content_scripts ?? [])
        delete (script as { match_origin_as_fallback?: boolean }).match_origin_as_fallback;
    },
  },
});
