import writeExcelFile, { type Sheet, type Cell as XlsxCell } from 'write-excel-file/node';
import { type Cell, NUMBER_FORMATS } from './cells.ts';
import { steadyZip } from './steady-zip.ts';
import type { Table } from './table.ts';

export type Rows = XlsxCell[][];
export type WorkbookSheet = Sheet<never>;

/** Text is written as text and never as a formula, whatever it begins with. */
export function text(value: string, bold = false): XlsxCell {
  return { value, type: String, ...(bold ? { fontWeight: 'bold' } : {}) };
}

/** A cell of a table: numbers as numbers, in the form people expect. */
export function tableCell({ text: shown, number, path }: Cell): XlsxCell {
  if (number !== null) return { value: number.value, type: Number, format: NUMBER_FORMATS[number.format] };
  return { value: shown, type: String, ...(path === null ? {} : { align: 'right' }) };
}

/** A cell above a column. */
export function heading(value: string): XlsxCell {
  return { value, type: String, fontWeight: 'bold', backgroundColor: '#D9E2F3', wrap: true, align: 'center' };
}

/** Columns wide enough for what is usual. */
export function columnsOf(tables: readonly Pick<Table, 'headings'>[]): { width: number }[] {
  const most = Math.max(1, ...tables.map(({ headings }) => headings.length));
  return Array.from({ length: most }, (_, index) => ({ width: index === 0 ? 24 : 14 }));
}

/** A sheet that is one long table, its headings always in view. */
export function listSheet(sheet: string, table: Table, after: Rows = []): WorkbookSheet {
  const data = [table.headings.map(heading), ...table.rows.map((row) => row.map(tableCell)), ...after];
  return { sheet, stickyRowsCount: 1, columns: columnsOf([table]), data };
}

/** An Excel workbook; equal sheets give equal bytes. */
export async function workbookOf(sheets: WorkbookSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  return steadyZip(await writeExcelFile(sheets, { fontFamily: '宋体', fontSize: 11 }).toBuffer());
}
