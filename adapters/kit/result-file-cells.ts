import { MAX_EXTERNAL_ID } from '#shared/domain/lot-id.ts';
import { type Fen, type MoneyUnit, parseMoney } from '#shared/domain/money.ts';
import { toPlainText } from '#shared/domain/plain-text.ts';
import { type PriceBasis, parsePriceBasis } from '#shared/domain/price.ts';
import { type Instant, parseBeijing, parseBeijingDate, toEpochMs } from '#shared/domain/time.ts';
import type { Area } from '#shared/domain/trade.ts';
import { parseArea } from './area.ts';
import { readOrganisation, toFactText } from './fact-text.ts';
import { readEpochMs } from './page-time.ts';
import { maskPersonNames } from './person-names.ts';
import type { Head, HeadColumn } from './result-file-head.ts';
import type { ResultField } from './result-file-mapping.ts';
import { BadRow, quote } from './rows.ts';
import { type Cell, cellName, type TableRow } from './table-cell.ts';

/**
 * One row of a result file under its headings. Read by the functions below: a blank cell, 无, - or / says nothing, and
 * what cannot be read ends the row with a `BadRow`.
 */
export interface ResultRow {
  readonly row: TableRow;
  readonly head: Head;
  /** Says whether a cell is part of one merged over several rows. */
  isMerged(column: number): boolean;
  /** Told of a day where a time of day is needed; the fact stays unsaid, the row goes on. */
  onDayAlone(column: HeadColumn): void;
}

type Value = Exclude<Cell, { kind: 'unusable' }>;

const NOTHING = /^(?:暂?无|[-–—/\\]*)$/;

/** Han characters an amount, count, area or time is not written with: they might be a person's name. */
const NO_FIGURE_WORD = /(?![年月日号时点分秒整上下午万亿元圆人民币约亩平方米次个家名])\p{Script=Han}/gu;

/** Ends the row at a field's cell; at the lot's id where the table has no such column. */
export function failAt({ row, head }: ResultRow, field: ResultField, reason: string): never {
  const column = head.columns.get(field);
  const index = (column ?? head.columns.get('externalId'))?.index ?? 0;
  throw new BadRow(cellName(row.number, index), `${reason} under ${column?.heading ?? field}`);
}

/** Reads the lot's id. Spreadsheets turn 1-2 into a date and round numbers of more than 15 digits: those are none. */
export function idIn(row: ResultRow): string {
  const { kind, text } = cellIn(row, 'externalId') ?? failAt(row, 'externalId', 'no lot id');
  const id = toPlainText(text);
  const isRounded = /^\d(?:\.\d+)?E\+?\d+$/i.test(id) || (kind === 'number' && !/^\d{1,15}$/.test(id));
  if (kind !== 'date' && !isRounded && id.length <= MAX_EXTERNAL_ID) return id;
  return failAt(row, 'externalId', 'not a whole lot id');
}

export function textIn(row: ResultRow, field: ResultField): string | undefined {
  return readIn(row, field, 'a text', (text) => maskPersonNames(toFactText(text)));
}

/** Reads an organisation's name; nothing for what may be a person. */
export function organisationIn(row: ResultRow, field: ResultField): string | undefined {
  return readOrganisation(readIn(row, field, 'a text', toFactText) ?? '');
}

/** Reads an amount in the column's unit, or in its own where it carries one. */
export function amountIn(row: ResultRow, field: ResultField): Fen | undefined {
  const unit = moneyUnit(row.head.columns.get(field));
  return readIn(row, field, unit === undefined ? 'an amount with its unit' : `an amount in ${unit}`, (text) => {
    if (unit === undefined && !/[万亿元圆]/.test(text)) return undefined;
    const amount = parseMoney(text, unit);
    return amount.kind === 'amount' ? amount.fen : undefined;
  });
}

export function countIn(row: ResultRow, field: ResultField): number | undefined {
  return readIn(row, field, 'a count', (text) => {
    const digits = /^(\d{1,9}) ?[次人家个名]?$/.exec(text)?.[1];
    return digits === undefined ? undefined : Number(digits);
  });
}

export function areaIn(row: ResultRow, field: ResultField): Area | undefined {
  const unit = areaUnit(row.head.columns.get(field));
  return readIn(row, field, 'an area in 亩 or 平方米', (text) => parseArea(text, unit));
}

export function basisIn(row: ResultRow, field: ResultField): PriceBasis | undefined {
  return readIn(row, field, 'a price basis', parsePriceBasis);
}

/** Reads one of the listed words, white space left out. */
export function wordIn<T>(row: ResultRow, field: ResultField, words: Readonly<Record<string, T>>): T | undefined {
  const cell = cellIn(row, field);
  if (cell === undefined) return undefined;
  const word = toPlainText(cell.text).replaceAll(' ', '');
  return Object.hasOwn(words, word) ? words[word] : failAt(row, field, `unknown word ${quote(word)}`);
}

/** Reads a time with its clock. */
export function timeIn(row: ResultRow, field: ResultField): Instant | undefined {
  const moment = momentIn(row, field);
  const column = row.head.columns.get(field);
  if (moment?.isDay && column !== undefined) row.onDayAlone(column);
  return moment?.isDay ? undefined : moment?.at;
}

/** Reads a time, or a day as the 00:00 that stands for it. */
export function milestoneIn(row: ResultRow, field: ResultField): Instant | undefined {
  return momentIn(row, field)?.at;
}

function cellIn(row: ResultRow, field: ResultField): Value | undefined {
  const index = row.head.columns.get(field)?.index;
  if (index === undefined) return undefined;
  if (row.isMerged(index)) failAt(row, field, 'one cell for several rows');
  const cell = row.row.cells.get(index);
  if (cell?.kind === 'unusable') failAt(row, field, cell.reason);
  return cell === undefined || NOTHING.test(toPlainText(cell.text)) ? undefined : cell;
}

function readIn<T>(
  row: ResultRow,
  field: ResultField,
  expected: string,
  read: (text: string) => T | undefined,
): T | undefined {
  const cell = cellIn(row, field);
  if (cell === undefined) return undefined;
  const found = cell.kind === 'date' ? undefined : read(toPlainText(cell.text));
  return found ?? failAt(row, field, `not ${expected}: ${quoteFigure(cell.text)}`);
}

function momentIn(row: ResultRow, field: ResultField): { readonly at: Instant; readonly isDay: boolean } | undefined {
  const cell = cellIn(row, field);
  if (cell === undefined) return undefined;
  const day = parseBeijingDate(cell.text);
  const at = parseBeijing(day === undefined ? cell.text : `${day} 00:00`);
  const known = at === undefined ? undefined : readEpochMs(toEpochMs(at));
  if (known !== undefined) return { at: known, isDay: day !== undefined };
  return failAt(row, field, `not a Beijing date or time: ${quoteFigure(cell.text)}`);
}

function quoteFigure(text: string): string {
  return quote(toPlainText(text).replace(NO_FIGURE_WORD, '*'));
}

function moneyUnit(column: HeadColumn | undefined): MoneyUnit | undefined {
  const unit = column?.unit;
  return unit === 'mu' || unit === 'm2' ? undefined : unit;
}

function areaUnit(column: HeadColumn | undefined): Area['unit'] | undefined {
  const unit = column?.unit;
  return unit === 'mu' || unit === 'm2' ? unit : undefined;
}
