import type { Cell } from 'write-excel-file/node';
import { workbookOf } from '../report/xlsx-sheet.ts';
import type { FieldsSheet } from './sheet.ts';

/** Text is written as text and never as a formula, whatever it begins with. */
function text(value: string): Cell {
  return { value, type: String, wrap: true };
}

function heading(value: string): Cell {
  return { value, type: String, fontWeight: 'bold', backgroundColor: '#D9E2F3', align: 'center' };
}

/** The fields sheet as an Excel workbook; equal sheets give equal bytes. */
export function sheetXlsx({ platformName, title, remark, rows }: FieldsSheet): Promise<Uint8Array<ArrayBuffer>> {
  const data: Cell[][] = [
    [text(`${platformName}字段表:${title}`)],
    [text(remark)],
    ['字段', '内容', '提示'].map(heading),
    ...rows.map(({ label, value, warning }) => [text(label), text(value ?? '(未填)'), text(warning ?? '')]),
  ];
  const columns = [{ width: 22 }, { width: 70 }, { width: 30 }];
  return workbookOf([{ sheet: '字段表', columns, data }]);
}
