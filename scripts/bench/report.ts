/**
 * What a part of the benchmark hands back, and how it is printed: tables in Markdown, then its targets with ✓ or ✗. A target that
 * is missed is printed and nothing else: machines differ, and a slow one is no reason to fail.
 */

export interface Table {
  readonly title: string;
  /** What has to be known to read it. */
  readonly note?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Target {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly is: 'at most' | 'at least';
  readonly bound: number;
}

export interface PartReport {
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
  /** Everything that was measured, for `--json`. */
  readonly figures: unknown;
}

/** Whether the figure is as good as it is wanted. One that could not be measured is not. */
export function isMet({ value, is, bound }: Target): boolean {
  return is === 'at most' ? value <= bound : value >= bound;
}

/** All of a report, with an empty line at its end. */
export function printed({ tables, targets }: PartReport): string {
  return [...tables, ...(targets.length > 0 ? [tableOf(targets)] : [])].map((table) => `${printedTable(table)}\n`).join('\n');
}

/** A measured number in as few digits as say something. */
export function shown(value: number): string {
  if (Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  if (size >= 100 || value === 0) return Math.round(value).toLocaleString('en');
  return value.toFixed(size >= 10 ? 1 : 2);
}

function printedTable({ title, note, columns, rows }: Table): string {
  const lines = [columns, columns.map((_, index) => (index === 0 ? '---' : '--:')), ...rows].map(
    (row) => `| ${row.join(' | ')} |`,
  );
  return [`## ${title}`, ...(note ? [note] : []), lines.join('\n')].join('\n\n');
}

function tableOf(targets: readonly Target[]): Table {
  return {
    title: 'Targets',
    columns: ['figure', 'measured', 'wanted', ''],
    rows: targets.map((target) => [
      target.figure,
      `${shown(target.value)}${target.unit}`,
      `${target.is === 'at most' ? '≤' : '≥'} ${target.bound.toLocaleString('en')}${target.unit}`,
      isMet(target) ? '✓' : '✗',
    ]),
  };
}
