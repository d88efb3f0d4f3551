import { openPage } from './page.ts';
import { drift } from './refusal.ts';
import type { Table } from './table-cell.ts';
import { readCsv } from './table-csv.ts';
import { readXlsx } from './table-xlsx.ts';

const ZIP = Buffer.from('504b0304', 'hex');
const OLE = Buffer.from('d0cf11e0', 'hex');

/**
 * Opens a table by its content, whatever its name says: an Excel workbook (.xlsx) or a CSV file in UTF-8 or GBK.
 * @throws AppError `DOCUMENT.DRIFT`, `DOCUMENT.EMPTY`, `DOCUMENT.ENCODING`
 */
export function openTables(bytes: Uint8Array): readonly Table[] {
  const start = Buffer.from(bytes.subarray(0, 4));
  if (start.equals(ZIP)) return readXlsx(bytes);
  if (start.equals(OLE)) throw drift('an old or protected Excel file: save it as .xlsx without password', { at: '/' });
  return [readCsv(openPage(bytes))];
}
