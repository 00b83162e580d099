/**
 * `npm run -s bench`: what the extension costs, as ratios measured side by side on this machine, in one run, and its targets beside.
 * With names of parts (text, scan, page, storm, card, popup, explorer, soak) only these; `--json` prints one object with every figure. A missed
 * target is printed and fails nothing. Each part is a module in scripts/bench/.
 */
import path from 'node:path';
import { type BenchArguments, type PartName, readArguments, USAGE } from './bench/arguments.ts';
import { benchCard } from './bench/card.ts';
import { benchExplorer } from './bench/explorer.ts';
import { benchPage } from './bench/page.ts';
import { benchPopup } from './bench/popup.ts';
import { type PartReport, printed } from './bench/report.ts';
import { benchScan } from './bench/scan.ts';
import { benchSoak } from './bench/soak.ts';
import { benchStorm } from './bench/storm.ts';
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

async function measure(part: PartName, { pages, minutes }: Pick<BenchArguments, 'pages' | 'minutes'>): Promise<PartReport> {
  switch (part) {
    case 'text':
      return benchText();
    case 'scan':
      return benchScan({ pages: pages === undefined ? undefined : path.resolve(process.env.INIT_CWD ?? '.', pages), say });
    case 'page':
      return benchPage({ say });
    case 'storm':
      return benchStorm({ say });
    case 'card':
      return benchCard({ say });
    case 'popup':
      return benchPopup({ say });
    case 'explorer':
      return benchExplorer({ say });
    case 'soak':
      return benchSoak({ minutes, say });
    default:
      return part satisfies never;
  }
}

/** What goes on, for people; stdout is for the result. */
function say(text: string): void {
  console.error(text);
}
