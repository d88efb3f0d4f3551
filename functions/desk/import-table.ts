import { cellName, type Merge, type Table, type TableRow } from '#adapters/kit/table-cell.ts';
import { openTables } from '#adapters/kit/table-open.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Sheet, SheetCell, SheetRow } from '#shared/services/desk/import/sheet.ts';

/** More ranges of merged cells than a ledger has. */
const MOST_MERGES = 2000;

/**
 * Opens a table somebody brought, an Excel workbook (.xlsx) or CSV in UTF-8 or GBK. A cell merged over several rows is
 * given to each of them and marked.
 * @throws AppError `IMPORT.UNREADABLE`
 */
export function openSheets(bytes: Uint8Array): readonly Sheet[] {
  try {
    return openTables(bytes).map(toSheet);
  } catch (cause) {
    if (cause instanceof AppError) throw new AppError('IMPORT.UNREADABLE', 'the table cannot be read', { cause });
    throw cause;
  }
}

function toSheet({ name, rows, merges }: Table): Sheet {
  if (merges.length > MOST_MERGES) throw new AppError('IMPORT.UNREADABLE', 'the table has too many merged cells');
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const tall = merges.filter(({ top, bottom }) => bottom > top);
  return { name: name ?? null, rows: rows.map((row) => toSheetRow(row, tall, byNumber)) };
}

function toSheetRow(row: TableRow, tall: readonly Merge[], byNumber: ReadonlyMap<number, TableRow>): SheetRow {
  const cells = new Map<number, SheetCell>();
  for (const [column, cell] of row.cells)
    cells.set(column, { ...cell, at: cellName(row.number, column), isMerged: false });
  for (const { top, left } of tall.filter((merge) => merge.top <= row.number && row.number <= merge.bottom)) {
    const cell = byNumber.get(top)?.cells.get(left);
    if (cell !== undefined) cells.set(left, { ...cell, at: cellName(row.number, left), isMerged: true });
  }
  return { number: row.number, cells };
}
