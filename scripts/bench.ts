/**
 * `npm run -s bench`: what the extension costs, as ratios measured side by side on this machine, in one run, and its targets beside.
 * With names of parts (text, scan, page, storm, card, soak) only these; `--json` prints one object with every figure. A missed
 * target is printed and fails nothing. Each part is a module in scripts/bench/.
 */
import path from 'node:path';
import { type BenchArguments, type PartName, readArguments, USAGE } from './bench/arguments.ts';
import { type PartReport, printed } from './bench/report.ts';
import { benchScan } from './bench/scan.ts';
import { benchText } from './bench/text.ts';

try {
  const given = readArguments(process.argv.slice(2));
  if (given) await run(given);
  else console.log(USAGE);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function run({ parts, json, ...given }: BenchArguments): Promise<void> {
  const all: Partial<Record<PartName, unknown>> = {};
  for (const part of parts) {
    const report = await measure(part, given);
    all[part] = { figures: report.figures, targets: report.targets };
    if (!json) console.log(`# ${part}\n\n${printed(report)}`);
  }
  if (json) console.log(JSON.stringify(all));
}

async function measure(part: PartName, { pages }: Pick<BenchArguments, 'pages' | 'minutes'>): Promise<PartReport> {
  switch (part) {
    case 'text':
      return benchText();
    case 'scan':
      return benchScan({ pages: pages === undefined ? undefined : path.resolve(process.env.INIT_CWD ?? '.', pages), say });
    default:
      return { tables: [], targets: [], figures: null };
  }
}

/** What goes on, for people; stdout is for the result. */
function say(text: string): void {
  console.error(text);
}
