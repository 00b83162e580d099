/**
 * Chromium shows a popup when all that its page names is there. So what its page names is little: the page of the popup is built without its
 * main script, which its first script (entrypoints/popup-ahead/) asks for instead, out of its `data-main`.
 */
import type { Plugin } from 'vite';

const AHEAD = '<script src="/popup-ahead.js" ';
const MAIN = /\s*<script type="module"[^>]* src="([^"]+)"><\/script>/;
const PRELOADS = /\s*<link rel="modulepreload"[^>]*>/g;

/** For the popup's page alone: others are shown while they load. */
export function mainByScript(): Plugin {
  return {
    name: 'undersigned:main-by-script',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: withoutMain },
  };
}

/** Throws where a page that has the first script does not have the main one too. */
export function withoutMain(html: string): string {
  if (!html.includes(AHEAD)) return html;
  const main = MAIN.exec(html)?.[1];
  if (!main) throw new Error('The page of the popup names no main script.');
  return html.replace(MAIN, '').replace(PRELOADS, '').replace(AHEAD, `${AHEAD}data-main="${main}" `);
}
