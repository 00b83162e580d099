/**
 * A table as CSV, as RFC 4180 has it. The libraries that were looked at, d3-dsv among them, make functions of text to be faster at
 * reading, which nothing in the package may do.
 */

/** The columns' names, then a row a line; what a row lacks is empty. */
export function csvOf(columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): string {
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((line) => line.map(field).join(','))
    .join('\n');
}

function field(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
