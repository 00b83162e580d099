/** Makes one script of a module and all it imports, the extension's sources and data among them, to be run in a page. */
import path from 'node:path';
import { build } from 'vite';
import { buildSettings } from './build-settings.ts';
import { root } from './tools.ts';

/** The code of `module`, a path within the project, as one text to evaluate in a page. Minified as the extension is, so that what is measured is what readers run. */
export async function bundleForPage(module: string): Promise<string> {
  const { build: settings, ...rest } = buildSettings();
  const result = await build({
    ...rest,
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      ...settings,
      write: false,
      minify: true,
      target: 'esnext',
      lib: { entry: path.join(root, module), formats: ['iife'], name: 'pageBundle' },
    },
  });
  const [output] = [result].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error(`${module} could not be bundled.`);
  return chunk.code;
}
