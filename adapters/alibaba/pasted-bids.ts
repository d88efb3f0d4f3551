import type { BidObservation } from '#shared/domain/bid.ts';
import { toPlainText } from '#shared/domain/plain-text.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import type { QuarantinedRow } from '#shared/ports/auction-platform.ts';
import type { Page } from '../kit/page.ts';
import { drift } from '../kit/refusal.ts';
import { BadRow, readRows, refuseIfDrifted } from '../kit/rows.ts';
import { cellName, type TableRow } from '../kit/table-cell.ts';
import { readCsv } from '../kit/table-csv.ts';
import { readBidder, readBidPrice, readBidTime, readStanding, STANDINGS } from './bid-row.ts';

/** The head of the table; it comes back with every page that was pasted. */
const HEAD = ['状态', '竞买号', '价格', '时间'] as const;
type Columns = Readonly<Record<(typeof HEAD)[number], number>>;

/**
 * Reads a bid table (竞买记录) that somebody pasted page by page into a CSV file.
 * @throws AppError `DOCUMENT.ENCODING`, or `DOCUMENT.DRIFT` for a file without the table's head,
 * for broken quoting and when too many rows are bad
 */
export function readPastedBids(page: Page): {
  readonly bids: readonly BidObservation[];
  readonly quarantined: readonly QuarantinedRow[];
} {
  let columns: Columns | undefined;
  const rows: { readonly row: TableRow; readonly columns: Columns | undefined }[] = [];
  if (isMarkup(page)) throw noTable();
  for (const row of readCsv(page).rows) {
    const head = readHead(row);
    columns = head ?? columns;
    if (head === undefined) rows.push({ row, columns });
  }
  if (columns === undefined) throw noTable();

  const { good, bad } = readRows(rows, () => '/', readBid);
  refuseIfDrifted(rows.length, bad);
  return { bids: good.map(({ row }) => row), quarantined: bad };
}

function isMarkup({ bytes }: Page): boolean {
  return /^\s*</.test(bytes.toString('latin1', 0, 1000));
}

function noTable(): AppError {
  return drift('the file is no bid table', { missing: HEAD.join(',') });
}

function readHead(row: TableRow): Columns | undefined {
  const words = new Map([...row.cells.keys()].map((column) => [textOf(row, column), column]));
  const [standing, bidder, price, time] = HEAD.map((word) => words.get(word));
  if (standing === undefined || bidder === undefined || price === undefined || time === undefined) return undefined;
  return { 状态: standing, 竞买号: bidder, 价格: price, 时间: time };
}

function readBid({ row, columns }: { readonly row: TableRow; readonly columns: Columns | undefined }): BidObservation {
  if (columns === undefined) throw new BadRow(cellName(row.number, 0), 'above the head of the table');
  const text = (word: keyof Columns) => textOf(row, columns[word]);
  const at = (word: keyof Columns) => cellName(row.number, columns[word]);
  return {
    bidder: readBidder(text('竞买号'), at('竞买号')),
    price: readBidPrice(text('价格'), at('价格')),
    at: readBidTime(text('时间'), at('时间')),
    standing: readStanding(STANDINGS, text('状态'), at('状态')),
  };
}

function textOf({ cells }: TableRow, column: number): string {
  const cell = cells.get(column);
  return cell === undefined || cell.kind === 'unusable' ? '' : toPlainText(cell.text);
}
