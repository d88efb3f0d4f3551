import { type Fen, parseMoney } from '../../../domain/money.ts';
import { toPlainText } from '../../../domain/plain-text.ts';
import { type LocalDate, parseBeijingDate } from '../../../domain/time.ts';
import type { Area } from '../../../domain/trade.ts';
import { saysNothing } from './cell-words.ts';
import { type ColumnUnit, UNIT_WORDS } from './columns.ts';
import type { SheetCell } from './sheet.ts';

/** A cell that cannot be read: where, and why in Chinese. */
export interface CellFault {
  readonly at: string;
  readonly sentence: string;
}

/** What a cell holds: nothing, a value, or a fault. */
export type CellValue<T> = { readonly value: T | null } | { readonly fault: CellFault };

const WRITTEN_AREA = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d+))? ?(\D*)$/;

const UNUSABLE: readonly (readonly [RegExp, string])[] = [
  [/formula/, '公式没有保存计算结果,请在表格软件中打开并保存一次再上传'],
  [/error/, '单元格里是表格软件的错误值'],
  [/date/, '日期超出范围或显示不完整'],
];

/** The plain text of a cell; nothing where it is empty or says so (无). */
export function cellText(cell: SheetCell | undefined): CellValue<string> {
  if (cell === undefined) return { value: null };
  if (cell.kind === 'unusable') {
    const words = UNUSABLE.find(([reason]) => reason.test(cell.reason))?.[1] ?? '单元格的内容无法读取';
    return { fault: { at: cell.at, sentence: words } };
  }
  const text = toPlainText(cell.text);
  return { value: text === '' || saysNothing(text) ? null : text };
}

/** Reads a cell's text with a reader that answers undefined for what it cannot read. */
export function cellAs<T>(
  cell: SheetCell | undefined,
  read: (text: string) => T | undefined,
  complaint: (text: string) => string,
): CellValue<T> {
  const said = cellText(cell);
  if ('fault' in said || said.value === null || cell === undefined) return said as CellValue<T>;
  const value = read(said.value);
  return value === undefined ? { fault: { at: cell.at, sentence: complaint(said.value) } } : { value };
}

/** Reads an area; the unit in the cell beats that of the column. */
export function cellArea(cell: SheetCell | undefined, unit: ColumnUnit | null): CellValue<Area> {
  const said = cellText(cell);
  if ('fault' in said || said.value === null || cell === undefined) return said as CellValue<Area>;
  const text = said.value;
  const fault = (sentence: string): CellValue<Area> => ({ fault: { at: cell.at, sentence } });
  const [, whole, fraction = '', word = ''] = WRITTEN_AREA.exec(text) ?? [];
  if (whole === undefined) return fault(`面积“${text}”不是数字`);
  const decimals = fraction.replace(/0+$/, '');
  if (decimals.length > 3) return fault(`面积“${text}”超过三位小数`);
  const writtenIn = word === '' ? unit : unitOfWord(word);
  if (writtenIn === 'mu' || writtenIn === 'm2') {
    const thousandths = Number(whole.replaceAll(',', '') + decimals.padEnd(3, '0'));
    return thousandths === 0 ? fault('面积是 0') : { value: { thousandths, unit: writtenIn } };
  }
  return fault(word === '' ? `面积“${text}”没有单位,请在上面选择亩或平方米` : `面积“${text}”的单位不是亩或平方米`);
}

/** Reads a yearly rent; the unit in the cell beats that of the column, and without any the person is asked. */
export function cellMoney(cell: SheetCell | undefined, unit: ColumnUnit | null): CellValue<Fen> {
  return cellAs(
    cell,
    (text) => {
      const hasUnit = /[万亿元圆]/.test(text);
      if (!hasUnit && unit !== 'yuan' && unit !== 'wan') return undefined;
      const read = parseMoney(text.replace(/\/年$/, ''), unit === 'wan' ? 'wan' : 'yuan');
      return read.kind === 'amount' ? read.fen : undefined;
    },
    (text) =>
      /^[\d,.]+$/.test(text) && unit === null
        ? `年租金“${text}”没有单位,请在上面选择元或万元`
        : `年租金“${text}”不是金额`,
  );
}

/** Reads a Beijing day in any form ledgers write it. */
export function cellDay(cell: SheetCell | undefined): CellValue<LocalDate> {
  return cellAs(cell, readDay, (text) => `日期“${text}”读不懂,请写成 2026-12-31`);
}

function readDay(text: string): LocalDate | undefined {
  const day = text.replace(/[T ]00:00(?::00)?$/, '');
  return parseBeijingDate(/^\d{8}$/.test(day) ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` : day);
}

function unitOfWord(word: string): ColumnUnit | undefined {
  const key = word.trim().toLowerCase();
  return Object.hasOwn(UNIT_WORDS, key) ? UNIT_WORDS[key] : undefined;
}
