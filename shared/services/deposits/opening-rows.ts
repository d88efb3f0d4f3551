import { closes } from '../../domain/deposits/columns.ts';
import {
  DEPOSIT_HOLDERS,
  type DepositHolder,
  HOLDER_NAMES,
  isBidderNumber,
  type OpeningRow,
} from '../../domain/deposits/events.ts';
import { changeByRow } from '../../domain/deposits/ledger.ts';
import { type Fen, fen, parseMoney } from '../../domain/money.ts';
import type { LocalDate } from '../../domain/time.ts';
import { type CellFault, type CellValue, cellAs, cellDay, cellText } from '../desk/import/cell-values.ts';
import type { SheetRow } from '../desk/import/sheet.ts';
import type { OpeningField, OpeningSheet } from './opening-columns.ts';

/** A row of the table: of which lot, by the platform's number, and what it says; or what is wrong with it. */
export interface ReadOpening {
  readonly row: number;
  /** `null` where it cannot be read. */
  readonly lot: string | null;
  readonly opening: OpeningRow | null;
  readonly faults: readonly CellFault[];
}

const TOTALS = /^(?:合计|总计|小计|累计|共计)/;

function holderOf(text: string): DepositHolder | undefined {
  return DEPOSIT_HOLDERS.find((holder) => HOLDER_NAMES[holder] === text);
}

function readRow(row: SheetRow, { columns }: OpeningSheet, today: LocalDate): ReadOpening {
  const faults: CellFault[] = [];
  const at = (field: OpeningField) => {
    const column = columns.get(field)?.column;
    return column === undefined ? undefined : row.cells.get(column);
  };
  const place = (field: OpeningField) => at(field)?.at ?? `第${row.number}行`;
  function take<T>(field: OpeningField, read: CellValue<T>, empty: string | null): T | null {
    const fault = 'fault' in read ? read.fault : null;
    if (fault !== null) faults.push(fault);
    else if ('value' in read && read.value === null && empty !== null)
      faults.push({ at: place(field), sentence: empty });
    return 'value' in read ? read.value : null;
  }
  const money = (field: OpeningField): Fen => {
    const unit = columns.get(field)?.unit ?? 'yuan';
    const read = (text: string) => {
      const amount = parseMoney(text, unit);
      return amount.kind === 'amount' ? amount.fen : undefined;
    };
    return (
      take(
        field,
        cellAs(at(field), read, (text) => `“${text.slice(0, 20)}”不是金额`),
        null,
      ) ?? fen(0)
    );
  };
  // What stands there instead of a number may be a name, and is not repeated.
  const number = (text: string) => (isBidderNumber(text) ? text : undefined);
  const lot = take('lot', cellText(at('lot')), '没有标的编号');
  const bidder = take(
    'bidder',
    cellAs(at('bidder'), number, () => '不是竞买号,不得填姓名、电话'),
    '没有竞买号',
  );
  const names = DEPOSIT_HOLDERS.map((holder) => HOLDER_NAMES[holder]).join('、');
  const holder = take(
    'holder',
    cellAs(at('holder'), holderOf, () => `保管方应为${names}之一`),
    '没有保管方',
  );
  const day = take('day', cellDay(at('day')), '没有日期');
  if (day !== null && day > today) faults.push({ at: place('day'), sentence: '日期不能晚于今天' });
  const paid = take('paid', cellText(at('paid')), '没有已交金额') === null ? fen(0) : money('paid');
  const [toPrice, toBond, refunded, forfeited] = [
    money('toPrice'),
    money('toBond'),
    money('refunded'),
    money('forfeited'),
  ];
  const columnsRead = { paid, toPrice, toBond, refunded, forfeited, held: money('held') };
  if (bidder === null || holder === null || day === null || faults.length > 0)
    return { row: row.number, lot, opening: null, faults };
  const opening: OpeningRow = { row: row.number, bidder, holder, day, ...columnsRead };
  if (closes(changeByRow(opening))) return { row: row.number, lot, opening, faults };
  const sentence = '对不平:已交应等于转价款、转履约保证金、已退还、没收与在途之和';
  return { row: row.number, lot, opening: null, faults: [{ at: place('paid'), sentence }] };
}

function saysTotal(row: SheetRow): boolean {
  return [...row.cells.values()].some((cell) => cell.kind === 'text' && TOTALS.test(cell.text.replace(/\s/g, '')));
}

/** Reads every row under the heading; rows of totals are left out. */
export function readOpeningRows(sheet: OpeningSheet, today: LocalDate): readonly ReadOpening[] {
  return sheet.rows.filter((row) => !saysTotal(row)).map((row) => readRow(row, sheet, today));
}
