/** A cell: text, a whole number, or `null` for unknown. */
export type CsvCell = string | number | null;

/** What a spreadsheet may take for a formula, or cut off before looking for one. */
const FORMULA_START = /^[=+\-@＝＋－＠\t\r\n\0]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** Text that a spreadsheet shows and never computes. */
export function safeText(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

function cellText(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  const text = safeText(cell ?? '');
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180) that spreadsheets open as UTF-8; unknown is an empty cell. */
export function toCsv(heading: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [heading, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`);
  return `\ufeff${lines.join('')}`;
}
