import { drift } from './refusal.ts';
import { quote } from './rows.ts';
import { type Cell, toTextCell } from './table-cell.ts';
import { type NumberFormat, serialToText } from './table-xlsx-format.ts';

/** What the cells of a workbook refer to. */
export interface WorkbookContext {
  readonly sharedTexts: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly epoch: 1900 | 1904;
}

/** A cell as its element says it; without a value, `value` is empty. */
export interface OpenCell {
  readonly type: string;
  readonly style: number;
  isFormula: boolean;
  value: string;
}

/** Reads a cell; undefined when it is blank. */
export function readXlsxCell(open: OpenCell, context: WorkbookContext, part: string): Cell | undefined {
  const { type, value } = open;
  if (value === '') return open.isFormula && type !== 'str' ? unusable('a formula without its value') : undefined;
  switch (type) {
    case 's':
      return toTextCell(sharedText(value, context, part));
    case 'str':
    case 'inlineStr':
      return toTextCell(unescaped(value));
    case 'd':
      return { kind: 'date', text: value };
    case 'e':
      return unusable(`the spreadsheet's error ${quote(value)}`);
    case 'n':
      return readNumber(open, context);
    default:
      return unusable('neither text, number nor date');
  }
}

/** Resolves the escapes of workbooks for characters XML cannot hold: `_x000D_`. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function sharedText(index: string, { sharedTexts }: WorkbookContext, part: string): string {
  const text = /^\d{1,9}$/.test(index) ? sharedTexts[Number(index)] : undefined;
  if (text === undefined) throw drift('a cell refers to a text that is not there', { at: part });
  return text;
}

function readNumber({ value, style }: OpenCell, { formats, epoch }: WorkbookContext): Cell {
  const number = /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(value) ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) return unusable('not a number');
  const format = formats[style] ?? 'plain';
  if (typeof format === 'object') return unusable(format.unclear);
  // Written with 17 digits in the file; the shortest text that means the same float is what was typed.
  if (format === 'plain') return { kind: 'number', text: String(number) };
  const text = serialToText(number, format, epoch);
  return text === undefined ? unusable('a date outside the calendar') : { kind: 'date', text };
}

function unusable(reason: string): Cell {
  return { kind: 'unusable', reason };
}
