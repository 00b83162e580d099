/**
 * A Vite plugin that takes the one write to innerHTML out of Preact, which serves `dangerouslySetInnerHTML`: this project
 * does not use that (the linter forbids it), and without the write the package holds no way at all to turn text into markup.
 */
import type { Plugin } from 'vite';

const WRITE = /\b\w+\.innerHTML\s*=(?!=)\s*[\w.]+\.__html/g;

export function noInnerHtml(): Plugin {
  return {
    name: 'undersigned:no-inner-html',
    apply: 'build',
    transform(code, id) {
      if (!/[\\/]preact[\\/]dist[\\/]/.test(id)) return;
      const rewritten = code.replace(WRITE, 'void 0');
      return rewritten === code ? undefined : { code: rewritten, map: null };
    },
  };
}
