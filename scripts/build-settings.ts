/** How Vite builds the extension's sources, whether WXT asks it to or a script that puts parts of them into a page. */
import type { UserConfig } from 'vite';
import packageJson from '../package.json' with { type: 'json' };
import { datasetPlugin } from './dataset-plugin.ts';

const { version, bugs }: { version: string; bugs?: { url?: string } } = packageJson;

/** A new one for each build: plugins are not shared. */
export function buildSettings(): Pick<UserConfig, 'plugins' | 'define' | 'build' | 'resolve'> & { plugins: object[] } {
  return {
    plugins: [datasetPlugin()],
    // Messages were parsed when the extension was built (read-messages.ts).
    resolve: {
      alias: {
        '@formatjs/icu-messageformat-parser': import.meta
          .resolve('@formatjs/icu-messageformat-parser/no-parser.js')
          .slice('file://'.length),
      },
    },
    // entrypoints/shared/project.ts
    define: { __PROJECT__: JSON.stringify({ version, tracker: bugs?.url ?? null }) },
    // The oldest browsers the manifest lets in. Left at its default, `light-dark()` is rewritten to follow the system alone.
    build: { cssTarget: ['chrome128', 'firefox142'] },
  };
}
