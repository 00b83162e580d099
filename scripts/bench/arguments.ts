/** What `npm run -s bench` was asked for, read from its command line. */
import { parseArgs } from 'node:util';

export const PARTS = ['text', 'scan', 'page', 'storm', 'card', 'popup', 'explorer', 'soak'] as const;

export type PartName = (typeof PARTS)[number];

export interface BenchArguments {
  /** In the order they are run. */
  readonly parts: readonly PartName[];
  readonly json: boolean;
  /** A folder of pages to scan instead of the made-up ones without mention, as it was written. */
  readonly pages: string | undefined;
  /** How long the feed of the soak goes on. */
  readonly minutes: number;
}

export const USAGE = `npm run -s bench [-- PART …] [--json] [--pages DIR] [--minutes N]

  PART         ${PARTS.join(', ')}; all of them unless named
  --json       print one JSON object with all figures
  --pages DIR  scan every .html file of a folder, offline, instead of the made-up pages without mention
  --minutes N  how long the feed of the soak goes on: 10, or 1 where soak is not named`;

/** Undefined where only help was asked for. Throws with a sentence for people where the line cannot be read. */
export function readArguments(line: readonly string[]): BenchArguments | undefined {
  const { values, positionals } = parseArgs({
    args: [...line],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      pages: { type: 'string' },
      minutes: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const unknown = positionals.find((name) => !isPart(name));
  if (unknown !== undefined) throw new Error(`There is no part ${unknown}.\n\n${USAGE}`);
  const minutes = Number(values.minutes ?? (positionals.includes('soak') ? 10 : 1));
  if (!(minutes > 0)) throw new Error(`--minutes takes a number above 0.\n\n${USAGE}`);
  return {
    parts: PARTS.filter((part) => positionals.length === 0 || positionals.includes(part)),
    json: values.json,
    pages: values.pages,
    minutes,
  };
}

function isPart(name: string): name is PartName {
  return (PARTS as readonly string[]).includes(name);
}
