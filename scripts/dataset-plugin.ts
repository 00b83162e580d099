/**
 * Gives the bundle modules made of data files: `virtual:dataset`, the readers' copy, for what shows it, `virtual:statement-cues`,
 * the linker's small table, and `virtual:named-countries`, what countries are called, for what finds mentions, and
 * `virtual:scout-lexica`, the words of the first look, for what runs in every page.
 * A mistake in the data fails the build with readDataset()'s list of problems. Their types are in data/virtual-modules.d.ts.
 */
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { namedCountry } from '../data/detection/countries.ts';
import type { GateLexicon } from '../data/detection/gate.ts';
import type { Lexicon } from '../data/detection/lexicon.ts';
import { statementCuesOf } from '../data/detection/statement-cues.ts';
import { packDataset } from '../data/packed-dataset.ts';
import { toReaderDataset } from '../data/reader-dataset.ts';
import type { DatasetRecord } from '../data/schema.ts';
import { dataFiles } from './data-files.ts';
import { readDataset } from './read-dataset.ts';
import { lexiconFiles, readLexica } from './read-lexica.ts';

/** The plugin, for the data in `dir`; that of this project if left out. */
export function datasetPlugin(dir: string = resolve(import.meta.dirname, '../data')): Plugin {
  return {
    name: 'undersigned:dataset',
    resolveId: (id) => (id === SCOUT || Object.hasOwn(MODULES, id) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${SCOUT}`) {
        for (const file of lexiconFiles()) this.addWatchFile(file);
        return frozenModule('scoutLexica', readLexica().flatMap(forScout));
      }
      const code = id.startsWith('\0') ? MODULES[id.slice(1)] : undefined;
      if (!code) return undefined;
      // Before reading: a file that is wrong is watched too, so that mending it builds again.
      for (const name of dataFiles(dir)) this.addWatchFile(join(dir, name));
      return code(readDataset(dir));
    },
  };
}

/** The code of each module, by name. */
const MODULES: Readonly<Record<string, (dataset: DatasetRecord) => string>> = {
  'virtual:dataset': (dataset) => frozenModule('dataset', packDataset(toReaderDataset(dataset))),
  'virtual:statement-cues': ({ statements, countries }) => frozenModule('statementCues', statementCuesOf(statements, countries)),
  'virtual:named-countries': ({ countries }) => frozenModule('namedCountries', countries.map(namedCountry)),
};

const SCOUT = 'virtual:scout-lexica';

function forScout({ region }: Lexicon): GateLexicon[] {
  return region ? [{ region: { pivots: region.pivots } }] : [];
}

/** A module that exports a frozen value; a string to parse, because engines read JSON faster than code. */
function frozenModule(name: string, value: unknown): string {
  return `${FREEZE}
export const ${name} = /* @__PURE__ */ freeze(JSON.parse(${JSON.stringify(JSON.stringify(value))}));
`;
}

const FREEZE = `function freeze(value) {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(Object.freeze(value))) freeze(inner);
  return value;
}`;
